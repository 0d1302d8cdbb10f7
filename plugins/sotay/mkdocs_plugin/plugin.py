"""The plugin: each event takes, calls, gives back."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import clean_directory
from mkdocs.utils.templates import TemplateContext

from sotay.engine.build_sites import AskedState
from sotay.mkdocs_plugin.asked_state import asked_state
from sotay.mkdocs_plugin.build_state import BuildState, begin
from sotay.mkdocs_plugin.config import SotayConfig
from sotay.mkdocs_plugin.log import log
from sotay.mkdocs_plugin.refusal import as_plugin_error
from sotay.mkdocs_plugin.site_files import contents, metadata, navigation, put_pages
from sotay.mkdocs_plugin.site_look import Look, put_look
from sotay.mkdocs_plugin.source_date import source_date
from sotay.mkdocs_plugin.whose_site import whose_site
from sotay.model.release import Edition
from sotay.rendering.json_in_html import json_in_html
from sotay.rendering.stored_gzip import stored_gzip


class SotayPlugin(BasePlugin[SotayConfig]):  # type: ignore[no-untyped-call] # MkDocs does not type it
    """Builds the portal from the root's mkdocs.yml, and an agency's site from the one in its folder."""

    state: BuildState
    """The site being built; set before each build."""
    asked: AskedState
    """Which state of the province that site shows."""
    look: Look
    """The styles, scripts, fonts and pictures of that site."""
    written_to: str | None = None
    """The output folder from the moment that MkDocs has emptied it."""

    def __init__(self) -> None:
        """Make a plugin that has built nothing yet."""
        super().__init__()
        self.until_done = ExitStack()
        """What lasts for one build: the files of a past state, and the date that MkDocs takes for today."""
        self.told: AskedState | None = None
        """What to show, if another plugin found out already and this one stands among the files of that state."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Watch the sources, and go to where the files of the state that is asked for lie."""
        self.written_to, there = None, config
        with as_plugin_error():
            config.watch += [folder for folder in whose_site(config).sources if folder not in config.watch]
            if self.told:
                self.asked = self.told
            else:
                self.asked, there = asked_state(self.config, config, self.until_done)
        return config if there is config else self._hand_over(there)

    def _hand_over(self, there: MkDocsConfig) -> MkDocsConfig:
        """Let the configuration of a past state build it, with its own plugins, as it would if it stood there."""
        (heir,) = (plugin for plugin in there.plugins.values() if isinstance(plugin, SotayPlugin))
        heir.told = self.asked
        heir.until_done.push(self.until_done.pop_all())
        return there.plugins.on_config(there)

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Write every page in memory, or refuse, while the old output is still in place."""
        self.until_done.enter_context(source_date(self.asked.day))
        with as_plugin_error():
            self.state = begin(whose_site(config), self.asked, config.site_url or None)

    # After other plugins: no Markdown file that one of them adds may be published.
    @event_priority(-50)
    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Put our pages in the place of every Markdown file."""
        self.written_to = config.site_dir
        if config.nav is not None:
            log.warning("mục “nav” trong mkdocs.yml bị bỏ qua: các mục chính do sotay đặt. Hãy xóa mục đó.")
        self.look = put_look(files, config)
        put_pages(files, self.state, config)
        config.nav = navigation(self.state)
        return files

    def on_env(self, env: Environment, /, *, config: MkDocsConfig, files: Files) -> Environment:
        """Give the templates the frame, and the addresses of what the site looks like."""
        env.globals["frame"] = self.state.site.frame
        env.globals["is_internal"] = self.state.edition is Edition.INTERNAL
        env.globals["asset"] = self.look.address
        env.globals["modules"] = self.look.modules
        env.filters["as_data"] = json_in_html
        return env

    def on_page_markdown(self, markdown: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Leave nothing to MkDocs' own Markdown."""
        page.meta = dict(metadata(self.state.pages[page.file.src_uri]))
        return ""

    def on_page_content(self, html: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Give our HTML."""
        ours = self.state.pages[page.file.src_uri]
        page.toc = contents(ours.headings)
        return ours.html

    def on_page_context(
        self, context: TemplateContext, /, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give the theme the page as we know it."""
        context["sheet"] = self.state.pages[page.file.src_uri]  # type: ignore[typeddict-unknown-key]
        return context

    # After other plugins: what they write at the end still has the date of the build.
    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the packed sitemap so that it is the same on every machine, and let go of what the build needed."""
        sitemap = Path(config.site_dir, "sitemap.xml")
        if sitemap.is_file():
            sitemap.with_suffix(".xml.gz").write_bytes(stored_gzip(sitemap.read_bytes()))
        self.until_done.close()

    def on_build_error(self, *, error: Exception) -> None:
        """Leave no half of a site; a build that was refused has not touched the old one."""
        self.until_done.close()
        if self.written_to:
            clean_directory(self.written_to)
