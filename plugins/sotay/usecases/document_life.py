"""The life of a document: every version issued, and every text that was recorded without being issued.

Reads: an examined province, and everything that was ever recorded of the document.
Returns: a DocumentLife; it goes on where the file is gone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from sotay.errors import UnknownDocument, UnrecordedDocument
from sotay.history.fingerprint import fingerprint
from sotay.history.ledger import Period, Standing
from sotay.history.timeline import RecordedText
from sotay.model.agency import Agency
from sotay.model.decision import Action
from sotay.model.document import DocumentFile
from sotay.rules.examination import Examination
from sotay.text.fold import closest
from sotay.usecases.end_with_agency import end_with_agency
from sotay.usecases.ports import History


@dataclass(frozen=True)
class InForce:
    """A version at one agency: by which decision, from when to when."""

    agency: Agency
    """Whose decision it is."""
    period: Period
    """The version, its decision, and from when to when it held."""
    standing: Standing
    """How it stands on the day."""


@dataclass(frozen=True)
class IssuedVersion:
    """A version that its owner put into force."""

    issued: InForce
    """The decision that issued it."""
    adopted: tuple[InForce, ...]
    """Decisions of other agencies that apply it, by date of effect."""
    document: DocumentFile | None
    """Its text; None where no text has the fingerprint that the decision names."""
    recorded: RecordedText | None
    """Its text as it was first recorded; None where no commit has it."""


@dataclass(frozen=True)
class Draft:
    """A text that no decision ever issued."""

    document: DocumentFile
    """The text."""
    recorded: RecordedText | None
    """When it was first recorded; None for what only lies in the folder."""


@dataclass(frozen=True)
class DocumentLife:
    """Everything that became of a document."""

    code: str
    """Its code."""
    title: str | None
    """Its latest title."""
    path: str | None
    """Where its file is; None where it is gone."""
    versions: tuple[IssuedVersion, ...]
    """By date of effect."""
    drafts: tuple[Draft, ...]
    """In the order in which they were recorded."""


def document_life(code: str, examination: Examination, history: History) -> DocumentLife:
    """Tell the life of a document; raises UnknownDocument, and UnrecordedDocument for what no commit has."""
    present, recorded = examination.province.document_by_code.get(code), history.recorded(code)
    versions = [held for held in _held(code, examination) if held.period.action is Action.ISSUE]
    if not recorded and not versions:
        if present:
            raise UnrecordedDocument(present.source.path)
        known = history.codes | examination.province.codes
        raise UnknownDocument(code, closest(code, known))
    first = _first_recorded(recorded, history)
    issued = tuple(_version(held, examination, first) for held in versions)
    texts = {own: Draft(history.text_of(text), text) for own, text in first.items()}
    if present:
        texts.setdefault(_own_print(present), Draft(present, None))
    for version in issued:
        if version.document:
            texts.pop(_own_print(version.document), None)
    last = present or next((v.document for v in reversed(issued) if v.document), None)
    last = last or (history.text_of(recorded[-1]) if recorded else None)
    path = present.source.path if present else None
    return DocumentLife(code, last.control.title if last else None, path, issued, tuple(texts.values()))


def _version(held: InForce, examination: Examination, first: Mapping[str, RecordedText]) -> IssuedVersion:
    period = held.period
    document = examination.text_of(period)
    adopted = (
        other for other in _held(period.code, examination)
        if other.period.action is Action.ADOPT and other.period.fingerprint == period.fingerprint
    )  # fmt: skip
    by_effect = tuple(sorted(adopted, key=lambda other: (other.period.starts, other.agency.id)))
    return IssuedVersion(held, by_effect, document, first.get(_own_print(document)) if document else None)


def _held(code: str, examination: Examination) -> Iterator[InForce]:
    """Every period of a document at any agency, by date of effect."""
    found = (
        InForce(files.agency, period, period.standing(examination.day))
        for files in examination.province.agencies
        for period in end_with_agency(examination.ledgers[files.id], files.agency, examination).of(code)
    )
    yield from sorted(found, key=lambda held: (held.period.starts, held.period.decision.sequence))


def _first_recorded(recorded: Iterable[RecordedText], history: History) -> Mapping[str, RecordedText]:
    """The first recorded text of each content, by what it says: another layout is no other content."""
    found: dict[str, RecordedText] = {}
    for text in recorded:
        found.setdefault(_own_print(history.text_of(text)), text)
    return found


def _own_print(document: DocumentFile) -> str:
    """What a file says by itself, whatever its forms and its model say."""
    return fingerprint(replace(document, expanded=None), {})
