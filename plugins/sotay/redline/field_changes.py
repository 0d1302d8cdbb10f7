"""Two control blocks to what a reader is told: every fact that changed, what matters most to a citizen first.

Reads: the control blocks of two versions, and the names behind their ids.
Returns: changes in words. A key that has no words of its own is told by its title in the schema, and what changed
only in how it is written is told as just that; so nothing that a fingerprint covers changes in silence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from sotay.model.document import Document
from sotay.model.stated_content import stated_keys
from sotay.redline.changes import FieldChange
from sotay.redline.fields.attachments import attachment_changes
from sotay.redline.fields.authority import (
    administrative_field_changes,
    applicant_changes,
    authority_changes,
    legal_basis_changes,
    level_changes,
    national_code_changes,
    title_changes,
)
from sotay.redline.fields.channels import channel_changes
from sotay.redline.fields.control import control_changes, control_keys
from sotay.redline.fields.difference import Difference, as_change
from sotay.redline.fields.dossier import dossier_changes
from sotay.redline.fields.fees import fee_changes
from sotay.redline.fields.outcome import condition_changes, result_changes
from sotay.redline.fields.steps import step_changes
from sotay.redline.fields.time_limits import time_limit_changes
from sotay.redline.fields.value_words import title_of, value_words
from sotay.redline.names import Names
from sotay.redline.single_blanks import with_single_blanks

_NO_NAMES = Names()


@dataclass(frozen=True, slots=True)
class _Family:
    """Facts that are told together."""

    keys: frozenset[str]
    """A change of any of them may change what is told."""
    tell: Callable[[Document, Document], Iterable[FieldChange]]


def field_changes(old: Document, new: Document, names: Names = _NO_NAMES) -> tuple[FieldChange, ...]:
    """Return what changed between two control blocks, in words."""
    olds, news = stated_keys(old), stated_keys(new)
    differing = [key for key in type(new).model_fields if olds.get(key) != news.get(key)]
    if not differing:
        return ()
    before, after = with_single_blanks(old), with_single_blanks(new)
    families = _families(names)
    told = [change for family in families for change in _told(family, differing, before, after)]
    known = frozenset(key for family in families for key in family.keys)
    told += [_by_title(key, before, after) for key in differing if key not in known]
    return tuple(sorted(told, key=lambda change: not change.matters))


def _told(family: _Family, differing: Sequence[str], old: Document, new: Document) -> Iterator[FieldChange]:
    """What a family tells of the keys that differ; a key that it has nothing to say of is told by its title."""
    here = [key for key in differing if key in family.keys]
    told = [*family.tell(old, new)] if here else []
    yield from told
    is_one_fact = family.keys == _TERMS
    said = {change.field for change in told}
    for key in here:
        if key not in said and not (is_one_fact and said):
            yield as_change(key, Difference(title_of(Document, key), "", ""))


def _by_title(key: str, old: Document, new: Document) -> FieldChange:
    before, after = (value_words(getattr(control, key)) for control in (old, new))
    return as_change(key, Difference(title_of(type(new), key), before, after))


_TERMS = frozenset({"time_limit", "fees", "channels"})
"""What holds for ways of filing: a limit that passes from the procedure to each way changes three keys and no fact."""


def _terms(old: Document, new: Document) -> Iterator[FieldChange]:
    yield from time_limit_changes(old, new)
    yield from fee_changes(old, new)
    yield from channel_changes(old, new)


def _families(names: Names) -> Sequence[_Family]:
    """Everything that has words of its own, what matters most to a citizen first."""
    return (
        _Family(_TERMS, _terms),
        _Family(frozenset({"dossier"}), dossier_changes),
        _Family(frozenset({"conditions"}), condition_changes),
        _Family(frozenset({"applicants"}), applicant_changes),
        _Family(frozenset({"results"}), result_changes),
        _Family(frozenset({"authority"}), authority_changes),
        _Family(frozenset({"levels"}), level_changes),
        _Family(frozenset({"title"}), title_changes),
        _Family(frozenset({"attachments"}), attachment_changes),
        _Family(frozenset({"steps"}), partial(step_changes, names=names)),
        _Family(frozenset({"legal_basis"}), legal_basis_changes),
        _Family(frozenset({"tthc"}), national_code_changes),
        _Family(frozenset({"field"}), partial(administrative_field_changes, names=names)),
        _Family(control_keys(), partial(control_changes, names=names)),
    )
