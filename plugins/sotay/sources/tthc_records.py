"""Files of national records, one JSON object a line.

Reads: files as bytes; a byte order mark, blank lines and Windows line ends are accepted.
Returns: every line that holds something, as a record or with the reason why it is none.
"""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, NamedTuple, NoReturn

from sotay.errors import BadInput
from sotay.model.phrase import Phrase
from sotay.usecases.importing.tthc_record import RecordError, TthcRecord, read_record


class RecordLine(NamedTuple):
    """One line of a file."""

    path: str
    """The file, as named by the user, with forward slashes."""
    line: int
    """Counted from 1."""
    record: TthcRecord | RecordError
    """What it holds."""


class _DuplicateKeyError(ValueError):
    """An object that states a key twice: one of the two values would be lost."""


def read_records(paths: Sequence[Path]) -> Iterator[RecordLine]:
    """Yield the lines of files one after the other; raises BadInput first if one of them cannot be opened."""
    for path in paths:
        with _open(path):
            pass
    for path in paths:
        with _open(path) as file:
            for number, raw in enumerate(file, start=1):
                content = raw.removeprefix(codecs.BOM_UTF8) if number == 1 else raw
                if content.strip():
                    yield RecordLine(path.as_posix(), number, _record(content))


def _open(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as error:
        raise BadInput(
            f"không mở được tệp {path}: {error.strerror}. Kiểm tra tên tệp và quyền đọc.",
            f"cannot open the file {path}: {error.strerror}. Check its name and permissions.",
        ) from error


def _record(content: bytes) -> TthcRecord | RecordError:
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return RecordError(
            Phrase(f"không phải UTF-8 (byte thứ {error.start + 1})", f"not UTF-8 (byte {error.start + 1})")
        )
    try:
        value = json.loads(text.rstrip(), object_pairs_hook=_object, parse_constant=_refuse)
    except _DuplicateKeyError as error:
        return RecordError(Phrase(f"khóa “{error}” có hai lần", f"the key “{error}” is stated twice"))
    except json.JSONDecodeError as error:
        return RecordError(
            Phrase(f"không phải JSON (ký tự thứ {error.pos + 1})", f"not JSON (character {error.pos + 1})")
        )
    except (ValueError, RecursionError):
        return RecordError(Phrase("không phải JSON dùng được", "not usable JSON"))
    return read_record(value)


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise _DuplicateKeyError(key)
        found[key] = value
    return found


def _refuse(constant: str) -> NoReturn:
    """Refuse NaN and Infinity, which are not JSON."""
    raise ValueError(constant)
