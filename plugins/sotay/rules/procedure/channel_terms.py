"""ST419, ST427–ST429: the terms of the channels agree with each other, with their notes, and with nothing left over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from sotay.model.document import DocumentFile
from sotay.model.finding import Finding, Severity
from sotay.model.phrase import Phrase
from sotay.model.procedure import ChannelKind, TimeLimit, TimeUnit
from sotay.model.source import KeyPath, Place
from sotay.rules.examination import Examination
from sotay.rules.procedure.kept_rows import channel_rows
from sotay.rules.rule import PROCEDURES, READABLE, DocumentRule, Findings, Rule
from sotay.rules.words.channels import channel, word
from sotay.rules.words.durations import in_words
from sotay.rules.words.quotation import short
from sotay.text.fold import fold
from sotay.text.money import in_words as money
from sotay.text.sentences import sentences_of

_COMPLETE = Phrase("Nghị định 63/2010/NĐ-CP, Điều 8", "Decree 63/2010/NĐ-CP, Article 8")
_COUNTED = Phrase(
    "Nghị định 63/2010/NĐ-CP, Điều 8; Bộ luật Dân sự 91/2015/QH13, Điều 147–148",
    "Decree 63/2010/NĐ-CP, Article 8; Civil Code 91/2015/QH13, Articles 147–148",
)


class LimitsInOneUnit(DocumentRule):
    """The channels count a limit in the same unit, and each of them is stated once."""

    code = "ST419"
    kinds = PROCEDURES
    title = Phrase(
        "Thời hạn các cách thức cùng đơn vị, mỗi cách thức ghi một lần", "Channels agree on units and stand once"
    )
    fact = Phrase("{what}", "{what_en}")
    basis = _COUNTED
    remedy = Phrase("{mend}", "{mend_en}")
    requires = READABLE

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        if document.source.refuses("channels") or document.source.refuses("time_limit"):
            return
        seen: dict[ChannelKind, int] = {}
        for index, way in enumerate(document.control.channels):
            if way.kind in seen:
                line = document.place("channels", seen[way.kind]).line
                yield self._found(document, ("channels", index), _TWICE, line=line, **channel(way.kind))
            seen.setdefault(way.kind, index)
        yield from self._units(document)
        for path, limit in _limits(document):
            if not limit.value and limit.unit is not TimeUnit.WORKING_DAY:
                yield self._found(document, path, _ZERO, unit=limit.unit)

    def _units(self, document: DocumentFile) -> Findings:
        first: dict[Decimal, tuple[ChannelKind, TimeLimit]] = {}
        for index, way in enumerate(document.control.channels):
            limit = document.control.time_limit_of(way)
            if limit is None or not limit.value:
                continue
            kind, other = first.setdefault(limit.value, (way.kind, limit))
            if other.unit is not limit.unit:
                one, two = in_words(other), in_words(limit)
                facts = {"limit": two.vi, "limit_en": two.en, "other": one.vi, "other_en": one.en}
                there = channel(kind)
                names = {"there": there["channel"], "there_en": there["channel_en"], **channel(way.kind)}
                found = self._found(document, ("channels", index, "time_limit"), _UNITS, **facts, **names)
                yield found.weighing(Severity.WARNING)
                return

    def _found(self, document: DocumentFile, path: KeyPath, words: tuple[Phrase, Phrase], **facts: object) -> Finding:
        said, mend = words[0].format(**facts), words[1]
        return self.found(document.place(*path), what=said.vi, what_en=said.en, mend=mend.vi, mend_en=mend.en)


_TWICE = (
    Phrase("cách thức {channel} đã có ở dòng {line}", "the channel {channel_en} stands in line {line} already"),
    Phrase(
        "Gộp làm một mục: thời hạn dài hơn trong một số trường hợp thì ghi vào “extensions”, "
        "mức thu khác nhau thì ghi nhiều mục “fees” với “when”.",
        "Join them: longer limits in some cases go to “extensions”, different fees to items of “fees” with “when”.",
    ),
)
_UNITS = (
    Phrase(
        "thời hạn {channel} là {limit}, mà {there} là {other}: cùng số, khác cách tính ngày",
        "the limit of {channel_en} is {limit_en}, that of {there_en} {other_en}: one number, counted in two ways",
    ),
    Phrase(
        "Tra văn bản quy định thời hạn; ngày làm việc thì ghi “unit: working_day”, ngày theo lịch thì ghi “unit: day”.",
        "Look up what fixes the limit; state “unit: working_day” for working days, “unit: day” for calendar days.",
    ),
)
_ZERO = (
    Phrase("thời hạn 0 chỉ có nghĩa với ngày làm việc, không với “{unit}”", "a limit of 0 says nothing in “{unit}”"),
    Phrase(
        "Giải quyết ngay trong ngày thì ghi “value: 0”, “unit: working_day”; nếu không thì ghi số thật.",
        "For within the day, state “value: 0” and “unit: working_day”; else state the true number.",
    ),
)


def _limits(document: DocumentFile) -> Iterator[tuple[KeyPath, TimeLimit]]:
    """Yield the limit of the procedure and those of its channels."""
    if document.control.time_limit:
        yield ("time_limit",), document.control.time_limit
    for index, way in enumerate(document.control.channels):
        if way.time_limit:
            yield ("channels", index, "time_limit"), way.time_limit


_STATED = re.compile(
    r"(?:thời (?:hạn|gian)(?: (?:giải quyết|thực hiện|trả kết quả|xử lý))*(?: (?:hồ sơ|thủ tục))?\s?(?:là|:)?\s?"
    r"(?:trong |không quá |tối đa )*|trả kết quả (?:trong |sau |không quá )+)"
    r"(?P<value>\d{1,3})(?: \([^()]{1,30}\))? (?P<unit>ngày làm việc|giờ làm việc|ngày|giờ|tháng)\b",
    re.IGNORECASE,
)
_ABOUT_TIME = re.compile(r"\d (?:\([^()]{1,30}\) )?(?:ngày|giờ|tháng)\b", re.IGNORECASE)
_SPECIAL = re.compile(
    r"trường hợp|nếu |đối với|riêng|trừ |xác minh|bổ sung|thông báo|thẩm định|kiểm tra|kéo dài|gia hạn|kiểm định"
    r"|niêm yết|đám tang|tạm thời|bước|chuyển|gửi|lấy ý kiến|khi (?!nhận|tiếp nhận)",
    re.IGNORECASE,
)
_UNIT_WORDS = {
    "ngày làm việc": TimeUnit.WORKING_DAY,
    "giờ làm việc": TimeUnit.WORKING_HOUR,
    "ngày": TimeUnit.DAY,
    "giờ": TimeUnit.HOUR,
    "tháng": TimeUnit.MONTH,
}


class NoteAgreesWithLimit(DocumentRule):
    """The note of a channel names no other time limit than the data."""

    code = "ST427"
    severity = Severity.WARNING
    kinds = PROCEDURES
    title = Phrase("Ghi chú không nói thời hạn khác", "Notes name no other time limit")
    fact = Phrase(
        "ghi chú của cách thức {channel} nói “{words}”, nhưng thời hạn ghi là {limit}",
        "the note of the channel {channel_en} says “{words}”, the time limit is {limit_en}",
    )
    basis = _COMPLETE
    remedy = Phrase(
        "Ghi thời hạn đúng vào “time_limit” và bỏ câu này; chỉ một số trường hợp dài hơn thì ghi vào “extensions”.",
        "State the right limit under “time_limit” and delete the words; longer limits go to “extensions”.",
    )
    requires = READABLE

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        if document.source.refuses("channels") or document.source.refuses("time_limit"):
            return
        for index, way in enumerate(document.control.channels):
            limit = document.control.time_limit_of(way)
            words = _other_limit(way.note, limit) if way.note and limit else None
            if words and limit:
                said = in_words(limit)
                place = document.place("channels", index, "note")
                yield self.found(place, words=short(words, 120), limit=said.vi, limit_en=said.en, **channel(way.kind))


def _other_limit(note: str, limit: TimeLimit) -> str | None:
    """Return the sentence by which a note gives the procedure as a whole another limit."""
    if not _ABOUT_TIME.search(note):
        return None
    known = {(stated.value, stated.unit) for stated in (limit, *limit.extensions, *limit.phases)}
    for sentence in (part for whole in sentences_of(note) for part in whole.split(";")):
        match = _STATED.match(sentence.lstrip(" -+"))
        if match and not _SPECIAL.search(sentence):
            unit = _UNIT_WORDS[match["unit"].lower()]
            return None if (Decimal(match["value"]), unit) in known else sentence.strip(" .-+")
    return None


class PortalChannelsWorkedIn(DocumentRule):
    """No channel is left as the import found it."""

    code = "ST428"
    kinds = PROCEDURES
    title = Phrase("Cách thức chép từ bản ghi quốc gia đã xử lý xong", "Channels of the national record are worked in")
    fact = Phrase(
        "phần lời văn còn {count} dòng cách thức của bản ghi quốc gia chưa thành dữ liệu; dòng đầu: “{text}”",
        "channels of the national record left in the body: {count}; the first is “{text}”",
    )
    basis = _COMPLETE
    remedy = Phrase(
        "Ghi thời hạn, mức thu và ghi chú ngắn vào “channels”, “time_limit”, “fees”; rồi xóa dòng này.",
        "State limit, fee and a short note under “channels”, “time_limit” and “fees”; then delete the row.",
    )
    requires = READABLE

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        rows = list(channel_rows(document.body))
        if rows:
            first = rows[0]
            text = ", ".join(part for part in (first.channel, first.limit, first.fee) if part)
            yield self.found(Place(document.source.path, first.line), count=len(rows), text=short(text))


class DifferencesConfirmed(DocumentRule):
    """Where the channels differ, the data were compared with the national record, whose slips look just so."""

    code = "ST429"
    severity = Severity.ADVICE
    kinds = PROCEDURES
    title = Phrase("Khác nhau giữa các cách thức đã được đối chiếu", "Differences between channels are confirmed")
    fact = Phrase(
        "{what} khác nhau giữa các cách thức mà chưa ghi ngày đối chiếu: {words}",
        "{what_en} differ by channel and no day of comparison is stated: “{words}”",
    )
    basis = Phrase("Nghị định 63/2010/NĐ-CP, Điều 26", "Decree 63/2010/NĐ-CP, Article 26")
    remedy = Phrase(
        "Đối chiếu với quyết định công bố; đúng thì giữ nguyên và ghi ngày vào “compared_on” của “national_record”.",
        "Compare with the decision that announced it; then state the day at “compared_on” of “national_record”.",
    )
    requires = READABLE

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        record = document.control.national_record
        if record is None or record.compared_on or document.source.refuses("national_record"):
            return
        limits, fees = _terms(document)
        place = document.place("channels")
        # The same number in two units is the matter of ST419.
        if len({words.partition(" ")[0] for words in limits.values()}) > 1:
            yield self.found(place, what="thời hạn", what_en="time limits", words=_listed(limits))
        if len({fold(words) for words in fees.values()}) > 1:
            yield self.found(place, what="mức thu", what_en="fees", words=_listed(fees))


_KINDS = {
    "truc tiep": ChannelKind.COUNTER,
    "truc tuyen": ChannelKind.ONLINE,
    "dich vu buu chinh": ChannelKind.POST,
    "buu chinh": ChannelKind.POST,
}


def _terms(document: DocumentFile) -> tuple[dict[ChannelKind, str], dict[ChannelKind, str]]:
    """Return limits and fees by channel: what the data says, else the row of the national record that was kept."""
    control = document.control
    limits: dict[ChannelKind, str] = {}
    fees: dict[ChannelKind, str] = {}
    for way in control.channels:
        limit = control.time_limit_of(way)
        if limit:
            limits[way.kind] = in_words(limit).vi
        if control.fees_of(way):
            amounts = [
                money(fee.amount, fee.currency) if fee.amount else fee.set_by or "0" for fee in control.fees_of(way)
            ]
            fees[way.kind] = " + ".join(amounts)
    for row in channel_rows(document.body):
        kind = _KINDS.get(fold(row.channel))
        if kind:
            limits.setdefault(kind, row.limit or "?")
            fees.setdefault(kind, row.fee or "?")
    return limits, fees


def _listed(terms: dict[ChannelKind, str]) -> str:
    return "; ".join(f"{word(kind).vi}: {words}" for kind, words in terms.items())


RULES: tuple[Rule, ...] = (LimitsInOneUnit(), NoteAgreesWithLimit(), PortalChannelsWorkedIn(), DifferencesConfirmed())
