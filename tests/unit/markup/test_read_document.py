"""A file becomes a document whatever is wrong with it; what is wrong is a problem with its line."""

from __future__ import annotations

import pytest

from sotay.markup.read_document import read_document
from sotay.markup.read_values import read_values
from sotay.model.decision import Decision
from sotay.model.document import Document
from sotay.model.legal import LegalRegister
from sotay.model.source import ProblemKind
from sotay.usecases.assemble_province import assemble_province
from tests.support.builders import a_document, a_document_text


def test_lines_are_those_of_the_file() -> None:
    document = a_document()
    assert document.place("code").line == 2
    assert document.body.first_line == 15
    assert document.body.sections[0].line == 16


def test_a_file_without_front_matter_is_all_text_and_one_problem() -> None:
    document = read_document("a/QT-HT-01.md", "## Mục đích\n")
    assert [(problem.kind, problem.line) for problem in document.source.problems] == [(ProblemKind.UNREADABLE, 1)]
    assert document.control == Document()
    assert document.body.sections[0].title == "Mục đích"


def test_front_matter_that_is_no_mapping_leaves_an_empty_control_block() -> None:
    document = read_document("a/b.md", "---\n- a\n---\nThân bài.\n")
    assert document.control == Document()
    assert [problem.line for problem in document.source.problems] == [2]
    assert document.body.text == "Thân bài.\n"


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_ends_of_other_systems_change_nothing_that_is_said(ending: str) -> None:
    text = a_document_text()
    other = read_document("a/HD-MC-01.md", text.replace("\n", ending))
    assert other.control == read_document("a/HD-MC-01.md", text).control
    assert other.body.sections == read_document("a/HD-MC-01.md", text).body.sections


def test_three_hyphens_in_the_text_stay_in_the_text() -> None:
    assert "Hai." in a_document("Một.\n\n---\n\nHai.\n").body.text


def test_a_value_file_without_what_it_needs_is_none() -> None:
    source, value = read_values(Decision, "sites/a/decisions/2026-1.yml", "number: 1/QĐ-A\n")
    assert value is None
    assert source.problems


def test_an_unreadable_register_reads_as_empty() -> None:
    register = assemble_province({"procedures/legal.yml": "documents: [\n"}).legal
    assert register.value == LegalRegister()
    assert register.is_faulty
