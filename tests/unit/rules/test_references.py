"""What documents say of each other: circles, successors, mentions, clauses."""

from __future__ import annotations

from datetime import date

import pytest

from sotay.model.finding import Severity
from sotay.model.standard import CLAUSES
from sotay.rules.references.between_documents import NoCircles, RelatedBothWays, ReplacedIsWithdrawn
from sotay.rules.references.clauses import KnownClauses
from sotay.rules.references.mentions import KnownMentions
from sotay.rules.references.withdrawn import NothingWithdrawn
from tests.support.builders import COMMUNE, JULY, Archive

SEPTEMBER = date(2026, 9, 1)
OCTOBER = date(2026, 10, 1)


def related(**codes: dict[str, list[str]]) -> Archive:
    archive = Archive()
    for code, named in codes.items():
        archive.procedure(code.replace("_", "-"), related=named)
    return archive


def circles(archive: Archive) -> list[str]:
    return [finding.fact.en.partition(": ")[2] for finding in NoCircles().check(archive.examined())]


def test_a_long_circle_is_one_finding() -> None:
    archive = related(QT_A_01={"after": ["QT-B-01"]}, QT_B_01={"after": ["QT-C-01"]}, QT_C_01={"after": ["QT-A-01"]})
    assert circles(archive) == ["QT-A-01 → QT-B-01 → QT-C-01 → QT-A-01"]


def test_two_circles_are_two_findings() -> None:
    archive = related(
        QT_A_01={"before": ["QT-B-01"], "after": ["QT-B-01"]}, QT_C_01={"part_of": ["QT-D-01"]},
        QT_D_01={"part_of": ["QT-C-01"]}, QT_B_01={},
    )  # fmt: skip
    assert len(circles(archive)) == 2


def test_both_ways_is_no_circle() -> None:
    archive = related(QT_A_01={"after": ["QT-B-01"]}, QT_B_01={"before": ["QT-A-01"]})
    assert circles(archive) == []
    assert list(RelatedBothWays().check(archive.examined())) == []


def test_many_circles_are_found_in_time() -> None:
    archive = related(
        **{f"QT_X_{n:02}": {"after": [f"QT-X-{(n + 1) % 90:02}", f"QT-X-{(n + 2) % 90:02}"]} for n in range(90)}
    )
    assert circles(archive)


def test_nothing_is_asked_of_what_is_not_there_or_over() -> None:
    archive = related(QT_A_01={"after": ["QT-Z-01", "QT-B-01"]}, QT_B_01={}).issue("QT-A-01", "QT-B-01")
    examination = archive.withdraw("QT-B-01", effective=SEPTEMBER).examined(OCTOBER)
    assert list(RelatedBothWays().check(examination)) == []


def replaced(archive: Archive, day: date = OCTOBER) -> list[Severity]:
    examination = archive.examined(day)
    document = examination.province.document_by_code["QT-HT-03"]
    return [finding.severity for finding in ReplacedIsWithdrawn().check(document, examination)]


def two_procedures(**keys: object) -> Archive:
    dates = {"decision": "80/QĐ-STP", "approved_date": "2026-08-20", "effective_date": "2026-09-01"}
    archive = (
        Archive().procedure("QT-HT-04", tthc=["1.000656"], **keys).procedure("QT-HT-03", replaces=["QT-HT-04"], **dates)
    )
    by = {"by": COMMUNE, "symbol": "UBND"} if keys else {}
    archive.issue("QT-HT-04", **by)  # type: ignore[arg-type]
    return archive.issue("QT-HT-03", serial="80", signed=date(2026, 8, 20), effective=SEPTEMBER)


def test_a_replaced_document_that_stays_is_an_error_from_the_day_on() -> None:
    assert replaced(two_procedures(), JULY) == [Severity.WARNING]
    assert replaced(two_procedures(), OCTOBER) == [Severity.ERROR]


def test_a_replaced_document_that_went_late_is_only_a_warning() -> None:
    assert replaced(two_procedures().withdraw("QT-HT-04", effective=date(2026, 9, 15))) == [Severity.WARNING]
    assert replaced(two_procedures().withdraw("QT-HT-04", effective=SEPTEMBER)) == []


def test_another_owner_is_asked_for_its_own_decision() -> None:
    examination = two_procedures(owner=COMMUNE).examined(OCTOBER)
    document = examination.province.document_by_code["QT-HT-03"]
    (finding,) = ReplacedIsWithdrawn().check(document, examination)
    assert COMMUNE in finding.remedy.vi


def test_a_withdrawn_procedure_is_named_with_what_replaces_it() -> None:
    archive = two_procedures().withdraw("QT-HT-04", effective=SEPTEMBER)
    archive.procedure("QT-HT-01", related={"after": ["QT-HT-04"]})
    archive.file("sites/portal/docs/a.md", "---\ntitle: A\n---\n\nXem [khai tử](QT-HT-04).\n")
    archive.file(
        "procedures/life-events.yml",
        "events:\n  - {id: x, name: X, steps: [{title: Làm thủ tục, procedures: [QT-HT-04]}]}\n",
    )
    found = list(NothingWithdrawn().check(archive.examined(OCTOBER)))
    assert sorted(finding.place.path.rpartition("/")[2] for finding in found) == [
        "QT-HT-01.md",
        "a.md",
        "life-events.yml",
    ]
    assert {finding.remedy.vi for finding in found} == {"Thay bằng QT-HT-03."}
    assert list(NothingWithdrawn().check(archive.examined(JULY))) == []


def mentioned(body: str, **keys: object) -> list[str]:
    archive = Archive().form().procedure().document(body=body, **keys)
    return [finding.fact.en.split("“")[1].split("”")[0] for finding in KnownMentions().check(archive.examined())]


@pytest.mark.parametrize(
    "body",
    [
        "Dùng BM-MC-01 và QT-HT-01.", "Mẫu TP-HT-09 của Bộ.", "Theo 85/2019/TT-BTC.", "Số 12/QT-HT-99.", "QT-HT-99-A",
        "Xem [đây](QT-HT-99).", "Mã hồ sơ H15-QT-HT-99.", "BM-MC", "XQT-HT-99",
    ],
)  # fmt: skip
def test_what_is_no_code_of_ours_is_no_mention(body: str) -> None:
    assert mentioned(body) == []


def test_a_code_that_nobody_has_is_said_once() -> None:
    assert mentioned("Dùng BM-MC-09.\nNhắc lại BM-MC-09.\n\n| Mẫu |\n|---|\n| QT-HT-1 |\n") == ["BM-MC-09", "QT-HT-1"]


def test_what_other_rules_say_is_not_said_again() -> None:
    assert mentioned("BM-MC-08", replaces=["BM-MC-08"]) == []


def test_a_comment_of_the_front_matter_is_nobodys_text() -> None:
    archive = Archive().procedure()
    path = next(path for path in archive.texts if path.endswith("/QT-HT-01.md"))
    archive.texts[path] = archive.texts[path].replace("---\n", "---\n# chép từ QT-HT-99\n", 1)
    assert list(KnownMentions().check(archive.examined())) == []


def clauses(*stated: str, standard: str = "TCVN ISO 9001:2015") -> list[str]:
    archive = Archive().document(iso_clauses=list(stated))
    archive.texts["sites/province.yml"] = archive.texts["sites/province.yml"].replace("TCVN ISO 9001:2015", standard)
    examination = archive.examined()
    (document,) = examination.province.documents
    return [finding.remedy.en for finding in KnownClauses().check(document, examination)]


def test_every_clause_has_the_one_above_it() -> None:
    for known in CLAUSES.values():
        assert all(clause.rpartition(".")[0] in known for clause in known if "." in clause)


def test_a_clause_that_does_not_exist_is_answered_with_its_neighbours() -> None:
    assert clauses("9.2.3") == ["State a clause such as 9.2, 9.2.1, 9.2.2."]
    assert clauses("3", "11", "x", "9001") == ["State a clause of 4 to 10, e.g. 8.5.1."] * 4
    assert clauses("10.2.1", "7.5.3.1 b", "8.5.1a", "7.5.2 a)") == []


def test_an_edition_that_is_not_known_is_not_judged() -> None:
    assert clauses("4.99", standard="TCVN ISO 9001:2026") == []
    assert clauses("4.99", "4.99", standard="TCVN ISO 9001:2026") == ["Delete the double."]


def test_a_draft_replaces_nothing_yet() -> None:
    archive = Archive().procedure("QT-HT-04").issue("QT-HT-04")
    assert replaced(archive.procedure("QT-HT-03", replaces=["QT-HT-04"])) == []
    assert replaced(archive.procedure("QT-HT-03", replaces=["QT-HT-04"], effective_date=None)) == []


def test_a_form_withdrawn_since_is_said_once_where_it_is_still_used() -> None:
    steps = [{"role": "mot-cua", "action": "Hẹn", "forms": ["BM-MC-01"]}] * 2
    archive = Archive().form().procedure(steps=steps).issue("QT-HT-01", "BM-MC-01")
    archive.withdraw("BM-MC-01", effective=SEPTEMBER)
    (finding,) = NothingWithdrawn().check(archive.examined(OCTOBER))
    assert finding.fact.vi.startswith("BM-MC-01 đã hết hiệu lực từ 01/09/2026, theo 90/QĐ-STP")


def test_pages_are_read_for_mentions_too() -> None:
    archive = Archive().form().file("sites/portal/docs/a.md", "---\ntitle: A\n---\n\nDùng BM-MC-07.\n")
    (finding,) = KnownMentions().check(archive.examined())
    assert str(finding.place) == "sites/portal/docs/a.md:5"


def test_where_there_are_no_codes_nothing_is_a_mention() -> None:
    assert list(KnownMentions().check(Archive().examined())) == []


def test_the_same_code_in_two_texts_has_the_same_hint() -> None:
    archive = Archive().form().document(body="Dùng BM-MC-09.").document("HD-MC-02", body="Dùng BM-MC-09.")
    assert len({finding.fact for finding in KnownMentions().check(archive.examined())}) == 1
