"""The list of old findings holds for any findings."""

from __future__ import annotations

from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st

from sotay.errors import BadInput
from sotay.model.finding import Finding, Severity
from sotay.model.phrase import Phrase
from sotay.model.source import Place
from sotay.rendering.standing_fingerprints import standing_fingerprints
from sotay.usecases.baseline import baseline_of, baseline_text, compare, read_baseline, shrunk

_SAID = Phrase("Sửa.", "Mend.")
findings = st.lists(
    st.builds(
        lambda path, line, code, fact: Finding(
            Place(path, line), code, Severity.ERROR, Phrase(fact, fact), _SAID, _SAID
        ),
        st.sampled_from(["a.md", "ngõ/b.md"]),
        st.integers(1, 9),
        st.sampled_from(["ST101", "ST407"]),
        st.sampled_from(["thiếu khóa", "quá hạn"]),
    ),
    max_size=12,
)


@given(findings, findings)
def test_every_finding_is_either_new_or_waiting(old: list[Finding], now: list[Finding]) -> None:
    compared = compare(now, baseline_of(old))
    assert sorted(map(str, compared.new + compared.waiting)) == sorted(map(str, now))
    assert len(compared.waiting) + compared.mended.total() == len(old)


@given(findings, findings)
def test_a_list_that_was_tightened_has_nothing_to_tighten_and_lets_the_same_wait(
    old: list[Finding], now: list[Finding]
) -> None:
    tight = shrunk(baseline_of(old), now)
    assert compare(now, tight).mended.total() == 0
    assert compare(now, tight).new == compare(now, baseline_of(old)).new
    assert all(tight[entry] <= baseline_of(old)[entry] for entry in tight)


@given(findings)
def test_a_list_is_read_as_it_was_written(old: list[Finding]) -> None:
    assert read_baseline("x", baseline_text(baseline_of(old))) == baseline_of(old)


@given(findings)
def test_no_two_findings_have_one_fingerprint_and_lines_do_not_matter(found: list[Finding]) -> None:
    fingerprints = standing_fingerprints(found)
    assert len(set(fingerprints)) == len(found)
    moved = [Finding(Place(f.place.path, 99), f.code, f.severity, f.fact, f.basis, f.remedy) for f in found]
    assert standing_fingerprints(moved) == fingerprints


@given(
    st.text(max_size=40)
    | st.recursive(st.none() | st.integers() | st.text(max_size=5), st.lists, max_leaves=5).map(str)
)
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(BadInput):
        read_baseline("x", text)
