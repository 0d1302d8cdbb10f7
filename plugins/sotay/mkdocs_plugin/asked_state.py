"""The state that one build shows, and where its files lie until the build has ended.

Reads: the options of the plugin, and the configuration that MkDocs read.
Returns: the day, the knowledge and the edition; for a past state the configuration of that commit.
"""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from sotay.engine.build_sites import AskedState
from sotay.engine.past_tree import past_tree
from sotay.errors import BuildRefused
from sotay.mkdocs_plugin.config import SotayConfig, day_of, edition_of, known_at_of
from sotay.mkdocs_plugin.whose_site import whose_site


def asked_state(options: SotayConfig, config: MkDocsConfig, until_done: ExitStack) -> tuple[AskedState, MkDocsConfig]:
    """Return what a build is for, and the configuration to build with: that of the commit for a past state.

    What lies on disk only for this build goes when `until_done` is closed.
    """
    root = whose_site(config).root
    tree = until_done.enter_context(past_tree(root, known_at_of(options)))
    asked = AskedState(day_of(options), tree.known_at, edition_of(options))
    return asked, config if tree.root == root else _configuration_of(tree.root, root, config)


def _configuration_of(folder: Path, root: Path, config: MkDocsConfig) -> MkDocsConfig:
    """The configuration of the same site as it was; only where and how strictly to build is said today."""
    file = folder / Path(config.config_file_path).resolve().relative_to(root)
    if not file.is_file():
        name = file.relative_to(folder).as_posix()
        raise BuildRefused(
            f"phiên bản đó của kho chưa có {name}, nên trang này chưa có.",
            f"that commit has no {name} yet, so there was no such site.",
        )
    return load_config(config_file=str(file), site_dir=config.site_dir, strict=config.strict)
