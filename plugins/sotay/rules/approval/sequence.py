"""ST220–ST224: one decision after another: without gaps, in order, upwards, and by those whom it concerns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from sotay.history.ledger import Ledger, Period
from sotay.model.decision import Action, Decision
from sotay.model.finding import Finding, Severity
from sotay.model.phrase import Phrase
from sotay.model.province import AgencyFiles, FileOf
from sotay.model.source import Place
from sotay.model.version import Version
from sotay.rules.approval.adoption import is_complete_record
from sotay.rules.approval.concern import AdoptedVersionInForce, WhoseConcern
from sotay.rules.examination import Examination
from sotay.rules.rule import READABLE, DecisionRule, Findings
from sotay.rules.words.durations import days_en

_CONTROL = Phrase("TCVN ISO 9001:2015, 7.5.3.2", "TCVN ISO 9001:2015, 7.5.3.2")


class NoGap(DecisionRule):
    """A document that comes back into force was not left without a version in between."""

    code = "ST220"
    severity = Severity.WARNING
    title = Phrase("Không có ngày nào thiếu bản có hiệu lực", "No day is left without a version in force")
    fact = Phrase(
        "từ ngày {first:%d/%m/%Y} đến hết ngày {last:%d/%m/%Y} ({days} ngày) {code} không có bản nào có hiệu lực: "
        "bản {before} {how} trước khi bản {version} có hiệu lực",
        "from {first} to {last} ({days_en}) no version of {code} is in force: "
        "version {before} {how_en} before version {version} takes effect",
    )
    basis = Phrase("TCVN ISO 9001:2015, 7.5.3.1 a", "TCVN ISO 9001:2015, 7.5.3.1 a")
    remedy = Phrase(
        "Cho bản mới có hiệu lực ngay sau ngày cuối của bản cũ; "
        "nếu những ngày đó đã qua thì ghi rõ lý do và lưu cùng quyết định.",
        "Let the new version take effect on the day after the old one ends; "
        "if those days are past, keep the reason with the decision.",
    )
    requires = READABLE | {"ST211", "ST217"}

    def check(self, file: FileOf[Decision], agency: AgencyFiles, examination: Examination) -> Findings:
        if not is_complete_record(agency, examination):
            return
        for index, period, earlier, _ in _started(file.value, examination.ledgers[agency.id]):
            before = next((p for p in reversed(earlier) if not p.is_void), None)
            if period.is_void or before is None or before.ends is None:
                continue
            first, last = before.ends + timedelta(days=1), period.starts - timedelta(days=1)
            if first > last:
                continue
            finding = self.found(
                file.place("documents", index),
                code=period.code,
                first=first,
                last=last,
                days=(last - first).days + 1,
                days_en=days_en((last - first).days + 1),
                before=before.version,
                version=period.version,
                how="hết hiệu lực" if before.lapses else "bị bãi bỏ",
                how_en="lapsed" if before.lapses else "was withdrawn",
            )
            # What is past cannot be mended any more, only explained.
            yield finding if examination.day < period.starts else finding.weighing(Severity.ADVICE)


class OrderOfEffect(DecisionRule):
    """Decisions on one document take effect one after another, in the order in which they were signed."""

    code = "ST221"
    title = Phrase(
        "Quyết định về cùng tài liệu có hiệu lực theo thứ tự ký", "Decisions take effect in the order of signing"
    )
    fact = Phrase("{code}: {what}", "{code}: {what_en}")
    basis = _CONTROL
    remedy = Phrase("{what_to_do}.", "{what_to_do_en}.")
    requires = READABLE | {"ST210", "ST211", "ST217"}

    def check(self, file: FileOf[Decision], agency: AgencyFiles, examination: Examination) -> Findings:
        decision, named = file.value, dict[str, int]()
        for index, item in enumerate(decision.documents):
            if item.action is Action.OVERRIDE:
                continue
            if item.code in named:
                yield self.of(file, index, item.code, *_named_twice(named[item.code]))
            named.setdefault(item.code, index)
        for index, period, earlier, later in _started(decision, examination.ledgers[agency.id]):
            twin = next((p for p in reversed(earlier) if _clash(p, period)), None)
            is_ambiguous = bool(twin and twin.decision.date == decision.date)
            is_meant = bool(twin and twin.decision.number in (decision.subject or ""))
            if twin and (is_ambiguous or not is_meant):
                finding = self.of(file, index, period.code, *_on_one_day(twin, period))
                yield finding if is_ambiguous else finding.weighing(Severity.WARNING)
            after = period.ended_by
            if after and not period.is_void and after.sequence < decision.sequence:
                successor = next((p for p in later if p.decision is after), None)
                # A lower version that comes later is a finding of its own.
                if successor is None or successor.version > period.version:
                    told = _overtaken(after, successor)
                    yield self.of(file, index, period.code, *told).weighing(Severity.WARNING)

    def of(self, file: FileOf[Decision], index: int, code: str, what: Phrase, what_to_do: Phrase) -> Finding:
        """Make the finding at an item."""
        facts = {"what": what.vi, "what_en": what.en, "what_to_do": what_to_do.vi, "what_to_do_en": what_to_do.en}
        return self.found(file.place("documents", index), code=code, **facts)


class VersionsRise(DecisionRule):
    """A version that is issued is higher than every one issued before."""

    code = "ST222"
    title = Phrase("Bản ban hành sau cao hơn bản trước", "A version is higher than those issued before")
    fact = Phrase(
        "{code} bản {version} {than} bản {before} đã ban hành theo quyết định {number}",
        "{code} version {version} {than_en} version {before}, which decision {number} issued",
    )
    basis = _CONTROL
    remedy = Phrase(
        "Nếu nội dung có sửa, ghi bản “{amended}” (sửa đổi) hoặc “{reissued}” (ban hành lại); "
        "nếu không, bỏ {code} khỏi quyết định này.",
        "If the text changed, write version “{amended}” (amended) or “{reissued}” (issued anew); "
        "if not, take {code} out of this decision.",
    )
    requires = READABLE | {"ST211", "ST217"}

    def check(self, file: FileOf[Decision], agency: AgencyFiles, examination: Examination) -> Findings:
        for index, period, earlier, _ in _started(file.value, examination.ledgers[agency.id]):
            issued = [p for p in earlier if p.action is Action.ISSUE and p.decision is not file.value]
            highest = max(issued, key=lambda p: p.version, default=None)
            if period.action is not Action.ISSUE or highest is None:
                continue
            if period.version > highest.version:
                if not _is_next(period.version, highest.version):
                    yield self._leap(file.place("documents", index, "version"), period, highest)
                continue
            same = [p for p in issued if (p.version, p.fingerprint) == (period.version, period.fingerprint)]
            if same and period.version == highest.version and same[-1].ended_by is not file.value:
                # Put into force again, unchanged, after it was withdrawn or had lapsed.
                continue
            than = _than(period, highest, is_unchanged=bool(same))
            version = highest.version
            finding = self.found(
                file.place("documents", index, "version"),
                code=period.code,
                version=period.version,
                before=version,
                number=highest.decision.number,
                than=than.vi,
                than_en=than.en,
                amended=f"{version.issue}.{version.amendment + 1}",
                reissued=f"{version.issue + 1}.0",
            )
            unchanged = same and period.version == version
            yield finding.weighing(Severity.WARNING) if unchanged else finding

    def _leap(self, place: Place, period: Period, highest: Period) -> Finding:
        """A number was left out, so that somebody will look for a version that never was."""
        version, before = period.version, highest.version
        told = {"code": period.code, "version": version, "before": before, "number": highest.decision.number}
        told |= {"amended": f"{before.issue}.{before.amendment + 1}", "reissued": f"{before.issue + 1}.0"}
        finding = self.found(place, than="", than_en="", **told)
        leap = replace(finding, fact=_LEFT_OUT.format(**told), remedy=_NEXT.format(**told))
        return leap.weighing(Severity.WARNING)


_LEFT_OUT = Phrase(
    "{code} từ bản {before} (quyết định {number}) sang bản {version}, bỏ cách số",
    "{code} goes from version {before} (decision {number}) to {version}, leaving numbers out",
)
_NEXT = Phrase(
    "Bản tiếp theo là “{amended}” (sửa đổi) hoặc “{reissued}” (ban hành lại); "
    "nếu ở giữa có bản đã ban hành thì nhập quyết định của bản đó.",
    "The next version is “{amended}” (amended) or “{reissued}” (issued anew); "
    "if one was issued in between, enter its decision.",
)


def _started(
    decision: Decision, ledger: Ledger
) -> Iterator[tuple[int, Period, tuple[Period, ...], tuple[Period, ...]]]:
    """Yield what a decision puts into force: the item, its period, those before it and those after it."""
    for index, item in enumerate(decision.documents):
        periods = ledger.of(item.code)
        for position, period in enumerate(periods):
            if period.decision is decision and period.version == item.version:
                yield index, period, periods[:position], periods[position + 1 :]
                break


def _is_next(version: Version, before: Version) -> bool:
    """Whether one version follows another without a number left out."""
    return version in (Version(before.issue, before.amendment + 1), Version(before.issue + 1, 0))


def _clash(one: Period, other: Period) -> bool:
    """Whether another decision lets a lower version begin on the same day."""
    return one.starts == other.starts and one.decision is not other.decision and one.version < other.version


def _named_twice(first: int) -> tuple[Phrase, Phrase]:
    return (
        Phrase(
            f"quyết định nêu tài liệu này hai lần, lần đầu ở mục {first + 1}",
            f"the decision names it twice, first as item {first + 1}",
        ),
        Phrase("Chỉ giữ một mục cho mỗi tài liệu", "Keep one item for each document"),
    )


def _on_one_day(twin: Period, period: Period) -> tuple[Phrase, Phrase]:
    number = twin.decision.number
    return (
        Phrase(
            f"quyết định {number} cũng cho bản {twin.version} có hiệu lực từ ngày {period.starts:%d/%m/%Y}, "
            "nên bản đó không có hiệu lực ngày nào",
            f"decision {number} puts version {twin.version} into force on {period.starts} as well, "
            "so that it never is in force",
        ),
        Phrase(
            f"Nếu quyết định này thay quyết định {number} thì nêu số đó ở “subject”; nếu không, sửa ngày hiệu lực",
            f"If this decision replaces decision {number}, name it in “subject”; if not, mend the day of effect",
        ),
    )


def _overtaken(after: Decision, successor: Period | None) -> tuple[Phrase, Phrase]:
    day, number = after.effective_date, after.number
    if successor is None:
        return (
            Phrase(
                f"bản này sẽ bị bãi bỏ từ ngày {day:%d/%m/%Y} theo quyết định {number}, ký trước quyết định này",
                f"decision {number}, signed before this one, withdraws this version from {day} on",
            ),
            Phrase(
                f"Xem quyết định {number} có còn đúng không; nếu không thì ban hành lại từ ngày {day:%d/%m/%Y}",
                f"See whether decision {number} still holds; if not, issue the document again from {day}",
            ),
        )
    return (
        Phrase(
            f"từ ngày {day:%d/%m/%Y} bản này bị thay bằng bản {successor.version} theo quyết định {number}, "
            "ký trước quyết định này",
            f"from {day} on version {successor.version} of decision {number}, signed before this one, "
            "replaces this version",
        ),
        Phrase(
            f"Xem bản {successor.version} đã gồm nội dung sửa đổi của bản này chưa; nếu chưa thì ban hành bản mới hơn",
            f"See whether version {successor.version} has the changes of this one; if not, issue a newer one",
        ),
    )


def _than(period: Period, highest: Period, *, is_unchanged: bool) -> Phrase:
    if period.version < highest.version:
        return Phrase("thấp hơn", "is lower than")
    if is_unchanged:
        return Phrase("không có gì khác", "is the same as")
    return Phrase("có nội dung khác nhưng trùng số với", "has another text but the same number as")


RULES = (NoGap(), OrderOfEffect(), VersionsRise(), WhoseConcern(), AdoptedVersionInForce())
