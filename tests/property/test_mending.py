"""Whatever is wrong with a file, mending it twice is mending it once, and nothing but the named places changes."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from sotay.history.fingerprint import Fingerprints, fingerprint
from sotay.markup.key_order import first_out_of_order
from sotay.markup.mend_yaml import same_saying
from sotay.markup.read_document import read_document
from sotay.text.mending import apply_edits, letter_edits
from sotay.text.normal import is_clean, mend, suspects
from sotay.usecases.assemble_province import assemble_province
from sotay.usecases.mend_texts import mend_texts, to_be_mended
from tests.support.builders import a_decision, a_decision_text, an_agency_text, issuing
from tests.support.mending import mended, mending
from tests.support.strategies import A_DOCUMENT, odd_texts, spoilt_bytes, spoilt_documents

PATH = "procedures/ho-tich/QT-HT-01.md"
PASTED = (
    *"\u00a0\u3000\u200b\u2028\x85\x0b\u0323\u00d0\uf0b7\uff1a\uff03\uff11\u0430#:-'\"|>{[&*\n ",
    "\u00a0# ",
    ":\u00a0",
    "\u00a0\u00a0\n",
    "\u200b---\n",
    "\n\u00a0\u00a0\u00a0\u00a0",
    " 123/2015/ND -CP ",
    "\nversion: 1.10\n",
    "\n# ghi chú\n",
)
INVISIBLE = "\u200b\u200e\u00ad\ufeff\u2066\x7f"


@st.composite
def documents_with_odd_letters(draw: st.DrawFn) -> str:
    """Draw a good document into whose words someone typed decomposed, invisible and foreign letters."""
    letters = list(unicodedata.normalize("NFC", A_DOCUMENT))
    inside = [i for i in range(1, len(letters)) if letters[i - 1].isalpha() and letters[i].isalpha()]
    for index in draw(st.lists(st.sampled_from(inside), min_size=1, max_size=12, unique=True)):
        letter = letters[index]
        match draw(st.sampled_from(["apart", "invisible", "foreign"])):
            case "apart":
                letters[index] = unicodedata.normalize("NFD", letter)
            case "invisible":
                letters[index] = draw(st.sampled_from(INVISIBLE)) + letter
            case "foreign":
                letters[index] = {"Đ": "\u00d0", "đ": "\u0256"}.get(letter, letter)
    return "".join(letters)


@st.composite
def documents_with_moved_keys(draw: st.DrawFn) -> str:
    """Draw a good document whose top-level keys, with comments above them, stand in another order."""
    _, yaml, body = A_DOCUMENT.split("---\n", 2)
    blocks: list[str] = []
    for line in yaml.splitlines(keepends=True):
        if line[0].isspace() or line.startswith("-"):
            blocks[-1] += line
        else:
            blocks.append(draw(st.sampled_from(["", "", "# ghi chú\n", "\n"])) + line)
    return f"---\n{''.join(draw(st.permutations(blocks)))}---\n{body}"


@given(documents_with_odd_letters())
def test_a_document_with_odd_letters_is_the_document_again(text: str) -> None:
    after = mended(PATH, text)
    assert not list(suspects(after))
    assert after == unicodedata.normalize("NFC", A_DOCUMENT)


@given(documents_with_moved_keys())
def test_keys_come_back_into_order_and_the_document_says_the_same(text: str) -> None:
    after = mended(PATH, text)
    keys = [line.partition(":")[0] for line in after.split("---\n")[1].splitlines() if line[:1].isalpha()]
    assert first_out_of_order(keys) is None
    assert sorted(after.splitlines()) == sorted(text.splitlines())
    assert fingerprint(read_document(PATH, after), {}) == fingerprint(read_document(PATH, A_DOCUMENT), {})


@st.composite
def documents_with_anything_anywhere(draw: st.DrawFn) -> str:
    """Draw a good document into which someone pasted what breaks search, YAML or Markdown."""
    text = A_DOCUMENT
    for place in draw(st.lists(st.integers(0, len(A_DOCUMENT)), min_size=1, max_size=8)):
        text = text[:place] + draw(st.sampled_from(PASTED)) + text[place:]
    return text


def assert_mended_well(text: str) -> None:
    """Every line that is not named stays, as does their number; and a second time there is nothing left to do."""
    one = mending(PATH, text)
    if not any(edit.code == "ST138" for edit in one.done):
        before, after = one.before.split("\n"), one.after.split("\n")
        named = {edit.line for edit in one.done}
        assert len(before) == len(after)
        assert all(
            old == new for line, (old, new) in enumerate(zip(before, after, strict=True), 1) if line not in named
        )
    assert mended(PATH, one.after) == one.after


@given(spoilt_documents())
def test_a_spoilt_document_is_mended_where_it_says_so_and_only_once(text: str) -> None:
    assert_mended_well(text)


@given(spoilt_bytes())
def test_a_document_with_spoilt_bytes_is_mended_where_it_says_so_and_only_once(text: str) -> None:
    assert_mended_well(text)


@given(documents_with_anything_anywhere())
def test_a_document_with_anything_in_it_is_mended_where_it_says_so_and_says_what_it_said(text: str) -> None:
    assert_mended_well(text)
    assert same_saying(PATH, text)(mended(PATH, text))


@given(documents_with_anything_anywhere())
def test_what_a_decision_approved_is_still_approved_after_mending(text: str) -> None:
    texts = {PATH: text, "sites/so-tu-phap/agency.yml": an_agency_text()}
    approved = set(Fingerprints(assemble_province(texts).documents).values())
    items = [issuing("QT-HT-01", "1.0", print_) for print_ in approved]
    texts["sites/so-tu-phap/decisions/2026-45.yml"] = a_decision_text(a_decision("45", symbol="STP", documents=items))
    province = assemble_province(texts)
    for one in mend_texts(province, texts, {path: texts[path] for path in to_be_mended(province)}):
        texts[one.path] = one.after
    assert approved == set(Fingerprints(assemble_province(texts).documents).values())


@given(odd_texts.map(lambda text: text.replace("\r", "")))
def test_line_ends_stay_what_they_were(body: str) -> None:
    text = f"{A_DOCUMENT}{body}\n"
    assert mended(PATH, text.replace("\n", "\r\n")) == mended(PATH, text).replace("\n", "\r\n")


@given(odd_texts)
def test_letters_are_mended_in_place_exactly_as_the_whole_text_would_be(text: str) -> None:
    in_one_line = "".join(" " if mend(c) == "\n" != c else c for c in text)
    after = apply_edits(in_one_line, letter_edits(in_one_line))
    assert after == mend(in_one_line)
    assert is_clean(apply_edits(text, letter_edits(text)))
