"""What a pull request changes: which documents, in which words, whom it touches, what must be decided next.

Reads: two examinations of a province on one day, before and after the change.
Returns: a Review; findings are held against each other elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from sotay.history.fingerprint import named_forms
from sotay.model.agency import Agency
from sotay.model.decision import Decision
from sotay.model.finding import Finding
from sotay.model.province import AgencyFiles, Province
from sotay.redline.changes import Redline
from sotay.redline.compare import compare
from sotay.redline.names import Names, names_of
from sotay.rules.examination import Examination
from sotay.usecases.review.changed_files import ChangedFile, changed_files
from sotay.usecases.review.changed_terms import ChangedTerms, changed_terms
from sotay.usecases.review.needed_decisions import (
    Need,
    applying_agencies,
    decisions_to_issue,
    decisions_to_withdraw,
    is_running,
    issuing_decision,
)


class ChangeKind(StrEnum):
    """What a change does to a document."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    FOLLOWS = "follows"
    """Its file is as it was, but a form or model that is a part of it changed: what was approved is another text."""
    MOVED = "moved"
    """Its file lies elsewhere; what it says is the same."""
    LAYOUT = "layout"
    """The file looks otherwise, but says the same: no decision is needed."""
    UNREAD = "unread"
    """Its file is damaged before or after the change, so that nothing certain can be said of it."""


@dataclass(frozen=True, slots=True)
class ChangedDocument:
    """One document that the change touches."""

    code: str
    title: str
    kind: ChangeKind
    path: str
    """Its file; of a removed document the one it had."""
    because: tuple[str, ...]
    """The codes of forms and of the model that are a part of it and changed."""
    redline: Redline | None
    """What changed, where it was there before and still is."""
    owner: Agency | None
    applied_by: tuple[Agency, ...]
    """Agencies that had it in force on the day, its owner apart."""
    issued_by: Decision | None
    """The owner's decision that covers the new text, if there is one."""
    needs: tuple[Need, ...]
    """Decisions that are still to be taken, the owner's first."""


@dataclass(frozen=True, slots=True)
class ChangedDecision:
    """A decision that the change adds."""

    agency: Agency
    decision: Decision


@dataclass(frozen=True)
class Review:
    """What a change does."""

    reference: str
    """What the user calls that with which it was compared."""
    documents: tuple[ChangedDocument, ...]
    """By path."""
    terms: tuple[ChangedTerms, ...]
    """Own terms of agencies, by agency."""
    decisions: tuple[ChangedDecision, ...]
    """Decisions that came with it."""
    other_files: tuple[ChangedFile, ...]
    """Other files that it adds, changes or removes: registers, agencies, pages, attached files."""
    decided_by: tuple[Agency, ...]
    """Agencies whose own files it changes."""
    faulty: tuple[str, ...]
    """Files beside documents that could not be read as a whole; what follows from them may be missing here."""
    new_findings: tuple[Finding, ...] = ()
    """What the rules have against it and had not before."""
    mended: int = 0
    """How many old errors and warnings it does away with."""

    @property
    def agencies(self) -> tuple[Agency, ...]:
        """Every agency that it touches: owners, those that apply a document, those whose files it changes."""
        found = {agency.id: agency for document in self.documents for agency in _touched(document)}
        found |= {agency.id: agency for agency in self.decided_by}
        return tuple(sorted(found.values(), key=lambda agency: (agency.order, agency.id)))


def review_change(before: Examination, after: Examination, reference: str) -> Review:
    """Say what changed from one state of a province to another."""
    was, now = before.province, after.province
    return Review(
        reference=reference,
        documents=tuple(sorted(_documents(before, after), key=lambda document: (document.path, document.code))),
        terms=tuple(changed_terms(before, after)),
        decisions=tuple(_decisions(was, now)),
        other_files=tuple(changed_files(was, now)),
        decided_by=tuple(_with_own_files(was, now)),
        faulty=tuple(_faulty(now)),
    )


def _touched(document: ChangedDocument) -> Iterator[Agency]:
    if document.kind not in (ChangeKind.LAYOUT, ChangeKind.MOVED):
        yield from (agency for agency in (document.owner,) if agency)
        yield from document.applied_by


def _documents(before: Examination, after: Examination) -> Iterator[ChangedDocument]:
    codes = before.province.document_by_code.keys() | after.province.document_by_code.keys()
    for change in (_Change(code, before, after) for code in codes):
        kind = change.kind()
        if kind:
            yield change.told(kind)


class _Change:
    """One document before and after."""

    def __init__(self, code: str, before: Examination, after: Examination) -> None:
        self._code = code
        self._before = before
        self._after = after
        self._was = before.province.document_by_code.get(code)
        self._now = after.province.document_by_code.get(code)

    def kind(self) -> ChangeKind | None:
        """What happened to it, or None."""
        was, now = self._was, self._now
        if was is None:
            return ChangeKind.UNREAD if self._code in self._before.province.codes else ChangeKind.ADDED
        if now is None:
            return ChangeKind.UNREAD if self._code in self._after.province.codes else ChangeKind.REMOVED
        is_same_file = was.source.text == now.source.text
        if self._before.fingerprints.get(self._code) == self._after.fingerprints.get(self._code):
            is_same_place = was.source.path == now.source.path
            return ChangeKind.MOVED if not is_same_place else None if is_same_file else ChangeKind.LAYOUT
        if was.source.is_cut or now.source.is_cut:
            return ChangeKind.UNREAD
        if is_same_file and self._because:
            # Of a text that nobody approved, nothing was broken.
            return ChangeKind.FOLLOWS if is_running(self._code, self._after) else None
        return ChangeKind.CHANGED

    def told(self, kind: ChangeKind) -> ChangedDocument:
        """Everything that is said of it."""
        document = self._now or self._was
        if document is None:
            raise KeyError(self._code)
        identifier = document.control.owner or ""
        owner = self._after.province.agency_by_id.get(identifier)
        had = owner or self._before.province.agency_by_id.get(identifier)
        is_said = owner is not None and kind in _DECIDED
        return ChangedDocument(
            code=self._code,
            title=document.control.title or self._code,
            kind=kind,
            path=document.source.path,
            because=self._because,
            redline=self._redline() if kind is ChangeKind.CHANGED else None,
            owner=had.agency if had else None,
            applied_by=tuple(applying_agencies(self._code, had, self._before)),
            issued_by=issuing_decision(self._now, owner, self._after) if is_said and self._now and owner else None,
            needs=tuple(self._needs(owner)) if is_said and owner else (),
        )

    def _needs(self, owner: AgencyFiles) -> Iterator[Need]:
        if self._now is None:
            return decisions_to_withdraw(self._code, owner, self._after)
        return decisions_to_issue(self._now, owner, self._after)

    @cached_property
    def _because(self) -> tuple[str, ...]:
        """The forms and the model of a document that are not what they were."""
        if self._was is None or self._now is None:
            return ()
        old, new = self._before.fingerprints, self._after.fingerprints
        parts = named_forms(self._now) | {(self._now.control.model or "").partition("@")[0]} - {""}
        return tuple(sorted(code for code in parts if old.get(code) != new.get(code)))

    def _redline(self) -> Redline | None:
        """What changed, without facts of which one side could not be read: they are neither new nor gone."""
        was, now = self._was, self._now
        if was is None or now is None:
            return None
        redline = compare(was, now, self._after.shared(_names))
        told = (f for f in redline.fields if not (was.source.refuses(f.field) or now.source.refuses(f.field)))
        return replace(redline, fields=tuple(told))


_DECIDED = (ChangeKind.ADDED, ChangeKind.REMOVED, ChangeKind.CHANGED, ChangeKind.FOLLOWS)
"""What cannot come into force without a decision."""


def _names(examination: Examination) -> Names:
    return names_of(examination.province)


def _decisions(before: Province, after: Province) -> Iterator[ChangedDecision]:
    """Decisions that are neither in a file that was there nor under a number and day that were known."""
    paths = {file.source.path for files in before.agencies for file in files.decisions}
    known = {(files.id, d.value.number, d.value.date) for files in before.agencies for d in files.decisions}
    for files in after.agencies:
        for file in files.decisions:
            if file.source.path not in paths and (files.id, file.value.number, file.value.date) not in known:
                yield ChangedDecision(files.agency, file.value)


def _with_own_files(before: Province, after: Province) -> Iterator[Agency]:
    """Agencies whose own file or decisions are not what they were, also those that came or went."""
    old, new = before.agency_by_id, after.agency_by_id
    for identifier in old.keys() | new.keys():
        if _own(old.get(identifier)) != _own(new.get(identifier)):
            yield (new.get(identifier) or old[identifier]).agency


def _own(files: AgencyFiles | None) -> frozenset[str]:
    if files is None:
        return frozenset()
    return frozenset({files.file.source.text, *(decision.source.text for decision in files.decisions)})


def _faulty(province: Province) -> Iterator[str]:
    """Settings, registers, agencies and decisions from which needs and names follow."""
    lost = {source.path for source in province.unreadable}
    for source in province.sources:
        if source.path.endswith(".yml") and (source.problems or source.path in lost):
            yield source.path
