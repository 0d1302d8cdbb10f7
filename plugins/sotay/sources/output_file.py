"""A file that a command was told to write its result to."""

from __future__ import annotations

from pathlib import Path

from sotay.errors import BadInput


def write_output(path: Path, text: str) -> None:
    """Write a text as it is, also to a device; raises BadInput if that is not possible."""
    try:
        path.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        why = error.strerror or str(error)
        raise BadInput(f"không ghi được {path}: {why}.", f"cannot write {path}: {why}.") from error
