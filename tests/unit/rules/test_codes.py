"""Codes are judged by what their agency or province lays down, and by nothing where nothing is laid down."""

from __future__ import annotations

import pytest

from sotay.rules.control.codes import RULES
from sotay.rules.runner import run_rules
from tests.support.builders import OWNER, REGISTERS, Archive, a_document_text

SETTINGS = REGISTERS["sites/province.yml"]
FOLDERS = (
    "fields:\n  - {id: ho-tich, name: Hộ tịch, symbol: HT}\n  - {id: chung-thuc, name: Chứng thực, symbol: CT}\n"
    "collections:\n  - {id: mot-cua, name: Bộ phận Một cửa, symbol: MC}\n"
)
FORM = 'codes:\n  - {kinds: [instruction, procedure], form: "HD-{field}-{no}"}\n'


def found(archive: Archive) -> list[tuple[str, str]]:
    return [(f.code, f.place.path) for f in run_rules(RULES, archive.examined())]


def laid_down(form: str = FORM, folders: str = FOLDERS) -> Archive:
    return Archive().file("sites/province.yml", SETTINGS + form).file("procedures/fields.yml", folders)


def test_where_no_form_is_laid_down_any_code_will_do() -> None:
    assert found(Archive().document("XX-A1-B2")) == []


def test_an_agency_s_own_form_takes_the_place_of_the_province_s() -> None:
    archive = laid_down().document("NB-STP-01")
    assert found(archive) == [("ST116", "procedures/mot-cua/NB-STP-01.md")]
    own = [{"kinds": ["instruction"], "form": "NB-{agency}-{no}"}]
    assert found(archive.agency(OWNER, codes=own, symbol="STP")) == []
    assert found(archive.agency(OWNER, codes=own, symbol="SXD")) == [("ST117", "procedures/mot-cua/NB-STP-01.md")]


def test_one_of_several_forms_is_enough() -> None:
    two = FORM + '  - {kinds: [instruction], form: "HD-{agency}-{no}"}\n'
    archive = laid_down(two).agency(OWNER, symbol="STP")
    assert found(archive.document("HD-MC-01").document("HD-STP-01")) == []
    assert found(archive.document("HD-SXD-01")) == [("ST117", "procedures/mot-cua/HD-SXD-01.md")]


def test_nothing_is_said_of_codes_whose_form_is_faulty_itself() -> None:
    archive = laid_down('codes:\n  - {kinds: [instruction], form: "HD-{linh_vuc}-{no}"}\n').document("XX-A1-B2")
    assert found(archive) == [("ST118", "sites/province.yml")]


def test_a_folder_without_symbol_is_told_once_for_all_its_documents() -> None:
    archive = laid_down(folders="fields:\n  - {id: ho-tich, name: Hộ tịch, symbol: HT}\n")
    assert found(archive.document("HD-MC-01").document("HD-MC-02")) == [("ST118", "procedures/fields.yml")]


def test_a_field_that_is_not_in_the_catalogue_is_told_where_it_is_stated() -> None:
    archive = laid_down().procedure("HD-DD-01", field="dat-dai")
    assert found(archive) == []


def test_a_document_whose_owner_is_unknown_is_not_judged() -> None:
    assert found(laid_down().document("XX-A1-B2", owner="khong-co")) == []


@pytest.mark.parametrize(
    ("path", "keys", "told"),
    [
        ("procedures/ho-tich/QT-HT-01.md", {"kind": "procedure", "field": "ho-tich"}, []),
        ("procedures/chung-thuc/QT-HT-01.md", {"kind": "procedure", "field": "ho-tich"}, ["ST117"]),
        (f"sites/{OWNER}/docs/QT-HT-01.md", {"kind": "procedure", "field": "ho-tich"}, []),
        ("procedures/mot-cua/forms/QT-HT-01.md", {"kind": "form"}, []),
        ("procedures/mot-cua/QT-HT-01.md", {"kind": "form"}, ["ST117"]),
        ("procedures/mot-cua/forms/QT-HT-01.md", {"kind": "instruction"}, ["ST117"]),
        (f"sites/{OWNER}/docs/QT-HT-01.md", {"kind": "form"}, []),
        ("sites/phuong-dong-kinh/docs/QT-HT-01.md", {"kind": "manual"}, ["ST117"]),
    ],
)
def test_a_document_lies_where_it_belongs(path: str, keys: dict[str, str], told: list[str]) -> None:
    archive = Archive().file(path, a_document_text(code="QT-HT-01", **keys))
    assert [code for code, _ in found(archive)] == told


def test_a_successor_may_keep_the_symbol_of_an_agency_that_is_no_more() -> None:
    archive = Archive().agency("so-cu", symbol="SXD", valid_to="2025-06-30")
    assert found(archive.agency("so-moi", symbol="SXD", valid_from="2025-07-01")) == []
    assert found(archive.agency("so-moi", symbol="SXD")) == [("ST119", "sites/so-moi/agency.yml")]
