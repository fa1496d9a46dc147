"""The settings of a site: their digest, the code they name, and whether the accelerator can follow them."""

from __future__ import annotations

import hashlib
import logging
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from pathspec import PathSpec

from generator.accelerator.surroundings import own_code
from generator.accelerator.unaccelerated import Unaccelerated

_PAGE_EVENTS = {"pre_page", "page_read_source", "page_markdown", "page_content", "post_page"}
_EVENTS = _PAGE_EVENTS | {"startup", "shutdown", "serve", "config", "pre_build", "build_error"}
_VARIED = {"strict", "site_dir"}
"""Settings that leave no trace in any file."""


def require_followable(config: MkDocsConfig) -> None:
    """Raise Unaccelerated for settings whose effect on a page cannot be known from the page and what it looks up."""
    if others := [name for name in config.plugins if name not in config.hooks]:
        raise Unaccelerated(f"plugins: {', '.join(others)}")
    if events := [name for name, methods in config.plugins.events.items() if methods and name not in _EVENTS]:
        raise Unaccelerated(f"hooks of the whole site: {', '.join(events)}")
    if config.extra_templates:
        raise Unaccelerated("extra_templates")
    if logging.getLogger("mkdocs").getEffectiveLevel() <= logging.DEBUG:
        raise Unaccelerated("verbose output")
    if "INHERIT" in _settings_file(config):
        raise Unaccelerated("INHERIT")


def settings_digest(config: MkDocsConfig) -> bytes:
    """The hash of all settings, whoever made them."""
    values = {name: _plain(config[name]) for name in sorted(config) if name not in _VARIED}
    theme = _plain(dict(config.theme)), config.theme.dirs, sorted(config.theme.static_templates)
    return hashlib.blake2b(repr((values, theme)).encode("utf-8", "surrogatepass"), digest_size=16).digest()


def code_and_templates(config: MkDocsConfig) -> list[tuple[str, str]]:
    """The roots of all files that bear on every page: settings, templates of the project, code that settings name."""
    roots = {(config.config_file_path, ""), own_code()}
    if config.theme.custom_dir:
        roots.add((config.theme.custom_dir, ""))
    folder = Path(config.config_file_path).parent
    roots |= {_package(folder / name) for name in config.hooks}
    for function in _functions([config.mdx_configs, config.extra]):
        source = getattr(sys.modules.get(function.__module__), "__file__", None)
        if source and "site-packages" not in source:
            roots.add(_package(Path(source)))
    return sorted(roots)


def environment_names(config: MkDocsConfig) -> list[str]:
    """The variables of the environment that the settings ask for."""
    text = _settings_file(config)
    root = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)) if "!ENV" in text else None
    return sorted({"SOURCE_DATE_EPOCH", *(_asked(root) if root else ())})


def _settings_file(config: MkDocsConfig) -> str:
    return Path(config.config_file_path).read_text(encoding="utf-8")


def _asked(node: yaml.Node) -> Iterator[str]:
    if node.tag == "!ENV":
        parts = node.value if isinstance(node.value, list) else [node]
        yield from (part.value for part in parts if isinstance(part, yaml.ScalarNode))
    elif isinstance(node, yaml.MappingNode):
        for pair in node.value:
            yield from (name for part in pair for name in _asked(part))
    elif isinstance(node, yaml.SequenceNode):
        for part in node.value:
            yield from _asked(part)


def _package(source: Path) -> tuple[str, str]:
    """The code of the whole package that a module is part of, for it may import the rest of it."""
    if not (source.parent / "__init__.py").is_file():
        return str(source), ""
    folder = source.parent
    while (folder.parent / "__init__.py").is_file():
        folder = folder.parent
    return str(folder), ".py"


def _functions(value: Any) -> Iterator[Any]:
    if isinstance(value, Mapping):
        value = list(value.values())
    if isinstance(value, list | tuple):
        for item in value:
            yield from _functions(item)
    elif callable(value) and hasattr(value, "__module__"):
        yield value


def _plain(value: Any) -> Any:
    """A value without addresses in memory; what cannot be spelled out stands in mkdocs.yml, which is hashed too."""
    if value is None or isinstance(value, str | int | float | Path):
        return value
    if isinstance(value, Mapping | Config):
        return {str(name): _plain(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, PathSpec):
        return [(str(pattern.regex), pattern.include) for pattern in value.patterns]
    name = value if hasattr(value, "__qualname__") else type(value)
    return f"{name.__module__}.{name.__qualname__}"
