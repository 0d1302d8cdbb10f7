"""Which papers are asked, what is said of them and what is remembered: the shipped scripts, in node."""

from __future__ import annotations

import json
import subprocess
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.command import REPOSITORY

SCRIPTS = REPOSITORY / "plugins/sotay/theme/assets/javascripts/sotay/papers"
_RUN = """
import {{ addressOf, choiceIn, isAsked }} from "{scripts}/choice.js";
import {{ memoryOf }} from "{scripts}/memory.js";
import {{ tally }} from "{scripts}/tally.js";
const forbidden = () => {{ throw new Error("forbidden"); }};
const kept = (entries) => {{
  const held = new Map(Object.entries(entries));
  const storage = {{
    getItem: (name) => held.get(name) ?? null,
    setItem: (name, value) => held.set(name, value),
    removeItem: (name) => held.delete(name),
  }};
  return {{ held, storage: () => storage }};
}};
const doings = {{
  addressOf, choiceIn, isAsked,
  tally: (papers, choice, ticked, known) => tally(papers, choice, new Set(ticked), known),
  recall: (entries, version) => {{
    const {{ held, storage }} = kept(entries);
    return [[...memoryOf(storage, "/s/", "QT-HT-01", version).recall()], Object.fromEntries(held)];
  }},
  keep: (papers) => {{
    const {{ held, storage }} = kept({{}});
    memoryOf(storage, "/s/", "QT-HT-01", "1.0").keep(new Set(papers));
    return Object.fromEntries(held);
  }},
  withoutStorage: () => {{
    const memory = memoryOf(forbidden, "/s/", "QT-HT-01", "1.0");
    memory.keep(new Set(["a"]));
    return [...memory.recall()];
  }},
}};
let text = "";
for await (const part of process.stdin) text += part;
process.stdout.write(JSON.stringify(JSON.parse(text).map(([name, ...given]) => doings[name](...given))));
"""
PAGE = "https://sotay.example/thu-tuc/1.001193/"
CASES, WAYS = ["", "co-giay", "khong-co"], ["", "truc-tiep", "truc-tuyen"]
NAMES = st.sampled_from(CASES)
WAY_NAMES = st.sampled_from(WAYS)


def done(*calls: tuple[Any, ...]) -> list[Any]:
    script = _RUN.format(scripts=SCRIPTS.as_uri())
    ran = subprocess.run(
        ["node", "--input-type=module", "-e", script],
        input=json.dumps(calls),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return list(json.loads(ran.stdout))


def chosen(case: str = "", way: str = "") -> dict[str, str]:
    return {"case": case, "way": way}


def a_paper(key: str, **other: Any) -> dict[str, Any]:
    dull = {"case": "", "ways": [], "isBrought": True, "isConditional": False, "originals": 1, "copies": 0}
    return {"key": key, **dull, **other}


TOKHAI = a_paper("to-khai", ways=["truc-tiep"])
CERTIFICATE = a_paper("chung-sinh", case="co-giay", copies=1)
IDENTITY = a_paper("tuy-than", originals=0)
POWER = a_paper("uy-quyen", isConditional=True, originals=2)
RESIDENCE = a_paper("cu-tru", isBrought=False, originals=0)
PAPERS = [TOKHAI, CERTIFICATE, IDENTITY, POWER, RESIDENCE]


def said(choice: dict[str, str], ticked: tuple[str, ...] = (), papers: Any = PAPERS, **known: Any) -> tuple[str, str]:
    (found,) = done(("tally", papers, choice, ticked, {"hasCases": True, **known}))
    return found["needed"], found["progress"]


def test_the_choice_is_read_from_the_address_and_only_what_there_is() -> None:
    assert done(
        ("choiceIn", f"{PAGE}?truong-hop=co-giay&cach-nop=truc-tuyen#p-giay-to", CASES, WAYS),
        ("choiceIn", f"{PAGE}?truong-hop=bia-ra&cach-nop=%00", CASES, WAYS),
        ("choiceIn", PAGE, CASES, WAYS),
    ) == [chosen("co-giay", "truc-tuyen"), chosen(), chosen()]


def test_the_address_keeps_what_else_it_says() -> None:
    assert done(
        ("addressOf", chosen("co-giay"), f"{PAGE}?ngay=2026-11-21#p-giay-to"),
        ("addressOf", chosen(), f"{PAGE}?truong-hop=co-giay&cach-nop=truc-tiep"),
    ) == [f"{PAGE}?ngay=2026-11-21&truong-hop=co-giay#p-giay-to", PAGE]


@settings(max_examples=25, deadline=None)
@given(NAMES, WAY_NAMES, NAMES, WAY_NAMES)
def test_a_choice_comes_back_from_its_address_whatever_was_chosen_before(
    case: str, way: str, before: str, way_before: str
) -> None:
    (old,) = done(("addressOf", chosen(before, way_before), PAGE))
    (new,) = done(("addressOf", chosen(case, way), old))
    assert done(("choiceIn", new, CASES, WAYS)) == [chosen(case, way)]


def test_a_paper_is_asked_of_its_case_and_by_its_way_only() -> None:
    asked = [
        [case, way] for case in CASES for way in WAYS if done(("isAsked", {**TOKHAI, "case": "co-giay"}, chosen(case, way)))[0]
    ]  # fmt: skip
    assert asked == [["", ""], ["", "truc-tiep"], ["co-giay", ""], ["co-giay", "truc-tiep"]]


def test_nothing_is_counted_that_depends_on_a_choice_not_made() -> None:
    assert said(chosen()) == ("Chọn trường hợp và cách nộp để biết đúng giấy tờ của ông, bà.", "")
    assert said(chosen(way="truc-tiep"))[0] == "Chọn trường hợp để biết đúng giấy tờ của ông, bà."
    assert said(chosen("co-giay"), ("to-khai",)) == (
        "Chọn cách nộp để biết đúng giấy tờ của ông, bà.",
        "Đã đánh dấu 1.",
    )


def test_where_no_paper_depends_on_the_way_it_need_not_be_chosen() -> None:
    assert said(chosen("co-giay"), papers=[CERTIFICATE])[0] == "Cần chuẩn bị 1 loại giấy tờ, 1 bản chính, 1 bản sao."


def test_papers_are_counted_with_their_originals_and_copies() -> None:
    assert said(chosen("co-giay", "truc-tiep"), verb="Cần mang")[0] == (
        "Cần mang 3 loại giấy tờ, 2 bản chính, 1 bản sao. Thêm 1 loại chỉ khi có điều kiện ghi kèm."
    )
    assert said(chosen("khong-co", "truc-tuyen"), papers=[*PAPERS[:3], RESIDENCE])[0] == "Cần chuẩn bị 1 loại giấy tờ."


def test_no_paper_at_all_and_only_papers_on_a_condition_are_said_so() -> None:
    assert said(chosen("khong-co", "truc-tuyen"), papers=[RESIDENCE])[0] == "Không cần giấy tờ nào."
    assert said(chosen("khong-co"), papers=[POWER])[0] == "Chỉ cần giấy tờ khi có điều kiện ghi kèm: 1 loại."


def test_a_paper_on_a_condition_is_missed_only_by_who_has_it() -> None:
    here = chosen("co-giay", "truc-tiep")
    assert said(here, ("to-khai", "chung-sinh"))[1] == "Đã có 2 trong 3."
    assert said(here, ("to-khai", "chung-sinh", "tuy-than"))[1] == "Đã có đủ 3 loại."
    assert said(here, ("to-khai", "uy-quyen"))[1] == "Đã có 2 trong 4."
    assert said(chosen("co-giay", "truc-tuyen"), ("to-khai",))[1] == "", "what is not asked does not count"


def test_ticks_are_kept_with_the_version_and_forgotten_with_it() -> None:
    name = "sotay.giay-to./s/QT-HT-01"
    (held,) = done(("keep", ["a", "b"]))
    assert json.loads(held[name]) == {"version": "1.0", "papers": ["a", "b"]}
    assert done(("recall", held, "1.0"), ("recall", held, "1.1")) == [[["a", "b"], held], [[], {}]]
    assert done(("keep", [])) == [{}]


def test_what_somebody_else_left_in_the_storage_is_no_tick() -> None:
    name = "sotay.giay-to./s/QT-HT-01"
    for left in ("no json", "[]", "3", "null", '{"version": "1.0", "papers": "a"}'):
        (found,) = done(("recall", {name: left}, "1.0"))
        assert found[0] == [], left


def test_forbidden_storage_forgets_and_stops_nothing() -> None:
    assert done(("withoutStorage",)) == [[]]
