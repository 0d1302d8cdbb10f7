"""Open data as JSON and CSV: true to its schemas, to the decisions and to each agency's own terms."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from typing import Any

import jsonschema
import pytest

from sotay.model.document import DocumentFile
from sotay.model.release import Edition
from sotay.model.version import Version
from sotay.rendering.open_data.schemas import DATA_KINDS, data_schema
from sotay.rendering.open_data.words import DATA_CHOICES, DATA_VALUES
from sotay.rendering.schema_words import CHOICES, VALUES
from sotay.text.legal_number import year_of
from sotay.usecases.publish_province import publish_province
from tests.support.builders import COMMUNE, OWNER, Archive
from tests.support.editions import INTERNAL as INTERNAL_WORDS
from tests.support.leaks import canonical
from tests.support.open_data import SITE, data_of, json_of, published
from tests.support.province import DAY, DRAFTED, INTERNAL, a_province

PUBLISHED = published(a_province(), DAY)
FILES = data_of(PUBLISHED)
JSON_FILES = [name for name in FILES if name.endswith(".json") and not name.startswith("schema/")]


class Remembered:
    """The one text that the working tree no longer holds."""

    def __init__(self, document: DocumentFile) -> None:
        self.document = document

    def find(self, code: str, version: Version, fingerprint: str) -> DocumentFile | None:
        return self.document if (code, version) == (self.document.code, self.document.version) else None


def procedure(name: str = "procedures.json", code: str = "QT-HT-01") -> Any:
    return next(one for one in json.loads(FILES[name])["procedures"] if one["code"] == code)


def rows(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def one_procedure(**keys: Any) -> dict[str, str]:
    archive = Archive().procedure("QT-HT-01", **keys).issue("QT-HT-01").adopt("QT-HT-01")
    return data_of(published(archive, date(2026, 8, 1)))


@pytest.mark.parametrize("name", JSON_FILES)
def test_every_file_is_as_the_schema_beside_it_says(name: str) -> None:
    content = json.loads(FILES[name])
    schema = json.loads(FILES[content["$schema"]])
    jsonschema.Draft202012Validator.check_schema(schema)
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    assert list(jsonschema.Draft202012Validator(schema, format_checker=checker).iter_errors(content)) == []


def test_a_schema_refuses_what_is_not_so() -> None:
    content = json.loads(FILES["procedures.json"])
    broken = json.loads(FILES["procedures.json"])
    broken["procedures"][0]["time"] = 3
    validator = jsonschema.Draft202012Validator(data_schema("data-procedures"))
    assert validator.is_valid(content)
    assert not validator.is_valid(broken)
    del content["procedures"][0]["decision"]
    assert not validator.is_valid(content)


@pytest.mark.parametrize("kind", DATA_KINDS)
def test_every_type_and_key_of_a_schema_is_told_in_vietnamese(kind: str) -> None:
    schema = data_schema(kind)
    titles = {words[0] for words in (*VALUES.values(), *DATA_VALUES.values())}
    titles |= {words[0] for words in (*CHOICES.values(), *DATA_CHOICES.values())}
    for content in [schema, *schema.get("$defs", {}).values()]:
        assert content["title"] in titles
        assert content["description"].endswith(".")
        for name, stated in content.get("properties", {}).items():
            assert stated["title"], name
            assert stated["description"].endswith((".", "…")), name


def test_the_index_names_every_file_and_no_other() -> None:
    index = json.loads(FILES["index.json"])
    named = {one["address"].removeprefix("api/") for one in index["files"]}
    schemas = {name for name in FILES if name.startswith("schema/")}
    assert named - {"feed.xml"} == FILES.keys() - schemas - {"index.json"}
    assert {one["schema_address"].removeprefix("api/") for one in index["files"] if "schema_address" in one} < schemas


@pytest.mark.parametrize("name", JSON_FILES)
def test_every_file_says_what_it_rests_on(name: str) -> None:
    told = json.loads(FILES[name])["provenance"]
    assert told == {
        "province": "Tỉnh Lạng Sơn",
        "province_code": "20",
        "notice": "Bản minh họa phần mềm.",
        "as_of": DAY.isoformat(),
        "edition": "public",
        "site": SITE,
    }


def test_what_is_in_force_or_approved_is_there_and_what_is_withdrawn_is_not() -> None:
    found = {one["code"]: one for one in json.loads(FILES["procedures.json"])["procedures"]}
    assert {"QT-HT-01", "QT-HT-02", "QT-HT-03"} <= found.keys()
    assert "QT-HT-04" not in found
    assert found["QT-HT-01"]["status"] == "in_force"
    assert found["QT-HT-01"]["decision"] == {"number": "45/QĐ-STP", "date": "2026-06-15", "agency": OWNER}
    assert found["QT-HT-03"]["status"] == "upcoming"
    assert found["QT-HT-03"]["valid_from"] == "2027-03-01"


def test_a_version_to_come_stands_beside_the_one_in_force() -> None:
    archive = Archive().procedure("QT-HT-01").issue("QT-HT-01")
    later = {"decision": "80/QĐ-STP", "approved_date": "2026-10-01", "effective_date": "2027-03-01"}
    first = archive.fingerprint("QT-HT-01")
    archive.procedure("QT-HT-01", version="1.1", changes="Sửa.", **later)
    assert archive.fingerprint("QT-HT-01") != first
    archive.issue("QT-HT-01", serial="80", signed=date(2026, 10, 1), effective=date(2027, 3, 1))
    before = json_of(published(archive, date(2027, 3, 1)), "procedures.json")["procedures"][0]
    assert (before["version"], before["status"]) == ("1.1", "in_force")


def test_where_to_go_is_told_with_the_terms_that_hold_there() -> None:
    general = procedure(code="QT-HT-02")
    (here,) = general["performers"]
    assert here["agency"] == COMMUNE
    assert here["address"] == f"{COMMUNE}/thu-tuc/QT-HT-02/"
    assert here["decision"]["number"] == "15/QĐ-UBND"
    assert general["channels"][0]["time_limit"]["value"] == 3
    assert here["own_terms"]["decision"] == "30/QĐ-UBND"
    assert [channel["time_limit"]["value"] for channel in here["own_terms"]["channels"]] == [2, 2]
    assert [c["time_limit"]["value"] for c in procedure(f"{COMMUNE}.json", "QT-HT-02")["channels"]] == [2, 2]
    assert "own_terms" not in procedure()["performers"][0]


def test_working_time_has_no_form_in_iso_8601_and_calendar_time_has() -> None:
    extensions = [{"when": "phải xác minh", "value": 8, "unit": "working_day"}]
    limit = {"value": 20, "unit": "day", "extensions": extensions}
    files = one_procedure(channels=[{"kind": "counter", "time_limit": limit}, {"kind": "online"}])
    counter, online = json.loads(files["procedures.json"])["procedures"][0]["channels"]
    assert counter["time_limit"]["iso8601"] == "P20D"
    assert counter["time_limit"]["extensions"] == extensions
    assert online["time_limit"] == {"value": 3, "unit": "working_day", "extensions": [], "phases": []}


def test_an_agency_tells_who_it_is_where_and_when_it_receives_people_and_what_it_applies() -> None:
    content = json.loads(FILES[f"{COMMUNE}.json"])
    (counter,) = content["agency"]["counters"]
    assert content["agency"]["exists"] is True
    assert counter["hours"][0] == {
        "days": ["monday", "tuesday", "wednesday", "thursday", "friday"],
        "opens": "07:30",
        "closes": "11:30",
    }
    assert "BM-MC-01" in [one["code"] for one in content["documents"]]
    assert {"QT-HT-01", "QT-HT-02", "QT-HT-03"} <= {one["code"] for one in content["procedures"]}


def test_an_agency_that_applies_another_version_tells_all_of_it() -> None:
    archive = Archive().procedure("QT-HT-01", results=[{"name": "Giấy cũ"}]).issue("QT-HT-01").adopt("QT-HT-01")
    first = archive.province().document_by_code["QT-HT-01"]
    later = {"decision": "80/QĐ-STP", "approved_date": "2026-07-20", "effective_date": "2026-08-01"}
    archive.procedure("QT-HT-01", version="1.1", changes="Sửa.", **later)
    archive.issue("QT-HT-01", serial="80", signed=date(2026, 7, 20), effective=date(2026, 8, 1))
    publication = publish_province(archive.examined(date(2026, 8, 1), Remembered(first)), None)
    (here,) = json_of(publication, f"{COMMUNE}.json")["procedures"]
    (issued,) = json_of(publication, "procedures.json")["procedures"]
    assert (here["version"], issued["version"]) == ("1.0", "1.1")
    assert here["facts"]["results"] == [{"name": "Giấy cũ"}]
    assert "facts" not in procedure(f"{COMMUNE}.json")


def test_nobody_is_sent_to_an_agency_that_does_not_exist_on_the_day() -> None:
    counters = [{"name": "Một cửa", "address": "Số 1"}]
    archive = Archive().agency(COMMUNE, level="commune", counters=counters, valid_to="2026-07-31")
    archive.procedure("QT-HT-01").issue("QT-HT-01").adopt("QT-HT-01")
    publication = published(archive, date(2026, 8, 1))
    content = json_of(publication, f"{COMMUNE}.json")
    assert content["agency"]["exists"] is False
    assert content["agency"]["counters"] == []
    assert json_of(publication, "procedures.json")["procedures"][0]["performers"] == []


def test_an_agency_may_be_called_like_a_file() -> None:
    archive = Archive().agency("legal", level="commune").procedure("QT-HT-01").issue("QT-HT-01")
    archive.adopt("QT-HT-01", by="legal")
    files = data_of(published(archive, date(2026, 8, 1)))
    assert "documents" in json.loads(files["legal.json"])
    assert json.loads(files["co-quan-legal.json"])["agency"]["id"] == "legal"


LAW = "documents:\n" + "\n".join(
    f"  - {{number: {number}, title: {number}, issuer: Chính phủ, source: s{more}}}"
    for number, more in (
        ("118/2025/NĐ-CP", ", effective: 2025-07-01, replaces: [61/2018/NĐ-CP]"),
        ("61/2018/NĐ-CP", ", effective: 2018-06-21, ends: 2025-07-01"),
        ("60/2014/QH13", ""),
        ("03/2026/QH16", ", effective: 2027-03-01"),
        ("99/2026/NĐ-CP", ", effective: 2026-01-01"),
    )
)


def test_legal_documents_that_something_published_cites_are_told_with_how_they_stand() -> None:
    archive = Archive().file("procedures/legal.yml", LAW + "\n")
    basis = ["118/2025/NĐ-CP", "61/2018/NĐ-CP", "60/2014/QH13", "03/2026/QH16", "7/2026/NĐ-CP"]
    archive.procedure("QT-HT-01", legal_basis=basis).issue("QT-HT-01").adopt("QT-HT-01")
    documents = json_of(published(archive, date(2026, 8, 1)), "legal.json")["documents"]
    assert {one["number"]: one["force"] for one in documents} == {
        "118/2025/NĐ-CP": "in_force",
        "61/2018/NĐ-CP": "ended",
        "60/2014/QH13": "unknown",
        "03/2026/QH16": "upcoming",
        "7/2026/NĐ-CP": "unknown",
    }
    assert {year_of(one["number"]) for one in documents if "effective" not in one} == {2014, 2026}
    assert all(one["cited_by"] == ["QT-HT-01"] for one in documents)


def test_a_fee_by_a_local_resolution_cites_it() -> None:
    fee = {"amount": 5000, "legal_basis": "118/2025/NĐ-CP"}
    own = {"procedure": "QT-HT-01", "decision": "18/QĐ-UBND", "fees": [fee]}
    archive = Archive().file("procedures/legal.yml", LAW + "\n").agency(COMMUNE, level="commune", overrides=[own])
    archive.procedure("QT-HT-01", legal_basis=["60/2014/QH13"]).issue("QT-HT-01").adopt(
        "QT-HT-01", serial="17"
    ).permit()
    documents = json_of(published(archive, date(2026, 8, 1)), "legal.json")["documents"]
    assert [one["number"] for one in documents] == ["60/2014/QH13", "118/2025/NĐ-CP"]


def test_the_same_publication_is_the_same_bytes() -> None:
    assert data_of(published(a_province(), DAY)) == FILES


def test_without_an_address_there_is_no_linked_data_and_the_index_says_so() -> None:
    files = data_of(PUBLISHED, None)
    assert not [name for name in files if name.startswith("cpsv-ap")]
    assert "site_url" in json.loads(files["index.json"])["linked_data"]
    assert "site" not in json.loads(files["index.json"])["provenance"]
    assert rows(files["thu-tuc.csv"])[2]["Trang"] == "thu-tuc/1.001193/"


def test_the_terms_of_reuse_are_those_of_the_province() -> None:
    assert "chưa nêu điều khoản" in json.loads(FILES["index.json"])["reuse"]
    archive = a_province()
    archive.texts["sites/province.yml"] += "data_terms: Được dùng tự do, xin nêu nguồn.\n"
    files = data_of(published(archive, DAY))
    assert json.loads(files["index.json"])["reuse"] == "Được dùng tự do, xin nêu nguồn."
    assert json.loads(files["legal.json"])["provenance"]["terms"] == "Được dùng tự do, xin nêu nguồn."
    assert "Được dùng tự do" in files["cpsv-ap.ttl"]


def test_the_public_edition_holds_nothing_internal_and_the_internal_one_says_that_it_does() -> None:
    everything = "\n".join(FILES.values())
    assert canonical(INTERNAL) not in canonical(everything)
    assert "HD-MC-09" not in everything
    assert canonical(DRAFTED) not in canonical(everything)
    internal = data_of(published(a_province(), DAY, Edition.INTERNAL))
    assert "HD-MC-09" in internal[f"{OWNER}.json"]
    assert json.loads(internal["index.json"])["provenance"]["edition"] == "internal"


def test_notes_to_staff_are_no_open_data_in_any_edition() -> None:
    words = INTERNAL_WORDS["note to staff on a procedure"]
    archive = Archive().procedure("QT-HT-01", staff_notes=[words]).issue("QT-HT-01").adopt("QT-HT-01")
    for edition in Edition:
        assert words not in "\n".join(data_of(published(archive, date(2026, 8, 1), edition)).values())


def test_the_table_has_a_row_for_each_procedure_and_way_to_file() -> None:
    table = rows(FILES["thu-tuc.csv"])
    assert [(row["Mã hiệu"], row["Cách thức nộp"]) for row in table] == [
        (code, way) for code in ("QT-HT-02", "QT-HT-01", "QT-HT-03") for way in ("Trực tiếp", "Trực tuyến")
    ]
    first, later = table[2], table[-1]
    assert first["Mã thủ tục"] == "1.001193"
    assert first["Thời hạn"].startswith("3 ngày làm việc")
    assert first["Phí, lệ phí"] == "Miễn phí"
    assert first["Trang"] == f"{SITE}thu-tuc/1.001193/"
    assert (later["Tình trạng"], later["Hiệu lực từ"]) == ("Chưa đến ngày có hiệu lực", "01/03/2027")
    assert FILES["thu-tuc.csv"].count("\r\n") == len(table) + 1


def test_the_table_of_an_agency_has_its_own_terms() -> None:
    table = [row for row in rows(FILES[f"{COMMUNE}.csv"]) if row["Mã hiệu"] == "QT-HT-02"]
    assert {row["Thời hạn"] for row in table} == {"2 ngày làm việc"}
    assert table[0]["Trang"] == f"{SITE}{COMMUNE}/thu-tuc/QT-HT-02/"
    assert f"{OWNER}.csv" not in FILES


def test_no_cell_of_the_table_runs_as_a_formula_or_breaks_it() -> None:
    title = '=HYPERLINK("https://x.example";"bấm, đi")'
    files = one_procedure(title=title, results=[{"name": "+84"}])
    for row in rows(files["thu-tuc.csv"]):
        assert row["Tên thủ tục"] == f"'{title}"
        assert row["Kết quả"] == "'+84"
        assert None not in row
