"""Pictures beside documents: a site publishes those that it shows, and no others.

Reads: the files that MkDocs found, and the pages of the site.
Returns: the pictures that no page and no style sheet of the site shows, such as one of an internal document or a draft.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from mkdocs.structure.files import File

from sotay.rendering.site_page import SitePage

_PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg"})
_EMBLEMS = ("logo", "favicon")
"""How the names of pictures begin that belong to a site as a whole."""


def unshown_pictures(files: Iterable[File], pages: Iterable[SitePage], docs_dir: str) -> Iterator[File]:
    """Yield the pictures of a documents folder that nothing on its site shows."""
    own = [file for file in files if file.src_dir == docs_dir]
    styles = "".join(file.content_string for file in own if file.src_uri.endswith(".css"))
    html = [page.html for page in pages]
    for file in own:
        path = PurePosixPath(file.src_uri)
        if path.suffix.lower() in _PICTURES and not path.name.lower().startswith(_EMBLEMS):
            is_shown = path.name in styles or any(f'{file.src_uri}"' in text for text in html)
            if not is_shown:
                yield file
