"""What a change does: which documents in which way, whom it touches, which decisions are still missing."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from typing import Any

import pytest

from sotay.model.decision import Action
from sotay.usecases.review.review_change import ChangedDocument, ChangeKind, Review, review_change
from tests.support.builders import COMMUNE, OWNER, Archive

OCTOBER = date(2026, 10, 1)
DEARER = [{"amount": 10000, "unit": "bản"}]
STEPS = [{"role": "mot-cua", "action": "Tiếp nhận", "time": {"value": 1, "unit": "working_day"}, "forms": ["BM-MC-01"]}]
PATH = "procedures/ho-tich/QT-HT-06.md"
TERMS = [{"procedure": "QT-HT-06", "decision": "18/QĐ-UBND", "time_limit": {"value": 2, "unit": "working_day"}}]
SHORTER = [{**TERMS[0], "time_limit": {"value": 1, "unit": "working_day"}}]


@pytest.fixture
def archive() -> Archive:
    """A procedure in force at its owner, adopted by a commune."""
    written = Archive().procedure("QT-HT-06", title="Cấp bản sao")
    return written.issue("QT-HT-06").adopt("QT-HT-06")


def reviewed(before: Archive, after: Archive, day: date = OCTOBER) -> Review:
    return review_change(before.examined(day), after.examined(day), "main")


def only(review: Review) -> ChangedDocument:
    (document,) = review.documents
    return document


def needs(document: ChangedDocument) -> list[tuple[str, Action, str, str]]:
    return [(need.agency.id, need.action, str(need.version), str(need.above)) for need in document.needs]


def changed(archive: Archive, code: str = "QT-HT-06", **keys: Any) -> Archive:
    return deepcopy(archive).procedure(code, title="Cấp bản sao", **keys)


def test_nothing_changed(archive: Archive) -> None:
    review = reviewed(archive, archive)
    assert (review.documents, review.terms, review.decisions, review.other_files, review.agencies) == ((),) * 5


def test_a_change_under_an_issued_number_needs_a_higher_one(archive: Archive) -> None:
    document = only(reviewed(archive, changed(archive, fees=DEARER)))
    assert document.kind is ChangeKind.CHANGED
    assert needs(document) == [(OWNER, Action.ISSUE, "None", "1.0"), (COMMUNE, Action.ADOPT, "None", "1.0")]


def test_the_number_must_be_above_every_issued_one_not_only_above_that_in_force(archive: Archive) -> None:
    upcoming = changed(archive, fees=DEARER, version="1.1").issue(
        "QT-HT-06", serial="60", signed=date(2026, 9, 1), effective=date(2026, 12, 1)
    )
    document = only(reviewed(upcoming, changed(upcoming, version="1.1", fees=[{"amount": 1}])))
    assert needs(document)[0] == (OWNER, Action.ISSUE, "None", "1.1")
    back = only(reviewed(upcoming, changed(upcoming, version="1.0", fees=[{"amount": 2}])))
    assert needs(back)[0] == (OWNER, Action.ISSUE, "None", "1.1")


def test_a_draft_with_a_number_of_its_own_is_named_by_it(archive: Archive) -> None:
    document = only(reviewed(archive, changed(archive, fees=DEARER, version="1.1")))
    assert needs(document) == [(OWNER, Action.ISSUE, "1.1", "1.0"), (COMMUNE, Action.ADOPT, "1.1", "1.0")]


def test_a_draft_without_any_number_is_not_said_to_follow_one() -> None:
    document = only(reviewed(Archive(), Archive().procedure("QT-HT-06", version=None)))
    assert (document.kind, needs(document)) == (ChangeKind.ADDED, [(OWNER, Action.ISSUE, "None", "None")])


def test_the_text_of_a_superseded_version_is_not_issued_by_its_old_decision(archive: Archive) -> None:
    second = changed(archive, fees=DEARER, version="1.1").issue("QT-HT-06", serial="60", effective=date(2026, 9, 1))
    document = only(reviewed(second, changed(second)))
    assert document.issued_by is None
    assert needs(document)[0] == (OWNER, Action.ISSUE, "None", "1.1")


def test_a_decision_that_comes_along_leaves_the_adoption(archive: Archive) -> None:
    second = changed(archive, fees=DEARER, version="1.1").issue("QT-HT-06", serial="60", effective=date(2026, 11, 1))
    review = reviewed(archive, second)
    document = only(review)
    assert document.issued_by is not None
    assert document.issued_by.number == "60/QĐ-STP"
    assert needs(document) == [(COMMUNE, Action.ADOPT, "1.1", "1.1")]
    assert [change.decision.number for change in review.decisions] == ["60/QĐ-STP"]
    adopted = deepcopy(second).adopt("QT-HT-06", serial="61", effective=date(2026, 11, 1))
    assert needs(only(reviewed(archive, adopted))) == []


def test_a_removal_that_is_decided_needs_nothing_more_even_before_its_day(archive: Archive) -> None:
    removed = deepcopy(archive)
    del removed.texts[PATH]
    assert needs(only(reviewed(archive, removed))) == [
        (OWNER, Action.WITHDRAW, "None", "None"),
        (COMMUNE, Action.WITHDRAW, "None", "None"),
    ]
    removed.withdraw("QT-HT-06", effective=date(2026, 12, 1))
    assert needs(only(reviewed(archive, removed))) == [(COMMUNE, Action.WITHDRAW, "None", "None")]


def test_an_agency_past_its_last_day_neither_applies_nor_decides(archive: Archive) -> None:
    archive.agency(COMMUNE, level="commune", valid_to="2026-08-31")
    document = only(reviewed(archive, changed(archive, fees=DEARER)))
    assert document.applied_by == ()
    assert [need.agency.id for need in document.needs] == [OWNER]


def test_a_removed_agency_applies_nothing_and_its_own_document_is_told() -> None:
    before = Archive().document("STCL-DK-01", owner=COMMUNE).issue("STCL-DK-01", by=COMMUNE, symbol="UBND")
    after = deepcopy(before)
    for path in [path for path in after.texts if COMMUNE in path or "STCL" in path]:
        del after.texts[path]
    review = reviewed(before, after)
    assert (only(review).applied_by, only(review).needs) == ((), ())
    assert [agency.id for agency in review.agencies] == [COMMUNE]


def test_a_damaged_file_is_neither_removed_nor_emptied(archive: Archive) -> None:
    damaged = deepcopy(archive)
    damaged.file(PATH, damaged.texts[PATH].replace("owner:", "<<<<<<< HEAD\nowner:"))
    for review in (reviewed(archive, damaged), reviewed(damaged, archive)):
        document = only(review)
        assert (document.kind, document.redline, document.needs) == (ChangeKind.UNREAD, None, ())


def test_a_fact_that_could_not_be_read_is_not_said_to_be_gone(archive: Archive) -> None:
    mistyped = deepcopy(archive)
    mistyped.file(PATH, mistyped.texts[PATH].replace('"unit": "working_day"}\nfees', '"unit": "ngày"}\nfees'))
    redline = only(reviewed(archive, mistyped)).redline
    assert redline is not None
    assert [change.field for change in redline.fields] == []


def test_a_damaged_decision_is_named_because_needs_follow_from_it(archive: Archive) -> None:
    damaged = changed(archive, fees=DEARER)
    path = f"sites/{OWNER}/decisions/2026-45.yml"
    damaged.file(path, damaged.texts[path] + "oops: [\n")
    assert reviewed(archive, damaged).faulty == (path,)
    assert reviewed(archive, archive).faulty == ()


@pytest.fixture
def with_a_form() -> Archive:
    """Two procedures that name a form; one of them is a draft."""
    written = Archive().form("BM-MC-01").procedure("QT-HT-06", steps=STEPS).procedure("QT-HT-07", steps=STEPS)
    return written.issue("BM-MC-01", "QT-HT-06").adopt("QT-HT-06")


def test_a_changed_form_breaks_the_approval_of_what_names_it(with_a_form: Archive) -> None:
    after = deepcopy(with_a_form).form("BM-MC-01", "## Mục\n\nKhác.\n")
    procedure, form = reviewed(with_a_form, after).documents
    assert (procedure.code, procedure.kind, procedure.because) == ("QT-HT-06", ChangeKind.FOLLOWS, ("BM-MC-01",))
    assert needs(procedure) == [(OWNER, Action.ISSUE, "None", "1.0"), (COMMUNE, Action.ADOPT, "None", "1.0")]
    assert (form.code, form.kind) == ("BM-MC-01", ChangeKind.CHANGED)


def test_a_removed_form_breaks_it_as_well(with_a_form: Archive) -> None:
    after = deepcopy(with_a_form)
    del after.texts["procedures/mot-cua/forms/BM-MC-01.md"]
    kinds = {document.code: document.kind for document in reviewed(with_a_form, after).documents}
    assert kinds == {"BM-MC-01": ChangeKind.REMOVED, "QT-HT-06": ChangeKind.FOLLOWS}


def test_a_procedure_that_changed_itself_also_says_which_form_did(with_a_form: Archive) -> None:
    after = deepcopy(with_a_form).form("BM-MC-01", "## Mục\n\nKhác.\n").procedure("QT-HT-06", steps=STEPS, fees=DEARER)
    procedure = reviewed(with_a_form, after).documents[0]
    assert (procedure.kind, procedure.because) == (ChangeKind.CHANGED, ("BM-MC-01",))


# own terms


@pytest.fixture
def with_terms(archive: Archive) -> Archive:
    return archive.agency(COMMUNE, level="commune", overrides=TERMS).permit(serial="18")


def test_changed_own_terms_are_told_and_need_a_decision(with_terms: Archive) -> None:
    after = deepcopy(with_terms).agency(COMMUNE, level="commune", overrides=SHORTER)
    review = reviewed(with_terms, after)
    (terms,) = review.terms
    assert [change.sentence for change in terms.changes] == ["Thời hạn riêng: 2 ngày làm việc → 1 ngày làm việc"]
    assert (terms.agency.id, terms.code, terms.title) == (COMMUNE, "QT-HT-06", "Cấp bản sao")
    assert (terms.lacks_decision, terms.permitted_by, terms.given_up) == (True, (), ())
    assert [agency.id for agency in review.agencies] == [COMMUNE]


def test_own_terms_that_a_decision_permits_need_none_even_before_its_day(with_terms: Archive) -> None:
    stated = [{**SHORTER[0], "decision": "70/QĐ-UBND"}]
    after = deepcopy(with_terms).agency(COMMUNE, level="commune", overrides=stated)
    after.permit(serial="70", effective=date(2026, 12, 1))
    (terms,) = reviewed(with_terms, after).terms
    assert (terms.lacks_decision, [d.number for d in terms.permitted_by]) == (False, ["70/QĐ-UBND"])


def test_own_terms_that_are_given_up_are_still_permitted(with_terms: Archive) -> None:
    after = deepcopy(with_terms).agency(COMMUNE, level="commune")
    (terms,) = reviewed(with_terms, after).terms
    assert (terms.lacks_decision, [d.number for d in terms.given_up]) == (False, ["18/QĐ-UBND"])
    assert terms.changes[0].sentence.startswith("Bỏ thời hạn riêng")


def test_another_order_of_own_terms_is_no_change(with_terms: Archive) -> None:
    more = [TERMS[0], {**TERMS[0], "channel": "online", "time_limit": {"value": 1, "unit": "working_day"}}]
    before = deepcopy(with_terms).agency(COMMUNE, level="commune", overrides=more)
    after = deepcopy(with_terms).agency(COMMUNE, level="commune", overrides=more[::-1])
    assert reviewed(before, after).terms == ()


# other files


def test_other_files_say_which_part_of_them_changed(archive: Archive) -> None:
    after = deepcopy(archive).agency(COMMUNE, level="commune", name="Phường mới")
    legal = "procedures/legal.yml"
    after.file(legal, after.texts[legal].replace("effective: 2025-07-01", "effective: 2025-08-01"))
    review = reviewed(archive, after)
    assert {file.path: file.details for file in review.other_files} == {
        legal: ("118/2025/NĐ-CP",),
        f"sites/{COMMUNE}/agency.yml": ("tên",),
    }
    assert [agency.id for agency in review.agencies] == [COMMUNE]


def test_an_edited_decision_is_an_edited_file_and_no_new_decision(archive: Archive) -> None:
    after = deepcopy(archive)
    path = f"sites/{OWNER}/decisions/2026-45.yml"
    after.file(path, after.texts[path].replace("2026-06-15", "2026-06-16"))
    review = reviewed(archive, after)
    assert review.decisions == ()
    assert [file.path for file in review.other_files] == [path]


def test_a_decision_in_a_renamed_file_is_not_new(archive: Archive) -> None:
    after = deepcopy(archive)
    after.texts[f"sites/{OWNER}/decisions/quyet-dinh.yml"] = after.texts.pop(f"sites/{OWNER}/decisions/2026-45.yml")
    assert reviewed(archive, after).decisions == ()
