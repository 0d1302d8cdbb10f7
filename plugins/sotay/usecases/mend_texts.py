"""Mends in the texts of a province what has only one right form, and touches nothing else.

Reads: a province, the texts it was read from, and the files to be mended exactly as they stand on disk.
Returns: for each such file its new text, what was mended, and what was left alone because it has been approved.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sotay.markup.allowances import Allowance, read_allowances
from sotay.markup.key_order import CODE as KEY_ORDER
from sotay.markup.key_order import first_out_of_order
from sotay.markup.mend_yaml import number_edits, order_edits, parts_of, quoting_edits, same_saying
from sotay.model.province import Province
from sotay.model.source import ProblemKind, Source
from sotay.text.legacy_encoding import legacy_lines
from sotay.text.look_alikes import may_hold_look_alikes
from sotay.text.mending import Edit, apply_edits, fitting_edits, has_odd_signs, letter_edits, sign_edits, twin_edits
from sotay.text.mending_numbers import may_have_slips
from sotay.text.normal import is_clean
from sotay.usecases.approved_texts import ApprovedTexts
from sotay.usecases.assemble_province import assemble_province
from sotay.usecases.check_province import is_within

_MOST_ROUNDS = 20
_DECISION = re.compile(r"sites/[^/]+/decisions/")
"""What was signed is never touched."""


@dataclass(frozen=True, slots=True)
class Mended:
    """What became of one file."""

    path: str
    """Relative to the repository."""
    before: str
    """The text as it stood, with its own line ends."""
    after: str
    """The text as it should stand."""
    done: tuple[Edit, ...]
    """What was mended; lines are those of the text before."""
    held: tuple[Edit, ...]
    """What has been approved as it stands, so that only a new version may change it."""

    @property
    def is_changed(self) -> bool:
        """Whether there is anything to write."""
        return self.before != self.after


def to_be_mended(province: Province, within: Collection[str] = ()) -> tuple[str, ...]:
    """Return the paths of the files, of all or of the given files and folders, that may have something to mend."""
    documents = {document.source.path for document in province.documents}
    return tuple(
        source.path
        for source in province.sources
        if source.text
        and is_within(source.path, within)
        and not _DECISION.match(source.path)
        and _may_need_mending(source, is_document=source.path in documents)
    )


def _may_need_mending(source: Source, *, is_document: bool) -> bool:
    text = source.text
    if not is_clean(text) or has_odd_signs(text) or may_hold_look_alikes(text) or may_have_slips(text):
        return True
    unquoted = any(problem.kind is ProblemKind.UNQUOTED for problem in source.problems)
    return unquoted or (is_document and first_out_of_order(top_level_keys(source)) is not None)


def top_level_keys(source: Source) -> list[str]:
    """Return the top-level keys of a file in the order in which they stand."""
    return [str(path[0]) for path in source.lines if len(path) == 1]


def mend_texts(province: Province, texts: Mapping[str, str], written: Mapping[str, str]) -> tuple[Mended, ...]:
    """Mend files; `written` gives their texts as they stand, line ends and all."""
    if not written:
        return ()
    approved = ApprovedTexts(province, texts)
    documents = {document.source.path for document in province.documents}
    mended = (_mended(path, text, approved, is_document=path in documents) for path, text in written.items())
    return tuple(one for one in mended if one.is_changed or one.held)


def _mended(path: str, before: str, approved: ApprovedTexts, *, is_document: bool) -> Mended:
    """Mend a file pass by pass, until there is nothing left that may be mended."""
    text, done = before, list[Edit]()
    let_off = read_allowances(path, _read(before))
    passes = [_letters, _twins, _signs, _quotes, number_edits, *([_order] if is_document else [])]
    for _ in range(_MOST_ROUNDS):
        round_before, held = text, list[Edit]()
        for find in passes:
            found = [edit for edit in find(path, text) if not _is_let_off(edit, let_off)]
            free, kept = _sorted_out(path, text, found, approved)
            held += kept
            done += free
            text = apply_edits(text, free)
        if text == round_before:
            break
    once = {(edit.line, edit.code): edit for edit in held}
    return Mended(path, before, text, tuple(done), tuple(once[key] for key in sorted(once)))


def _sorted_out(
    path: str, text: str, edits: Sequence[Edit], approved: ApprovedTexts
) -> tuple[tuple[Edit, ...], list[Edit]]:
    """Those of the edits that may be made, and those that a decision forbids; what would change a value is neither."""
    says_the_same = same_saying(path, text)
    sound = fitting_edits(text, edits, says_the_same)
    free = fitting_edits(text, sound, lambda after: says_the_same(after) and approved.stays(path, _read(after)))
    chosen = set(free)
    return free, [edit for edit in sound if edit not in chosen]


def _is_let_off(edit: Edit, let_off: Sequence[Allowance]) -> bool:
    """Whether the author asked to leave a place as it is; the order of keys is one place for the whole file."""
    return any(one.code == edit.code and (one.covers(edit.line) or edit.code == KEY_ORDER) for one in let_off)


def _read(text: str) -> str:
    """A text as a province is read from it."""
    return text.replace("\r\n", "\n")


def _letters(_: str, text: str) -> list[Edit]:
    return _in_unicode(text, letter_edits(text))


def _twins(_: str, text: str) -> list[Edit]:
    return _in_unicode(text, twin_edits(text))


def _signs(path: str, text: str) -> list[Edit]:
    return _in_unicode(text, sign_edits(text, parts_of(path, text).body_start))


def _in_unicode(text: str, edits: list[Edit]) -> list[Edit]:
    """Leave out the lines in an old encoding: their odd letters say what was meant, and must not get lost."""
    old = {line.number for line in legacy_lines(text)} if edits else set()
    return [edit for edit in edits if edit.line not in old]


def _source(path: str, text: str) -> Source:
    """The YAML of a file read on its own, with its faults of form."""
    yaml = text[: parts_of(path, text).body_start]
    sources = assemble_province({path: _read(yaml)}).sources
    return next((source for source in sources if source.path == path), Source(path, text))


def _quotes(path: str, text: str) -> list[Edit]:
    return quoting_edits(path, text, _source(path, text).problems)


def _order(path: str, text: str) -> list[Edit]:
    source = _source(path, text)
    return order_edits(path, text) if not source.problems and first_out_of_order(top_level_keys(source)) else []
