"""Reading files of national records."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sotay.errors import BadInput
from sotay.sources.tthc_records import read_records
from sotay.usecases.importing.tthc_record import RecordError, TthcRecord
from tests.support.national_records import a_record

RECORD = json.dumps(a_record(), ensure_ascii=False).encode()


def written(folder: Path, *lines: bytes, end: bytes = b"\n") -> Path:
    path = folder / "records.jsonl"
    path.write_bytes(end.join(lines))
    return path


def reasons(path: Path) -> list[tuple[int, str]]:
    return [(line, r.reason.vi) for _, line, r in read_records([path]) if isinstance(r, RecordError)]


def test_records_come_with_their_file_and_line(tmp_path: Path) -> None:
    path = written(tmp_path, RECORD, b"", b"  ", RECORD)
    assert [(p, line, type(r)) for p, line, r in read_records([path])] == [
        (path.as_posix(), 1, TthcRecord),
        (path.as_posix(), 4, TthcRecord),
    ]


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(tmp_path: Path) -> None:
    path = written(tmp_path, b"\xef\xbb\xbf" + RECORD, RECORD, b"", end=b"\r\n")
    assert [line for _, line, _ in read_records([path])] == [1, 2]
    assert reasons(path) == []


def test_one_bad_line_does_not_stop_the_others(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        RECORD,
        b'{"ten_thu_tuc": ',
        b"[1]",
        b'{"ten_thu_tuc": "\xff"}',
        b'{"linh_vuc": "X"}',
        b'{"ten_thu_tuc": "A", "ten_thu_tuc": "B"}',
        b'{"ten_thu_tuc": "A", "x": NaN}',
        b"[" * 100_000,
        b'{"ten_thu_tuc": "A", "x": ' + b"9" * 5000 + b"}",
        RECORD,
    )
    assert reasons(path) == [
        (2, "không phải JSON (ký tự thứ 16)"),
        (3, "không phải một đối tượng JSON"),
        (4, "không phải UTF-8 (byte thứ 18)"),
        (5, "không có tên thủ tục (ten_thu_tuc)"),
        (6, "khóa “ten_thu_tuc” có hai lần"),
        (7, "không phải JSON dùng được"),
        (8, "không phải JSON dùng được"),
        (9, "không phải JSON dùng được"),
    ]
    assert [line for _, line, r in read_records([path]) if isinstance(r, TthcRecord)] == [1, 10]


def test_a_file_that_cannot_be_opened_stops_before_anything_is_read(tmp_path: Path) -> None:
    path = written(tmp_path, RECORD)
    with pytest.raises(BadInput, match="không mở được tệp"):
        next(read_records([path, tmp_path / "absent.jsonl"]))
    with pytest.raises(BadInput):
        next(read_records([tmp_path]))
