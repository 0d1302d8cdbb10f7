"""ST4xx: what a citizen is owed about a procedure is stated, and adds up (NĐ 63/2010/NĐ-CP, Điều 8)."""

from __future__ import annotations

from collections.abc import Iterator

from sotay.deadlines.working_time import exceeds
from sotay.model.document import DocumentFile, DocumentKind
from sotay.model.phrase import Phrase
from sotay.model.procedure import Clock, Dossier, DossierItem, ItemKind
from sotay.model.source import KeyPath
from sotay.rules.durations import compared
from sotay.rules.examination import Examination
from sotay.rules.rule import DocumentRule, Findings
from sotay.rules.suggestion import did_you_mean

_COMPLETE = Phrase("Nghị định 63/2010/NĐ-CP, Điều 8", "Decree 63/2010/NĐ-CP, Article 8")
_ONE_STOP = Phrase("Nghị định 118/2025/NĐ-CP", "Decree 118/2025/NĐ-CP")
_SHORT = 60
"""How many letters of a name a message quotes."""
_FORM = frozenset({"ST100", "ST107"})
_PROCEDURE = frozenset({DocumentKind.PROCEDURE})
_WITH_STEPS = frozenset({DocumentKind.PROCEDURE, DocumentKind.INTERNAL_PROCEDURE})


def papers(dossier: Dossier) -> Iterator[tuple[KeyPath, DossierItem]]:
    """Yield every paper of a dossier with its key path in the file."""
    for index, item in enumerate(dossier.common):
        yield ("dossier", "common", index), item
    for case_index, case in enumerate(dossier.cases):
        for index, item in enumerate(case.items):
            yield ("dossier", "cases", case_index, "items", index), item


class DossierStated(DocumentRule):
    """The dossier names its papers and the number of sets."""

    code = "ST401"
    kinds = _PROCEDURE
    title = Phrase("Có thành phần và số lượng hồ sơ", "The dossier and its number of sets are stated")
    fact = Phrase("hồ sơ thiếu {missing}", "the dossier lacks {missing_en}")
    basis = _COMPLETE
    remedy = Phrase(
        "Ghi “dossier: sets: 1” và giấy tờ trong “common” hoặc “cases”.",
        "State “dossier: sets: 1” and the papers under “common” or “cases”.",
    )
    requires = _FORM

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        dossier = document.control.dossier
        if document.source.refuses("dossier"):
            return
        if dossier is None or not any(papers(dossier)):
            place = document.place("dossier")
            yield self.found(place, missing="thành phần giấy tờ", missing_en="papers")
        if dossier and dossier.sets is None:
            yield self.found(document.place("dossier"), missing="số bộ (sets)", missing_en="the number of sets")


class PaperCounted(DocumentRule):
    """A paper to be submitted says how many originals or copies."""

    code = "ST402"
    kinds = _PROCEDURE
    title = Phrase("Giấy tờ phải nộp ghi số bản chính, bản sao", "A paper to submit says how many")
    fact = Phrase("“{name}” không ghi số bản chính hay bản sao", "“{name}” states neither originals nor copies")
    basis = _COMPLETE
    remedy = Phrase(
        "Ghi “originals” hoặc “copies”; "
        "nếu chỉ xuất trình, tra cứu hay là ghi chú thì ghi “kind: present | retrieved | note”.",
        "State “originals” or “copies”, or “kind: present | retrieved | note” if nothing is to be submitted.",
    )
    requires = _FORM

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        for path, item in papers(document.control.dossier) if document.control.dossier else ():
            is_uncounted = not item.originals and not item.copies
            if item.kind is ItemKind.SUBMIT and is_uncounted and not document.source.refuses_within(*path):
                yield self.found(document.place(*path), name=_short(item.name))


class ChannelsStated(DocumentRule):
    """A procedure can be filed somehow."""

    code = "ST403"
    kinds = _PROCEDURE
    title = Phrase("Có cách thức nộp hồ sơ", "There is a way to file")
    fact = Phrase("chưa ghi cách thức nộp hồ sơ nào", "no way to file is stated")
    basis = _COMPLETE
    remedy = Phrase("Thêm “channels: - kind: counter”.", "Add “channels: - kind: counter”.")
    requires = _FORM

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        if not document.control.channels and not document.source.refuses("channels"):
            yield self.found(document.place("channels"))


class TimeLimitStated(DocumentRule):
    """Every channel has a time limit."""

    code = "ST404"
    kinds = _PROCEDURE
    title = Phrase("Mỗi cách thức có thời hạn giải quyết", "Every channel has a time limit")
    fact = Phrase("cách thức “{kind}” chưa có thời hạn giải quyết", "the channel “{kind}” has no time limit")
    basis = _COMPLETE
    remedy = Phrase(
        "Ghi “time_limit: {{value: 5, unit: working_day}}” cho cách thức này hoặc chung cho thủ tục.",
        "State “time_limit: {{value: 5, unit: working_day}}” for the channel or for the procedure.",
    )
    requires = _FORM

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        if document.source.refuses("time_limit") or document.source.refuses("channels"):
            return
        for index, channel in enumerate(document.control.channels):
            if document.control.time_limit_of(channel) is None:
                yield self.found(document.place("channels", index), kind=channel.kind)


class FeesStated(DocumentRule):
    """Every channel says what it costs, or that it is free."""

    code = "ST405"
    kinds = _PROCEDURE
    title = Phrase("Mỗi cách thức nói rõ phí, lệ phí", "Every channel states its fee")
    fact = Phrase("cách thức “{kind}” chưa nói rõ phí, lệ phí", "the channel “{kind}” states no fee")
    basis = _COMPLETE
    remedy = Phrase(
        "Ghi “fees: - amount: 0” nếu miễn phí; chưa biết mức thu thì ghi “set_by” là cơ quan quy định.",
        "State “fees: - amount: 0” if it is free; where the amount is fixed elsewhere, “set_by” says by whom.",
    )
    requires = _FORM

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        control = document.control
        if document.source.refuses("fees") or document.source.refuses("channels"):
            return
        for index, channel in enumerate(control.channels):
            fees = control.fees_of(channel)
            if not fees or any(fee.amount is None and not fee.set_by for fee in fees):
                yield self.found(document.place("channels", index), kind=channel.kind)


class StepsStated(DocumentRule):
    """The internal process has steps, each with its time."""

    code = "ST406"
    kinds = _PROCEDURE
    title = Phrase("Có các bước với thời gian", "There are steps, each with its time")
    fact = Phrase("{what}", "{what_en}")
    basis = _ONE_STOP
    remedy = Phrase(
        "Thêm “steps”, mỗi bước có role, action và time: {{value: 4, unit: working_hour}}.",
        "Add “steps”, each with role, action and time: {{value: 4, unit: working_hour}}.",
    )
    requires = _FORM

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        if document.source.refuses("steps"):
            return
        if not document.control.steps:
            yield self.found(document.place("steps"), what="chưa có bước thực hiện nào", what_en="there are no steps")
        for index, step in enumerate(document.control.steps):
            if step.time is None and step.clock is Clock.RUNS:
                what = f"bước {index + 1} “{_short(step.action)}” chưa có thời gian"
                place = document.place("steps", index)
                yield self.found(place, what=what, what_en=f"step {index + 1} states no time")


class StepsWithinLimit(DocumentRule):
    """The steps during which the clock runs fit into every channel's time limit."""

    code = "ST407"
    kinds = _PROCEDURE
    title = Phrase("Tổng thời gian các bước không quá thời hạn", "The steps fit into the time limit")
    fact = Phrase(
        "các bước cộng lại {total}, quá thời hạn {limit} của cách thức “{kind}”",
        "the steps take {total_en}, the channel “{kind}” allows {limit_en}",
    )
    basis = _ONE_STOP
    remedy = Phrase("Rút ngắn các bước hoặc sửa thời hạn.", "Shorten the steps or mend the limit.")
    requires = _FORM | {"ST404", "ST406"}

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        control = document.control
        times = [step.time for step in control.steps if step.time and step.clock is Clock.RUNS]
        reported: set[object] = set()
        for channel in control.channels:
            limit = control.time_limit_of(channel)
            if limit is None or limit in reported or not exceeds(times, limit):
                continue
            reported.add(limit)
            total, most = compared(times, limit)
            facts = {"total": total.vi, "total_en": total.en, "limit": most.vi, "limit_en": most.en}
            yield self.found(document.place("steps"), kind=channel.kind, **facts)


class KnownRoles(DocumentRule):
    """The roles of the steps are those of the province."""

    code = "ST408"
    kinds = _WITH_STEPS
    title = Phrase("Vai trò có trong danh sách của tỉnh", "Roles are known")
    fact = Phrase("bước {step}: không có vai trò “{role}”{hint}", "step {step}: there is no role “{role}”{hint_en}")
    basis = Phrase("TCVN ISO 9001:2015, 5.3", "TCVN ISO 9001:2015, 5.3")
    remedy = Phrase(
        "Chọn vai trò trong sites/province.yml hoặc thêm vào đó.", "Choose a role of sites/province.yml or add it."
    )
    requires = _FORM

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        roles = examination.province.role_by_id
        if examination.province.settings.is_faulty:
            return
        for index, step in enumerate(document.control.steps):
            if step.role not in roles:
                place = document.place("steps", index, "role")
                yield self.found(place, step=index + 1, role=step.role, **did_you_mean(step.role, roles))


class KnownStepAgencies(DocumentRule):
    """The agencies of the steps are agencies or partners of the province."""

    code = "ST409"
    kinds = _WITH_STEPS
    title = Phrase("Cơ quan ở mỗi bước có thật", "Agencies of steps are known")
    fact = Phrase("bước {step}: không có cơ quan “{agency}”", "step {step}: there is no agency “{agency}”")
    basis = Phrase("TCVN ISO 9001:2015, 5.3", "TCVN ISO 9001:2015, 5.3")
    remedy = Phrase(
        "Chọn cơ quan trong sites/ hoặc “partners” của sites/province.yml.",
        "Choose an agency under sites/ or of “partners” in sites/province.yml.",
    )
    requires = _FORM

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        province = examination.province
        if province.settings.is_faulty:
            return
        known = province.agency_ids | frozenset(province.partner_by_id)
        for index, step in enumerate(document.control.steps):
            if step.agency and step.agency not in known:
                yield self.found(document.place("steps", index, "agency"), step=index + 1, agency=step.agency)


class KnownForms(DocumentRule):
    """The forms that a document names exist as forms."""

    code = "ST410"
    title = Phrase("Biểu mẫu có trong thư viện", "Forms exist")
    fact = Phrase("không có biểu mẫu “{form}”", "there is no form “{form}”")
    basis = Phrase("TCVN ISO 9001:2015, 7.5.3.1", "TCVN ISO 9001:2015, 7.5.3.1")
    remedy = Phrase(
        "Sửa mã biểu mẫu hoặc thêm tệp forms/{form}.md với “kind: form”.",
        "Mend the code or add the file forms/{form}.md with “kind: form”.",
    )
    requires = _FORM

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        for path, form in _forms(document):
            named = examination.province.document_by_code.get(form)
            if named is None or named.control.kind is not DocumentKind.FORM:
                yield self.found(document.place(*path), form=form)


def _forms(document: DocumentFile) -> Iterator[tuple[KeyPath, str]]:
    for path, item in papers(document.control.dossier) if document.control.dossier else ():
        if item.form:
            yield (*path, "form"), item.form
    for index, step in enumerate(document.control.steps):
        for form_index, form in enumerate(step.forms):
            yield ("steps", index, "forms", form_index), form


def _short(text: str) -> str:
    return text if len(text) <= _SHORT else text[: _SHORT - 1] + "…"


RULES = (
    DossierStated(), PaperCounted(), ChannelsStated(), TimeLimitStated(), FeesStated(), StepsStated(),
    StepsWithinLimit(), KnownRoles(), KnownStepAgencies(), KnownForms(),
)  # fmt: skip
