"""Read values meet the schema: what fits is kept, what does not is reported, all at once and on its line."""

from __future__ import annotations

from time import process_time
from typing import TypeVar

import pytest

from sotay.markup.conform import Conformed, conform
from sotay.markup.yaml_values import read_yaml
from sotay.model.agency import Agency
from sotay.model.decision import Decision
from sotay.model.document import Document
from sotay.model.feedback import Feedback
from sotay.model.glossary import Glossary
from sotay.model.legal import LegalRegister
from sotay.model.province import ProvinceSettings
from sotay.model.schema import Value
from sotay.model.source import ProblemKind
from sotay.model.version import Version

ValueT = TypeVar("ValueT", bound=Value)


def conformed(schema: type[ValueT], text: str) -> Conformed[ValueT]:
    return conform(schema, read_yaml(text))


def problems(result: Conformed[ValueT]) -> list[tuple[ProblemKind, int, str]]:
    return [(problem.kind, problem.line, problem.facts["key"]) for problem in result.problems]


def document(text: str) -> Document:
    value = conformed(Document, text).value
    assert value
    return value


def test_a_good_text_becomes_a_value_without_problems() -> None:
    result = conformed(Document, 'code: QT-HT-01\nversion: "2.1"\nlevels: [commune]\n')
    assert result.value
    assert result.value.version == Version(2, 1)
    assert result.problems == ()


def test_all_faults_of_a_file_come_together_in_order_of_lines() -> None:
    text = "code: QT HT 01\nversion: 1.0\nkind: quytrinh\ntitel: Khai sinh\neffective_date: 2026-02-30\ntthc: 5\n"
    assert problems(conformed(Document, text)) == [
        (ProblemKind.WRONG_FORM, 1, "code"),
        (ProblemKind.UNQUOTED, 2, "version"),
        (ProblemKind.NOT_IN_LIST, 3, "kind"),
        (ProblemKind.UNKNOWN_KEY, 4, "titel"),
        (ProblemKind.BAD_DATE, 5, "effective_date"),
        (ProblemKind.WRONG_TYPE, 6, "tthc"),
    ]


def test_a_refused_key_does_not_take_the_others_with_it() -> None:
    assert document("title: Khai sinh\neffective_date: 2026-02-30\n").title == "Khai sinh"


def test_an_unquoted_text_is_reported_and_read_as_it_was_meant() -> None:
    result = conformed(Document, "version: 1.10\niso_clauses: [7.5, 8.1]\n")
    assert [problem.facts for problem in result.problems] == [
        {"key": "version", "value": "1.10"},
        {"key": "iso_clauses.1", "value": "7.5"},
        {"key": "iso_clauses.2", "value": "8.1"},
    ]
    assert result.value
    assert result.value.version == Version(1, 10)
    assert result.value.iso_clauses == ("7.5", "8.1")


def test_a_misspelt_key_suggests_the_right_one() -> None:
    (problem,) = conformed(Document, "aprover: le-van-c\n").problems
    assert problem.facts["suggestion"] == "approver"


def test_a_misspelt_key_deep_in_a_list_suggests_a_key_of_that_place() -> None:
    (problem,) = conformed(Document, "steps:\n  - role: mot-cua\n    action: Nhận\n    tiem: 2\n").problems
    assert (problem.line, problem.facts["key"], problem.facts["suggestion"]) == (4, "steps.1.tiem", "time")


def test_a_register_suggests_its_keys_by_the_names_that_files_use() -> None:
    (problem,) = conformed(
        LegalRegister, "documents:\n  - number: 1/QĐ-A\n    title: A\n    isuer: B\n    source: C\n"
    ).problems
    assert problem.facts["suggestion"] == "issuer"


def test_the_key_that_a_misspelt_one_meant_is_not_also_missing() -> None:
    result = conformed(Document, "steps:\n  - role: mot-cua\n    actoin: Nhận hồ sơ\n")
    assert problems(result) == [(ProblemKind.UNKNOWN_KEY, 3, "steps.1.actoin")]


def test_a_value_out_of_its_list_names_the_list_and_the_nearest() -> None:
    (problem,) = conformed(Document, "channels:\n  - kind: conter\n").problems
    assert problem.facts["allowed"] == "counter, online, post"
    assert problem.facts["suggestion"] == "counter"


def test_a_date_that_does_not_exist_is_told_from_one_that_is_written_otherwise() -> None:
    result = conformed(Document, "approved_date: 15/06/2026\neffective_date: 2026-06-31\n")
    assert [(problem.facts["key"], problem.facts["possible"]) for problem in result.problems] == [
        ("approved_date", "True"),
        ("effective_date", "False"),
    ]


@pytest.mark.parametrize(
    ("text", "example"),
    [
        ("tthc: [1-001193]\n", "1.001193"),
        ("time_limit: {value: 1, unit: day, cutoff: 15h}\n", "15:00"),
        ("owner: Sở Tư pháp\n", "chu-thuong-khong-dau"),
        ('version: "1"\n', '"2.1"'),
        ("fees: [{amount: 1, currency: đồng}]\n", "VND"),
    ],
)
def test_a_value_of_the_wrong_form_is_shown_an_example(text: str, example: str) -> None:
    (problem,) = conformed(Document, text).problems
    assert problem.kind is ProblemKind.WRONG_FORM
    assert problem.facts["example"] == example


def test_the_number_of_a_decision_is_explained_by_an_example() -> None:
    (problem,) = conformed(
        Decision, "number: 45-QĐ-STP\ndate: 2026-06-15\neffective_date: 2026-07-01\nsigned_by: a\nkind: issue\n"
    ).problems
    assert problem.facts["example"] == "45/QĐ-STP"


def test_an_item_without_an_obligatory_part_is_reported_where_the_item_begins_and_left_out() -> None:
    text = "steps:\n  - role: mot-cua\n    action: Nhận\n  - role: van-thu\n  - role: mot-cua\n    action: Trả\n"
    result = conformed(Document, text)
    assert problems(result) == [(ProblemKind.MISSING, 4, "steps.2.action")]
    assert result.value
    assert [step.action for step in result.value.steps] == ["Nhận", "Trả"]


def test_what_stands_after_a_left_out_item_keeps_its_own_line() -> None:
    text = "steps:\n  - role: van-thu\n  - role: mot-cua\n    action: Nhận\n    time: {value: 1, unit: day}\n"
    lines = conformed(Document, text).lines
    assert lines["steps", 0] == 3
    assert lines["steps", 0, "time", "unit"] == 5
    assert ("steps", 1) not in lines


def test_several_items_can_be_left_out_of_one_list() -> None:
    text = "steps:\n  - role: a\n  - role: b\n    action: Giữ\n  - action: c\n  - role: d\n    action: Giữ nữa\n"
    result = conformed(Document, text)
    assert problems(result) == [(ProblemKind.MISSING, 2, "steps.1.action"), (ProblemKind.MISSING, 5, "steps.3.role")]
    assert result.value
    assert [step.action for step in result.value.steps] == ["Giữ", "Giữ nữa"]
    assert result.lines["steps", 1, "action"] == 7


def test_a_fault_that_only_shows_after_another_is_mended_is_reported_too() -> None:
    result = conformed(Document, "time_limit: {value: 1, unit: day, cutoff: 1500}\n")
    assert [problem.kind for problem in result.problems] == [ProblemKind.UNQUOTED, ProblemKind.WRONG_FORM]
    assert result.value
    assert result.value.time_limit
    assert result.value.time_limit.cutoff is None


def test_an_unquoted_text_beside_a_missing_part_is_no_catastrophe() -> None:
    result = conformed(Document, "title: Khai sinh\ntime_limit:\n  value: 5\n  starts: 2026\n")
    assert problems(result) == [
        (ProblemKind.MISSING, 2, "time_limit.unit"),
        (ProblemKind.UNQUOTED, 4, "time_limit.starts"),
    ]
    assert result.value == Document(title="Khai sinh")


def test_an_unquoted_text_in_a_left_out_item_does_not_touch_its_neighbours() -> None:
    text = "steps:\n  - role: 1\n  - action: 5\n  - role: 7\n    action: 3\n"
    result = conformed(Document, text)
    assert result.value
    assert [(step.role, step.action) for step in result.value.steps] == [("7", "3")]


def test_a_file_without_what_its_type_needs_has_no_value() -> None:
    result = conformed(Decision, "number: 45/QĐ-STP\ndocuments:\n  - code: 5\n")
    assert result.value is None
    assert {problem.facts["key"] for problem in result.problems} >= {"date", "effective_date", "signed_by", "kind"}


def test_a_part_that_was_left_out_for_its_form_is_not_also_missing() -> None:
    text = (
        "id: so-tu-phap\nname: Sở Tư pháp\nshort_name: Sở\nlevel: province\npeople:\n  - {id: A B, name: A, title: B}\n"
    )
    result = conformed(Agency, text)
    assert problems(result) == [(ProblemKind.WRONG_FORM, 6, "people.1.id")]
    assert result.value
    assert result.value.people == ()


@pytest.mark.parametrize("value", ['"3"', "true", "null", "ba"])
def test_a_number_is_written_without_quotes_and_in_digits(value: str) -> None:
    (problem,) = conformed(Document, f"time_limit: {{value: {value}, unit: day}}\n").problems
    assert (problem.kind, problem.facts["expected"]) == (ProblemKind.WRONG_TYPE, "not_a_number")


def test_a_flag_written_as_yes_is_told_the_two_words_that_are_known() -> None:
    text = 'name: A\ncode: "20"\nstandard: B\nroles:\n  - {id: a, name: B, desk: yes}\n'
    (problem,) = conformed(ProvinceSettings, text).problems
    assert (problem.kind, problem.facts["expected"]) == (ProblemKind.WRONG_TYPE, "bool_type")


@pytest.mark.parametrize("text", ["- a\n", "chỉ có chữ\n", "", "5\n"])
def test_a_file_that_is_no_mapping_is_one_problem(text: str) -> None:
    result = conform(Document, read_yaml(text, first_line=2), first_line=2)
    assert result.value is None
    assert problems(result) == [(ProblemKind.WRONG_TYPE, 2, "")]


def test_what_a_syntax_error_cut_off_is_not_also_missing() -> None:
    result = conformed(Document, "steps:\n  - role: mot-cua\n   action: lệch\n")
    assert [problem.kind for problem in result.problems] == [ProblemKind.SYNTAX]


def test_of_a_list_whose_items_are_all_refused_it_is_not_also_said_that_it_has_none() -> None:
    counter = "  - name: A\n    address: B\n    hours: [{days: [mon, tue], opens: '08:00', closes: '11:00'}]\n"
    result = conformed(Agency, f"id: a\nname: A\nshort_name: A\nlevel: province\ncounters:\n{counter}")
    assert problems(result) == [
        (ProblemKind.NOT_IN_LIST, 8, "counters.1.hours.1.days.1"),
        (ProblemKind.NOT_IN_LIST, 8, "counters.1.hours.1.days.2"),
    ]
    assert result.value
    assert result.value.counters[0].hours == ()


def test_items_that_only_lacked_quotes_stay_in_a_list_that_must_have_some() -> None:
    result = conformed(Glossary, "entries:\n  - say: [a]\n    means: [1, true, 1.0]\n")
    assert [problem.kind for problem in result.problems] == [ProblemKind.UNQUOTED] * 3
    assert result.value
    assert result.value.entries[0].means == ("1", "true", "1.0")


def test_a_list_that_must_have_items_and_has_none_is_reported() -> None:
    result = conformed(Glossary, "entries:\n  - say: [a]\n    means: []\n")
    assert problems(result) == [(ProblemKind.WRONG_TYPE, 3, "entries.1.means")]


@pytest.mark.parametrize(
    "text", ['""', '"  "', r'"\u200b"', r'"\u00a0\t\ufeff"', r'"\u0301"', r'"\u3164"', r'"\u202e\u2800"']
)
def test_a_text_of_which_nothing_can_be_seen_says_nothing(text: str) -> None:
    result = conformed(Feedback, f"phone: {text}\naddress: Bộ phận Một cửa\n")
    assert [(p.line, p.facts["key"], p.facts["expected"]) for p in result.problems] == [(1, "phone", "blank_text")]
    assert result.value == Feedback(address="Bộ phận Một cửa")


@pytest.mark.parametrize("text", ["–", "1", "ạ", "文", "…"])
def test_a_text_of_which_anything_can_be_seen_is_kept(text: str) -> None:
    assert conformed(Feedback, f'phone: "{text}"\n').value == Feedback(phone=text)


@pytest.mark.parametrize("value", ['"2"', "true", "2.0", "hai"])
def test_the_place_in_an_order_is_a_whole_number(value: str) -> None:
    result = conformed(Agency, f"id: a\nname: A\nshort_name: A\nlevel: province\norder: {value}\n")
    assert [(p.line, p.facts["expected"]) for p in result.problems] == [(5, "int_type")]


def test_a_long_value_is_cut_in_the_message() -> None:
    (problem,) = conformed(Document, f"kind: {'x' * 500}\n").problems
    assert problem.facts["value"] == "x" * 80


def test_a_mapping_or_list_where_a_text_is_wanted_is_shown_in_short() -> None:
    result = conformed(Document, "title: {a: b}\nchanges: [c]\nretention: null\n")
    assert [problem.facts["value"] for problem in result.problems] == ["{…}", "[…]"]


def test_a_part_refused_twice_is_taken_out_once_and_its_neighbours_stay() -> None:
    steps = "steps:\n  - time: {value: 1, unit: working_day}\n  - role: mot-cua\n    action: Trả kết quả\n"
    result = conformed(Document, "code: QT-HT-01\n" + steps)
    assert result.value is not None
    assert [step.action for step in result.value.steps] == ["Trả kết quả"]
    assert {(kind, line) for kind, line, _ in problems(result)} == {(ProblemKind.MISSING, 3)}


def test_faults_in_a_limit_and_in_its_extensions_leave_the_other_keys() -> None:
    limit = "time_limit:\n  value: 3\n  unit: ngày làm việc\n  extensions:\n"
    limit += "    - {value: 8, unit: ngày làm việc, when: Khi phải xác minh}\n"
    result = conformed(Document, "code: QT-HT-01\ntitle: Khai sinh\n" + limit)
    assert result.value is not None
    assert (result.value.code, result.value.title) == ("QT-HT-01", "Khai sinh")


def test_a_list_item_that_lacks_two_keys_takes_no_other_along() -> None:
    yaml = "steps:\n  - {}\n  - {action: Nhận, role: mot-cua}\n  - 3\n  - {action: Trả, role: mot-cua}\n"
    told = conformed(Document, yaml)
    assert told.value is not None
    assert [step.action for step in told.value.steps] == ["Nhận", "Trả"]
    assert [told.lines["steps", index] for index in range(2)] == [3, 5]


def test_thousands_of_refused_items_take_no_more_than_their_share() -> None:
    begun = process_time()
    conformed(Document, "steps:\n" + "  - {action: a, role: b, xyz: 1}\n  - {}\n" * 4_000)
    assert process_time() - begun < 20
