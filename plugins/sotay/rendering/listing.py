"""Lists of procedures: one line each, by field."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sotay.history.ledger import Standing
from sotay.model.procedure import Level
from sotay.rendering.key_facts import cost_words, time_words
from sotay.rendering.validity import Badge, badge
from sotay.text.collation import sort_key
from sotay.text.labels import LEVELS
from sotay.text.wording import channel_words
from sotay.usecases.publication import Entry, Publication

OTHER_FIELD = "Lĩnh vực khác"
OWNED = "chu-tri"
"""Where a list has the procedures that an agency answers for and others carry out."""


@dataclass(frozen=True, slots=True)
class ProcedureLine:
    """One procedure in a list."""

    title: str
    href: str
    code: str
    """The national code, or the document's own."""
    summary: str
    """Time and cost."""
    where: str
    """Who does it, and how to file."""
    badge: Badge | None
    """How it stands, unless simply in force."""


@dataclass(frozen=True, slots=True)
class FieldGroup:
    """The procedures of one field."""

    name: str
    anchor: str
    lines: tuple[ProcedureLine, ...]
    levels: str
    """At which levels they are carried out, in words."""


@dataclass(frozen=True, slots=True)
class FieldCard:
    """A field with the number of its procedures."""

    name: str
    href: str
    count: int


def count_words(count: int) -> str:
    """Return how many procedures an agency carries out; none is said in words."""
    return f"{count} thủ tục" if count else "chưa công bố thủ tục nào"


def field_cards(groups: Sequence[FieldGroup], list_href: str) -> tuple[FieldCard, ...]:
    """Return fields that lead to their places in a list."""
    return tuple(FieldCard(group.name, f"{list_href}#{group.anchor}", len(group.lines)) for group in groups)


def procedure_line(entry: Entry, href: str, day: date, who: str | None = None) -> ProcedureLine:
    """Return a line for a procedure; `who` names who does it, where that is not the agency of the site."""
    filing = channel_words(channel.kind for channel in entry.control.channels)
    return ProcedureLine(
        title=entry.control.title or entry.code,
        href=href,
        code=", ".join(entry.control.tthc) or entry.code,
        summary=" · ".join(part for part in (time_words(entry), cost_words(entry, day)) if part),
        where=" · ".join(part for part in (who, filing) if part),
        badge=None if entry.is_in_force else badge(entry),
    )


def by_field(
    entries: Iterable[Entry], lines: Sequence[ProcedureLine], publication: Publication
) -> tuple[FieldGroup, ...]:
    """Group lines by the field of their entries, in the order of the catalogue; within a field by title."""
    names = {field.id: field.name for field in publication.province.fields.value.entries}
    order = {field.id: field.order for field in publication.province.fields.value.entries}
    together: dict[str, list[ProcedureLine]] = {}
    levels: dict[str, set[Level]] = {}
    for entry, line in zip(entries, lines, strict=True):
        field = entry.control.field if entry.control.field in names else ""
        together.setdefault(field or "", []).append(line)
        levels.setdefault(field or "", set()).update(entry.control.levels)
    fields = sorted(together, key=lambda field: (field == "", order.get(field, 0), field))
    return tuple(
        FieldGroup(
            names.get(field, OTHER_FIELD),
            field or "linh-vuc-khac",
            tuple(sorted(together[field], key=lambda line: sort_key(line.title))),
            ", ".join(LEVELS[level] for level in Level if level in levels[field] and level is not Level.OTHER),
        )
        for field in fields
    )


def is_over(entry: Entry) -> bool:
    """Return whether a document is no more in force and nothing of it is to come."""
    return entry.standing in (Standing.WITHDRAWN, Standing.SUPERSEDED, Standing.LAPSED)


def field_name(entry: Entry, publication: Publication) -> str:
    """Return the name of a procedure's field."""
    names = {field.id: field.name for field in publication.province.fields.value.entries}
    return names.get(entry.control.field or "", OTHER_FIELD)
