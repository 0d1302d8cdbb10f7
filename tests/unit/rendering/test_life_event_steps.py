"""Steps of an event: numbers, “và”, “hoặc”, and only procedures that are published."""

from __future__ import annotations

from datetime import date

import pytest

from sotay.rendering.addresses import LIFE_EVENTS, Addresses
from sotay.rendering.life_event_steps import EventSteps, event_steps
from sotay.rendering.life_events import event_cards, event_pages
from sotay.rendering.site_view import SiteView
from sotay.usecases.publish_province import publish_province
from tests.support.builders import COMMUNE, Archive

DAY = date(2026, 10, 1)


@pytest.fixture
def archive() -> Archive:
    archive = Archive().agency(COMMUNE, level="commune", short_name="UBND phường Đông Kinh")
    for code, tthc in (("QT-HT-01", "1.000001"), ("QT-HT-02", "1.000002"), ("QT-HT-03", "1.000003")):
        archive.procedure(code, title=f"Thủ tục {code}", tthc=[tthc])
    archive.issue("QT-HT-01", "QT-HT-02", "QT-HT-03")
    return archive.adopt("QT-HT-01", "QT-HT-02", "QT-HT-03")


def view_of(archive: Archive, steps: str) -> SiteView:
    archive.file("procedures/life-events.yml", f"events:\n  - id: sinh-con\n    name: Sinh con\n    steps:\n{steps}")
    publication = publish_province(archive.examined(DAY), None)
    return SiteView(publication, Addresses(publication))


def steps_of(archive: Archive, *steps: str) -> EventSteps:
    view = view_of(archive, "".join(f"      - {{{step}}}\n" for step in steps))
    (event,) = view.publication.province.life_events.value.events
    return event_steps(event, view, f"{LIFE_EVENTS}sinh-con/")


def test_a_step_that_is_joined_has_no_number_of_its_own(archive: Archive) -> None:
    steps = steps_of(
        archive,
        "title: A, procedures: [QT-HT-01]",
        "title: B, join: and, procedures: [QT-HT-02]",
        "title: C, procedures: [QT-HT-03]",
    )
    assert [[(step.join, step.title) for step in group] for group in steps.groups] == [
        [("", "A"), ("và", "B")],
        [("", "C")],
    ]


def test_one_of_several_is_or_and_all_of_them_is_and(archive: Archive) -> None:
    one, all_of_them = steps_of(
        archive,
        "title: A, choose: one, procedures: [QT-HT-01, QT-HT-02]",
        "title: B, choose: all, procedures: [QT-HT-01, QT-HT-03]",
    ).groups
    assert (one[0].choice, all_of_them[0].choice) == ("hoặc", "và")


def test_a_step_says_time_fee_papers_and_place_of_its_procedures(archive: Archive) -> None:
    (procedure,) = steps_of(archive, "title: A, procedures: [QT-HT-01]").groups[0][0].procedures
    assert [term for term, _ in procedure.facts] == ["Thời hạn", "Lệ phí", "Giấy tờ", "Nộp tại"]
    assert procedure.href == "../../thu-tuc/1.000001/"


def test_what_is_not_published_or_over_is_left_out_with_its_word(archive: Archive) -> None:
    archive.withdraw("QT-HT-02", effective=date(2026, 9, 1))
    archive.withdraw("QT-HT-02", by=COMMUNE, serial="91", symbol="UBND", effective=date(2026, 9, 1))
    steps = steps_of(
        archive,
        "title: A, choose: one, procedures: [QT-HT-01, QT-HT-02]",
        "title: B, join: and, procedures: [QT-HT-02]",
        "title: C, note: Làm ở bệnh viện.",
    )
    assert [[(step.title, step.choice) for step in group] for group in steps.groups] == [[("A", "")], [("C", "")]]
    assert steps.count == 1


def test_a_step_joined_to_one_that_is_left_out_begins_a_number(archive: Archive) -> None:
    archive.withdraw("QT-HT-02", effective=date(2026, 9, 1))
    steps = steps_of(archive, "title: B, procedures: [QT-HT-02]", "title: C, join: or, procedures: [QT-HT-03]")
    assert [[(step.join, step.title) for step in group] for group in steps.groups] == [[("", "C")]]


def test_an_agency_that_carries_out_every_procedure_is_named(archive: Archive) -> None:
    steps = steps_of(archive, "title: A, procedures: [QT-HT-01]", "title: B, procedures: [QT-HT-02]")
    assert steps.one_place
    assert [(link.label, link.href) for link in steps.one_place.links] == [
        ("UBND phường Đông Kinh", f"../../{COMMUNE}/")
    ]


def test_no_place_is_named_when_one_procedure_is_done_elsewhere(archive: Archive) -> None:
    archive.procedure("QT-HT-04", tthc=["1.000004"]).issue("QT-HT-04", serial="46")
    steps = steps_of(archive, "title: A, procedures: [QT-HT-01]", "title: B, procedures: [QT-HT-04]")
    assert steps.one_place is None


def test_papers_of_steps_that_exclude_each_other_are_not_papers_of_several_steps(archive: Archive) -> None:
    either = steps_of(archive, "title: A, procedures: [QT-HT-01]", "title: B, join: or, procedures: [QT-HT-02]")
    both = steps_of(archive, "title: A, procedures: [QT-HT-01]", "title: B, join: and, procedures: [QT-HT-02]")
    assert either.papers == ()
    assert both.papers


def withdrawn(archive: Archive, code: str) -> str:
    """The code of a further procedure, once it is over."""
    archive.procedure(code, title=f"Thủ tục {code}").issue(code, serial=code[-2:])
    archive.withdraw(code, serial=f"9{code[-2:]}", effective=date(2026, 9, 1))
    return code


@pytest.mark.parametrize(
    ("steps", "shown"),
    [
        # Z is over. What stood instead of it does not stand instead of the step before it.
        (["A then", "Z then", "B or"], [[("", "A")], [("", "B")]]),
        (["A then", "Z and", "B or"], [[("", "A"), ("và", "B")]]),
        (["A then", "Z or", "B or"], [[("", "A"), ("hoặc", "B")]]),
        (["Z then", "A or", "B or"], [[("", "A"), ("hoặc", "B")]]),
        (["A then", "Z then", "B or", "C or"], [[("", "A")], [("", "B"), ("hoặc", "C")]]),
        (["A then", "Z and", "B or", "C and"], [[("", "A"), ("và", "B"), ("và", "C")]]),
        # Nor does what could be done before or after it come before the step above.
        (["A then", "Z then", "B and"], [[("", "A")], [("", "B")]]),
        (["A then", "Z then", "Z or", "B and", "C or"], [[("", "A")], [("", "B"), ("hoặc", "C")]]),
        (["A then", "Z or", "B and"], [[("", "A"), ("và", "B")]]),
        (["A then", "Z and", "B and"], [[("", "A"), ("và", "B")]]),
        (["A then", "Z and", "B then"], [[("", "A")], [("", "B")]]),
    ],
)
def test_what_is_left_takes_the_place_of_a_step_that_is_left_out(
    archive: Archive, steps: list[str], shown: list[list[tuple[str, str]]]
) -> None:
    codes = {"A": "QT-HT-01", "B": "QT-HT-02", "C": "QT-HT-03", "Z": withdrawn(archive, "QT-HT-09")}
    written = [step.split() for step in steps]
    seen = steps_of(archive, *(f"title: {t}, join: {join}, procedures: [{codes[t]}]" for t, join in written))
    assert [[(step.join, step.title) for step in group] for group in seen.groups] == shown


def test_papers_of_alternatives_are_those_of_what_is_left_of_them(archive: Archive) -> None:
    gone = withdrawn(archive, "QT-HT-09")
    steps = steps_of(
        archive,
        "title: A, procedures: [QT-HT-01]",
        f"title: Z, procedures: [{gone}]",
        "title: B, join: or, procedures: [QT-HT-02]",
    )
    assert [paper.steps for paper in steps.papers] == [("A", "B")] * len(steps.papers)
    assert steps.papers


def addresses_of(archive: Archive, steps: str) -> list[str]:
    """The pages of the events, each of which is a card as well."""
    view = view_of(archive, steps)
    pages = [page.address for page in event_pages(view)]
    assert [card.href for card in event_cards(view, "")] == pages
    return pages


def test_an_event_all_of_whose_steps_are_done_elsewhere_has_a_page(archive: Archive) -> None:
    steps = "      - {title: A, note: Làm ở bệnh viện.}\n      - {title: B, note: Làm ở trường.}\n"
    assert addresses_of(archive, steps) == [f"{LIFE_EVENTS}sinh-con/"]


def test_an_event_whose_procedures_are_all_gone_has_no_page(archive: Archive) -> None:
    gone = withdrawn(archive, "QT-HT-09")
    alone = f"      - {{title: A, procedures: [{gone}]}}\n"
    assert addresses_of(archive, alone) == []
    assert addresses_of(archive, f"      - {{title: B, note: Làm ở bệnh viện.}}\n{alone}") == []
