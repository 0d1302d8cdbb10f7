"""Whatever two control blocks say: the exact edits are exact, and nothing that a fingerprint covers changes in silence."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from sotay.history.fingerprint import fingerprint
from sotay.model.document import Body, Document, DocumentFile
from sotay.model.source import Source
from sotay.model.stated_content import stated_keys
from sotay.redline.changes import Fate
from sotay.redline.field_changes import field_changes
from sotay.redline.key_edits import key_edits
from sotay.redline.list_pairs import Named, pair_items
from tests.support.any_values import any_value, two_versions
from tests.support.applied_redlines import apply_edits, new_runs, old_runs

versions = two_versions(Document)
blocks = any_value(Document)
names = st.lists(st.sampled_from(["Tờ khai", "tờ khai", "Tờ khai mới", "Giấy chứng sinh", "Giấy", "…", ""]), max_size=7)


def of_control(control: Document) -> str:
    return fingerprint(DocumentFile(Source("x.md", ""), control, Body("", 1, (), ())), {})


@given(blocks, blocks)
def test_edits_turn_any_control_block_into_any_other(one: Document, other: Document) -> None:
    old, new = stated_keys(one), stated_keys(other)
    assert apply_edits(old, key_edits(old, new)) == new


@given(versions)
def test_edits_are_made_exactly_where_the_fingerprint_breaks(pair: tuple[Document, Document]) -> None:
    old, new = pair
    edits = key_edits(stated_keys(old), stated_keys(new))
    assert bool(edits) == (of_control(old) != of_control(new))


@given(versions)
def test_every_key_that_was_edited_is_told_and_no_other(pair: tuple[Document, Document]) -> None:
    old, new = pair
    edited = {edit.path[0] for edit in key_edits(stated_keys(old), stated_keys(new))}
    told = {change.field for change in field_changes(old, new)}
    terms = {"time_limit", "fees", "channels"}
    assert told - terms == edited - terms
    assert bool(told & terms) == bool(edited & terms)


@given(versions)
def test_every_change_has_a_sentence_and_the_values_that_its_fate_wants(pair: tuple[Document, Document]) -> None:
    for change in field_changes(*pair):
        assert change.subject
        assert change.sentence[-2:] not in {": ", "→ ", "; "}
        assert "\n" not in change.sentence
        assert change.fate is not Fate.KEPT
        if change.fate is Fate.INSERTED:
            assert not change.old or change.old in change.new or "thêm" in change.sentence
        if change.words:
            assert "".join(run.text for run in old_runs(change.words)) == change.old
            assert "".join(run.text for run in new_runs(change.words)) == change.new


@given(versions)
def test_what_matters_to_a_citizen_comes_first(pair: tuple[Document, Document]) -> None:
    matters = [change.matters for change in field_changes(*pair)]
    assert matters == sorted(matters, reverse=True)


@given(names, names)
def test_every_item_of_two_lists_is_paired_once_or_not_at_all(old: list[str], new: list[str]) -> None:
    pairing = pair_items([Named(name, name) for name in old], [Named(name, name) for name in new], 0.5)
    assert sorted([*(pair.old for pair in pairing.pairs), *pairing.gone]) == list(range(len(old)))
    assert sorted([*(pair.new for pair in pairing.pairs), *pairing.added]) == list(range(len(new)))
    stayed = [pair.old for pair in pairing.pairs if not pair.is_moved]
    assert stayed == sorted(stayed)
    equal = (Counter(name for name in old if name) & Counter(name for name in new if name)).total()
    assert sum(old[pair.old] == new[pair.new] for pair in pairing.pairs) >= equal
