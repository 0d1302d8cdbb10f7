"""A text file that is replaced as a whole: what was there stays until the new text is complete."""

from __future__ import annotations

import os
from pathlib import Path

from sotay.errors import BadInput


def read_text_or_none(path: Path) -> str | None:
    """Return the text of a file, None if there is none; raises BadInput if it is no text or cannot be opened."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"không đọc được tệp {path}: {error}.", f"cannot read the file {path}: {error}.") from error


def write_text(path: Path, text: str) -> None:
    """Write a text in the place of a file; raises BadInput if that is not possible."""
    new = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        new.write_text(text, encoding="utf-8", newline="\n")
        new.replace(path)
    except OSError as error:
        new.unlink(missing_ok=True)
        raise BadInput(f"không ghi được tệp {path}: {error}.", f"cannot write the file {path}: {error}.") from error
