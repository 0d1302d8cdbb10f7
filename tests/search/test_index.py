"""The index that Python writes is what the scripts read, is small, and holds only what its site publishes."""

from __future__ import annotations

import gzip
import json
import os
import runpy
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sotay.model.release import Edition
from sotay.rendering.addresses import Addresses
from sotay.rendering.search.site_index import SEARCH_INDEX, search_index
from sotay.rendering.site_view import SiteView
from sotay.text.search_key import search_words
from sotay.usecases.publish_province import publish_province
from tests.support.builders import COMMUNE, OWNER, Archive
from tests.support.command import REPOSITORY
from tests.support.in_node import in_node
from tests.support.province import a_province
from tests.support.searched import DOCUMENTS, an_index

DAY = date(2026, 7, 20)
SHARED = os.environ.get("SOTAY_SHARED")
_READ = "({ readDocuments }, index) => readDocuments(index)"


def documents_in(content: str) -> list[dict[str, Any]]:
    """Read an index as the scripts do."""
    found: list[dict[str, Any]] = in_node("sotay/search/documents.js", _READ, json.loads(content))
    return found


def index_of(archive: Archive, agency: str | None = None, edition: Edition = Edition.PUBLIC) -> str:
    publication = publish_province(archive.examined(DAY), None, edition)
    chosen = publication.agency_by_id[agency] if agency else None
    file = search_index(SiteView(publication, Addresses(publication), chosen))
    assert file.address == SEARCH_INDEX
    return file.content


def words(*texts: str) -> set[str]:
    return {word.plain for text in texts for word in search_words(text)}


def test_every_fact_comes_back() -> None:
    for one, read in zip(DOCUMENTS, documents_in(an_index()), strict=True):
        for name in ("title", "address", "kind", "where", "time", "fee", "ways", "badge"):
            assert read[name] == getattr(one, name)
        assert (read["isOver"], read["isFree"], read["isOnline"]) == (one.is_over, one.is_free, one.is_online)
        assert read["field"][0] == one.field
        for name in ("codes", "keywords", "levels", "applicants", "agencies", "legal"):
            assert read[name] == list(getattr(one, name))
        assert set(read["papers"]) == words(*one.papers) - words(one.title, *one.keywords, *one.results)
        assert set(read["results"]) == words(*one.results)


def test_the_same_values_give_the_same_bytes() -> None:
    assert an_index() == an_index(tuple(DOCUMENTS))


def test_an_address_that_does_not_follow_from_the_code_is_kept() -> None:
    [read] = documents_in(index_of(a_province_with_two_codes()))
    assert read["address"] == "thu-tuc/QT-HT-01/"


def a_province_with_two_codes() -> Archive:
    archive = Archive().procedure(tthc=["1.001193", "1.004884"])
    return archive.issue("QT-HT-01").adopt("QT-HT-01")


def test_the_portal_has_procedures_only_and_an_agency_its_documents_behind_them() -> None:
    portal, agency = documents_in(index_of(a_province())), documents_in(index_of(a_province(), OWNER))
    assert {one["kind"] for one in portal} == {"procedure"}
    kinds = [one["kind"] == "procedure" for one in agency]
    assert kinds == sorted(kinds, reverse=True)
    assert not all(kinds)


def test_the_portal_names_who_carries_a_procedure_out_and_an_agency_where_it_receives() -> None:
    counter = {"name": "Bộ phận Một cửa xã", "address": "Số 1"}
    archive = Archive().agency(COMMUNE, level="commune", counters=[counter]).procedure()
    archive.issue("QT-HT-01").adopt("QT-HT-01")
    [portal], [agency] = documents_in(index_of(archive)), documents_in(index_of(archive, COMMUNE))
    assert portal["agencies"] == [COMMUNE]
    assert (portal["where"], agency["where"]) == ("Ủy ban nhân dân cấp xã", "Bộ phận Một cửa xã")
    assert agency["agencies"] == []


def test_a_draft_is_in_no_index() -> None:
    archive = Archive().procedure().issue("QT-HT-01").adopt("QT-HT-01")
    archive.procedure("QT-HT-02", title="Chưa ai phê duyệt", decision=None, approved_date=None, effective_date=None)
    for agency in (None, OWNER, COMMUNE):
        assert "Chưa ai phê duyệt" not in index_of(archive, agency)


SECRETS = ("Cách mở két sắt", "mật khẩu két", "Phiếu zirconi")


@pytest.mark.parametrize("agency", [None, OWNER, COMMUNE])
def test_what_is_internal_is_never_in_a_public_index(agency: str | None) -> None:
    archive = Archive().procedure().issue("QT-HT-01").adopt("QT-HT-01")
    archive.document("HD-MC-09", title=SECRETS[0], keywords=[SECRETS[1]], access="internal")
    papers = {"sets": 1, "common": [{"name": SECRETS[2], "originals": 1}]}
    archive.procedure("QT-HT-09", title="Thu hồi két sắt", tthc=["9.990009"], access="internal", dossier=papers)
    archive.issue("HD-MC-09", "QT-HT-09", serial="46").adopt("QT-HT-09", serial="19")
    public, internal = index_of(archive, agency), index_of(archive, agency, Edition.INTERNAL)
    assert not any(secret in public for secret in ("HD-MC-09", "QT-HT-09", "9.990009", "két", "zirconi"))
    if agency == OWNER:
        assert SECRETS[0] in internal
    if agency != OWNER:
        assert "zirconi" in internal


@pytest.mark.skipif(not SHARED, reason="SOTAY_SHARED names the folder with all records")
def test_two_thousand_procedures_fit_into_250_kilobytes() -> None:
    measure = runpy.run_path(str(REPOSITORY / "scripts" / "measure-search"))
    files = sorted(Path(SHARED or "", "data", "tthc").glob("records-*.jsonl"))
    glossary = measure["glossary_of"](REPOSITORY / "procedures" / "glossary.yml")
    index = measure["index_of"](measure["drafts"](files, 2000), glossary)
    assert len(json.loads(index)["documents"]["title"]) == 2000
    assert len(gzip.compress(index.encode(), 9)) <= 250_000
