"""ST309, ST311, ST312: what past approvals and time limits rest on is not changed for days that are past."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from sotay.model.agency import Agency
from sotay.model.calendar import Calendar
from sotay.model.finding import Severity
from sotay.model.phrase import Phrase
from sotay.model.province import Evidence, FileOf, ProvinceSettings
from sotay.rules.examination import Examination
from sotay.rules.rule import READABLE, AgencyRule, Findings, ProvinceRule

_APPROVAL = Phrase("TCVN ISO 9001:2015, 7.5.2 c, 7.5.3.2 c", "TCVN ISO 9001:2015, 7.5.2 c, 7.5.3.2 c")


class EvidenceStaysDemanded(ProvinceRule):
    """The demand for signatures is not lowered afterwards, so that what is unsigned would count."""

    code = "ST309"
    title = Phrase("Không hạ yêu cầu chữ ký số đã đặt", "The demand for signatures is not lowered afterwards")
    fact = Phrase(
        "yêu cầu chữ ký số bị hạ: ở {reference} là {before}, nay là {now}",
        "the demand for signatures is lowered: at {reference} it is {before_en}, now it is {now_en}",
    )
    basis = _APPROVAL
    remedy = Phrase(
        "Khôi phục “evidence” và “evidence_from” như ở {reference}; quyết định chưa ký số thì để người ký ký bổ sung "
        "bằng “sotay sign”.",
        "Restore “evidence” and “evidence_from” as they are at {reference}; let the signers sign what is unsigned "
        "with “sotay sign”.",
    )

    def check(self, examination: Examination) -> Findings:
        recorded, settings = examination.recorded, examination.province.settings
        if recorded is None or recorded.settings.is_faulty or settings.is_faulty:
            return
        before = recorded.settings.value
        if before.evidence is Evidence.SIGNATURE and _begins(settings.value) > _begins(before):
            key = "evidence_from" if settings.value.evidence is Evidence.SIGNATURE else "evidence"
            was, now = _demand(before), _demand(settings.value)
            finding = self.found(
                settings.place(key),
                reference=recorded.reference,
                before=was.vi,
                before_en=was.en,
                now=now.vi,
                now_en=now.en,
            )
            is_ahead = _begins(before) > examination.day
            yield replace(finding, remedy=_SAY_WHY).weighing(Severity.WARNING) if is_ahead else finding


_SAY_WHY = Phrase(
    "Nếu tỉnh lùi ngày áp dụng thì nêu số văn bản trong yêu cầu hợp nhất; nếu không, khôi phục như cũ.",
    "If the province puts the day off, name the document in the pull request; if not, restore it.",
)


def _begins(settings: ProvinceSettings) -> date:
    """The first day whose decisions must be signed; the last of all days where none must."""
    if settings.evidence is not Evidence.SIGNATURE:
        return date.max
    return settings.evidence_from or date.min


def _demand(settings: ProvinceSettings) -> Phrase:
    start = settings.evidence_from
    if settings.evidence is not Evidence.SIGNATURE:
        return Phrase("không yêu cầu", "none")
    if start is None:
        return Phrase("mọi quyết định", "of every decision")
    return Phrase(f"quyết định ký từ ngày {start:%d/%m/%Y}", f"of decisions from {start}")


class SignerStaysAsRecorded(AgencyRule):
    """The person who signed a decision is not made another one by giving the id another name."""

    code = "ST311"
    severity = Severity.WARNING
    title = Phrase("Người đã ký không đổi thành người khác", "Who signed is not made somebody else")
    fact = Phrase(
        "“{person}”, người ký quyết định {number}, nay mang tên “{now}”; ở {reference} là “{before}”",
        "“{person}”, who signed decision {number}, is called “{now}” now; at {reference} it is “{before}”",
    )
    basis = _APPROVAL
    remedy = Phrase(
        "Người mới thì thêm một mục mới với mã riêng và giữ mục cũ; nếu chỉ sửa lỗi chính tả thì nói rõ "
        "trong yêu cầu hợp nhất.",
        "Add a new person under an id of their own and keep the old one; if it only mends a slip, say so "
        "in the pull request.",
    )
    requires = READABLE

    def check(self, file: FileOf[Agency], examination: Examination) -> Findings:
        identifier, recorded = file.source.path.split("/")[-2], examination.recorded
        before = next((files for files in recorded.agencies if files.id == identifier), None) if recorded else None
        if recorded is None or before is None or before.file.is_faulty or file.source.refuses("people"):
            return
        signed = {decision.value.signed_by: decision.value.number for decision in before.decisions}
        for index, person in enumerate(file.value.people):
            was = before.agency.person(person.id)
            if person.id in signed and was and was.name.split() != person.name.split():
                yield self.found(
                    file.place("people", index, "name"),
                    person=person.id,
                    number=signed[person.id],
                    now=person.name,
                    before=was.name,
                    reference=recorded.reference,
                )


class PastDaysStayAsRecorded(ProvinceRule):
    """Whether a past day was a working day does not change: time limits were counted by it."""

    code = "ST312"
    severity = Severity.WARNING
    title = Phrase("Lịch làm việc của ngày đã qua không đổi", "The calendar of past days stays as it was")
    fact = Phrase(
        "lịch của {count} ngày đã qua bị đổi so với {reference}, sớm nhất là ngày {day:%d/%m/%Y}",
        "the calendar differs from {reference} for {count} past days, the first of which is {day}",
    )
    basis = Phrase("TCVN ISO 9001:2015, 7.5.3.2 c", "TCVN ISO 9001:2015, 7.5.3.2 c")
    remedy = Phrase(
        "Đối chiếu thông báo về ngày nghỉ của năm đó: đúng thì nêu số thông báo trong yêu cầu hợp nhất, "
        "sai thì khôi phục.",
        "See the notice on days off of that year: if this is right, name the notice in the pull request; "
        "if not, restore it.",
    )

    def check(self, examination: Examination) -> Findings:
        recorded, calendar = examination.recorded, examination.province.calendar
        if recorded is None or recorded.calendar.is_faulty or calendar.is_faulty:
            return
        before, now = set(_special_days(recorded.calendar.value)), set(_special_days(calendar.value))
        known = {year.year for year in recorded.calendar.value.years}
        past = {day for day, _ in before ^ now if day < examination.day and day.year in known}
        if past:
            yield self.found(calendar.place("years"), count=len(past), reference=recorded.reference, day=min(past))


def _special_days(calendar: Calendar) -> Iterator[tuple[date, bool]]:
    """The days off and the working Saturdays; whether each is a day off."""
    for year in calendar.years:
        yield from ((day.date, True) for day in year.days_off)
        yield from ((day, False) for day in year.working_days)


RULES = (EvidenceStaysDemanded(), SignerStaysAsRecorded(), PastDaysStayAsRecorded())
