"""The registries made ready for finding their words in texts: each index is built once a run, when first asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from generator.ingest.events.platform_names import PlatformNames
from generator.ingest.events.topic_words import TopicWords
from generator.ingest.geography.names import ProvinceNames
from generator.ingest.measures.measure_names import MeasureNames
from generator.ingest.opening.publisher_names import PublisherNames
from generator.registry import Registries


@dataclass(frozen=True)
class Lexicon:
    """Everything the rules know of names."""

    registries: Registries

    @cached_property
    def provinces(self) -> ProvinceNames:
        """The provinces by name."""
        return ProvinceNames(self.registries)

    @cached_property
    def platforms(self) -> PlatformNames:
        """The platforms by name."""
        return PlatformNames(self.registries)

    @cached_property
    def topics(self) -> TopicWords:
        """The topics by their words."""
        return TopicWords(self.registries)

    @cached_property
    def measures(self) -> MeasureNames:
        """The indices and measures by name."""
        return MeasureNames(self.registries)

    @cached_property
    def publishers(self) -> PublisherNames:
        """The publishers by name."""
        return PublisherNames(self.registries)
