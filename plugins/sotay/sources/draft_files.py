"""The folder of drafts: writes what is new, and leaves alone what a person has touched.

Reads: the folder and its manifest, which holds the digest of every draft as it was last written.
Returns: what became of each draft; the manifest is written by `close`.
"""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

from sotay.errors import BadInput
from sotay.usecases.importing.report import Outcome

MANIFEST = ".sotay-import.json"
"""The file within the folder that remembers what imports wrote."""
_PREFIX = "sha256:"


class DraftFolder:
    """A folder of drafts while an import runs."""

    def __init__(self, root: Path) -> None:
        """Read the manifest and the names of the files that are there; raises BadInput if that cannot be done."""
        if root.exists() and not root.is_dir():
            raise BadInput(f"{root} không phải là thư mục.", f"{root} is not a folder.")
        self._root = root
        self._written = _read_manifest(root / MANIFEST)
        self._homes = {path.stem: path.relative_to(root).as_posix() for path in sorted(root.rglob("*.md"))}
        self._taken: set[str] = set()

    def put(self, path: str, text: str) -> tuple[Outcome, str]:
        """Write a draft if that destroys no one's work; return its fate and where it is."""
        code = Path(path).stem
        if code in self._taken:
            return Outcome.DUPLICATE, path
        self._taken.add(code)
        home = self._homes.get(code, path)
        if home != path:
            return Outcome.MOVED, home
        content = text.encode("utf-8")
        there = _digest_of(self._root / path)
        if there == _digest(content):
            self._written[path] = there
            return Outcome.UNCHANGED, path
        if there is None or there == self._written.get(path):
            _replace(self._root / path, content)
            self._written[path] = _digest(content)
            return Outcome.WRITTEN, path
        return Outcome.EDITED if path in self._written else Outcome.OCCUPIED, path

    def put_report(self, name: str, text: str) -> None:
        """Write a report beside the drafts; the one of the last import is replaced."""
        _replace(self._root / name, text.encode("utf-8"))

    def close(self) -> None:
        """Write the manifest."""
        drafts = dict(sorted(self._written.items()))
        content = json.dumps({"drafts": drafts}, ensure_ascii=False, indent=1) + "\n"
        _replace(self._root / MANIFEST, content.encode("utf-8"))


def _read_manifest(path: Path) -> dict[str, str]:
    try:
        drafts = json.loads(path.read_text(encoding="utf-8"))["drafts"]
        return {str(name): str(digest) for name, digest in drafts.items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadInput(
            f"không đọc được {path}: tệp này ghi lại lần nhập trước. "
            "Khôi phục tệp từ Git, hoặc xóa nó: khi đó dự thảo đã có được giữ nguyên.",
            f"cannot read {path}, which remembers the last import. "
            "Restore it from Git, or delete it: drafts that are there are then left alone.",
        ) from error


def _digest(content: bytes) -> str:
    # Git may have changed the line ends of a checked-out file; that is no edit.
    return _PREFIX + hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()


def _digest_of(path: Path) -> str | None:
    """Return the digest of a file, or None where there is none."""
    try:
        return _digest(path.read_bytes())
    except FileNotFoundError:
        return None
    except OSError as error:
        raise BadInput(f"không đọc được {path}: {error.strerror}.", f"cannot read {path}: {error.strerror}.") from error


def _replace(path: Path, content: bytes) -> None:
    """Put content in place of a file in one step; a file that has it already is not touched."""
    try:
        if path.is_file() and path.read_bytes() == content:
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f"{path.name}.{os.getpid()}.tmp")
        beside.write_bytes(content)
        beside.replace(path)
    except OSError as error:
        raise BadInput(
            f"không ghi được {path}: {error.strerror}.", f"cannot write {path}: {error.strerror}."
        ) from error
