"""What the rules on signatures and keys say at the edges, where files are broken or facts are missing."""

from __future__ import annotations

from datetime import date

import pytest

from sotay.history.signature_verdict import SignatureStanding, SignatureVerdict
from sotay.model.finding import Finding, Severity
from sotay.text.ssh_keys import PublicKey
from sotay.usecases.check_province import check_province
from sotay.usecases.ports import NoEarlierTexts
from tests.support.builders import COMMUNE, EVERY_KIND, OWNER, Archive
from tests.support.signing import KEYS

DAY = date(2026, 8, 1)
DECISION = f"sites/{OWNER}/decisions/2026-45.yml"
LE_VAN_C, TRAN_THI_B = (" ".join((KEYS / f"{name}.pub").read_text().split()[:2]) for name in ("le-van-c", "tran-thi-b"))


class Asked:
    """A check of signatures that says what a story wants it to, and remembers for which texts it was asked."""

    def __init__(self, standing: SignatureStanding) -> None:
        self.standing = standing
        self.texts: list[str] = []

    def check(self, text: str, signature: str, key: PublicKey) -> SignatureVerdict:
        """Return the verdict of the story."""
        self.texts.append(text)
        return SignatureVerdict(self.standing)


def people(*keys: dict[str, str], **more: str) -> list[dict[str, object]]:
    approves = [{"kinds": EVERY_KIND, "valid_from": "2025-07-01"}]
    return [
        {"id": "nguyen-van-a", "name": "Nguyễn Văn A", "title": "Thư ký ISO"},
        {"id": "tran-thi-b", "name": "Trần Thị B", "title": "Phó Giám đốc"},
        {"id": "le-van-c", "name": "Lê Văn C", "title": "Giám đốc", "approves": approves, "keys": list(keys), **more},
    ]


def held(public: str = LE_VAN_C, since: str = "2026-01-01", **more: str) -> dict[str, str]:
    return {"public": public, "valid_from": since, **more}


def story(*keys: dict[str, str], signature: str | None = None) -> Archive:
    """Sở Tư pháp issues an instruction; its decision bears a signature."""
    archive = Archive().agency(OWNER, people=people(*keys)).document().issue("HD-MC-01")
    if signature is not None:
        block = "signature: |\n" + "".join(f"  {line}\n" for line in signature.splitlines())
        archive.file(DECISION, archive.texts[DECISION] + block)
    return archive


def armor_of(example: str) -> str:
    """The signature that an example of the rules bears."""
    text = (KEYS.parent / "rules" / example).read_text(encoding="utf-8")
    inner = text.partition("signature: |\n")[2].partition("===")[0]
    return "\n".join(line.strip() for line in inner.splitlines())


@pytest.fixture(scope="module")
def armor() -> str:
    """A signature by Lê Văn C; over what, the stories say."""
    return armor_of("ST321/good-whole.yml")


def findings(archive: Archive, standing: SignatureStanding = SignatureStanding.HOLDS) -> list[Finding]:
    checked = check_province(archive.province(), DAY, NoEarlierTexts(), signatures=Asked(standing))
    return [finding for finding in checked.findings if finding.code.startswith(("ST1", "ST209", "ST32"))]


def codes(archive: Archive, standing: SignatureStanding = SignatureStanding.HOLDS) -> list[str]:
    return [finding.code for finding in findings(archive, standing)]


def test_a_province_without_signatures_is_asked_nothing() -> None:
    asked = Asked(SignatureStanding.BROKEN)
    check_province(story(held()).province(), DAY, NoEarlierTexts(), signatures=asked)
    assert asked.texts == []


def test_a_broken_signature_is_sought_in_the_other_decisions_once_each(armor: str) -> None:
    asked = Asked(SignatureStanding.BROKEN)
    archive = story(held(), signature=armor).adopt("HD-MC-01")
    check_province(archive.province(), DAY, NoEarlierTexts(), signatures=asked)
    assert len(asked.texts) == len(set(asked.texts)) == 2


def test_a_broken_signature_is_sought_first_where_it_stands_as_well(armor: str) -> None:
    asked = Asked(SignatureStanding.BROKEN)
    archive = story(held(), signature=armor).withdraw("HD-MC-01", serial="60").withdraw("HD-MC-01", serial="90")
    last = f"sites/{OWNER}/decisions/2026-90.yml"
    archive.file(last, archive.texts[last] + archive.texts[DECISION][archive.texts[DECISION].index("signature:") :])
    check_province(archive.province(), DAY, NoEarlierTexts(), signatures=asked)
    numbers = [text.partition('"number": "')[2].partition("/")[0] for text in asked.texts]
    assert numbers == ["45", "90", "60", "90", "45", "60"]


def test_a_signature_for_another_purpose_is_not_sought_anywhere() -> None:
    asked = Asked(SignatureStanding.HOLDS)
    archive = story(held(), signature=armor_of("ST322/bad-other-purpose.yml"))
    found = check_province(archive.province(), DAY, NoEarlierTexts(), signatures=asked).errors
    assert asked.texts == []
    assert [finding.code for finding in found if finding.code.startswith("ST32")] == ["ST322"]


def test_a_check_that_does_not_look_leaves_an_error(armor: str) -> None:
    archive = story(held(), signature=armor)
    found = check_province(archive.province(), DAY, NoEarlierTexts())
    assert [finding.code for finding in found.errors if finding.code.startswith("ST32")] == ["ST325"]
    assert found.has_unchecked_signatures


def test_one_key_may_serve_twice(armor: str) -> None:
    """Given back on leaving office, and given again on returning."""
    twice = story(held(valid_to="2026-02-01"), held(since="2026-06-01"), signature=armor)
    assert codes(twice) == []
    gap = story(held(valid_to="2026-02-01"), held(since="2026-07-01"), signature=armor)
    (told,) = findings(gap)
    assert told.code == "ST324"
    assert "01/02/2026, từ ngày 01/07/2026" in told.fact.vi


def test_a_signer_whom_nobody_knows_is_told_once(armor: str) -> None:
    archive = story(held(), signature=armor)
    archive.file(DECISION, archive.texts[DECISION].replace('"le-van-c"', '"le-van-x"'))
    assert codes(archive) == ["ST209"]


def test_people_that_cannot_be_read_are_told_once(armor: str) -> None:
    archive = story(held(), signature=armor)
    path = f"sites/{OWNER}/agency.yml"
    archive.file(path, archive.texts[path].replace("2026-01-01", "01/01/2026"))
    assert codes(archive) == ["ST106"]


def test_a_decision_that_is_not_read_as_a_whole_is_not_called_changed(armor: str) -> None:
    archive = story(held(), signature=armor)
    archive.file(DECISION, archive.texts[DECISION] + "ghi_chu: x\n")
    assert codes(archive, SignatureStanding.BROKEN) == ["ST102"]


def test_a_demand_that_cannot_be_read_is_told_where_it_stands() -> None:
    archive = story(held())
    settings = archive.texts["sites/province.yml"]
    archive.file("sites/province.yml", settings + "evidence: chu-ky\nevidence_from: 2026-01-01\n")
    assert codes(archive) == ["ST104"]


def test_an_agency_that_has_ended_needs_no_key() -> None:
    archive = story(held()).adopt("HD-MC-01")
    archive.agency(COMMUNE, "commune", valid_to="2026-07-15")
    settings = archive.texts["sites/province.yml"]
    archive.file("sites/province.yml", settings + "evidence: signature\nevidence_from: 2026-07-20\n")
    assert "ST327" not in codes(archive)
    archive.agency(COMMUNE, "commune")
    told = [finding for finding in findings(archive) if finding.code == "ST327"]
    assert [finding.severity for finding in told] == [Severity.WARNING]


def test_a_key_without_authority_does_not_meet_the_demand() -> None:
    archive = story(held(since="2026-01-01"))
    settings = archive.texts["sites/province.yml"] + "evidence: signature\nevidence_from: 2026-07-20\n"
    archive.file("sites/province.yml", settings)
    assert "ST327" not in codes(archive)
    deputy = people()
    deputy[1]["keys"] = [held(TRAN_THI_B)]
    archive.agency(OWNER, people=deputy)
    assert "ST327" in codes(archive)


def test_two_keys_of_one_person_are_that_persons(armor: str) -> None:
    assert codes(story(held(TRAN_THI_B), held(), signature=armor)) == []
