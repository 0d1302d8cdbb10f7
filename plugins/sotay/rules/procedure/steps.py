"""ST406–ST409, ST430–ST439: the steps are stated, begin and end at the one-stop desk, and are done by those there."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from sotay.model.agency import Agency
from sotay.model.document import DocumentFile
from sotay.model.finding import Severity
from sotay.model.phrase import Phrase
from sotay.model.procedure import Clock, Step
from sotay.rules.examination import Examination
from sotay.rules.procedure import step_times
from sotay.rules.rule import PROCEDURES, READABLE, WITH_STEPS, DocumentRule, Findings
from sotay.rules.words.quotation import short
from sotay.rules.words.suggestion import did_you_mean

_ONE_STOP = Phrase("Nghị định 118/2025/NĐ-CP", "Decree 118/2025/NĐ-CP")
_WAITS = re.compile(r"chờ\b|đợi\b", re.IGNORECASE)
"""An action that begins so goes on to say what is awaited."""


class StepsStated(DocumentRule):
    """The internal process has steps, each with its time."""

    code = "ST406"
    kinds = PROCEDURES
    title = Phrase("Có các bước với thời gian", "There are steps, each with its time")
    fact = Phrase("{what}", "{what_en}")
    basis = _ONE_STOP
    remedy = Phrase(
        "Thêm “steps”, mỗi bước có “role”, “action” và “time: {{value: 4, unit: working_hour}}”.",
        "Add “steps”, each with “role”, “action” and “time: {{value: 4, unit: working_hour}}”.",
    )
    requires = READABLE

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        if document.source.refuses("steps"):
            return
        if not document.control.steps:
            yield self.found(document.place("steps"), what="chưa có bước thực hiện nào", what_en="there are no steps")
        for index, step in enumerate(document.control.steps):
            if step.time is None and step.clock is Clock.RUNS:
                what = f"bước {index + 1} “{short(step.action)}” chưa có thời gian"
                place = document.place("steps", index)
                yield self.found(place, what=what, what_en=f"step {index + 1} states no time")


class KnownRoles(DocumentRule):
    """The roles of the steps are those of the province."""

    code = "ST408"
    kinds = WITH_STEPS
    title = Phrase("Vai trò có trong danh sách của tỉnh", "Roles are known")
    fact = Phrase("bước {step}: không có vai trò “{role}”{hint}", "step {step}: there is no role “{role}”{hint_en}")
    basis = Phrase("TCVN ISO 9001:2015, 5.3", "TCVN ISO 9001:2015, 5.3")
    remedy = Phrase(
        "Ghi ở “role” mã một vai trò trong “roles” của sites/province.yml, ví dụ “mot-cua”, hoặc thêm vai trò vào đó.",
        "State at “role” the id of one of “roles” in sites/province.yml, e.g. “mot-cua”, or add the role there.",
    )
    requires = READABLE

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
    kinds = WITH_STEPS
    title = Phrase("Cơ quan ở mỗi bước có thật", "Agencies of steps are known")
    fact = Phrase(
        "bước {step}: không có cơ quan “{agency}”{hint}", "step {step}: there is no agency “{agency}”{hint_en}"
    )
    basis = Phrase("TCVN ISO 9001:2015, 5.3", "TCVN ISO 9001:2015, 5.3")
    remedy = Phrase(
        "Ghi ở “agency” tên một thư mục trong sites/, hoặc mã một cơ quan trong “partners” của sites/province.yml.",
        "State at “agency” the name of a folder under sites/, or the id of one of “partners” in sites/province.yml.",
    )
    requires = READABLE

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        province = examination.province
        if province.settings.is_faulty:
            return
        known = province.agency_ids | frozenset(province.partner_by_id)
        for index, step in enumerate(document.control.steps):
            if step.agency and step.agency not in known:
                place = document.place("steps", index, "agency")
                yield self.found(place, step=index + 1, agency=step.agency, **did_you_mean(step.agency, known))


class EndsAtTheDesk(DocumentRule):
    """A procedure begins and ends at the one-stop desk, whatever phases lie between."""

    code = "ST430"
    kinds = PROCEDURES
    title = Phrase("Bước đầu và bước cuối ở Bộ phận Một cửa", "The first and last step are at the one-stop desk")
    fact = Phrase(
        "bước {which} “{action}” do “{role}” làm, không phải Bộ phận Một cửa",
        "the {which_en} step “{action}” is done by “{role}”, not at the one-stop desk",
    )
    basis = _ONE_STOP
    remedy = Phrase(
        "Thêm bước {deed} do “{desk}” làm, hoặc sửa “role” của bước này.",
        "Add a step for {deed_en} with the role “{desk}”, or mend “role” of this step.",
    )
    requires = READABLE | {"ST406", "ST408"}

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        roles = examination.province.role_by_id
        desk = next((role for role in roles.values() if role.desk), None)
        steps = [(index, step) for index, step in enumerate(document.control.steps) if step.when is None]
        if not desk or not steps or examination.province.settings.is_faulty or document.source.refuses("steps"):
            return
        receiving = {"which": "đầu tiên", "which_en": "first", "deed": "tiếp nhận hồ sơ", "deed_en": "receiving"}
        returning = {"which": "cuối cùng", "which_en": "last", "deed": "trả kết quả", "deed_en": "returning the result"}
        for (index, step), words in ((steps[0], receiving), (steps[-1], returning)):
            role = roles.get(step.role)
            if role and not role.desk:
                place = document.place("steps", index, "role")
                yield self.found(place, action=short(step.action), role=role.name, desk=desk.id, **words)


class StepAgencyExisted(DocumentRule):
    """The agency of a step existed when the version took effect, and still does."""

    code = "ST431"
    kinds = WITH_STEPS
    title = Phrase("Cơ quan ở mỗi bước còn hoạt động", "Agencies of steps exist at the time")
    fact = Phrase(
        "bước {step}: {agency} {what}{hint}",
        "step {step}: “{agency}” {what_en}{hint_en}",
    )
    basis = Phrase("TCVN ISO 9001:2015, 5.3", "TCVN ISO 9001:2015, 5.3")
    remedy = Phrase(
        "Ghi cơ quan đang thực hiện nhiệm vụ này ở “agency”, hoặc sửa “valid_from”, “valid_to” trong {path}.",
        "Name the agency that has the task now at “agency”, or mend “valid_from”, “valid_to” in {path}.",
    )
    requires = READABLE | {"ST409"}

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        if not any(step.agency for step in document.control.steps) or document.source.refuses("effective_date"):
            return
        day = document.control.effective_date or examination.day
        for index, step in enumerate(document.control.steps):
            files = examination.province.agency_by_id.get(step.agency or "")
            if files is None or files.file.is_faulty:
                continue
            absence = _absence(files.agency, day) or _absence(files.agency, examination.day)
            if absence:
                finding = self.found(
                    document.place("steps", index, "agency"), step=index + 1, agency=files.agency.name,
                    what=absence.vi, what_en=absence.en, path=files.file.source.path, **_now(files.agency),
                )  # fmt: skip
                yield finding if _absence(files.agency, day) else finding.weighing(Severity.WARNING)


def _now(agency: Agency) -> dict[str, str]:
    """Who does the work now, as the end of a sentence."""
    if not agency.successor:
        return {"hint": "", "hint_en": ""}
    return {"hint": f"; nay là “{agency.successor}”", "hint_en": f"; “{agency.successor}” took over"}


def _absence(agency: Agency, day: date) -> Phrase | None:
    """Why an agency is not there on a day, as a part of a sentence."""
    if agency.valid_to and agency.valid_to < day:
        last = agency.valid_to
        return Phrase(f"đã kết thúc hoạt động ngày {last:%d/%m/%Y}", f"ended on {last}")
    if agency.valid_from and day < agency.valid_from:
        first = agency.valid_from
        return Phrase(f"đến ngày {first:%d/%m/%Y} mới hoạt động", f"does not exist before {first}")
    return None


class StoppedStepTellsWhy(DocumentRule):
    """A step that stops the clock says what comes in, or from whom, that lets it run again."""

    code = "ST434"
    kinds = WITH_STEPS
    severity = Severity.ADVICE
    title = Phrase("Bước dừng tính thời hạn nói rõ chờ gì", "A step that stops the clock says what it waits for")
    fact = Phrase(
        "bước {step} “{action}” dừng tính thời hạn nhưng không ghi nhận được gì thì tính tiếp",
        "step {step} “{action}” stops the clock, but not what lets it run again",
    )
    basis = Phrase("TCVN ISO 9001:2015, 4.4.1", "TCVN ISO 9001:2015, 4.4.1")
    remedy = Phrase(
        "Ghi ở “produces” giấy tờ hoặc thông tin được chờ, ví dụ “produces: Văn bản trả lời xác minh”.",
        "Name at “produces” the paper or information awaited, e.g. “produces: Văn bản trả lời xác minh”.",
    )
    requires = READABLE

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        for index, step in enumerate(document.control.steps):
            says_why = step.produces or step.handover or step.agency or _WAITS.match(step.action)
            if step.clock is Clock.STOPPED and not says_why and not document.source.refuses("steps"):
                yield self.found(document.place("steps", index, "clock"), step=index + 1, action=short(step.action))


class NoTimeOnlyForHandingOver(DocumentRule):
    """A step that takes no time hands something over, and does nothing else."""

    code = "ST435"
    kinds = WITH_STEPS
    severity = Severity.WARNING
    title = Phrase("Bước 0 giờ chỉ là chuyển giao", "A step without time only hands over")
    fact = Phrase(
        "bước {step} “{action}” có thời gian bằng 0 nhưng không phải là bước giao, trả",
        "step {step} “{action}” takes no time, but is no handing over",
    )
    basis = _ONE_STOP
    remedy = Phrase(
        "Ghi thời gian của bước; nếu chỉ là chuyển giao thì ghi cách chuyển ở “handover”.",
        "State the time of the step, or say at “handover” how the dossier is passed on.",
    )
    requires = READABLE | {"ST408"}

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        roles = examination.province.role_by_id
        for index, step in enumerate(document.control.steps):
            takes_none = step.time and step.time.value == 0 and step.clock is Clock.RUNS and not step.handover
            role = roles.get(step.role)
            if takes_none and role and not role.desk and not document.source.refuses("steps"):
                yield self.found(document.place("steps", index, "time"), step=index + 1, action=short(step.action))


class NoStepTwice(DocumentRule):
    """Two steps that follow each other are not the same step copied."""

    code = "ST436"
    kinds = WITH_STEPS
    severity = Severity.WARNING
    title = Phrase("Hai bước liền nhau không trùng nhau", "Two steps in a row are not the same")
    fact = Phrase(
        "bước {step} giống hệt bước {before}: “{action}”", "step {step} is the same as step {before}: “{action}”"
    )
    basis = Phrase("TCVN ISO 9001:2015, 4.4.1", "TCVN ISO 9001:2015, 4.4.1")
    remedy = Phrase(
        "Xóa bước thừa, hoặc ghi rõ việc nào làm trước, việc nào làm sau.",
        "Delete the one too many, or say what is done first and what then.",
    )
    requires = READABLE

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        steps = document.control.steps
        for index, (before, step) in enumerate(pairwise(steps), start=1):
            if _deed(before) == _deed(step) and not document.source.refuses("steps"):
                place = document.place("steps", index)
                yield self.found(place, step=index + 1, before=index, action=short(step.action))


def _deed(step: Step) -> tuple[object, ...]:
    return step.role, step.agency, step.when, step.phase, " ".join(step.action.split()).casefold()


RULES = (
    StepsStated(), KnownRoles(), KnownStepAgencies(), EndsAtTheDesk(), StepAgencyExisted(),
    StoppedStepTellsWhy(), NoTimeOnlyForHandingOver(), NoStepTwice(), *step_times.RULES,
)  # fmt: skip
