"""Which version of a template counts: that of the day of approval; a draft must fit that of today."""

from __future__ import annotations

from datetime import date

from tests.support.builders import Archive

TEMPLATES = """templates:
  - {id: HD@1, name: Hướng dẫn, kinds: [instruction], valid_from: 2026-06-01, sections: [{title: Mục đích}]}
  - {id: HD@2, name: Hướng dẫn, kinds: [instruction], valid_from: 2026-08-01, sections: [{title: Mục đích}, {title: Việc làm}]}
"""
PURPOSE = "## Mục đích\n\nGiúp công chức làm đúng.\n"


def told(day: date, templates: str = TEMPLATES, body: str = PURPOSE, **keys: str | None) -> list[tuple[str, str]]:
    archive = Archive().file("procedures/templates.yml", templates).document(body=body, **keys)
    if keys.get("decision", "") is not None:
        archive = archive.issue("HD-MC-01")
    return [(f.code, f.remedy.vi) for f in archive.checked(day).findings if "ST120" <= f.code <= "ST129"]


DRAFT = {"decision": None, "approved_date": None, "effective_date": None}


def test_a_draft_must_name_the_template_of_today() -> None:
    assert told(date(2026, 5, 1), **DRAFT) == []
    assert told(date(2026, 7, 1), **DRAFT) == [("ST120", "Ghi “template: HD@1”.")]
    assert told(date(2026, 9, 1), **DRAFT) == [("ST120", "Ghi “template: HD@2”.")]
    assert told(date(2026, 9, 1), template="HD@1", **DRAFT) == [("ST121", "Soạn theo “template: HD@2”.")]


def test_an_approved_document_keeps_the_template_of_its_day() -> None:
    dates = {"approved_date": "2026-07-10", "effective_date": "2026-07-15"}
    assert told(date(2027, 1, 1), template="HD@1", **dates) == []


def test_a_template_that_ended_without_a_successor_is_asked_of_nobody() -> None:
    ended = TEMPLATES.replace("2026-06-01,", "2026-06-01, valid_to: 2026-06-30,").split("  - {id: HD@2")[0]
    assert told(date(2026, 7, 5), ended, **DRAFT) == []
    assert told(date(2026, 7, 5), ended, template="HD@1", **DRAFT)[0][0] == "ST121"


def test_a_faulty_register_is_one_finding_and_nothing_is_concluded_from_it() -> None:
    faulty = TEMPLATES.replace("name: Hướng dẫn", "nam: Hướng dẫn", 1)
    assert told(date(2026, 9, 1), faulty, template="HD@9", **DRAFT) == []


def test_what_a_model_gives_is_judged_at_the_line_that_names_it() -> None:
    model = (
        Archive()
        .file("procedures/templates.yml", TEMPLATES.replace("[instruction]", "[manual, model]"))
        .document(
            "MH-HD-01", kind="model", template="HD@1", body="## Mục đích\n\n{{muc_dich}}\n\n## Thừa\n\nMột câu.\n"
        )
        .document(
            "STCL-STP-01", kind="manual", template="HD@1", model="MH-HD-01@1.0", values={"muc_dich": "Để làm."}, body=""
        )
    )
    findings = [f for f in model.checked(date(2026, 7, 1)).findings if f.code == "ST125"]
    lines = {f.place.path.rpartition("/")[2]: f.place.line for f in findings}
    texts = {s.path: s.text.split("\n") for s in model.province().sources}
    assert set(lines) == {"MH-HD-01.md", "STCL-STP-01.md"}
    path = next(path for path in texts if path.endswith("STCL-STP-01.md"))
    assert texts[path][lines["STCL-STP-01.md"] - 1].startswith("model:")
