"""Everything that changed from one version of a document to another."""

from __future__ import annotations

from sotay.model.stated_content import stated_keys
from sotay.model.version import Version
from sotay.redline.changes import Fate
from sotay.redline.compare import compare
from sotay.redline.names import Names, names_of
from tests.support.applied_redlines import apply_edits
from tests.support.builders import Archive, a_document

OLD = a_document(kind="procedure", code="QT-HT-01", body="## Mục đích\n\nTrả kết quả trong 5 ngày.\n")
NEW = a_document(
    kind="procedure",
    code="QT-HT-01",
    version="1.1",
    approver="tran-thi-b",
    time_limit={"value": 2, "unit": "working_day"},
    body="## Mục đích\n\nTrả kết quả trong 3 ngày.\n",
)


def test_facts_edits_and_text_are_told_together() -> None:
    redline = compare(OLD, NEW)
    assert (redline.code, redline.old_version, redline.new_version) == ("QT-HT-01", Version(1, 0), Version(1, 1))
    assert [change.field for change in redline.fields] == ["time_limit", "version", "approver"]
    assert apply_edits(stated_keys(OLD.control), redline.edits) == stated_keys(NEW.control)
    assert [change.fate for change in redline.blocks] == [Fate.KEPT, Fate.REWORDED]
    assert not redline.is_empty


def test_a_document_that_is_only_laid_out_anew_did_not_change() -> None:
    again = a_document(
        kind="procedure", code="QT-HT-01", body="## Mục đích\n\nTrả kết quả\ntrong 5 ngày.\n", keywords=["khác"]
    )
    redline = compare(OLD, again)
    assert redline.is_empty
    assert redline.fields == ()


def test_people_have_the_names_that_the_province_gives_them() -> None:
    names = names_of(Archive().province())
    assert compare(OLD, NEW, names).fields[-1].sentence == "Người phê duyệt: Lê Văn C → Trần Thị B"
    assert compare(OLD, NEW).fields[-1].sentence == "Người phê duyệt: le-van-c → tran-thi-b"


def test_a_longer_text_has_its_words_marked() -> None:
    old, new = (a_document(retention=f"Lưu {years} năm tại Bộ phận Một cửa.") for years in ("05", "10"))
    (change,) = compare(old, new).fields
    assert [(words.fate, words.text) for words in change.words if words.fate is not Fate.KEPT] == [
        (Fate.DELETED, "05"),
        (Fate.INSERTED, "10"),
    ]


def test_names_without_a_province_are_the_ids() -> None:
    names = Names()
    assert [names.role("mot-cua"), names.agency("so-y-te"), names.field("ho-tich")] == ["mot-cua", "so-y-te", "ho-tich"]
    assert names.person(None, "le-van-c") == "le-van-c"
