"""Writes down a decision: the fingerprints of what was approved, as data.

Reads: an examined province, and what the person who keeps the decisions says of the signed paper.
Returns: the decision, with everything that speaks against it; nothing is written here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sotay.errors import CannotIssue, UnknownAgency
from sotay.history.fingerprint import override_fingerprint
from sotay.model.decision import Action, Decision, DecisionItem, DecisionKind
from sotay.model.document import DocumentFile
from sotay.model.province import AgencyFiles
from sotay.model.schema import DECISION_NUMBER
from sotay.rules.approval.decision_file import decision_file_name
from sotay.rules.examination import Examination


@dataclass(frozen=True)
class DecisionRequest:
    """What is asked for: which agency's decision, and what it does."""

    agency: str
    number: str
    signed: date
    effective_date: date
    signed_by: str
    subject: str | None = None
    codes: tuple[str, ...] = ()
    """Documents to issue or, where another agency owns them, to adopt."""
    withdraw: tuple[str, ...] = ()
    """Documents to withdraw."""
    overrides: tuple[str, ...] = ()
    """Procedures for which the agency's own terms are permitted."""


@dataclass(frozen=True)
class IssuedDecision:
    """A decision and where its file belongs."""

    path: str
    """Relative to the repository."""
    decision: Decision


def issue_documents(examination: Examination, request: DecisionRequest) -> IssuedDecision:
    """Make the decision; raises CannotIssue naming everything that is missing, and UnknownAgency."""
    province = examination.province
    agency = province.agency_by_id.get(request.agency)
    if agency is None:
        raise UnknownAgency(request.agency, ", ".join(sorted(province.agency_ids)))
    obstacles = list(_obstacles(examination, agency, request))
    if obstacles:
        raise CannotIssue("; ".join(vi for vi, _ in obstacles) + ".", "; ".join(en for _, en in obstacles) + ".")
    items = (*_issued(examination, agency, request), *_withdrawn(request), *_overridden(agency, request))
    decision = Decision(
        number=request.number,
        date=request.signed.isoformat(),
        effective_date=request.effective_date.isoformat(),
        signed_by=request.signed_by,
        kind=_kind(items),
        subject=request.subject,
        documents=items,
    )
    return IssuedDecision(f"sites/{agency.id}/decisions/{decision_file_name(decision)}", decision)


def _obstacles(examination: Examination, agency: AgencyFiles, request: DecisionRequest) -> Iterator[tuple[str, str]]:
    """Yield what stands against the decision, in Vietnamese and English."""
    known = examination.province.document_by_code
    if not DECISION_NUMBER.fullmatch(request.number):
        yield f"số “{request.number}” không có dạng 45/QĐ-STP", f"the number “{request.number}” is not like 45/QĐ-STP"
    if agency.agency.person(request.signed_by) is None:
        yield (
            f"không có người “{request.signed_by}” trong agency.yml",
            f"agency.yml has no person “{request.signed_by}”",
        )
    for code in (*request.codes, *request.withdraw, *request.overrides):
        if code not in known:
            yield f"không có tài liệu {code}", f"there is no document {code}"
    for code in request.codes:
        if code in known:
            yield from _obstacles_of(known[code], agency, request.number)
    own = {override.procedure for override in agency.agency.overrides if override.decision == request.number}
    for code in request.overrides:
        if code not in own:
            yield (
                f"agency.yml không có quy định riêng cho {code} theo quyết định {request.number}",
                f"agency.yml has no own terms for {code} under decision {request.number}",
            )
    if not (request.codes or request.withdraw or request.overrides):
        yield "chưa nêu tài liệu nào", "no document is named"


def _obstacles_of(document: DocumentFile, agency: AgencyFiles, number: str) -> Iterator[tuple[str, str]]:
    code, stated = document.code, document.control.decision or ""
    if document.version is None:
        yield f"{code} chưa ghi “version”", f"{code} states no version"
    elif document.control.owner == agency.id and stated != number:
        yield f"{code} ghi “decision: {stated}”, khác số {number}", f"{code} says “decision: {stated}”, not {number}"


def _issued(examination: Examination, agency: AgencyFiles, request: DecisionRequest) -> Iterator[DecisionItem]:
    for code in request.codes:
        document = examination.province.document_by_code[code]
        action = Action.ISSUE if document.control.owner == agency.id else Action.ADOPT
        print_ = examination.fingerprints[code]
        item = DecisionItem(code=code, action=action, version=document.version, fingerprint=print_)
        yield item.model_copy(update={"valid_to": document.control.valid_to})


def _withdrawn(request: DecisionRequest) -> Iterator[DecisionItem]:
    for code in request.withdraw:
        yield DecisionItem(code=code, action=Action.WITHDRAW)


def _overridden(agency: AgencyFiles, request: DecisionRequest) -> Iterator[DecisionItem]:
    for override in agency.agency.overrides:
        if override.procedure in request.overrides and override.decision == request.number:
            permitted = override_fingerprint(override)
            yield DecisionItem(code=override.procedure, action=Action.OVERRIDE, fingerprint=permitted)


def _kind(items: Sequence[DecisionItem]) -> DecisionKind:
    actions = {item.action for item in items}
    if actions == {Action.OVERRIDE}:
        return DecisionKind.LOCAL_TERMS
    return DecisionKind.ADOPT if Action.ADOPT in actions and Action.ISSUE not in actions else DecisionKind.ISSUE
