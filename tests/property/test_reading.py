"""Whatever is done to a file, reading it and checking the province gives findings, never an exception."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sotay.markup.read_document import read_document
from sotay.markup.yaml_values import read_yaml
from sotay.usecases.assemble_province import assemble_province
from sotay.usecases.check_province import check_province
from sotay.usecases.ports import NoEarlierTexts
from tests.support.rule_examples import base_texts
from tests.support.strategies import VALUES, odd_texts, spoilt_bytes, spoilt_documents

PATH = "procedures/ho-tich/QT-HT-01.md"
FILES = sorted(base_texts())


def assert_told(text: str, path: str = PATH) -> None:
    """Check the province with a file replaced; every finding is complete and on a line of its file."""
    province = assemble_province({**base_texts(), path: text})
    for finding in check_province(province, date(2026, 10, 1), NoEarlierTexts()).findings:
        assert finding.fact.vi
        assert finding.fact.en
        assert finding.remedy.vi
        if finding.place.path == path:
            assert 1 <= finding.place.line <= text.count("\n") + 1 + text.count("\r") + text.count("\u2028")


@given(spoilt_documents())
def test_a_spoilt_document_is_told_what_is_wrong(text: str) -> None:
    assert_told(text)


@given(spoilt_bytes())
def test_a_document_with_spoilt_bytes_is_told_what_is_wrong(text: str) -> None:
    assert_told(text)


@given(st.sampled_from(FILES), st.data())
def test_any_file_can_lose_or_change_a_line(path: str, data: st.DataObject) -> None:
    lines = base_texts()[path].split("\n")
    index = data.draw(st.integers(0, len(lines) - 1))
    lines[index : index + 1] = data.draw(
        st.one_of(
            st.just([]),
            st.sampled_from(VALUES).map(lambda value: [f"{lines[index].partition(':')[0]}: {value}"]),
            odd_texts.map(lambda text: [lines[index], text]),
        )
    )
    assert_told("\n".join(lines), path)


@given(st.sampled_from(FILES), odd_texts)
def test_any_file_can_hold_any_text(path: str, text: str) -> None:
    assert_told(text, path)


@given(st.text("ab:-?[]{}&*!|>'\"%@` \n\t#,.0159~\u2028\x00", max_size=60))
def test_any_yaml_is_read_without_an_exception(text: str) -> None:
    read = read_yaml(text)
    assert all(1 <= problem.line <= len(text) + 1 for problem in read.problems)


@given(st.text("#-*_`~[](){}<>|\\!^:&;=+.0159ab \n\t\u00a0", max_size=80))
def test_any_markdown_is_read_without_an_exception(text: str) -> None:
    document = read_document("a/b.md", f"---\ncode: A-1\n---\n{text}")
    anchors = [section.anchor for section in document.body.sections]
    assert len(set(anchors)) == len(anchors)
