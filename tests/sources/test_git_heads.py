"""What a text says of itself is what reading the whole document gives, only sooner."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sotay.history.timeline import Head
from sotay.markup.read_document import read_document
from sotay.model.source import ProblemKind
from sotay.model.version import Version
from sotay.sources.git import heads as git_heads
from sotay.sources.git.heads import head_of
from tests.support.builders import a_document_text
from tests.support.command import REPOSITORY

PIECES = [
    "code: QT-HT-01", 'code: "QT-HT-02"', "code: 'QT-HT-03' # mã", "code:", "code: [QT-HT-04]", "code: qt-04",
    'version: "1.0"', "version: 1.10", "version: '2.1'", "version: 3", "version: |", "version: >-", "version:",
    "  QT-HT-05", "  1.2", "  code: QT-HT-06", "- code: QT-HT-07", "# code: QT-HT-08", 'title: "mở', "title: 'mở",
    'đóng"', '  đóng"', "  đóng'", "keywords: [a,", "  b]", "keywords: {a: b", "  }", "title: Tên: code: X",
    "model: MH-01@1.0", "model:", "? code", ": QT-HT-09", "&a code: QT-HT-10", "<<: *a", "---", "--- ", "...", "\tcode: X",
    "code : QT-HT-11", "title: |", "  code: QT-HT-12", "", " ", "kind: procedure", "code:QT-HT-13", "\rcode: QT-HT-14",
]  # fmt: skip


def whole(text: str) -> Head:
    control = read_document("x.md", text).control
    return Head(control.code, control.version, bool(control.model))


@given(st.lists(st.sampled_from(PIECES), max_size=8))
@example(['title: "mở', "code: QT-HT-01", 'version: "1.0"', '  đóng"'])
@example(["code: QT-HT-01", "  QT-HT-05", 'version: "1.0"'])
def test_the_quick_way_never_says_anything_else(pieces: list[str]) -> None:
    text = "\n".join(["---", *pieces, "---", "", "code: QT-HT-99", ""])
    document = read_document("x.md", text)
    if any(problem.kind is ProblemKind.SYNTAX for problem in document.source.problems):
        return  # nothing of it holds, and no decision can issue it
    assert head_of(text.encode()) == whole(text)


def test_ordinary_documents_are_not_read_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(git_heads, "read_yaml")
    texts = [path.read_bytes() for path in sorted(REPOSITORY.glob("procedures/**/*.md"))]
    heads = [head_of(text) for text in texts]
    assert len(heads) > 50
    assert all(head and head.code and head.version for head in heads)


@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_marks_at_the_start_and_line_ends_do_not_matter(start: bytes, end: bytes) -> None:
    content = start + a_document_text(code="QT-HT-01").encode().replace(b"\n", end)
    assert head_of(content) == Head("QT-HT-01", Version(1, 0))


def test_what_is_no_text_has_no_head() -> None:
    assert head_of(b"---\ncode: QT-HT-01\n---\n\xff") is None
    assert head_of(b"x" * 1_000_001) is None
    assert head_of(("a" + "\u0301" * 40).encode()) is None


def test_a_text_without_front_matter_says_nothing_of_itself() -> None:
    assert head_of("Chỉ là chữ.\n".encode()) == Head(None, None)
    assert head_of(b"---\ncode: QT-HT-01\n") == Head(None, None)
