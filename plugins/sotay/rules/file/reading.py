"""ST100–ST107: the form of a file, as reading found it."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from sotay.model.phrase import Phrase
from sotay.model.source import Place, Problem, ProblemKind, Source, last_key
from sotay.rules.examination import Examination
from sotay.rules.rule import Findings, SourceRule
from sotay.rules.words.suggestion import hints
from sotay.rules.words.value_words import day_meant, example_of, expected_of, meant_value

_BASIS = Phrase("TCVN ISO 9001:2015, 7.5.2", "TCVN ISO 9001:2015, 7.5.2")


class _FormRule(SourceRule):
    """Turns one kind of problem that reading reported into findings."""

    kind: ClassVar[ProblemKind]
    basis, requires = _BASIS, frozenset({"ST137"})

    def check(self, source: Source, examination: Examination) -> Findings:
        for problem in source.problems:
            if problem.kind is self.kind:
                yield self.found(Place(source.path, problem.line), **self.facts(problem))

    def facts(self, problem: Problem) -> dict[str, object]:
        key = last_key(problem.facts.get("key", ""))
        return {**problem.facts, "key": key, **hints(problem.facts.get("suggestion"))}


_REASONS = {
    "front matter": Phrase(
        "không có khối kiểm soát giữa hai dòng ---", "there is no front matter between two lines ---"
    ),
    "empty": Phrase("tệp trống", "the file is empty"),
    "late front matter": Phrase(
        "dòng --- mở khối kiểm soát không phải là dòng 1", "the line --- that opens the front matter is not line 1"
    ),
    "open front matter": Phrase(
        "khối kiểm soát chưa khép bằng một dòng --- thứ hai", "no second line --- closes the front matter"
    ),
    "absent": Phrase("thiếu tệp này", "the file is missing"),
    "encoding": Phrase(
        "tệp không phải là tệp chữ dạng UTF-8, có thể là tệp Word đổi đuôi hoặc lưu bảng mã khác",
        "it is no text in UTF-8, perhaps a renamed Word file or one saved in another encoding",
    ),
    "marks": Phrase("có hơn 30 dấu chồng lên một chữ", "more than 30 marks are piled on one letter"),
    "unopened": Phrase("không mở được tệp", "the file cannot be opened"),
    "too large": Phrase("tệp lớn hơn 1 MB, không phải là tệp chữ", "the file is larger than 1 MB and no text"),
    "nested too deeply": Phrase("các khóa lồng nhau quá nhiều tầng", "nested too deeply"),
    "complex key": Phrase("khóa không phải là chữ", "a key is not a text"),
    "mapping values are not allowed in this context": Phrase(
        "có dấu hai chấm trong giá trị chưa đặt trong nháy", "a value that is not quoted has a colon in it"
    ),
    "found character that cannot start any token": Phrase(
        "thụt lề bằng phím Tab, hoặc giá trị bắt đầu bằng @ hay `", "indented by a tab, or a value begins with @ or `"
    ),
    "could not find expected ':'": Phrase("thiếu dấu hai chấm sau khóa", "a colon is missing after a key"),
    "did not find expected key": Phrase("thụt lề hoặc dấu nháy sai chỗ", "indentation or a quote is misplaced"),
    "found unexpected end of stream": Phrase(
        "dấu nháy mở ở đây không được đóng", "a quote that opens here is never closed"
    ),
    "did not find expected ',' or ']'": Phrase(
        "thiếu dấu phẩy hoặc dấu ngoặc vuông đóng", "a comma or a closing ] is missing"
    ),
    "did not find expected ',' or '}'": Phrase(
        "thiếu dấu phẩy hoặc dấu ngoặc nhọn đóng", "a comma or a closing } is missing"
    ),
    "did not find expected '-' indicator": Phrase(
        "mục của danh sách thụt lề lệch, hoặc khóa lẫn vào danh sách",
        "list items are not aligned, or a key is among them",
    ),
    "found unknown escape character": Phrase(
        "trong nháy kép, dấu \\ phải viết thành \\\\", "within double quotes a \\ is written \\\\"
    ),
    "no blank after colon": Phrase("thiếu dấu cách sau dấu hai chấm", "a blank is missing after the colon"),
    "found unexpected ':'": Phrase(
        "có dấu hai chấm trong ngoặc, phải đặt giá trị trong nháy", "a colon within brackets: the value must be quoted"
    ),
    "found a tab character that violates indentation": Phrase("thụt lề bằng phím Tab", "the line is indented by a tab"),
    "block sequence entries are not allowed in this context": Phrase(
        "danh sách phải bắt đầu ở dòng sau khóa", "a list begins on the line after its key"
    ),
    "did not find expected comment or line break": Phrase(
        "sau dấu | hoặc > phải xuống dòng", "a line break must follow | or >"
    ),
    "did not find expected node content": Phrase(
        "giá trị không được bắt đầu bằng dấu này", "a value cannot begin with this mark"
    ),
    "did not find expected <document start>": Phrase(
        "có dòng không phải là khóa ở trên dòng này", "a line above this one is no key"
    ),
    "control character": Phrase(
        "có ký tự điều khiển, thường do dán từ nơi khác", "there is a control character, often from pasting"
    ),
}


_SAVED_OTHERWISE = Phrase(
    "Tệp Word thì chép nội dung sang tệp .md mới; tệp chữ thì mở bằng Notepad, chọn Lưu thành (Save As), mã hóa UTF-8.",
    "Copy the content of a Word file to a new .md file; open a text in Notepad, choose Save As, encoding UTF-8.",
)
_BLOCK_FIRST = Phrase(
    "Ghi các khóa ở đầu tệp, giữa dòng --- ở dòng 1 và một dòng --- nữa; "
    "có thể chép khối kiểm soát của một tài liệu cùng loại rồi sửa.",
    "Put the keys at the head of the file, between a line --- on line 1 and another, e.g. copied from a like document.",
)
_NO_KEYS = Phrase("phần khóa trống, hoặc không gồm các khóa", "there are no keys where keys belong")
_BLANK = Phrase(
    "“{key}” không có chữ nào nhìn thấy được: để trống, hoặc chỉ có dấu cách, ký tự vô hình",
    "“{key}” has nothing to be seen: it is empty, or only blanks and invisible characters",
)
_SAY_IT = Phrase(
    "Ghi nội dung của “{key}”; không có gì để ghi thì xóa cả dòng hoặc cả mục này.",
    "Write what “{key}” is to say; if there is nothing to say, delete the line or the whole item.",
)
_WRITE_KEYS = Phrase(
    "Ghi mỗi khóa một dòng, dạng “khóa: giá trị”, ví dụ “name: Sở Tư pháp”.",
    "Write one key a line, as in “name: Sở Tư pháp”.",
)


def _as_seen(problem: Problem, text: str) -> Problem:
    """Tell apart what a person sees as different: no text, no block, a block that begins late or never ends."""
    if problem.facts["reason"] != "front matter":
        return problem
    begun = text.lstrip()
    reason = "empty" if not begun else "front matter"
    if begun.startswith("---"):
        reason = "open front matter" if text.startswith("---") else "late front matter"
    return Problem(problem.kind, problem.line, {**problem.facts, "reason": reason})


class Unreadable(_FormRule):
    """The file can be read at all."""

    code = "ST100"
    kind = ProblemKind.UNREADABLE
    title = Phrase("Tệp đọc được", "The file can be read")
    fact = Phrase("không đọc được tệp: {reason}", "the file cannot be read: {reason_en}")
    remedy = Phrase(
        "Tệp thiếu thì tạo lại; lưu dạng UTF-8; tài liệu bắt đầu bằng dòng ---, rồi các khóa, rồi một dòng --- nữa.",
        "Restore a missing file; save it as UTF-8; a document starts with a line ---, the keys, and another line ---.",
    )

    def check(self, source: Source, examination: Examination) -> Findings:
        for problem in source.problems:
            if problem.kind is self.kind:
                reason = problem.facts["reason"]
                found = self.found(Place(source.path, problem.line), **_reason(_as_seen(problem, source.text)))
                remedy = (
                    _SAVED_OTHERWISE if reason == "encoding" else _BLOCK_FIRST if reason == "front matter" else None
                )
                yield replace(found, remedy=remedy) if remedy else found


class Syntax(_FormRule):
    """The YAML can be parsed."""

    code = "ST107"
    kind = ProblemKind.SYNTAX
    title = Phrase("Khóa và giá trị viết đúng cú pháp (YAML)", "The YAML can be parsed")
    fact = Phrase("khóa, giá trị viết sai cú pháp: {reason}", "the YAML cannot be parsed: {reason_en}")
    remedy = Phrase(
        "Sửa dòng này: mỗi khóa một dòng, thụt lề bằng dấu cách, không bằng phím Tab; "
        'giá trị có dấu đặc biệt thì đặt trong nháy kép, ví dụ “title: "Quy trình: kết hôn"”.',
        "Mend this line: one key a line, indented with blanks, not tabs; "
        'quote a value with special signs, e.g. “title: "Quy trình: kết hôn"”.',
    )

    def facts(self, problem: Problem) -> dict[str, object]:
        return _reason(problem)


def _reason(problem: Problem) -> dict[str, object]:
    reason = problem.facts["reason"]
    phrase = _REASONS.get(reason, Phrase("không hiểu được từ dòng này", reason))
    return {"reason": phrase.vi, "reason_en": phrase.en}


class UnknownKey(_FormRule):
    """Every key is one that the schema knows."""

    code = "ST102"
    kind = ProblemKind.UNKNOWN_KEY
    title = Phrase("Khóa có trong danh sách", "Every key is known")
    fact = Phrase("không có khóa “{key}”{hint}", "there is no key “{key}”{hint_en}")
    remedy = Phrase("Sửa tên khóa hoặc xóa dòng này.", "Mend the key's name or delete the line.")


class DuplicateKey(_FormRule):
    """No key stands twice."""

    code = "ST103"
    kind = ProblemKind.DUPLICATE_KEY
    title = Phrase("Mỗi khóa chỉ ghi một lần", "No key stands twice")
    fact = Phrase("khóa “{key}” đã ghi ở dòng {first}", "the key “{key}” already stands on line {first}")
    remedy = Phrase("Giữ lại một dòng, xóa dòng kia.", "Keep one line, delete the other.")


class WrongValue(_FormRule):
    """Every value has the type, form and range of its key."""

    code = "ST104"
    kind = ProblemKind.WRONG_TYPE
    title = Phrase("Giá trị đúng kiểu, đúng dạng", "Every value has the right type and form")
    fact = Phrase(
        "giá trị của “{key}” không hợp lệ: “{value}”; cần {expected}", "“{key}” cannot be “{value}”; {expected_en}"
    )
    remedy = Phrase(
        "Ghi lại giá trị theo đúng dạng, ví dụ “{example}”.", "Write the value in that form, e.g. “{example}”."
    )

    _kinds: ClassVar[frozenset[ProblemKind]] = frozenset(
        {ProblemKind.WRONG_TYPE, ProblemKind.WRONG_FORM, ProblemKind.NOT_IN_LIST}
    )

    def check(self, source: Source, examination: Examination) -> Findings:
        for problem in source.problems:
            if problem.kind in self._kinds:
                found = self.found(Place(source.path, problem.line), **self.facts(problem))
                if not problem.facts["key"]:
                    found = replace(found, fact=_NO_KEYS, remedy=_WRITE_KEYS)
                elif problem.facts.get("expected") == "blank_text":
                    key = last_key(problem.facts["key"])
                    found = replace(found, fact=_BLANK.format(key=key), remedy=_SAY_IT.format(key=key))
                yield found

    def facts(self, problem: Problem) -> dict[str, object]:
        facts, meant = problem.facts, meant_value(problem)
        expected = expected_of(problem, meant)
        values = {"value": facts["value"], "expected": expected.vi, "expected_en": expected.en}
        return {"key": last_key(facts["key"]), "example": example_of(problem, meant), **values}


class Unquoted(_FormRule):
    """A text that YAML would read as something else is quoted."""

    code = "ST105"
    kind = ProblemKind.UNQUOTED
    title = Phrase("Chữ dễ đọc nhầm phải đặt trong nháy", "A text that YAML may misread is quoted")
    fact = Phrase(
        "giá trị {value} của “{key}” chưa đặt trong nháy nên bị đọc thành số hoặc đúng/sai",
        "the value {value} of “{key}” is not quoted and so reads as a number or a truth value",
    )
    remedy = Phrase('Ghi "{value}" trong nháy kép.', 'Write "{value}" in double quotes.')


class BadDate(_FormRule):
    """A date exists and is written year-month-day."""

    code = "ST106"
    kind = ProblemKind.BAD_DATE
    title = Phrase("Ngày có thật, viết năm-tháng-ngày", "A date exists and is written year-month-day")
    fact = Phrase("“{key}: {value}” không phải là một ngày {what}", "“{key}: {value}” is not a day {what_en}")
    remedy = Phrase("Ghi năm-tháng-ngày, ví dụ “{key}: {day}”.", "Write year-month-day, e.g. “{key}: {day}”.")

    def facts(self, problem: Problem) -> dict[str, object]:
        what = Phrase("viết theo dạng năm-tháng-ngày", "written as year-month-day")
        if problem.facts["possible"] != "True":
            what = Phrase("có trong lịch", "of the calendar")
        words = {"what": what.vi, "what_en": what.en, "day": day_meant(problem.facts["value"])}
        return super().facts(problem) | words


class YamlFeature(_FormRule):
    """The YAML has no tags, anchors, aliases or second documents."""

    code = "ST108"
    kind = ProblemKind.YAML_FEATURE
    title = Phrase("Giá trị viết thẳng, không dùng ký hiệu riêng của YAML", "The YAML has no tags, anchors or aliases")
    fact = Phrase(
        "“{feature}” là ký hiệu riêng của YAML, không được dùng ở đây",
        "“{feature}” is a sign of YAML, not to be used here",
    )
    remedy = Phrase(
        "Ghi thẳng giá trị; nếu là chữ thì đặt trong nháy kép.", "Write the value out; quote it if it is a text."
    )


RULES = (Unreadable(), UnknownKey(), DuplicateKey(), WrongValue(), Unquoted(), BadDate(), Syntax(), YamlFeature())
