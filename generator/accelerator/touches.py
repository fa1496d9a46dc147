"""The one list of what the accelerator knows of the inside of MkDocs, Python-Markdown and Jinja.

Each entry holds the hash of the source that was read; another source means that the plain build must do.
"""

from __future__ import annotations

import hashlib
import importlib
import inspect
from collections.abc import Mapping

from generator.accelerator.state import State
from generator.accelerator.surroundings import other_values
from generator.accelerator.unaccelerated import Unaccelerated

TOUCHES: Mapping[str, str] = {
    "mkdocs.commands.build:build": "c6a1d66d1607629a",  # its order of steps is followed
    "mkdocs.commands.build:_populate_page": "26be9f05b5fa0bdc",  # called
    "mkdocs.commands.build:_build_page": "469d5b06dc5d7ee4",  # called
    "mkdocs.commands.build:_build_template": "e475c09ec85095b1",  # called by the next
    "mkdocs.commands.build:_build_theme_template": "6f16a092af0e85af",  # called
    "mkdocs.commands.build:get_context": "c8f62060f2458862",  # takes a sequence of files in the place of Files
    "mkdocs.structure.files:Files": "0fbc023617ac28ab",  # a subclass finds files when they are looked up
    "mkdocs.structure.files:File": "3ff6593dc007413c",
    "mkdocs.structure.files:get_files": "6b2a3c385405011a",  # its order is kept
    "mkdocs.structure.files:_file_sort_key": "6a465c2a8503bbbe",
    "mkdocs.structure.files:set_exclusions": "19967ec168a999ee",  # called with a few files
    "mkdocs.structure.nav:get_navigation": "68f5736e18fe4c9c",  # called
    "mkdocs.structure.pages:Page": "ba7d81527ec29176",  # `render` is done with one Markdown instance for all pages
    "mkdocs.structure.pages:_ExtractAnchorsTreeprocessor": "83193ffe63c5d64d",
    "mkdocs.structure.pages:_RelativePathTreeprocessor": "a0dc1eff0367e4a3",
    "mkdocs.structure.pages:_RawHTMLPreprocessor": "0eda6f9f2fa472c8",
    "markdown.treeprocessors:InlineProcessor": "27b5f230563fef09",  # `inline` leaves out searches
    "markdown.inlinepatterns:": "ea492e98dcccda19",  # what its patterns need to be found
    "mkdocs.structure.pages:_ExtractTitleTreeprocessor": "81d7c90864296e13",
    "mkdocs.utils:get_relative_url": "6c39f5504098b8bf",  # `links` shares its answers
    "mkdocs.utils.meta:": "b0e461481a1fc2a4",  # `front_matter` reads what this reads
    "jinja2.environment:Template": "008707e6706b5bd7",  # `parts` shares what templates write
    "jinja2.environment:TemplateModule": "71fa522302fb318c",
    "jinja2.runtime:Context": "9842b24b224cff38",
    "mkdocs.utils.templates:": "6569297e359b72f7",
    "mkdocs.utils:normalize_url": "4fa680981feb6619",
    "mkdocs.utils.rendering:": "9a35c5affe5f6e66",  # `narrow` makes what this and all that follows make
    "markdown.core:": "3f96c203c9f9d3ca",
    "markdown.preprocessors:": "57e58af96a77240b",
    "markdown.htmlparser:": "3a7a0427daf14570",
    "markdown.blockparser:": "46448ee53d7ec5d5",
    "markdown.blockprocessors:": "8b0e0bd08ba8bb58",
    "markdown.treeprocessors:": "efb2c4214959cef3",
    "markdown.postprocessors:": "c5094a0f149c0ee5",
    "markdown.serializers:": "d284a95f1f621daf",
    "markdown.extensions.attr_list:": "511b8a0a68e3aa07",
    "markdown.extensions.def_list:": "7319df6b8557cead",
    "markdown.extensions.fenced_code:": "6e975e3f9d86c329",
    "markdown.extensions.md_in_html:": "aa66b9808866f00c",
    "markdown.extensions.tables:": "99393f43fa209d4b",
    "markdown.extensions.toc:": "babdd3d46fb49892",
}


def require_known_mkdocs(state: State) -> None:
    """Raise Unaccelerated where something in the list changed; looked up once for the installed packages."""
    installed = repr((other_values(()), TOUCHES))
    if not state.checked(installed):
        if changed := changed_touches():
            raise Unaccelerated(f"another MkDocs than the accelerator knows: {', '.join(changed)} changed")
        state.check(installed)


def changed_touches() -> list[str]:
    """The names in the list that are gone, or whose source is another one."""
    return [name for name, known in TOUCHES.items() if source_hash(name) != known]


def source_hash(name: str) -> str:
    """The hash of the source of `module:object` or of a whole `module:`; empty if there is none."""
    module, _, path = name.partition(":")
    try:
        found = importlib.import_module(module)
        source = inspect.getsource(getattr(found, path) if path else found)
    except (ImportError, AttributeError, OSError, TypeError):
        return ""
    return hashlib.blake2b(source.encode("utf-8"), digest_size=8).hexdigest()
