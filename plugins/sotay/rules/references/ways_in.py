"""ST607, ST617, ST618: life events and the list of what is used most lead to procedures that exist."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sotay.model.catalogue import Join, LifeEvent, LifeEventStep
from sotay.model.document import DocumentKind
from sotay.model.phrase import Phrase
from sotay.model.source import KeyPath, Place, Source
from sotay.rules.approval.standing import deleted_in_force
from sotay.rules.examination import Examination
from sotay.rules.references.named_documents import procedures_of
from sotay.rules.rule import READABLE, Findings, ProvinceRule
from sotay.rules.words.suggestion import did_you_mean

_IDENTIFIED = Phrase("TCVN ISO 9001:2015, 7.5.2 a", "TCVN ISO 9001:2015, 7.5.2 a")
_COMMUNICATED = Phrase("TCVN ISO 9001:2015, 8.2.1 a", "TCVN ISO 9001:2015, 8.2.1 a")
_UNKNOWN = Phrase("không có thủ tục “{code}”{hint}", "there is no procedure “{code}”{hint_en}")
_MEND = Phrase("Sửa mã hiệu hoặc bỏ dòng này.", "Mend the code or remove it.")
_ONCE = Phrase("Xóa mục trùng.", "Delete the double.")


class LifeEventProcedures(ProvinceRule):
    """Life events name administrative procedures of the library."""

    code = "ST607"
    title = Phrase("Sự kiện nêu thủ tục có thật", "Life events name known procedures")
    fact = _UNKNOWN
    basis = _IDENTIFIED
    remedy = _MEND

    def check(self, examination: Examination) -> Findings:
        register = examination.province.life_events
        for index, event in enumerate(register.value.events):
            named: set[str] = set()
            for keys, code in procedures_of(event):
                place = register.place("events", index, *keys)
                if code in named:
                    told = self.found(place, code=code, **did_you_mean(code, ()))
                    yield replace(told, fact=_NAMED_TWICE.format(code=code), remedy=_ONCE)
                else:
                    yield from _unless_procedure(self, place, code, examination)
                named.add(code)


_NAMED_TWICE = Phrase("sự kiện nêu “{code}” hai lần", "the event names “{code}” twice")


class LifeEventSteps(ProvinceRule):
    """The steps of a life event say what to do, where, and whether of several procedures one or all are needed."""

    code = "ST617"
    title = Phrase("Các bước của sự kiện nói rõ làm gì, hoặc hay và", "Steps of life events say what to do")
    fact = Phrase("{what}", "{what_en}")
    basis = _COMMUNICATED
    remedy = Phrase("{do}", "{do_en}")
    requires = READABLE

    def check(self, examination: Examination) -> Findings:
        register = examination.province.life_events
        for index, event in enumerate(register.value.events):
            for keys, (fact, remedy) in () if _is_partly_refused(register.source, index) else _faults(event):
                told = {"what": fact.vi, "what_en": fact.en, "do": remedy.vi, "do_en": remedy.en}
                yield self.found(register.place("events", index, *keys), **told)


_Fault = tuple[Phrase, Phrase]


def _is_partly_refused(source: Source, index: int) -> bool:
    """Whether reading refused something on the lines of an event, or of one left out after it.

    Positions are those of the events that are left; only lines tell what was where.
    """
    first = source.place("events", index).line
    following = source.lines.get(("events", index + 1))
    return any(
        first <= problem.line and (following is None or problem.line < following or problem.line == first)
        for problem in source.problems
    )


def _faults(event: LifeEvent) -> Iterator[tuple[KeyPath, _Fault]]:
    if not event.steps:
        yield ("id",), _WITHOUT_STEPS
    elif event.steps[0].join is not Join.THEN:
        yield ("steps", 0, "join"), _NOTHING_BEFORE
    for index, step in enumerate(event.steps):
        for key, fault in _faults_of_step(step):
            yield ("steps", index, key), fault


def _faults_of_step(step: LifeEventStep) -> Iterator[tuple[str, _Fault]]:
    if len(step.procedures) > 1 and step.choose is None:
        yield "title", _CHOOSE_MISSING
    if len(step.procedures) < 2 and step.choose is not None:  # noqa: PLR2004 - one procedure leaves nothing to choose
        yield "choose", _NOTHING_TO_CHOOSE
    if not step.procedures and step.note is None:
        yield "title", _NO_PLACE


_WITHOUT_STEPS = (
    Phrase("sự kiện không có bước nào", "the event has no steps"),
    Phrase("Thêm các bước ở “steps”, hoặc xóa sự kiện.", "Add its steps at “steps”, or delete the event."),
)
_NOTHING_BEFORE = (
    Phrase("bước đầu tiên không có bước nào ở trên để nối", "the first step has no step before it to join"),
    Phrase("Xóa “join” của bước này.", "Delete “join” of this step."),
)
_CHOOSE_MISSING = (
    Phrase("bước có nhiều thủ tục nhưng chưa nói làm một hay làm tất cả", "of several procedures it is not said which"),
    Phrase(
        "Thêm “choose: one” (hoặc: làm một thủ tục) hay “choose: all” (và: làm tất cả).",
        "Add “choose: one” (or: one of them) or “choose: all” (and: all of them).",
    ),
)
_NOTHING_TO_CHOOSE = (
    Phrase("bước không có nhiều thủ tục để chọn", "the step has no several procedures to choose from"),
    Phrase("Xóa “choose”, hoặc thêm thủ tục còn thiếu.", "Delete “choose”, or add the missing procedure."),
)
_NO_PLACE = (
    Phrase(
        "bước không có thủ tục và không nói làm ở đâu", "the step has no procedure and does not say where it is done"
    ),
    Phrase("Thêm mã hiệu ở “procedures”, hoặc nói rõ ở “note”.", "Add codes at “procedures”, or say it at “note”."),
)


class MostUsedProcedures(ProvinceRule):
    """The procedures that the portal's home names are procedures of the library."""

    code = "ST618"
    title = Phrase("Mục “Thường làm” nêu thủ tục có thật", "What the home page names are known procedures")
    fact = _UNKNOWN
    basis = _IDENTIFIED
    remedy = _MEND

    def check(self, examination: Examination) -> Findings:
        settings = examination.province.settings
        named: set[str] = set()
        for index, code in enumerate(settings.value.most_used):
            place = settings.place("most_used", index)
            if code in named:
                told = self.found(place, code=code, **did_you_mean(code, ()))
                yield replace(told, fact=_LISTED_TWICE.format(code=code), remedy=_ONCE)
            else:
                yield from _unless_procedure(self, place, code, examination)
            named.add(code)


_LISTED_TWICE = Phrase("“{code}” được nêu hai lần", "“{code}” is named twice")


def _unless_procedure(rule: ProvinceRule, place: Place, code: str, examination: Examination) -> Findings:
    """What is wrong with a code by which people are to find an administrative procedure."""
    province = examination.province
    document = province.document_by_code.get(code)
    if document and document.control.kind not in (DocumentKind.PROCEDURE, None):
        told = rule.found(place, code=code, **did_you_mean(code, ()))
        yield replace(told, fact=_NO_PROCEDURE.format(code=code))
    elif code not in province.codes and code not in examination.shared(deleted_in_force):
        yield rule.found(place, code=code, **did_you_mean(code, sorted(province.codes)))


_NO_PROCEDURE = Phrase("{code} không phải là quy trình thủ tục hành chính", "{code} is no administrative procedure")

RULES = (LifeEventProcedures(), LifeEventSteps(), MostUsedProcedures())
