"""All versions of a document: which counts, which comes before which, and who applies which."""

from __future__ import annotations

from datetime import date

from sotay.history.ledger import Standing
from sotay.model.document import DocumentFile
from sotay.model.version import Version
from sotay.rendering.addresses import Addresses, Home, Standpoint, comparison_tail, relative, version_tail
from sotay.rendering.versions.document_history import DocumentHistory, day_of_facts, document_histories
from sotay.usecases.publication import Publication
from sotay.usecases.publish_province import publish_province
from tests.support.builders import COMMUNE, JULY, OWNER, Archive

SEPTEMBER, JANUARY = date(2026, 9, 1), date(2027, 1, 1)
LATER_OWNER = "so-noi-vu"


class Kept:
    """Earlier texts, as a repository would keep them."""

    def __init__(self) -> None:
        self.texts: dict[str, DocumentFile] = {}

    def keep(self, archive: Archive, code: str = "QT-HT-01") -> None:
        self.texts[archive.fingerprint(code)] = archive.province().document_by_code[code]

    def find(self, code: str, version: Version, fingerprint: str) -> DocumentFile | None:
        return self.texts.get(fingerprint)


def three_versions() -> tuple[Archive, Kept]:
    """Versions 1.0 from July, 1.1 from September, 2.0 from January; the commune adopts the first only."""
    archive, kept = Archive().procedure(), Kept()
    archive.issue("QT-HT-01").adopt("QT-HT-01")
    for version, serial, starts in (("1.1", "60", SEPTEMBER), ("2.0", "70", JANUARY)):
        kept.keep(archive)
        dates = {"effective_date": starts.isoformat(), "decision": f"{serial}/QĐ-STP"}
        archive.procedure(version=version, changes=f"Sửa thành {version}.", **dates)
        archive.issue("QT-HT-01", serial=serial, signed=date(2026, 8, 15), effective=starts)
    return archive, kept


def history(archive: Archive, kept: Kept, day: date) -> DocumentHistory:
    return document_histories(published(archive, kept, day))["QT-HT-01"]


def published(archive: Archive, kept: Kept, day: date) -> Publication:
    return publish_province(archive.examined(day, kept), None)


def test_versions_stand_once_each_by_number_with_how_they_stand_on_the_day() -> None:
    found = history(*three_versions(), date(2026, 10, 1))
    assert [(str(entry.period.version), entry.standing) for entry in found.versions] == [
        ("1.0", Standing.SUPERSEDED),
        ("1.1", Standing.IN_FORCE),
        ("2.0", Standing.UPCOMING),
    ]
    assert found.in_force is not None
    assert found.in_force.period.version == Version(1, 1)
    assert found.first.period.version == Version(1)


def test_pairs_are_every_two_versions_the_older_first() -> None:
    found = history(*three_versions(), JULY.replace(year=2028))
    pairs = [(str(old.period.version), str(new.period.version)) for old, new in found.pairs]
    assert pairs == [("1.0", "1.1"), ("1.0", "2.0"), ("1.1", "2.0")]


def test_the_version_before_another_is_the_next_lower_number() -> None:
    found = history(*three_versions(), date(2026, 10, 1))
    before = found.before(Version(2))
    assert before is not None
    assert before.period.version == Version(1, 1)
    assert found.before(Version(1)) is None


def test_who_applies_what_is_told_apart_from_what_was_issued() -> None:
    found = history(*three_versions(), date(2026, 10, 1))
    assert [applied.entry.agency.id for applied in found.applied] == [COMMUNE], "the owner only issues it"
    assert [entry.agency.id for entry in found.appliers_of(Version(1))] == [COMMUNE]
    assert list(found.appliers_of(Version(1, 1))) == []


def test_what_was_not_signed_by_the_day_is_not_known() -> None:
    found = history(*three_versions(), date(2026, 8, 14))
    assert [str(entry.period.version) for entry in found.versions] == ["1.0"]


def test_a_version_put_into_force_twice_is_one_version_with_the_period_that_counts() -> None:
    archive = Archive().procedure().issue("QT-HT-01")
    archive.withdraw("QT-HT-01", effective=SEPTEMBER, signed=date(2026, 8, 15))
    archive.issue("QT-HT-01", serial="95", signed=date(2026, 11, 1), effective=JANUARY)
    found = history(archive, Kept(), date(2027, 2, 1))
    assert len(found.periods) == 2
    (version,) = found.versions
    assert version.period.starts == JANUARY
    assert found.pairs == ()


def test_facts_of_a_version_are_told_for_a_day_on_which_it_holds() -> None:
    past, current, ahead = history(*three_versions(), date(2026, 10, 1)).versions
    day = date(2026, 10, 1)
    assert day_of_facts(past, day) == date(2026, 8, 31)
    assert day_of_facts(current, day) == day
    assert day_of_facts(ahead, day) == JANUARY


def test_versions_of_a_former_owner_stay_in_the_history_of_the_one_who_took_over() -> None:
    archive, kept = Archive().procedure(), Kept()
    archive.issue("QT-HT-01").adopt("QT-HT-01")
    kept.keep(archive)
    archive.agency(OWNER, valid_to="2026-08-31", successor=LATER_OWNER).agency(LATER_OWNER)
    archive.procedure(version="1.1", owner=LATER_OWNER, decision="5/QĐ-SNV")
    archive.issue("QT-HT-01", by=LATER_OWNER, serial="5", symbol="SNV", signed=date(2026, 8, 20), effective=SEPTEMBER)
    publication = published(archive, kept, date(2026, 10, 1))
    found = document_histories(publication)["QT-HT-01"]
    assert [(entry.agency.id, entry.standing) for entry in found.versions] == [
        (OWNER, Standing.LAPSED),
        (LATER_OWNER, Standing.IN_FORCE),
    ]
    assert [across.issued.agency.id for across in publication.procedures] == [LATER_OWNER], "one page, not two"
    assert Addresses(publication).issuer["QT-HT-01"] == LATER_OWNER


def test_a_document_is_at_home_where_its_history_is() -> None:
    archive = Archive().procedure().document().issue("QT-HT-01", "HD-MC-01").adopt("QT-HT-01", "HD-MC-01")
    addresses = Addresses(published(archive, Kept(), JULY))
    assert addresses.home_of("QT-HT-01") == Home(None, "thu-tuc/1.001193/")
    assert addresses.home_of("HD-MC-01") == Home(OWNER, "tai-lieu/HD-MC-01/")
    assert addresses.home_of("HD-MC-02") is None
    there = Standpoint(addresses, COMMUNE, "tai-lieu/HD-MC-01/")
    assert there.history("HD-MC-01") == f"../../../{OWNER}/tai-lieu/HD-MC-01/lich-su/"
    assert there.history("HD-MC-02") is None


def test_addresses_of_versions_and_comparisons_hold_their_numbers() -> None:
    assert version_tail(Version(2, 10)) == "v/2.10/"
    assert comparison_tail(Version(1), Version(2, 1)) == "so-sanh/1.0..2.1/"
    assert relative("thu-tuc/x/so-sanh/1.0..2.1/", "thu-tuc/x/v/1.0/") == "../../v/1.0/"
