"""Pairs of control blocks show in which sentences a reader is told what changed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from sotay.markup.read_document import read_document
from sotay.model.document import Document
from sotay.model.stated_content import stated_keys
from sotay.redline.field_changes import field_changes
from sotay.redline.key_edits import key_edits
from sotay.redline.names import Names, names_of
from tests.support.applied_redlines import apply_edits
from tests.support.builders import Archive, a_document_text

CASES = sorted(Path(__file__).resolve().parent.glob("facts-*.md"))
PARTS = re.compile(r"^=== (before|after|expect)\n", re.MULTILINE)


@dataclass(frozen=True)
class Case:
    why: str
    before: Document
    after: Document
    expected: list[str]


def a_case(path: Path) -> Case:
    why, *parts = PARTS.split(path.read_text(encoding="utf-8"))
    said = dict(zip(parts[::2], parts[1::2], strict=True))
    return Case(why, control(said["before"]), control(said["after"]), said["expect"].splitlines())


def control(keys: str) -> Document:
    stated = re.findall(r"^(\w+):", keys, re.MULTILINE)
    dull = a_document_text(**{"kind": "procedure", "code": "QT-HT-01", **dict.fromkeys(stated)})
    written = re.sub(r"^\w+: ~\n", "", keys, flags=re.MULTILINE)
    document = read_document("procedures/ho-tich/QT-HT-01.md", dull.replace("---\n", f"---\n{written}", 1))
    assert document.source.problems == ()
    return document.control


@cache
def names() -> Names:
    return names_of(Archive().province())


def sentences(before: Document, after: Document) -> list[str]:
    changes = field_changes(before, after, names())
    outer = [change.sentence for change in changes if change.matters]
    inner = [change.sentence for change in changes if not change.matters]
    return [*outer, "---", *inner] if inner else outer


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_changed_is_said_in_these_sentences(path: Path) -> None:
    case = a_case(path)
    assert sentences(case.before, case.after) == case.expected


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_exact_edits_give_the_new_control_block(path: Path) -> None:
    case = a_case(path)
    for old, new in ((case.before, case.after), (case.after, case.before)):
        olds, news = stated_keys(old), stated_keys(new)
        edits = key_edits(olds, news)
        assert apply_edits(olds, edits) == news
        assert bool(edits) == bool(sentences(old, new))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_case_says_why_it_is_there(path: Path) -> None:
    assert a_case(path).why.strip()


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 24
