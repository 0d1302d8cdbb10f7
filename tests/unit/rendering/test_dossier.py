"""The papers as a citizen reads them: what to bring first, what the agency looks up last, each named for good."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sotay.rendering.addresses import Addresses, Standpoint
from sotay.rendering.dossier import DossierView, Paper, dossier_view
from sotay.usecases.publish_province import publish_province
from tests.support.builders import COMMUNE, JULY, Archive

ADDRESS = "thu-tuc/1.001193/"


def view(**dossier: Any) -> DossierView:
    archive = Archive().form("BM-MC-01", title="Tờ khai").procedure("QT-HT-01", dossier=dossier)
    archive.issue("QT-HT-01", "BM-MC-01").adopt("QT-HT-01", "BM-MC-01")
    publication = publish_province(archive.examined(JULY), None)
    entry = publication.agency_by_id[COMMUNE].by_code["QT-HT-01"]
    found = dossier_view(entry, Standpoint(Addresses(publication), COMMUNE, ADDRESS))
    assert found
    return found


def names(papers: Sequence[Paper]) -> list[str]:
    return [paper.name for paper in papers]


def paper(name: str, **other: Any) -> dict[str, Any]:
    return {"name": name, "originals": 1, **other}


def looked_up(name: str) -> dict[str, Any]:
    return {"name": name, "kind": "retrieved", "retrieved_from": "Cơ sở dữ liệu quốc gia về dân cư"}


def test_what_is_brought_comes_first_and_what_is_looked_up_stands_apart_with_its_case() -> None:
    note = {"name": "Nộp một lần", "kind": "note"}
    case = {"when": "Trẻ em", "items": [looked_up("Khai sinh"), paper("Giấy chứng sinh")]}
    found = view(
        common=[note, looked_up("Cư trú"), paper("Tờ khai")], cases=[case, {"when": "Khác", "items": [paper("Đơn")]}]
    )
    assert found.common
    assert names(found.common.papers) == ["Tờ khai", "Nộp một lần"]
    assert [names(case.papers) for case in found.cases] == [["Giấy chứng sinh"], ["Đơn"]]
    assert [(one.name, one.case, one.case_words) for one in found.looked_up] == [
        ("Cư trú", "", ""),
        ("Khai sinh", "tre-em", "Trẻ em"),
    ]
    assert found.looked_up[0].notes == ("Cơ quan tự tra cứu trong Cơ sở dữ liệu quốc gia về dân cư.",)


def test_one_case_is_no_choice_and_two_are() -> None:
    one = {"when": "Trẻ em", "items": [paper("A")]}
    assert view(cases=[one]).choices == ()
    assert view(cases=[{"items": [paper("A")]}]).choices == ()
    assert [case.slug for case in view(cases=[one, {"when": "Khác", "items": [paper("B")]}]).choices] == [
        "tre-em",
        "khac",
    ]


def test_a_case_for_which_everything_is_looked_up_can_still_be_chosen() -> None:
    found = view(cases=[{"when": "A", "items": [paper("Đơn")]}, {"when": "B", "items": [looked_up("Cư trú")]}])
    assert [(case.when, names(case.papers)) for case in found.choices] == [("A", ["Đơn"]), ("B", [])]


def test_a_case_is_named_after_its_words_cut_between_words_and_never_twice() -> None:
    long = "Cha, mẹ, vợ, chồng, con của liệt sĩ, người nuôi dưỡng liệt sĩ khi còn nhỏ"
    cases = [{"when": f"{long}{end}", "items": [paper("A")]} for end in ("", " có khó khăn", " không có khó khăn")]
    slugs = [case.slug for case in view(cases=cases).choices]
    assert slugs[0] == "cha-me-vo-chong-con-cua-liet-si-nguoi-nuoi-duong-liet-si-khi"
    assert slugs[1:] == [f"{slugs[0]}-2", f"{slugs[0]}-3"]


def test_the_same_paper_of_two_cases_is_ticked_once_and_two_of_one_case_twice() -> None:
    same = [paper("Giấy chứng sinh")]
    found = view(
        cases=[{"when": "A", "items": same}, {"when": "B", "items": [*same, *same, paper("Giấy chứng sinh", copies=1)]}]
    )
    first, second = (case.papers for case in found.cases)
    assert first[0].key == second[0].key
    assert len({one.key for one in second}) == 3
    assert len({one.anchor for one in (*first, *second)}) == 4


def test_a_paper_says_how_it_is_given_by_which_way_and_on_which_form() -> None:
    found = view(
        common=[
            paper("Tờ khai", copies=2, form="BM-MC-01", channels=["counter", "post"]),
            {"name": "Hộ chiếu", "kind": "present"},
        ]
    )
    assert found.common
    form, shown = found.common.papers
    assert (form.amount, shown.amount) == ("1 bản chính, 2 bản sao", "xuất trình")
    assert (form.only_for, form.ways) == ("trực tiếp, bưu chính", ("truc-tiep", "buu-chinh"))
    assert form.form
    assert (form.form.href, form.form.version, form.form.files) == ("../../tai-lieu/BM-MC-01/", "1.0", ())
