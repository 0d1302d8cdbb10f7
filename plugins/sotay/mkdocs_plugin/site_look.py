"""How a site looks: its styles, scripts, fonts and pictures, in one folder named by the hash of all that is in it.

Reads: the files that themes brought.
Returns: where ours lie. What lies under such an address never changes, so that servers may let it be kept for
a year; addresses within the folder are relative, so that scripts find each other.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

_FOLDER = "assets/"
_STYLES = f"{_FOLDER}stylesheets/sotay/"
_BUNDLE = f"{_STYLES}site.css"
"""The list of the styles of every page; each lies beside it, so that addresses in it hold in the bundle too."""
_ON_SOME_PAGES = frozenset({f"{_STYLES}redline.css"})
_IMPORT = re.compile(r'^@import "(?P<name>[\w-]+\.css)";$', re.MULTILINE)
_MODULE = re.compile(r'^import [^;"]*"(?P<name>\.[^"]+)";$', re.MULTILINE)
_HASH_LENGTH = 12
_OURS = Path(__file__).resolve().parents[1] / "theme"


@dataclass(frozen=True, slots=True)
class Look:
    """The parts of which a site's look is made."""

    folder: str
    """Where all of them lie."""
    parts: Mapping[str, bytes]
    """What they hold, by their place in the folder."""

    def address(self, name: str) -> str:
        """Return the address of a part; raises PluginError if there is none of this name."""
        if name not in self.parts:
            raise PluginError(f"giao diện không có tệp “{name}”.")
        return self.folder + name

    def modules(self, name: str) -> tuple[str, ...]:
        """Return the addresses of a script and of all that it cannot start without, so that none waits for another."""
        needed = [name]
        for one in needed:
            beside = posixpath.dirname(one)
            named = _MODULE.findall(self.parts.get(one, b"").decode())
            found = (posixpath.normpath(posixpath.join(beside, other)) for other in named)
            needed += [other for other in dict.fromkeys(found) if other not in needed]
        return tuple(self.address(one) for one in needed)


def put_look(files: Files, config: MkDocsConfig) -> Look:
    """Put the site's look in the place of what the themes brought, and return it."""
    brought = {file.src_uri: file for file in files if _is_brought(file, config)}
    for file in brought.values():
        files.remove(file)
    parts = _parts({name: file.content_bytes for name, file in brought.items() if not _is_inherited(file, config)})
    look = Look(f"{_FOLDER}{_hash(parts)}/", parts)
    for name, content in parts.items():
        files.append(File.generated(config, look.address(name), content=content))
    return look


def _is_brought(file: File, config: MkDocsConfig) -> bool:
    return file.src_uri.startswith(_FOLDER) and file.src_dir in config.theme.dirs


def _is_inherited(file: File, config: MkDocsConfig) -> bool:
    """Whether a file belongs to a theme that ours extends; what a site's own theme folder has comes before ours."""
    order = [Path(folder).resolve() for folder in config.theme.dirs]
    return order.index(Path(file.src_dir or "").resolve()) > order.index(_OURS)


def _parts(found: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files to publish, by their place in the folder, in order; the styles of every page are one file."""

    def content(match: re.Match[str]) -> str:
        name = _STYLES + match["name"]
        if name not in found:
            raise PluginError(f"{_BUNDLE} nêu {match['name']}, nhưng không có tệp đó.")
        return found[name].decode()

    bundle = _IMPORT.sub(content, found[_BUNDLE].decode()).encode()
    kept = {name: text for name, text in found.items() if not name.startswith(_STYLES) or name in _ON_SOME_PAGES}
    return {name.removeprefix(_FOLDER): text for name, text in sorted({**kept, _BUNDLE: bundle}.items())}


def _hash(parts: Mapping[str, bytes]) -> str:
    whole = hashlib.sha256()
    for name, content in parts.items():
        whole.update(f"{name}\0{len(content)}\0".encode() + content)
    return whole.hexdigest()[:_HASH_LENGTH]
