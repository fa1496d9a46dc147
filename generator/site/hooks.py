"""What MkDocs calls back (mkdocs.yml, `hooks:`), so that `mkdocs build` and `mkdocs serve` generate first."""

from __future__ import annotations

import logging
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from generator.site.engine import GENERATED, preview_docs
from generator.site.policy import page_policy

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

SERVING: ContextVar[bool] = ContextVar("SERVING", default=False)
log = logging.getLogger("mkdocs.hooks.portal")


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remember whether a server runs: it outlives broken content."""
    SERVING.set(command == "serve")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Leave the sitemap to the generator; lead from the preview's navigation to the report that no other tree holds.

    Let pages carry their policy, but those of `mkdocs serve`, into which it puts an inline script of its own.
    """
    config.theme.static_templates.discard("sitemap.xml")
    if not SERVING.get():
        config.extra["policy"] = page_policy(config, _project(config) / "build" / ".cache" / "templates")
    if config.nav and _is_preview(config):
        from generator.library.addresses import EDITORS_REPORT

        config.nav.append(EDITORS_REPORT)
    return config


def on_pre_build(*, config: MkDocsConfig) -> None:
    """Bring the Markdown tree up to date; drafts go into the preview's folder alone."""
    if not GENERATED.get():
        _generate(config)


def _generate(config: MkDocsConfig) -> None:
    from mkdocs.exceptions import Abort

    from generator.build import generate
    from generator.clock import today_in_vietnam
    from generator.diagnostics import human
    from generator.output.write import ForeignDirectory, is_generated
    from generator.site.address import site_address

    target = Path(config.docs_dir)
    try:
        run = generate(
            _project(config),
            target,
            address=site_address(_project(config)),
            today=today_in_vietnam(),
            drafts=_is_preview(config),
        )
    except ForeignDirectory as error:
        raise Abort(str(error)) from error
    if run.written is not None:
        return
    message = f"{human(run.diagnostics)}\n\nNội dung có lỗi: giữ nguyên các trang lần trước."
    if not (SERVING.get() and is_generated(target)):
        raise Abort(message)
    log.error("%s", message)


def on_serve(server: LiveReloadServer, /, *, config: MkDocsConfig, builder: object) -> LiveReloadServer:
    """Watch the content alone: the tree made of it changes with every build."""
    server.unwatch(config.docs_dir)
    return server


def on_page_markdown(markdown: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Take a page's last change from its front matter: MkDocs would stamp the day of the build on its sitemap."""
    page.update_date = page.meta.get("lastmod", "")


def _project(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _is_preview(config: MkDocsConfig) -> bool:
    return Path(config.docs_dir) == preview_docs(_project(config))
