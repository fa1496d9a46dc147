"""One round of the preview: generate with drafts, build the site, and tell what came of it as a value."""

from __future__ import annotations

import logging
import re
import traceback
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import yaml
from jinja2 import TemplateError, TemplateSyntaxError
from mkdocs.exceptions import ConfigurationError, MkDocsException

from generator.build import generate
from generator.clock import today_in_vietnam
from generator.diagnostics import Diagnostic, Spot, diagnose, has_errors
from generator.output.write import ForeignDirectory
from generator.site.address import site_address
from generator.site.engine import SiteBuildFailed, build_site, preview_docs

_FRAME = re.compile(r'^ +File "([^<>"\n]+)", line (\d+)', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a round found; the site is the new one only if it succeeded.

    `failure` says why no site was built of content without errors; `trace` is there when that is a bug. `mount` is
    the path of the site's address, `files` how many files of the site changed.
    """

    diagnostics: tuple[Diagnostic, ...] = ()
    failure: tuple[str, ...] = ()
    trace: str = ""
    mount: str | None = None
    files: int = 0

    @property
    def succeeded(self) -> bool:
        """Whether the site shows what was saved."""
        return not self.failure and not has_errors(self.diagnostics)


def play_round(project: Path) -> Outcome:
    """Bring the preview's tree and site up to date; whatever goes wrong, the last good site stays."""
    try:
        return _build(project)
    except Exception as error:
        return failed(error, project)


def _build(project: Path) -> Outcome:
    address = read_address(project)
    if isinstance(address, Diagnostic):
        return Outcome(diagnostics=(address,))
    today = today_in_vietnam()
    run = generate(project, preview_docs(project), address=address, today=today, drafts=True)
    found = tuple(run.diagnostics)
    if run.written is None:
        return Outcome(found)
    with warnings() as told:
        try:
            site = build_site(project, quiet=True, preview=True)
        except SiteBuildFailed as error:
            return Outcome(found, failed(error, project, told).failure)
    touched = len(site.added) + len(site.changed) + len(site.removed)
    return Outcome(found, mount=urlsplit(site.address).path or "/", files=touched)


def read_address(project: Path) -> str | Diagnostic:
    """The address of the site, or why mkdocs.yml cannot be read."""
    try:
        return site_address(project)
    except UnicodeDecodeError as error:
        return diagnose("not-utf8", Spot("mkdocs.yml"), position=error.start + 1)
    except ConfigurationError as error:
        mark, detail = None, str(error)
        if isinstance(cause := error.__context__, yaml.MarkedYAMLError):
            mark, detail = cause.problem_mark or cause.context_mark, cause.problem or detail
        return diagnose("yaml-error", Spot("mkdocs.yml", mark.line + 1 if mark else 1), detail=detail)


@contextmanager
def warnings() -> Iterator[list[str]]:
    """Collects what MkDocs warns of, each message once."""
    told: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: told.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    try:
        yield told
    finally:
        logger.removeHandler(handler)


def failed(error: Exception, project: Path, told: Iterable[str] = ()) -> Outcome:
    """What an error means: MkDocs has told of its own, one of a template names its place, a bug has its trace."""
    if isinstance(error, SiteBuildFailed | ForeignDirectory | MkDocsException):
        return Outcome(failure=tuple(dict.fromkeys(told)) or (str(error),))
    trace = "".join(traceback.format_exception(error))  # with what another process noted of it
    frames = _FRAME.findall(trace)
    places = [frame for frame in frames if not frame[0].endswith(".py")]
    words = f"{type(error).__name__}: {error.message if isinstance(error, TemplateSyntaxError) else error}"
    if isinstance(error, TemplateSyntaxError) and error.filename:
        places.append((error.filename, str(error.lineno)))
    if places:
        path = Path(places[-1][0])
        name = path.relative_to(project).as_posix() if path.is_relative_to(project) else str(path)
        words = f"{name}, dòng {places[-1][1]}: {words}"
    of_template = isinstance(error, TemplateError) or (bool(places) and frames[-1] == places[-1])
    return Outcome(failure=(words,), trace="" if of_template else trace)
