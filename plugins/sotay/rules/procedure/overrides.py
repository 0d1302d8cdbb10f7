"""ST420–ST425: what an agency does on its own terms is shorter, decided, and about something real."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sotay.history.fingerprint import override_fingerprint
from sotay.model.agency import Agency, Override
from sotay.model.decision import Action, Decision
from sotay.model.document import DocumentFile
from sotay.model.finding import Finding, Severity
from sotay.model.phrase import Phrase
from sotay.model.procedure import ChannelKind
from sotay.model.province import FileOf
from sotay.model.source import KeyPath
from sotay.rules.examination import Examination
from sotay.rules.procedure.own_terms import Lengthening, changes_nothing, clash, lengthenings
from sotay.rules.rule import READABLE, AgencyRule, Findings
from sotay.rules.words.channels import channels_in_words
from sotay.rules.words.suggestion import did_you_mean

_NEARLY = 0.9
"""Numbers of decisions differ in a digit or two; only a slip of one is worth asking about."""
_BASIS = Phrase("Nghị định 63/2010/NĐ-CP, Điều 13", "Decree 63/2010/NĐ-CP, Article 13")
_COMPLETE = Phrase("Nghị định 63/2010/NĐ-CP, Điều 8", "Decree 63/2010/NĐ-CP, Article 8")
_CONTROL = Phrase("TCVN ISO 9001:2015, 7.5.3.2", "TCVN ISO 9001:2015, 7.5.3.2")


class OverrideKnown(AgencyRule):
    """Own terms are about a procedure of the library, and a way of filing that it has."""

    code = "ST420"
    title = Phrase("Quy định riêng về thủ tục có thật", "Own terms are about a known procedure")
    fact = Phrase("{what}{hint}", "{what_en}{hint_en}")
    basis = _BASIS
    remedy = Phrase("Sửa mã hiệu ở “procedure” hoặc cách thức ở “channel”.", "Mend “procedure” or “channel”.")
    requires = READABLE

    def check(self, file: FileOf[Agency], examination: Examination) -> Findings:
        documents = examination.province.document_by_code
        for index, override in enumerate(file.value.overrides):
            code, channel = override.procedure, override.channel
            document = documents.get(code)
            if code not in examination.province.codes:
                what = Phrase(f"không có thủ tục “{code}” trong thư viện", f"there is no procedure “{code}”")
                place = file.place("overrides", index, "procedure")
                yield self.found(place, what=what.vi, what_en=what.en, **did_you_mean(code, documents))
            elif document and channel and _lacks(document, channel):
                words = channels_in_words([channel])
                what = Phrase(f"thủ tục {code} không có cách nộp {words.vi}", f"{code} cannot be filed {words.en}")
                place = file.place("overrides", index, "channel")
                yield self.found(place, what=what.vi, what_en=what.en, hint="", hint_en="")


class OverrideOnlyShortens(AgencyRule):
    """A local time limit never ends later than the common one: in no channel, case or phase."""

    code = "ST421"
    title = Phrase("Thời hạn riêng không dài hơn thời hạn chung", "A local limit is never longer")
    fact = Phrase(
        "thời hạn riêng của {code} khi nộp {channels} là {own}, {how} {common} của quy định chung",
        "the local limit of {code}, filed {channels_en}, is {own_en}, {how_en} the common {common_en}",
    )
    basis = _BASIS
    remedy = Phrase(
        "Ghi thời hạn ngắn hơn, cùng đơn vị với quy định chung, hoặc bỏ quy định riêng.",
        "State a shorter limit in the unit of the common one, or remove the own terms.",
    )
    requires = READABLE | {"ST420"}

    def check(self, file: FileOf[Agency], examination: Examination) -> Findings:
        for index, override in enumerate(file.value.overrides):
            document = examination.province.document_by_code.get(override.procedure)
            if not document or not override.time_limit or _is_uncertain(document):
                continue
            kinds_by: dict[Lengthening, list[ChannelKind]] = {}
            for channel in document.control.channels:
                common = document.control.time_limit_of(channel)
                if common and override.channel in (None, channel.kind):
                    for longer in lengthenings(override.time_limit, common):
                        kinds_by.setdefault(longer, []).append(channel.kind)
            for longer, kinds in kinds_by.items():
                place = file.place("overrides", index, "time_limit", *longer.path)
                channels = channels_in_words(kinds)
                facts = {"code": override.procedure, "channels": channels.vi, "channels_en": channels.en}
                yield self.found(place, **facts, **longer.in_words)


class OverrideDecided(AgencyRule):
    """Own terms are those that their decision names, by their fingerprint."""

    code = "ST422"
    title = Phrase("Quy định riêng đúng như quyết định cho phép", "Own terms are those that the decision permits")
    fact = Phrase("{what}", "{what_en}")
    basis = _CONTROL
    remedy = Phrase(
        "Khôi phục nội dung cũ, "
        "hoặc chạy “sotay issue --agency {agency} --override {code} --decision {number}” khi quyết định đã ký.",
        "Restore the terms, or run “sotay issue --agency {agency} --override {code} --decision {number}” once signed.",
    )
    requires = READABLE | {"ST420"}

    def check(self, file: FileOf[Agency], examination: Examination) -> Findings:
        agency = _folder(file)
        decisions = _decisions(agency, examination)
        permitted = {
            (number, item.code, item.fingerprint)
            for number, decision in decisions.items()
            for item in decision.value.documents
            if item.action is Action.OVERRIDE
        }
        named = {(number, code) for number, code, _ in permitted}
        for index, override in enumerate(file.value.overrides):
            code, number = override.procedure, override.decision
            decision = decisions.get(number)
            if decision is None or decision.is_faulty:
                continue
            if (number, code, override_fingerprint(override)) in permitted:
                continue
            what = Phrase(
                f"quyết định {number} không có mục cho phép quy định riêng của {code}",
                f"decision {number} has no item that permits own terms for {code}",
            )
            if (number, code) in named:
                what = Phrase(
                    f"quy định riêng của {code} khác nội dung mà quyết định {number} cho phép (dấu vân tay không khớp)",
                    f"the own terms for {code} are not those that decision {number} permits (the fingerprints differ)",
                )
            place = file.place("overrides", index)
            yield self.found(place, what=what.vi, what_en=what.en, agency=agency, code=code, number=number)


class OverrideCounter(AgencyRule):
    """A place that own terms name is a counter of the agency."""

    code = "ST423"
    title = Phrase("Nơi tiếp nhận riêng là nơi tiếp nhận của cơ quan", "A named counter is one of the agency")
    fact = Phrase("không có nơi tiếp nhận “{counter}”{hint}", "there is no counter “{counter}”{hint_en}")
    basis = Phrase("Nghị định 118/2025/NĐ-CP", "Decree 118/2025/NĐ-CP")
    remedy = Phrase("Ghi đúng tên một mục trong “counters”.", "Name one of “counters”.")
    requires = READABLE

    def check(self, file: FileOf[Agency], examination: Examination) -> Findings:
        if file.source.refuses("counters"):
            return
        names = [counter.name for counter in file.value.counters]
        for index, override in enumerate(file.value.overrides):
            if override.counter and override.counter not in names:
                place = file.place("overrides", index, "counter")
                yield self.found(place, counter=override.counter, **did_you_mean(override.counter, names, 0.6))


class OverrideDecisionKnown(AgencyRule):
    """The decision that own terms name is one of the agency's own."""

    code = "ST424"
    title = Phrase("Quyết định cho phép quy định riêng có trong kho", "The decision behind own terms is on file")
    fact = Phrase(
        "trong decisions/ của cơ quan không có quyết định “{number}”{hint}",
        "the agency has no decision “{number}” under decisions/{hint_en}",
    )
    basis = _CONTROL
    remedy = Phrase(
        "Sửa số ở “decision”; nếu quyết định đã ký mà chưa nhập thì chạy "
        "“sotay issue --agency {agency} --override {code} --decision {number}”.",
        "Mend “decision”; if it is signed but not on file yet, run "
        "“sotay issue --agency {agency} --override {code} --decision {number}”.",
    )
    requires = READABLE

    def check(self, file: FileOf[Agency], examination: Examination) -> Findings:
        agency = _folder(file)
        start = f"sites/{agency}/decisions/"
        if any(source.path.startswith(start) for source in examination.province.unreadable):
            return
        decisions = _decisions(agency, examination)
        for index, override in enumerate(file.value.overrides):
            number = override.decision
            if number not in decisions:
                hint = did_you_mean(number, decisions, _NEARLY)
                place = file.place("overrides", index, "decision")
                yield self.found(place, number=number, agency=agency, code=override.procedure, **hint)


class OverrideMeansSomething(AgencyRule):
    """Own terms rest on something, change something, and are stated once."""

    code = "ST425"
    title = Phrase("Quy định riêng có căn cứ, có nội dung và không trùng", "Own terms have a ground, and say one thing")
    fact = Phrase("{what}", "{what_en}")
    basis = _COMPLETE
    remedy = Phrase("{deed}", "{deed_en}")
    requires = READABLE | {"ST420"}

    def check(self, file: FileOf[Agency], examination: Examination) -> Findings:
        yield from self._groundless_fees(file)
        yield from self._idle(file, examination)
        yield from self._doubled(file, _decisions(_folder(file), examination))

    def _groundless_fees(self, file: FileOf[Agency]) -> Findings:
        for index, override in enumerate(file.value.overrides):
            for fee_index, fee in enumerate(override.fees):
                if fee.amount is not None and not fee.legal_basis and not fee.set_by:
                    yield self._about(
                        file, ("overrides", index, "fees", fee_index),
                        Phrase(
                            f"mức thu riêng của {override.procedure} không ghi căn cứ",
                            f"the local fee of {override.procedure} names no ground",
                        ),
                        Phrase(
                            "Ghi số nghị quyết của Hội đồng nhân dân tỉnh ở “legal_basis”, ví dụ 11/2025/NQ-HĐND.",
                            "State the resolution of the provincial council at “legal_basis”, e.g. “11/2025/NQ-HĐND”.",
                        ),
                    )  # fmt: skip

    def _idle(self, file: FileOf[Agency], examination: Examination) -> Findings:
        for index, override in enumerate(file.value.overrides):
            document = examination.province.document_by_code.get(override.procedure)
            if document and not document.source.problems and changes_nothing(override, document.control):
                yield self._about(
                    file, ("overrides", index),
                    Phrase(
                        f"quy định riêng của {override.procedure} không khác gì quy định chung",
                        f"the own terms for {override.procedure} are the common ones",
                    ),
                    Phrase("Bỏ mục này hoặc ghi điều cơ quan làm khác.", "Remove it, or state what is different here."),
                ).weighing(Severity.WARNING)  # fmt: skip

    def _doubled(self, file: FileOf[Agency], decisions: Mapping[str, FileOf[Decision]]) -> Findings:
        """Of two terms about one thing the first holds; the second only until the first takes effect.

        Those whose decision is not on file never hold, as another rule says.
        """
        starts = {number: decision.value.effective_date for number, decision in decisions.items()}
        kept: dict[str, list[tuple[int, Override]]] = {}
        for index, override in enumerate(file.value.overrides):
            code = override.procedure
            if override.decision not in starts:
                continue
            earlier = kept.setdefault(code, [])
            clashes = (n for n, one in earlier if clash(one, override) and not _takes_over(one, override, starts))
            before = next(clashes, None)
            if before is None:
                earlier.append((index, override))
                continue
            what = Phrase(
                f"quy định riêng thứ {index + 1} về {code} trùng với mục thứ {before + 1}, nên không được dùng",
                f"own terms no. {index + 1} for {code} repeat no. {before + 1} and are never used",
            )
            deed = Phrase("Gộp hai mục hoặc bỏ một mục.", "Join the two, or remove one.")
            yield self._about(file, ("overrides", index), what, deed)

    def _about(self, file: FileOf[Agency], path: KeyPath, what: Phrase, deed: Phrase) -> Finding:
        return self.found(file.place(*path), what=what.vi, what_en=what.en, deed=deed.vi, deed_en=deed.en)


def _lacks(document: DocumentFile, channel: ChannelKind) -> bool:
    channels = document.control.channels
    return bool(channels) and channel not in {c.kind for c in channels} and not document.source.refuses("channels")


def _is_uncertain(document: DocumentFile) -> bool:
    return document.source.refuses("time_limit") or document.source.refuses("channels")


def _takes_over(one: Override, other: Override, starts: Mapping[str, date]) -> bool:
    """Whether the first terms take effect later, so that the second hold until then."""
    return starts[one.decision] > starts[other.decision]


def _folder(file: FileOf[Agency]) -> str:
    return file.source.path.split("/")[-2]


def _decisions(agency: str, examination: Examination) -> Mapping[str, FileOf[Decision]]:
    files = examination.province.agency_by_id.get(agency)
    return {decision.value.number: decision for decision in files.decisions} if files else {}


RULES = (
    OverrideKnown(), OverrideOnlyShortens(), OverrideDecided(), OverrideCounter(), OverrideDecisionKnown(),
    OverrideMeansSomething(),
)  # fmt: skip
