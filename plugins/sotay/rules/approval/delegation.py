"""ST218, ST219, ST228: authority that was lent is complete, bounded in time, and not held by two heads at once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from sotay.model.agency import Agency, Approval, Person
from sotay.model.document import DocumentKind
from sotay.model.finding import Severity
from sotay.model.phrase import Phrase
from sotay.model.province import FileOf
from sotay.model.source import KeyPath
from sotay.rules.approval.authority import first_day_open, overlap, own_authority
from sotay.rules.examination import Examination
from sotay.rules.rule import READABLE, AgencyRule, Findings
from sotay.rules.words.kind_words import kind_words
from sotay.rules.words.suggestion import did_you_mean

_AUTHORITY = Phrase("TCVN ISO 9001:2015, 5.3", "TCVN ISO 9001:2015, 5.3")


class DelegationComplete(AgencyRule):
    """Lent authority comes from one who held it himself, has an end, and names the paper that lends it."""

    code = "ST218"
    title = Phrase(
        "Việc giao quyền, giao phụ trách đủ người giao, thời hạn, văn bản", "Delegated or acting authority is complete"
    )
    fact = Phrase("thẩm quyền của “{person}”: {what}", "the authority of “{person}”: {what_en}")
    basis = _AUTHORITY
    remedy = Phrase("{what_to_do}.", "{what_to_do_en}.")
    requires = READABLE | {"ST219"}

    def check(self, file: FileOf[Agency], examination: Examination) -> Findings:
        if file.source.refuses("people"):
            return
        for path, person, approval in approvals_of(file.value):
            for key, what, what_to_do in _faults(person, approval, file.value):
                yield self.found(
                    file.place(*path, key),
                    person=person.id,
                    what=what.vi,
                    what_en=what.en,
                    what_to_do=what_to_do.vi,
                    what_to_do_en=what_to_do.en,
                )


class AuthorityPeriod(AgencyRule):
    """An authority, and an agency itself, does not end before it begins."""

    code = "ST219"
    title = Phrase("Ngày cuối không trước ngày đầu", "A last day is not before the first")
    fact = Phrase(
        "{whose} ghi đến hết ngày {last:%d/%m/%Y}, trước ngày đầu {first:%d/%m/%Y}",
        "{whose_en} ends on {last}, before it begins on {first}",
    )
    basis = _AUTHORITY
    remedy = Phrase("Sửa “valid_from” hoặc “valid_to”.", "Mend “valid_from” or “valid_to”.")
    requires = READABLE

    def check(self, file: FileOf[Agency], examination: Examination) -> Findings:
        agency = file.value
        if agency.valid_from and agency.valid_to and agency.valid_to < agency.valid_from:
            facts = {"whose": "thời gian hoạt động của cơ quan", "whose_en": "the agency"}
            yield self.found(file.place("valid_to"), first=agency.valid_from, last=agency.valid_to, **facts)
        for path, person, approval in approvals_of(agency):
            if approval.valid_to and approval.valid_to < approval.valid_from:
                facts = {"whose": f"thẩm quyền của “{person.id}”", "whose_en": f"the authority of “{person.id}”"}
                place = file.place(*path, "valid_to")
                yield self.found(place, first=approval.valid_from, last=approval.valid_to, **facts)


class OneHead(AgencyRule):
    """An agency has one head at a time: no second one, and none acting while the head is in office."""

    code = "ST228"
    severity = Severity.WARNING
    title = Phrase("Mỗi thời điểm chỉ một người đứng đầu", "An agency has one head at a time")
    fact = Phrase(
        "“{person}” {role} trong khi “{other}” vẫn có đủ thẩm quyền, từ ngày {first:%d/%m/%Y} {until}",
        "“{person}” {role_en} while “{other}” holds full authority, from {first} {until_en}",
    )
    basis = Phrase("TCVN ISO 9001:2015, 5.1.1, 5.3", "TCVN ISO 9001:2015, 5.1.1, 5.3")
    remedy = Phrase(
        "Ghi “valid_to” cho người thôi giữ chức; nếu “{person}” chỉ ký thay thì ghi “delegated_by: {other}”.",
        "State “valid_to” for who left office; if “{person}” only signs in another's stead, "
        "state “delegated_by: {other}”.",
    )
    requires = READABLE | {"ST219"}

    def check(self, file: FileOf[Agency], examination: Examination) -> Findings:
        if file.source.refuses("people"):
            return
        heads = [held for held in approvals_of(file.value) if _is_of_a_head(held[2])]
        reported: set[frozenset[str]] = set()
        for one, two in combinations(heads, 2):
            pair = frozenset((one[1].id, two[1].id))
            # Whoever acts, or came later, is the one in question.
            (_, other, held), (path, person, also) = sorted(
                (one, two), key=lambda h: (h[2].acting, h[2].valid_from, h[0][1:])
            )
            together = overlap(held, also)
            if len(pair) == 1 or pair in reported or not together:
                continue
            reported.add(pair)
            first, last = together
            yield self.found(
                file.place(*path),
                person=person.id,
                other=other.id,
                first=first,
                role="được giao phụ trách" if also.acting else "cũng giữ quyền phê duyệt chính sách chất lượng",
                role_en="is acting head" if also.acting else "may approve the quality policy too,",
                until=f"đến hết ngày {last:%d/%m/%Y}" if last else "trở đi",
                until_en=f"to {last}" if last else "on",
            )


def approvals_of(agency: Agency) -> Iterator[tuple[KeyPath, Person, Approval]]:
    """Yield every authority of an agency's people with its place in the file."""
    for index, person in enumerate(agency.people):
        for position, approval in enumerate(person.approves):
            yield ("people", index, "approves", position), person, approval


def _is_of_a_head(approval: Approval) -> bool:
    """Whether it is a head's: acting as head, or approving the quality policy (5.2.1) of one's own right."""
    return approval.acting or (approval.delegated_by is None and DocumentKind.POLICY in approval.kinds)


def _faults(person: Person, approval: Approval, agency: Agency) -> Iterator[tuple[str, Phrase, Phrase]]:
    """Yield the key at which something is amiss, what it is, and what to do."""
    if not (approval.acting or approval.delegated_by):
        return
    lent = Phrase("giao phụ trách", "acting") if approval.acting else Phrase("giao quyền", "delegated")
    if approval.valid_to is None:
        yield (
            "valid_to",
            Phrase(f"được {lent.vi} nhưng không ghi ngày kết thúc", f"{lent.en}, but without a last day"),
            Phrase("Ghi “valid_to: …” theo văn bản giao", "State “valid_to: …” as the paper says"),
        )
    if not approval.decision:
        yield (
            "decision",
            Phrase(f"được {lent.vi} nhưng không nêu văn bản giao", f"{lent.en}, but no paper is named"),
            Phrase("Ghi số văn bản giao vào “decision: …”", "State the number of the paper in “decision: …”"),
        )
    if approval.delegated_by:
        yield from _faults_of_delegator(person, approval, agency)


def _faults_of_delegator(person: Person, approval: Approval, agency: Agency) -> Iterator[tuple[str, Phrase, Phrase]]:
    name = approval.delegated_by or ""
    delegator = agency.person(name)
    if name == person.id:
        what = Phrase("tự giao quyền cho chính mình", "delegated by the same person")
        yield "delegated_by", what, Phrase("Ghi mã người giao quyền", "State the id of who delegated it")
        return
    if delegator is None:
        near = did_you_mean(name, [someone.id for someone in agency.people])
        what = Phrase(
            f"người giao quyền “{name}” không có trong “people”{near['hint']}",
            f"“{name}”, who delegated it, is not in “people”{near['hint_en']}",
        )
        what_to_do = Phrase("Ghi mã một người của cơ quan", "State the id of a person of the agency")
        yield "delegated_by", what, what_to_do
        return
    # Without a last day, which is a finding of its own, only the first day can be judged.
    until = {"valid_to": approval.valid_to or approval.valid_from}
    gap = _not_held(delegator, approval.model_copy(update=until))
    if gap:
        what_to_do = Phrase(
            "Thu hẹp “kinds” hoặc thời gian theo thẩm quyền của người giao, hoặc sửa người giao",
            "Narrow “kinds” or the period to what the other holds, or mend who delegated it",
        )
        yield "delegated_by", gap, what_to_do


def _not_held(delegator: Person, approval: Approval) -> Phrase | None:
    """What the delegator did not hold himself of what he delegated: the kinds, and the first day."""
    lacking = {}
    for kind in approval.kinds:
        day = first_day_open(approval, own_authority(delegator, kind))
        if day:
            lacking[kind] = day
    if not lacking:
        return None
    day = min(lacking.values())
    kinds = kind_words(lacking)
    is_lent_on = any(held.delegated_by and held.covers(kind, day) for kind in lacking for held in delegator.approves)
    vi = f"“{delegator.id}” không có quyền đó để giao: thiếu {kinds.vi} ngày {day:%d/%m/%Y}"
    en = f"“{delegator.id}” did not hold what was delegated: {kinds.en} on {day}"
    if is_lent_on:
        vi += "; quyền được người khác giao thì không giao lại"
        en += "; what was delegated is not delegated further"
    return Phrase(vi, en)


RULES = (DelegationComplete(), AuthorityPeriod(), OneHead())
