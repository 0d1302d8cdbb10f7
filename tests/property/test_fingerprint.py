"""A fingerprint holds while a document is only laid out anew, and breaks with any digit of what it says."""

from __future__ import annotations

import io
import re
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from sotay.history.fingerprint import fingerprint
from sotay.markup.front_matter import split_front_matter
from sotay.markup.read_document import read_document
from tests.support.strategies import A_DOCUMENT

DIGIT = re.compile(r"\d")
WORDS = st.lists(
    st.sampled_from(["Nộp", "hồ sơ", "trong", "03 ngày", "*nghiêng*", "**đậm**", "1.001193"]), min_size=1, max_size=12
)


def of_text(text: str) -> str:
    return fingerprint(read_document("procedures/ho-tich/QT-HT-01.md", text), {})


def with_body(body: str) -> str:
    parts = split_front_matter(A_DOCUMENT)
    assert parts
    return f"---\n{parts.yaml}---\n\n{body}"


@given(WORDS, st.data())
def test_where_lines_are_broken_does_not_count(words: list[str], data: st.DataObject) -> None:
    breaks = [data.draw(st.sampled_from([" ", "\n"])) for _ in words]
    broken = "".join(word + end for word, end in zip(words, breaks, strict=True)).rstrip()
    assert of_text(with_body("Mở: " + broken + "\n")) == of_text(with_body("Mở: " + " ".join(words) + "\n"))


@st.composite
def dumpings(draw: st.DrawFn) -> str:
    """Draw the front matter written by another program: other style, other width, keys in another order."""
    parts = split_front_matter(A_DOCUMENT)
    assert parts
    yaml = YAML(typ="rt")
    data: Any = yaml.load(parts.yaml)
    for key in draw(st.permutations(sorted(data))):
        data.move_to_end(key)
    yaml.default_flow_style = draw(st.sampled_from([False, None]))
    yaml.width = draw(st.sampled_from([40, 80, 4096]))
    yaml.indent(mapping=draw(st.sampled_from([2, 4])), sequence=4, offset=2)
    written = io.StringIO()
    yaml.dump(data, written)
    return f"---\n{written.getvalue()}---\n{parts.body}"


@given(dumpings())
def test_how_the_front_matter_is_written_does_not_count(text: str) -> None:
    assert read_document("procedures/ho-tich/QT-HT-01.md", text).source.problems == ()
    assert of_text(text) == of_text(A_DOCUMENT)


@given(st.data())
def test_any_digit_that_is_changed_breaks_the_fingerprint(data: st.DataObject) -> None:
    found = data.draw(st.sampled_from(list(DIGIT.finditer(A_DOCUMENT))))
    digit = data.draw(st.sampled_from("0123456789").filter(lambda digit: digit != found[0]))
    text = A_DOCUMENT[: found.start()] + digit + A_DOCUMENT[found.end() :]
    assume(not read_document("procedures/ho-tich/QT-HT-01.md", text).source.problems)
    assert of_text(text) != of_text(A_DOCUMENT)


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_two_amounts_have_one_fingerprint_only_if_they_are_equal(one: int, other: int) -> None:
    def with_fee(amount: int) -> str:
        return of_text(A_DOCUMENT.replace("  - amount: 0\n", f"  - amount: {amount}\n"))

    assert (with_fee(one) == with_fee(other)) == (one == other)
