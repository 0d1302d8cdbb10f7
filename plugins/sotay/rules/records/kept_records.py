"""ST701–ST703: a record says who answers for it, its days are possible, and what it is evidence of exists."""

from __future__ import annotations

from collections.abc import Iterator

from sotay.model.agency import Agency
from sotay.model.phrase import Phrase
from sotay.model.province import AgencyFiles
from sotay.model.record import Record, RecordFile
from sotay.rules.approval.standing import deleted_in_force
from sotay.rules.examination import Examination
from sotay.rules.rule import READABLE, Findings, RecordRule
from sotay.rules.words.suggestion import did_you_mean
from sotay.text.wording import date_words


class RecordResponsible(RecordRule):
    """Whoever answers for a record is a person of the agency."""

    code = "ST701"
    title = Phrase("Người chịu trách nhiệm về hồ sơ có trong cơ quan", "Whoever answers for a record is of the agency")
    fact = Phrase(
        "{agency} không có người mang mã “{person}”{hint}", "{agency} has no person with the id “{person}”{hint_en}"
    )
    basis = Phrase("TCVN ISO 9001:2015, 5.3", "TCVN ISO 9001:2015, 5.3")
    remedy = Phrase(
        "Ghi mã một người trong “people” của sites/{agency}/agency.yml; người đã chuyển đi vẫn giữ tên ở đó.",
        "State the id of a person under “people” in sites/{agency}/agency.yml; who has left stays listed there.",
    )
    requires = READABLE

    def check(self, record: RecordFile, agency: AgencyFiles, examination: Examination) -> Findings:
        person, known = record.value.responsible, [person.id for person in agency.agency.people]
        if person not in known and not agency.file.source.refuses("people"):
            hint = did_you_mean(person, known)
            yield self.found(record.place("responsible"), agency=agency.id, person=person, **hint)


class RecordDays(RecordRule):
    """A record is of a day on which its agency existed, and what it demands is due and done afterwards."""

    code = "ST702"
    title = Phrase("Các ngày của hồ sơ hợp lý", "The days of a record are possible")
    fact = Phrase("{why}", "{why_en}")
    basis = Phrase("TCVN ISO 9001:2015, 7.5.3.2", "TCVN ISO 9001:2015, 7.5.3.2")
    remedy = Phrase("Đối chiếu bản giấy rồi sửa ngày ghi sai.", "See the paper and mend the day that is wrong.")
    requires = READABLE

    def check(self, record: RecordFile, agency: AgencyFiles, examination: Examination) -> Findings:
        for key, why in (*_out_of_order(record.value), *_out_of_life(record.value, agency.agency)):
            yield self.found(record.place(key), why=why.vi, why_en=why.en)


_BEFORE = Phrase(
    "“{key}” là ngày {day}, trước ngày lập hồ sơ {made}", "“{key}” is {day}, before the day {made} of the record"
)
_NOT_YET = Phrase(
    "hồ sơ lập ngày {day}, trước khi cơ quan hoạt động từ {edge}",
    "the record is of {day}, before the agency began on {edge}",
)
_NO_MORE = Phrase(
    "hồ sơ lập ngày {day}, sau ngày cuối cơ quan hoạt động là {edge}",
    "the record is of {day}, after the agency's last day {edge}",
)


def _out_of_order(record: Record) -> Iterator[tuple[str, Phrase]]:
    for key, day in (("due", record.due), ("closed_on", record.closed_on)):
        if day and day < record.date:
            yield key, _BEFORE.format(key=key, day=date_words(day), made=date_words(record.date))


def _out_of_life(record: Record, agency: Agency) -> Iterator[tuple[str, Phrase]]:
    day = date_words(record.date)
    if agency.valid_from and record.date < agency.valid_from:
        yield "date", _NOT_YET.format(day=day, edge=date_words(agency.valid_from))
    if agency.valid_to and record.date > agency.valid_to:
        yield "date", _NO_MORE.format(day=day, edge=date_words(agency.valid_to))


class RecordDocuments(RecordRule):
    """The documents of which a record is evidence exist."""

    code = "ST703"
    title = Phrase("Tài liệu mà hồ sơ nêu có trong kho", "The documents that a record names exist")
    fact = Phrase("không có tài liệu “{code}”{hint}", "there is no document “{code}”{hint_en}")
    basis = Phrase("TCVN ISO 9001:2015, 7.5.2 a", "TCVN ISO 9001:2015, 7.5.2 a")
    remedy = Phrase("Sửa mã hiệu trong “documents” hoặc bỏ dòng này.", "Mend the code in “documents” or remove it.")
    requires = READABLE

    def check(self, record: RecordFile, agency: AgencyFiles, examination: Examination) -> Findings:
        known, told = examination.province.codes, examination.shared(deleted_in_force)
        for index, code in enumerate(record.value.documents):
            if code not in known and code not in told:
                yield self.found(record.place("documents", index), code=code, **did_you_mean(code, sorted(known)))


RULES = (RecordResponsible(), RecordDays(), RecordDocuments())
