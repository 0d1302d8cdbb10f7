"""The plugin: each event takes, calls, gives back."""

from __future__ import annotations

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import clean_directory
from mkdocs.utils.templates import TemplateContext

from sotay.mkdocs_plugin.build_state import BuildState, begin
from sotay.mkdocs_plugin.config import SotayConfig, day_of
from sotay.mkdocs_plugin.log import log
from sotay.mkdocs_plugin.refusal import as_plugin_error
from sotay.mkdocs_plugin.site_files import contents, metadata, navigation, put_pages
from sotay.mkdocs_plugin.theme_assets import material_asset
from sotay.mkdocs_plugin.whose_site import whose_site


class SotayPlugin(BasePlugin[SotayConfig]):  # type: ignore[no-untyped-call] # MkDocs does not type it
    """Builds the portal from the root's mkdocs.yml, and an agency's site from the one in its folder."""

    state: BuildState
    """The site being built; set before each build."""
    written_to: str | None = None
    """The output folder from the moment that MkDocs has emptied it."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Watch the sources; work starts only with the build."""
        with as_plugin_error():
            config.watch += [folder for folder in whose_site(config).sources if folder not in config.watch]
        self.written_to = None
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Write every page in memory, or refuse, while the old output is still in place."""
        with as_plugin_error():
            self.state = begin(whose_site(config), day_of(self.config))

    # After other plugins: no Markdown file that one of them adds may be published.
    @event_priority(-50)
    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Put our pages in the place of every Markdown file."""
        self.written_to = config.site_dir
        if config.nav is not None:
            log.warning("mục “nav” trong mkdocs.yml bị bỏ qua: các mục chính do sotay đặt. Hãy xóa mục đó.")
        put_pages(files, self.state, config)
        config.nav = navigation(self.state)
        return files

    def on_env(self, env: Environment, /, *, config: MkDocsConfig, files: Files) -> Environment:
        """Give the templates the frame and the names of assets."""
        env.globals["frame"] = self.state.site.frame
        env.globals["material_asset"] = material_asset(env)
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

    def on_build_error(self, *, error: Exception) -> None:
        """Leave no half of a site; a build that was refused has not touched the old one."""
        if self.written_to:
            clean_directory(self.written_to)
