"""Which site a configuration file builds: its place in the repository says it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from sotay.errors import BadInput
from sotay.sources.province_files import find_root


@dataclass(frozen=True, slots=True)
class WhoseSite:
    """The repository, and the agency whose site is built."""

    root: Path
    agency: str | None
    """None for the portal."""

    @property
    def sources(self) -> tuple[str, str]:
        """The folders that a site is made of."""
        return str(self.root / "procedures"), str(self.root / "sites")


def whose_site(config: MkDocsConfig) -> WhoseSite:
    """Return what `mkdocs.yml` builds: at the root the portal, in `sites/<agency>/` that agency's site."""
    file = Path(config.config_file_path or "mkdocs.yml").resolve()
    root = find_root(file.parent)
    parts = file.relative_to(root).parts
    match parts:
        case (_,):
            return WhoseSite(root, None)
        case ("sites", agency, _):
            return WhoseSite(root, agency)
        case _:
            place = "/".join(parts)
            raise BadInput(
                f"{place} không ở đúng chỗ: cấu hình của Cổng ở gốc kho, của cơ quan ở sites/<cơ quan>/.",
                f"{place} is misplaced: the portal's belongs to the root, an agency's to sites/<agency>/.",
            )
