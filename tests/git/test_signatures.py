"""Every way to pass off a decision as signed is refused by its own name: a real folder, real keys, real Git."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

import pytest
from git import Actor, Repo

from sotay.engine.check_against import check_against
from sotay.engine.check_files import check_files
from sotay.engine.check_folder import check_folder, read_folder
from sotay.engine.prepare import prepare
from sotay.engine.sign import decision_to_sign, put_signature
from sotay.model.finding import Finding, Severity
from sotay.rendering.addresses import Addresses
from sotay.rendering.control_block import ControlRow, control_rows
from sotay.rendering.decision_yaml import signature_yaml
from sotay.usecases.check_province import check_province
from sotay.usecases.ports import NoEarlierTexts
from sotay.usecases.publish_province import publish_province
from sotay.usecases.verify_signatures import canonical_texts
from tests.support.command import edit
from tests.support.signing import (
    DECISION,
    OTHER_DECISION,
    a_key,
    a_province,
    demand_signatures,
    give_key,
    kept_key,
    public_line,
    signed_text,
)

DAY = date(2026, 10, 1)
AGENCY = "sites/so-tu-phap/agency.yml"
ADOPTION = "sites/phuong-dong-kinh/decisions/2026-18.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return a_province(tmp_path)


@pytest.fixture
def key(root: Path, tmp_path: Path) -> Path:
    """The key of Lê Văn C, who has signed a decision with it."""
    key = a_key(tmp_path, "le-van-c")
    give_key(root, key)
    sign(root, key)
    return key


def sign(root: Path, key: Path, path: str = DECISION, namespace: str = "decision@sotay") -> None:
    """Put a signature over the decision as it stands into its file, whatever the rules have against it."""
    text = canonical_texts(read_folder(root))[path]
    write(root, signed_text(text, key, namespace), path)


def write(root: Path, armor: str, path: str = DECISION) -> None:
    unsigned = (root / path).read_text(encoding="utf-8").partition("signature: |")[0]
    (root / path).write_text(unsigned + signature_yaml(armor), encoding="utf-8")


def found(root: Path) -> list[tuple[str, str]]:
    return [(finding.place.path, finding.code) for finding in check_folder(root, DAY).findings]


def only(root: Path) -> Finding:
    (finding,) = check_folder(root, DAY).findings
    return finding


@pytest.mark.usefixtures("key")
def test_what_its_signer_signed_is_clean(root: Path) -> None:
    assert found(root) == []


@pytest.mark.parametrize("kind", ["ecdsa", "rsa"])
def test_other_sound_kinds_of_keys_serve_as_well(root: Path, tmp_path: Path, kind: str) -> None:
    key = a_key(tmp_path, kind, kind)
    give_key(root, key)
    sign(root, key)
    assert found(root) == []


@pytest.mark.usefixtures("key")
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("effective_date: 2026-07-15", "effective_date: 2026-07-16"),
        ("subject: Ban hành sổ tay", "subject: Ban hành lại sổ tay"),
        ("date: 2026-07-06", "date: 2026-07-07"),
    ],
)
def test_text_changed_after_signing(root: Path, old: str, new: str) -> None:
    edit(root / DECISION, old, new)
    assert (DECISION, "ST322") in found(root)


@pytest.mark.usefixtures("key")
def test_document_and_fingerprint_changed_after_signing(root: Path) -> None:
    """Who changes an approved text and its fingerprint in the decision is betrayed by the signature alone."""
    before = check_folder(root, DAY).examination.fingerprints["STCL-STP-01"]
    edit(root / "sites/so-tu-phap/docs/STCL-STP-01.md", ".\n", ", trừ việc thứ ba.\n")
    after = check_folder(root, DAY).examination.fingerprints["STCL-STP-01"]
    edit(root / DECISION, before, after)
    assert (DECISION, "ST322") in found(root)


def test_signature_moved_from_another_decision(root: Path, key: Path) -> None:
    sign(root, key, OTHER_DECISION)
    armor = (root / OTHER_DECISION).read_text(encoding="utf-8").partition("signature: |\n")[2]
    write(root, "\n".join(line.strip() for line in armor.splitlines()))
    finding = only(root)
    assert (finding.code, finding.place.path) == ("ST322", DECISION)
    assert OTHER_DECISION in finding.fact.vi


def test_signature_moved_from_a_decision_that_bears_none_itself(root: Path, key: Path) -> None:
    write(root, signed_text(canonical_texts(read_folder(root))[OTHER_DECISION], key))
    assert OTHER_DECISION in only(root).fact.en


def test_signature_moved_to_the_like_decision_of_another_agency(root: Path, key: Path) -> None:
    copy = root / "sites/phuong-dong-kinh/decisions/2026-52.yml"
    copy.write_bytes((root / DECISION).read_bytes())
    give_key(root, key, agency="phuong-dong-kinh")
    told = [f for f in check_folder(root, DAY).findings if f.code == "ST322"]
    assert [f.place.path for f in told] == ["sites/phuong-dong-kinh/decisions/2026-52.yml"]
    assert DECISION in told[0].fact.vi


@pytest.mark.usefixtures("key")
def test_signature_of_another_province(root: Path) -> None:
    edit(root / "sites/province.yml", 'code: "20"', 'code: "24"')
    assert found(root) == [(DECISION, "ST322")]


def test_signature_for_another_purpose(root: Path, key: Path) -> None:
    sign(root, key, namespace="git")
    finding = only(root)
    assert finding.code == "ST322"
    assert "“git”" in finding.fact.vi


@pytest.mark.usefixtures("key")
def test_signature_that_is_cut(root: Path) -> None:
    text = (root / DECISION).read_text(encoding="utf-8")
    lines = text.splitlines(keepends=True)
    (root / DECISION).write_text("".join([*lines[:-3], *lines[-2:]]), encoding="utf-8")
    assert only(root).code == "ST321"


@pytest.mark.usefixtures("key")
def test_signature_with_one_letter_changed(root: Path) -> None:
    """The last letters are those of the signature proper: it still reads, and does not hold."""
    text = (root / DECISION).read_text(encoding="utf-8")
    at = text.rindex("\n  -----END") - 8
    (root / DECISION).write_text(text[:at] + ("A" if text[at] != "A" else "B") + text[at + 1 :], encoding="utf-8")
    assert only(root).code == "ST322"


@pytest.mark.usefixtures("key")
def test_key_of_nobody(root: Path, tmp_path: Path) -> None:
    sign(root, a_key(tmp_path, "nguoi-la"))
    finding = only(root)
    assert finding.code == "ST323"
    assert "không phải của người nào" in finding.fact.vi


@pytest.mark.usefixtures("key")
def test_key_of_another_person(root: Path, tmp_path: Path) -> None:
    deputy = a_key(tmp_path, "tran-thi-b")
    give_key(root, deputy, "tran-thi-b")
    sign(root, deputy)
    finding = only(root)
    assert finding.code == "ST323"
    assert "Trần Thị B" in finding.fact.vi


@pytest.mark.usefixtures("key")
def test_key_of_a_namesake_in_another_agency(root: Path, tmp_path: Path) -> None:
    other = a_key(tmp_path, "phuong")
    give_key(root, other, agency="phuong-dong-kinh")
    sign(root, other)
    finding = only(root)
    assert finding.code == "ST323"
    assert "phuong-dong-kinh" in finding.fact.en


@pytest.mark.parametrize(("since", "until"), [("2026-07-07", None), ("2026-01-01", "2026-07-05")])
def test_key_outside_its_days(root: Path, tmp_path: Path, since: str, until: str | None) -> None:
    key = a_key(tmp_path)
    give_key(root, key, since=since, until=until)
    sign(root, key)
    finding = only(root)
    assert finding.code == "ST324"
    assert "06/07/2026" in finding.fact.vi


@pytest.mark.parametrize(("since", "until"), [("2026-07-06", None), ("2026-01-01", "2026-07-06")])
def test_key_on_its_first_and_last_day(root: Path, tmp_path: Path, since: str, until: str | None) -> None:
    key = a_key(tmp_path)
    give_key(root, key, since=since, until=until)
    sign(root, key)
    assert found(root) == []


@pytest.mark.usefixtures("key")
def test_signer_without_authority_is_told_once_whatever_the_signature(root: Path, tmp_path: Path) -> None:
    deputy = a_key(tmp_path, "pham-thi-d")
    give_key(root, deputy, "pham-thi-d")
    edit(root / DECISION, "signed_by: le-van-c", "signed_by: pham-thi-d")
    sign(root, deputy)
    codes = [code for path, code in found(root) if path == DECISION]
    assert codes == ["ST209"]


def test_key_of_two_persons(root: Path, key: Path) -> None:
    give_key(root, key, "tran-thi-b")
    assert found(root) == [(AGENCY, "ST326"), (AGENCY, "ST326")]


def test_one_person_in_two_agencies_has_one_key(root: Path, key: Path) -> None:
    give_key(root, key, agency="phuong-dong-kinh")
    assert {p.agency.person("le-van-c").name for p in read_folder(root).agencies if p.agency.person("le-van-c")} == {
        "Lê Văn C"
    }
    assert found(root) == []


def test_weak_key(root: Path, tmp_path: Path) -> None:
    weak = kept_key(tmp_path, "yeu-rsa")
    give_key(root, weak)
    sign(root, weak)
    assert found(root) == [(AGENCY, "ST326"), (DECISION, "ST321")]


@pytest.mark.usefixtures("key")
def test_signatures_demanded_from_a_day_leave_older_decisions_alone(root: Path, tmp_path: Path) -> None:
    give_key(root, a_key(tmp_path, "phuong"), agency="phuong-dong-kinh")
    demand_signatures(root, "2026-07-06")
    assert found(root) == []
    write_unsigned = (root / DECISION).read_text(encoding="utf-8").partition("signature: |")[0]
    (root / DECISION).write_text(write_unsigned, encoding="utf-8")
    finding = only(root)
    assert (finding.code, finding.place.path) == ("ST320", DECISION)
    assert "06/07/2026" in finding.fact.vi


@pytest.mark.usefixtures("key")
def test_a_bad_signature_is_an_error_whatever_the_policy(root: Path) -> None:
    edit(root / DECISION, "effective_date: 2026-07-15", "effective_date: 2026-07-14")
    assert "evidence" not in (root / "sites/province.yml").read_text(encoding="utf-8")
    told = [finding for finding in check_folder(root, DAY).findings if finding.code == "ST322"]
    assert [finding.severity for finding in told] == [Severity.ERROR]


@pytest.mark.usefixtures("key")
def test_the_rules_on_signatures_cannot_be_eased(root: Path) -> None:
    edit(root / DECISION, "effective_date: 2026-07-15", "effective_date: 2026-07-14")
    settings = root / "sites/province.yml"
    eased = "rules:\n  - {rule: ST322, severity: advice, reason: Công văn số 1}\n"
    settings.write_text(settings.read_text(encoding="utf-8") + eased, encoding="utf-8")
    told = check_folder(root, DAY)
    assert {finding.code for finding in told.errors} >= {"ST131", "ST322"}


@pytest.mark.usefixtures("key")
def test_what_was_signed_is_judged_by_the_folder_of_the_agency(root: Path) -> None:
    """The text that is signed names the agency, so a signer sees whose decision it is."""
    text = decision_to_sign(root, root / DECISION).text
    assert '"agency": "so-tu-phap"' in text
    assert text.startswith("sotay-decision 1\n")


@pytest.mark.usefixtures("key")
def test_a_second_check_asks_openssh_nothing(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOTAY_CACHE_DIR", str(tmp_path / "memory"))
    assert check_files(root, DAY).findings == ()
    monkeypatch.setenv("PATH", "")
    edit(root / "procedures/ho-tich/QT-HT-01.md", "\n---\n", "\n---\n\n")
    assert [f.code for f in check_files(root, DAY).findings if f.code.startswith("ST32")] == []
    edit(root / DECISION, "effective_date: 2026-07-15", "effective_date: 2026-07-14")
    assert "ST325" in [f.code for f in check_files(root, DAY).findings]


def committed(root: Path) -> Repo:
    clerk, when = Actor("Nguyễn Văn A", "nguyen-van-a@sotay.invalid"), "2026-07-20T08:00:00 +0700"
    repository = Repo.init(root, initial_branch="main")
    repository.git.add("-A")
    repository.index.commit("Ban hành", author=clerk, committer=clerk, author_date=when, commit_date=when)
    return repository


def test_a_key_given_afterwards_for_a_recorded_decision_is_told(root: Path, tmp_path: Path) -> None:
    with committed(root):
        give_key(root, a_key(tmp_path, "le-van-c"), since="2026-01-01")
        sign(root, tmp_path / "le-van-c")
        told = check_against(root, DAY, "main").after.findings
    assert [(f.code, f.severity, f.place.path) for f in told] == [("ST329", Severity.WARNING, AGENCY)]
    assert "52/QĐ-STP" in told[0].fact.vi


def test_a_key_that_was_recorded_before_may_sign_later(root: Path, tmp_path: Path) -> None:
    give_key(root, a_key(tmp_path, "le-van-c"), since="2026-01-01")
    with committed(root):
        sign(root, tmp_path / "le-van-c")
        assert check_against(root, DAY, "main").after.findings == ()


def test_history_shows_when_a_key_was_added(root: Path, tmp_path: Path) -> None:
    """What docs/chu-ky.md tells an auditor to ask Git."""
    with committed(root) as repository:
        give_key(root, a_key(tmp_path, "le-van-c"))
        repository.git.add("-A")
        repository.index.commit("Ghi khóa theo Quyết định 12/QĐ-STP")
        key = public_line(tmp_path / "le-van-c").split()[1]
        said = repository.git.log(f"-S{key}", "--format=%s", "--", AGENCY)
    assert said == "Ghi khóa theo Quyết định 12/QĐ-STP"


def test_a_signature_is_put_only_where_it_stands(root: Path, tmp_path: Path) -> None:
    decision = decision_to_sign(root, root / DECISION)
    obstacles = put_signature(decision, signed_text(decision.text, a_key(tmp_path)), DAY)
    assert [finding.code for finding in obstacles] == ["ST323"]


def signature_row(root: Path) -> ControlRow | None:
    publication = prepare(root, DAY).publication
    entry = publication.agency_by_id["so-tu-phap"].by_code["STCL-STP-01"]
    return next((row for row in control_rows(entry, Addresses(publication)) if row.term == "Chữ ký số"), None)


def test_a_page_shows_who_signed_and_with_which_key(root: Path, key: Path) -> None:
    shown = subprocess.run(["ssh-keygen", "-l", "-f", key], capture_output=True, text=True, check=True).stdout.split()[
        1
    ]
    assert signature_row(root) == ControlRow("Chữ ký số", shown, "hợp lệ, khóa của Lê Văn C", is_code=True)


def test_a_page_never_calls_a_signature_valid_that_is_not(root: Path, key: Path, tmp_path: Path) -> None:
    edit(root / DECISION, "subject: Ban hành sổ tay", "subject: Ban hành lại sổ tay")
    assert signature_row(root) is None
    sign(root, a_key(tmp_path, "nguoi-la"))
    assert signature_row(root) is None
    sign(root, key)
    assert signature_row(root) is not None
    edit(root / AGENCY, "valid_from: 2026-01-01", "valid_from: 2026-07-07")
    assert signature_row(root) is None


@pytest.mark.usefixtures("key")
def test_a_page_never_calls_a_signature_valid_that_was_not_checked(root: Path) -> None:
    publication = publish_province(check_province(read_folder(root), DAY, NoEarlierTexts()).examination, None)
    assert publication.signed_with == {}
