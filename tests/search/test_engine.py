"""What the shipped search gives besides its order: filters, facets, choices; and that nothing makes it fail."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from sotay.model.document import DocumentKind
from tests.support.in_node import in_node
from tests.support.searched import AGENCIES, DOCUMENTS, PROVINCIAL, a_searched, an_index, asked, codes

ENGINE = "sotay/search/engine.js"


def test_an_empty_question_gives_everything_by_title() -> None:
    [answer] = asked(("", {}, 100))
    assert codes(answer) == [one.codes[0] for one in DOCUMENTS]
    assert answer["total"] == len(DOCUMENTS)


def test_a_limit_cuts_the_results_but_not_their_number() -> None:
    [answer] = asked(("", {}, 2))
    assert (len(answer["results"]), answer["total"]) == (2, len(DOCUMENTS))


def test_filters_narrow_down() -> None:
    filters: list[dict[str, Any]] = [
        {"field": "chung-thuc"},
        {"field": ""},
        {"field": "linh-vuc-khac"},
        {"agency": "so-tu-phap"},
        {"level": "province"},
        {"applicant": "enterprise"},
        {"online": True},
        {"free": True},
        {"online": True, "free": True, "field": "ho-tich"},
    ]
    wanted = [
        [one for one in DOCUMENTS if one.field == "chung-thuc"],
        list(DOCUMENTS),
        [one for one in DOCUMENTS if one.field == "linh-vuc-khac"],
        [one for one in DOCUMENTS if "so-tu-phap" in one.agencies],
        [one for one in DOCUMENTS if one.levels == PROVINCIAL["levels"]],
        [one for one in DOCUMENTS if one.codes == ("1.010832",)],
        [one for one in DOCUMENTS if one.is_online],
        [one for one in DOCUMENTS if one.is_free],
        [one for one in DOCUMENTS if one.is_online and one.is_free and one.field == "ho-tich"],
    ]
    answers = asked(*(("", chosen, 100) for chosen in filters))
    assert [codes(answer) for answer in answers] == [[one.codes[0] for one in some] for some in wanted]


def test_filters_narrow_a_question_down() -> None:
    [answer] = asked(("khai sinh", {"online": True}))
    assert "1.003583" not in codes(answer)
    assert codes(answer)[0] == "1.001193"


def test_facets_offer_only_what_some_procedure_has() -> None:
    facets = in_node(ENGINE, "({ createSearch }, index) => createSearch(index).facets", json.loads(an_index()))
    assert [facet["value"] for facet in facets["field"]] == ["ho-tich", "chung-thuc", "xay-dung", "linh-vuc-khac"]
    assert facets["agency"] == [{"value": value, "label": name} for value, name in AGENCIES]
    assert facets["level"] == [{"value": "province", "label": "Cấp tỉnh"}, {"value": "commune", "label": "Cấp xã"}]
    assert [facet["value"] for facet in facets["applicant"]] == ["citizen", "enterprise"]


def test_a_result_has_its_words() -> None:
    [answer] = asked(("đăng ký khai sinh", {}, 1))
    [result] = answer["results"]
    assert {key: value for key, value in result.items() if key != "score"} == {
        "address": "thu-tuc/1.001193/",
        "title": "Đăng ký khai sinh",
        "codes": ["1.001193"],
        "field": "Hộ tịch",
        "where": "Ủy ban nhân dân cấp xã",
        "time": "3 ngày làm việc",
        "fee": "miễn phí",
        "ways": "trực tiếp, trực tuyến",
        "badge": "",
        "kind": "procedure",
        "isOver": False,
    }


def test_an_ambiguous_question_offers_choices_and_each_leads_to_its_own() -> None:
    [answer] = asked(("đăng ký lại",))
    labels = [choice["label"] for choice in answer["choices"]]
    assert labels == ["Đăng ký lại khai sinh", "Đăng ký lại khai tử"]
    chosen = asked(*((choice["query"],) for choice in answer["choices"]))
    assert [codes(one)[0] for one in chosen] == ["1.004884", "1.005461"]
    assert [one["choices"] for one in chosen] == [[], []]


def test_a_clear_question_offers_none() -> None:
    for answer in asked(("đăng ký kết hôn",), ("1.001193",), ("",)):
        assert answer["choices"] == []


def test_what_is_over_and_what_is_no_procedure_stand_behind() -> None:
    over = a_searched("1.000001", "Đăng ký khai sinh", is_over=True, badge="Đã bãi bỏ từ 01/07/2026")
    manual = a_searched("STCL-01", "Đăng ký khai sinh", None, kind=DocumentKind.MANUAL, agencies=())
    [answer] = asked(("đăng ký khai sinh",), index=an_index((manual, over, *DOCUMENTS)))
    found = codes(answer)
    assert found[0] == "1.001193"
    assert {"STCL-01", "1.000001"} <= set(found)


ANY_QUESTION = st.text() | st.text("aăâđêôơưkhigns 0123456789./-?\u0301\u031b ") | st.none() | st.integers()
ANY_FILTERS = st.none() | st.dictionaries(
    st.sampled_from(["field", "agency", "level", "applicant", "online", "free", "__proto__", "constructor", "khác"]),
    st.none() | st.booleans() | st.text() | st.integers(),
)
_ANY = """({ createSearch }, { index, questions }) => {
  const { search } = createSearch(index);
  return questions.map(([query, filters, limit]) => {
    const { results, total, choices, corrected } = search(query, filters, limit);
    const isWhole = results.every(({ address, title, score }) => address && title && Number.isFinite(score));
    return isWhole && results.length <= total && Array.isArray(choices) && (corrected === null || Boolean(corrected));
  });
}"""


@settings(max_examples=12, deadline=None)
@given(st.lists(st.tuples(ANY_QUESTION, ANY_FILTERS, st.integers(0, 50)), min_size=50, max_size=150))
def test_nothing_makes_it_fail(questions: list[tuple[object, ...]]) -> None:
    value = {"index": json.loads(an_index()), "questions": questions}
    assert in_node(ENGINE, _ANY, value) == [True] * len(questions)


def test_a_site_without_procedures_answers_too() -> None:
    [some, none] = asked(("khai sinh",), ("",), index=an_index(()))
    assert (some["results"], none["total"]) == ([], 0)
