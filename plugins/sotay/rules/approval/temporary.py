"""ST225, ST226, ST229: temporary documents: their last day is decided, possible, and told in time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sotay.history.ledger import Period
from sotay.model.decision import Action, Decision, DecisionItem
from sotay.model.document import DocumentFile
from sotay.model.finding import Severity
from sotay.model.phrase import Phrase
from sotay.model.province import AgencyFiles, FileOf
from sotay.model.source import Place
from sotay.rules.approval.adoption import is_complete_record
from sotay.rules.approval.approved_documents import owner_of
from sotay.rules.examination import Examination
from sotay.rules.rule import READABLE, DecisionRule, DocumentRule, Findings, ProvinceRule
from sotay.rules.words.durations import days_en

_CONTROL = Phrase("TCVN ISO 9001:2015, 7.5.3.2", "TCVN ISO 9001:2015, 7.5.3.2")
_AVAILABLE = Phrase("TCVN ISO 9001:2015, 7.5.3.1 a", "TCVN ISO 9001:2015, 7.5.3.1 a")
_SOON = 30
"""How many days before its end a temporary document is reported."""


class LastDayAsDecided(DecisionRule):
    """A decision and the temporary document that it issues name the same last day; who adopts it goes no further."""

    code = "ST225"
    title = Phrase("Ngày cuối của tài liệu tạm thời khớp với quyết định", "A temporary document ends as decided")
    fact = Phrase("{code} bản {version}: {what}", "{code} version {version}: {what_en}")
    basis = _CONTROL
    remedy = Phrase("{what_to_do}.", "{what_to_do_en}.")
    requires = READABLE | {"ST210", "ST211", "ST217"}

    def check(self, file: FileOf[Decision], agency: AgencyFiles, examination: Examination) -> Findings:
        for index, item in enumerate(file.value.documents):
            text = examination.text_of(item)
            if text is None or text.source.problems or item.action not in (Action.ISSUE, Action.ADOPT):
                continue
            told = _disagreement(item, text.control.valid_to, file.value.effective_date)
            if told:
                what, what_to_do = told
                yield self.found(
                    file.place("documents", index, "valid_to"),
                    code=item.code,
                    version=item.version,
                    what=what.vi,
                    what_en=what.en,
                    what_to_do=what_to_do.vi,
                    what_to_do_en=what_to_do.en,
                )


class LastDayAfterFirst(DocumentRule):
    """A temporary document does not end before it takes effect."""

    code = "ST229"
    title = Phrase("Tài liệu tạm thời không hết hiệu lực trước khi có hiệu lực", "A last day is not before the first")
    fact = Phrase(
        "hiệu lực đến hết ngày {last:%d/%m/%Y}, trước ngày có hiệu lực {first:%d/%m/%Y}",
        "valid to {last}, before it takes effect on {first}",
    )
    basis = _CONTROL
    remedy = Phrase(
        "Sửa “valid_to” hoặc “effective_date”; tài liệu không có ngày cuối thì bỏ “valid_to”.",
        "Mend “valid_to” or “effective_date”; without a last day, take “valid_to” out.",
    )
    requires = READABLE | {"ST203"}

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        first, last = document.control.effective_date, document.control.valid_to
        if first and last and last < first:
            yield self.found(document.place("valid_to"), first=first, last=last)


class FollowedInTime(ProvinceRule):
    """Something follows a temporary document before it lapses."""

    code = "ST226"
    severity = Severity.WARNING
    title = Phrase("Tài liệu tạm thời có bản tiếp theo trước khi hết hiệu lực", "A temporary document is followed up")
    fact = Phrase(
        "{code} bản {version} {how} ngày {last:%d/%m/%Y}, {since}, mà chưa có bản tiếp theo",
        "{code} version {version} {how_en} {last}, {since_en}, and nothing follows it",
    )
    basis = _AVAILABLE
    remedy = Phrase("{what_to_do}.", "{what_to_do_en}.")

    def check(self, examination: Examination) -> Findings:
        for place, period, is_own in _unfollowed(examination):
            days = (period.ends or examination.day) - examination.day
            is_over = days.days < 0
            what_to_do = _what_to_do(period, is_own=is_own, is_over=is_over)
            finding = self.found(
                place,
                code=period.code,
                version=period.version,
                last=period.ends,
                how="đã hết hiệu lực sau" if is_over else "chỉ có hiệu lực đến hết",
                how_en="lapsed after" if is_over else "is in force only to",
                since=f"cách đây {-days.days} ngày" if is_over else f"còn {days.days} ngày",
                since_en=f"{days_en(-days.days)} ago" if is_over else f"in {days_en(days.days)}",
                what_to_do=what_to_do.vi,
                what_to_do_en=what_to_do.en,
            )
            yield finding if is_over else finding.weighing(Severity.ADVICE)


def _disagreement(item: DecisionItem, stated: date | None, starts: date) -> tuple[Phrase, Phrase] | None:
    """What is wrong between the last day of a text and that of the decision about it, and what to do."""
    decided, adopts = item.valid_to, item.action is Action.ADOPT
    if decided == stated:
        return None
    if adopts and decided and decided < starts:
        return (
            Phrase(
                f"áp dụng đến hết ngày {decided:%d/%m/%Y}, trước ngày quyết định có hiệu lực",
                f"adopted to {decided}, before the decision takes effect",
            ),
            Phrase("Sửa “valid_to” của mục này", "Mend “valid_to” of the item"),
        )
    if stated is None and decided:
        return None if adopts else _only_decided(decided)
    if stated is None or (adopts and decided and decided < stated):
        return None
    day = f"đến hết ngày {decided:%d/%m/%Y}" if decided else "không có ngày cuối"
    return (
        Phrase(
            f"tài liệu chỉ có hiệu lực đến hết ngày {stated:%d/%m/%Y}, nhưng mục này {day}",
            f"the document is valid to {stated}, but the item {f'says {decided}' if decided else 'has no last day'}",
        ),
        Phrase(f"Ghi “valid_to: {stated}” vào mục này", f"Write “valid_to: {stated}” in the item"),
    )


def _only_decided(decided: date) -> tuple[Phrase, Phrase]:
    return (
        Phrase(
            f"mục này ghi hiệu lực đến hết ngày {decided:%d/%m/%Y}, nhưng tài liệu không có ngày cuối",
            f"the item is valid to {decided}, but the document has no last day",
        ),
        Phrase(
            f"Bỏ “valid_to” ở mục này, hoặc ghi “valid_to: {decided}” vào tài liệu rồi lập lại quyết định",
            f"Take “valid_to” out of the item, or write “valid_to: {decided}” in the document and decide anew",
        ),
    )


def _unfollowed(examination: Examination) -> Iterator[tuple[Place, Period, bool]]:
    """Yield temporary versions that lapse soon or have lapsed with nothing to follow, and whether their owner's."""
    for agency in examination.province.agencies:
        if not is_complete_record(agency, examination):
            continue
        ledger = examination.ledgers[agency.id]
        temporary = {period.code: period for period in ledger.periods if period.lapses}
        for code, period in temporary.items():
            last = ledger.of(code)[-1]
            if last is not period or period.is_void or period.ends is None:
                continue
            if (period.ends - examination.day).days > _SOON or examination.province.is_uncertain(code):
                continue
            document = examination.province.document_by_code.get(code)
            if document is None:
                continue
            if period.action is Action.ISSUE:
                # A newer version in the tree is already on its way to a decision.
                if document.version == period.version:
                    yield document.place("valid_to"), period, True
            elif _owner_goes_on(document, period, examination):
                yield _place_of(period, agency), period, False


def _owner_goes_on(document: DocumentFile, period: Period, examination: Examination) -> bool:
    """Whether the owner has a version in force after an agency's adoption of it ends, or will have."""
    owner = owner_of(document, examination)
    if owner is None:
        return False
    return any(
        p.ends is None or (period.ends and p.ends > period.ends) for p in examination.ledgers[owner.id].of(period.code)
    )


def _place_of(period: Period, agency: AgencyFiles) -> Place:
    """The item of a decision that put a version into force."""
    for file in agency.decisions:
        if file.value is period.decision:
            items = file.value.documents
            index = next((i for i, item in enumerate(items) if item.code == period.code), 0)
            return file.place("documents", index, "valid_to")
    return agency.file.place()


def _what_to_do(period: Period, *, is_own: bool, is_over: bool) -> Phrase:
    code = period.code
    if not is_own:
        return Phrase(
            f"Ban hành quyết định áp dụng bản {code} đang có hiệu lực ở cơ quan chủ trì",
            f"Adopt the version of {code} that is in force at its owner",
        )
    if is_over:
        return Phrase(
            f"Ban hành bản tiếp theo; nếu không dùng nữa thì xóa tệp {code}.md, lịch sử vẫn giữ bản cũ",
            f"Issue the next version; if it is used no more, delete {code}.md, history keeps the old version",
        )
    return Phrase(
        "Soát xét rồi ban hành bản tiếp theo, có hiệu lực ngay sau ngày đó; nếu thôi dùng thì không phải làm gì",
        "Review it and issue the next version, with effect right after that day; if it is to end, do nothing",
    )


RULES = (LastDayAsDecided(), FollowedInTime(), LastDayAfterFirst())
