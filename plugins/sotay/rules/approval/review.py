"""ST230–ST233: every document says when it must be reviewed, as often as its risk calls for, and is reviewed."""

from __future__ import annotations

from sotay.deadlines.review import counted_from, interval_of, months_after, months_of, review_due
from sotay.history.ledger import Standing
from sotay.model.document import DocumentFile, Risk
from sotay.model.finding import Finding, Severity
from sotay.model.phrase import Phrase
from sotay.model.province import Province
from sotay.rules.approval.approved_documents import owner_of
from sotay.rules.approval.standing import ended_with_its_owner
from sotay.rules.examination import Examination
from sotay.rules.rule import READABLE, DocumentRule, Findings, ProvinceRule
from sotay.rules.words.durations import days_en

_UPDATE = Phrase("TCVN ISO 9001:2015, 7.5.2 c", "TCVN ISO 9001:2015, 7.5.2 c")
_KEYS = ("review_by", "review_every", "risk")
_SOON, _LONG = 30, 90
"""Days before the due day from which it is announced; days after it from which it is no small delay."""
_RISKS = {
    Risk.HIGH: Phrase("cao", "high"),
    Risk.MEDIUM: Phrase("trung bình", "medium"),
    Risk.LOW: Phrase("thấp", "low"),
}


class ReviewStated(DocumentRule):
    """A document says in one way, well formed, when it must be reviewed."""

    code = "ST230"
    title = Phrase("Tài liệu ghi rõ khi nào phải soát xét", "A document states when it must be reviewed")
    fact = Phrase("{what}", "{what_en}")
    basis = _UPDATE
    remedy = Phrase("{what_to_do}.", "{what_to_do_en}.")
    requires = READABLE

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        control = document.control
        if any(map(document.source.refuses, _KEYS)):
            return
        if control.review_every is not None and months_of(control.review_every) is None:
            yield self.of(
                document,
                "review_every",
                Phrase(
                    f"chu kỳ soát xét “{control.review_every}” không rõ là bao lâu",
                    f"the review interval “{control.review_every}” is of no known length",
                ),
                Phrase(
                    "Ghi số và m (tháng) hoặc y (năm): “6m”, “1y” hoặc “3y”",
                    "Write a number and m (months) or y (years): “6m”, “1y” or “3y”",
                ),
            )
        elif control.review_by and control.review_every:
            yield from self._contradiction(document)
        elif not any(getattr(control, key) for key in _KEYS) and _lays_down(examination.province):
            finding = self.of(
                document,
                "",
                Phrase(
                    "chưa ghi khi nào phải soát xét, dù tỉnh đã định chu kỳ soát xét",
                    "it does not say when it must be reviewed, though the province lays down intervals",
                ),
                Phrase(
                    "Thêm “review_every: 1y” (mỗi năm), “review_by: 2027-07-01” (trước ngày này) "
                    "hoặc “risk: medium” (theo mức rủi ro)",
                    "Add “review_every: 1y” (every year), “review_by: 2027-07-01” (by that day) "
                    "or “risk: medium” (after the risk)",
                ),
            )
            yield finding.weighing(Severity.WARNING)

    def _contradiction(self, document: DocumentFile) -> Findings:
        control, start = document.control, counted_from(document.control)
        due = months_after(start, months_of(control.review_every) or 0) if start else None
        if due == control.review_by:
            return
        then = Phrase(f" (đến hết ngày {due:%d/%m/%Y})", f" (to {due})") if due else Phrase("", "")
        yield self.of(
            document,
            "review_by",
            Phrase(
                f"ghi soát xét trước ngày {control.review_by:%d/%m/%Y} "
                f"và cũng ghi chu kỳ “{control.review_every}”{then.vi}",
                f"to be reviewed by {control.review_by} and also every “{control.review_every}”{then.en}",
            ),
            Phrase("Chỉ giữ một: “review_by” hoặc “review_every”", "Keep one: “review_by” or “review_every”"),
        )

    def of(self, document: DocumentFile, key: str, what: Phrase, what_to_do: Phrase) -> Finding:
        """Make the finding at a key."""
        facts = {"what": what.vi, "what_en": what.en, "what_to_do": what_to_do.vi, "what_to_do_en": what_to_do.en}
        return self.found(document.place(key), **facts)


class ReviewedByRisk(DocumentRule):
    """A document is to be reviewed as often as the province wants for its risk, or more often."""

    code = "ST231"
    title = Phrase("Chu kỳ soát xét không dài hơn mức rủi ro cho phép", "Review is as frequent as the risk calls for")
    fact = Phrase(
        "{stated} vượt quá chu kỳ “{allowed}” mà tỉnh cho phép với rủi ro {risk} (“{key}”)",
        "{stated_en} is beyond the “{allowed}” that the province allows for {risk_en} risk",
    )
    basis = Phrase("TCVN ISO 9001:2015, 6.1.1, 7.5.2 c", "TCVN ISO 9001:2015, 6.1.1, 7.5.2 c")
    remedy = Phrase(
        "Ghi “review_every: {allowed}” hoặc ngắn hơn, hoặc chỉ giữ “risk: {key}”; sai mức rủi ro thì sửa “risk”.",
        "Write “review_every: {allowed}” or less, or keep “risk: {key}” only; if the risk is wrong, mend “risk”.",
    )
    requires = READABLE | {"ST230"}

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        control = document.control
        if control.risk is None:
            return
        allowed = interval_of(control.risk, examination.province.settings.value.review)
        longest, stated = months_of(allowed), months_of(control.review_every)
        start = counted_from(control)
        if longest is None:
            return
        risk, words = _RISKS[control.risk], None
        if stated and stated > longest:
            key, words = (
                "review_every",
                Phrase(f"chu kỳ soát xét “{control.review_every}”", f"“{control.review_every}”"),
            )
        elif control.review_by and start and control.review_by > months_after(start, longest):
            key, words = "review_by", Phrase(f"hạn soát xét {control.review_by:%d/%m/%Y}", f"{control.review_by}")
        if words:
            yield self.found(
                document.place(key),
                stated=words.vi,
                stated_en=words.en,
                allowed=allowed,
                risk=risk.vi,
                risk_en=risk.en,
                key=control.risk,
            )


class ReviewedInTime(DocumentRule):
    """A document that is in force, or will be, is reviewed by the day that it states."""

    code = "ST232"
    title = Phrase("Tài liệu được soát xét đúng hạn", "A document is reviewed in time")
    fact = Phrase("phải soát xét trước ngày {due:%d/%m/%Y}, {delay}", "to be reviewed by {due}, {delay_en}")
    basis = _UPDATE
    remedy = Phrase(
        "Soát xét {code}: còn phù hợp thì ban hành lại với ngày soát xét mới, không thì sửa đổi hoặc bãi bỏ.",
        "Review {code}: if it is still right, issue it with a new date of review; if not, amend or withdraw it.",
    )
    requires = READABLE | {"ST203", "ST205", "ST206", "ST230", "ST231"}

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        due = review_due(document.control, examination.province.settings.value.review)
        if due is None or document.is_draft or not _is_in_use(document, examination):
            return
        left = (due - examination.day).days
        if left > _SOON:
            return
        key = next(key for key in _KEYS if getattr(document.control, key))
        delay = (
            Phrase(f"còn {left} ngày", f"in {days_en(left)}") if left else Phrase("tức là hôm nay", "which is today")
        )
        if left < 0:
            delay = Phrase(f"đã quá hạn {-left} ngày", f"overdue by {days_en(-left)}")
        finding = self.found(document.place(key), due=due, delay=delay.vi, delay_en=delay.en, code=document.code)
        if left >= 0:
            yield finding.weighing(Severity.ADVICE)
        else:
            yield finding if -left > _LONG else finding.weighing(Severity.WARNING)


class IntervalsOfProvince(ProvinceRule):
    """The province's intervals are well formed, and shorter where the risk is higher."""

    code = "ST233"
    title = Phrase("Chu kỳ soát xét của tỉnh dùng được", "The province's review intervals can be used")
    fact = Phrase("{what}", "{what_en}")
    basis = _UPDATE
    remedy = Phrase(
        "Ghi số và m (tháng) hoặc y (năm), ví dụ “high: 6m”, “medium: 1y”, “low: 3y”.",
        "Write a number and m (months) or y (years), e.g. “high: 6m”, “medium: 1y”, “low: 3y”.",
    )

    def check(self, examination: Examination) -> Findings:
        settings = examination.province.settings
        if settings.source.refuses("review"):
            return
        shorter: tuple[Risk, int] | None = None
        for risk in Risk:
            stated = interval_of(risk, settings.value.review)
            months, name = months_of(stated), _RISKS[risk]
            if months is None:
                what = f"chu kỳ soát xét “{stated}” cho rủi ro {name.vi} không rõ là bao lâu"
                what_en = f"the review interval “{stated}” for {name.en} risk is of no known length"
                yield self.found(settings.place("review", risk), what=what, what_en=what_en)
                continue
            if shorter and months < shorter[1]:
                higher = _RISKS[shorter[0]]
                what = f"rủi ro {name.vi} phải soát xét thường xuyên hơn rủi ro {higher.vi} (“{stated}”)"
                what_en = f"{name.en} risk is to be reviewed more often than {higher.en} risk (“{stated}”)"
                yield self.found(settings.place("review", risk), what=what, what_en=what_en)
            shorter = (risk, months)


def _lays_down(province: Province) -> bool:
    """Whether the province states review intervals, and such as can be used; else nothing obliges to a date."""
    settings = province.settings
    lengths = [months_of(interval_of(risk, settings.value.review)) for risk in Risk]
    is_stated = "review" in settings.value.model_fields_set and not settings.source.refuses("review")
    return is_stated and None not in lengths and lengths == sorted(length or 0 for length in lengths)


def _is_in_use(document: DocumentFile, examination: Examination) -> bool:
    """Whether the owner has the document in force, or has decided a version to come."""
    owner = owner_of(document, examination)
    if owner is None or examination.province.is_uncertain(document.code):
        return False
    if ended_with_its_owner(document, examination):
        return False
    running = (Standing.IN_FORCE, Standing.UPCOMING)
    return any(
        period.standing(examination.day) in running for period in examination.ledgers[owner.id].of(document.code)
    )


RULES = (ReviewStated(), ReviewedByRisk(), ReviewedInTime(), IntervalsOfProvince())
