"""ST420–ST423: what an agency does on its own terms is shorter, decided, and about something real."""

from __future__ import annotations

from collections.abc import Iterator

from sotay.deadlines.working_time import is_longer
from sotay.history.fingerprint import override_fingerprint
from sotay.model.agency import Agency, Override
from sotay.model.decision import Action
from sotay.model.document import DocumentFile
from sotay.model.phrase import Phrase
from sotay.model.procedure import TimeLimit
from sotay.model.province import FileOf
from sotay.rules.durations import in_words
from sotay.rules.examination import Examination
from sotay.rules.rule import AgencyRule, Findings

_FORM = frozenset({"ST100", "ST107"})
_BASIS = Phrase("Nghị định 63/2010/NĐ-CP, Điều 13", "Decree 63/2010/NĐ-CP, Article 13")


class OverrideKnown(AgencyRule):
    """Own terms are about a procedure of the library."""

    code = "ST420"
    title = Phrase("Quy định riêng về thủ tục có thật", "Own terms are about a known procedure")
    fact = Phrase("không có thủ tục “{code}” trong thư viện", "there is no procedure “{code}”")
    basis = _BASIS
    remedy = Phrase("Sửa mã hiệu ở “procedure”.", "Mend the code at “procedure”.")
    requires = _FORM

    def check(self, file: FileOf[Agency], examination: Examination) -> Findings:
        for index, override in enumerate(file.value.overrides):
            if override.procedure not in examination.province.document_by_code:
                yield self.found(file.place("overrides", index, "procedure"), code=override.procedure)


class OverrideOnlyShortens(AgencyRule):
    """A local time limit is never longer than the national one."""

    code = "ST421"
    title = Phrase("Thời hạn riêng không dài hơn thời hạn chung", "A local limit is never longer")
    fact = Phrase(
        "thời hạn riêng của {code} là {own}, dài hơn thời hạn chung {common}",
        "the local limit of {code} is {own_en}, longer than the common {common_en}",
    )
    basis = _BASIS
    remedy = Phrase("Ghi thời hạn ngắn hơn hoặc bỏ quy định riêng.", "State a shorter limit or remove the own terms.")
    requires = _FORM | {"ST420"}

    def check(self, file: FileOf[Agency], examination: Examination) -> Findings:
        for index, override in enumerate(file.value.overrides):
            document = examination.province.document_by_code.get(override.procedure)
            longer = [pair for pair in (_limits(override, document) if document else ()) if is_longer(*pair)]
            if longer:
                own, common = map(in_words, longer[0])
                facts = {"own": own.vi, "own_en": own.en, "common": common.vi, "common_en": common.en}
                yield self.found(file.place("overrides", index), code=override.procedure, **facts)


class OverrideDecided(AgencyRule):
    """Own terms are those that a decision of the agency names, by their fingerprint."""

    code = "ST422"
    title = Phrase("Quy định riêng có quyết định cho phép", "Own terms are covered by a decision")
    fact = Phrase(
        "quyết định {number} không cho phép quy định riêng này của {code} (không có hoặc dấu vân tay không khớp)",
        "decision {number} does not permit these own terms for {code} (absent, or the fingerprints differ)",
    )
    basis = Phrase("TCVN ISO 9001:2015, 7.5.3.2", "TCVN ISO 9001:2015, 7.5.3.2")
    remedy = Phrase(
        "Khôi phục nội dung cũ, "
        "hoặc chạy “sotay issue --agency … --override {code} --decision {number}” khi quyết định đã ký.",
        "Restore the terms, or run “sotay issue --agency … --override {code} --decision {number}” once it is signed.",
    )
    requires = _FORM | {"ST420"}

    def check(self, file: FileOf[Agency], examination: Examination) -> Findings:
        folder = file.source.path.split("/")[-2]
        agency = examination.province.agency_by_id[folder]
        permitted = {
            (item.code, item.fingerprint, decision.value.number)
            for decision in agency.decisions
            for item in decision.value.documents
            if item.action is Action.OVERRIDE
        }
        for index, override in enumerate(file.value.overrides):
            if (override.procedure, override_fingerprint(override), override.decision) not in permitted:
                place = file.place("overrides", index)
                yield self.found(place, number=override.decision, code=override.procedure)


class OverrideCounter(AgencyRule):
    """A place that own terms name is a counter of the agency."""

    code = "ST423"
    title = Phrase("Nơi tiếp nhận riêng là nơi tiếp nhận của cơ quan", "A named counter is one of the agency")
    fact = Phrase("không có nơi tiếp nhận “{counter}”", "there is no counter “{counter}”")
    basis = Phrase("Nghị định 118/2025/NĐ-CP", "Decree 118/2025/NĐ-CP")
    remedy = Phrase("Ghi đúng tên một mục trong “counters”.", "Name one of “counters”.")
    requires = _FORM

    def check(self, file: FileOf[Agency], examination: Examination) -> Findings:
        names = {counter.name for counter in file.value.counters}
        for index, override in enumerate(file.value.overrides):
            if override.counter and override.counter not in names:
                yield self.found(file.place("overrides", index, "counter"), counter=override.counter)


def _limits(override: Override, document: DocumentFile) -> Iterator[tuple[TimeLimit, TimeLimit]]:
    """Yield the local limit beside each national limit that it replaces."""
    for channel in document.control.channels:
        national = document.control.time_limit_of(channel)
        if override.time_limit and national and override.channel in (None, channel.kind):
            yield override.time_limit, national


RULES = (OverrideKnown(), OverrideOnlyShortens(), OverrideDecided(), OverrideCounter())
