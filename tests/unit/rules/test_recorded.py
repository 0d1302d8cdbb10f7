"""ST304–ST307: what Git recorded of decisions and people is held against what the files say now."""

from __future__ import annotations

from collections.abc import Mapping

from sotay.model.finding import Finding, Severity
from sotay.sources.ssh_signatures import SshSignatures
from sotay.usecases.assemble_province import assemble_province
from sotay.usecases.check_province import check_province
from sotay.usecases.recorded_state import recorded_state
from tests.support.rule_examples import DAY, BaseTexts, clean_texts

OWNER = "sites/so-tu-phap/agency.yml"
DECISION = "sites/so-tu-phap/decisions/2026-52.yml"
FROM_2025 = "        valid_from: 2025-07-01\n"
FROM_AUGUST = "        valid_from: 2026-08-01\n"


def found(now: Mapping[str, str], before: Mapping[str, str]) -> list[Finding]:
    province, signatures = assemble_province(now), SshSignatures()
    recorded = recorded_state("origin/main", assemble_province(before), province, signatures)
    findings = check_province(province, DAY, BaseTexts(), recorded, signatures).findings
    return [finding for finding in findings if finding.code.startswith("ST3")]


def edited(path: str, old: str, new: str) -> dict[str, str]:
    texts = clean_texts()
    assert old in texts[path]
    return texts | {path: texts[path].replace(old, new)}


def test_nothing_is_found_where_nothing_changed() -> None:
    assert found(clean_texts(), clean_texts()) == []


def test_authority_that_makes_an_old_decision_stand_is_named_with_the_decision() -> None:
    findings = found(clean_texts(), edited(OWNER, FROM_2025, FROM_AUGUST))
    assert [(f.code, f.severity) for f in findings] == [("ST307", Severity.WARNING)] * 2
    assert "45/QĐ-STP" in findings[0].fact.vi + findings[1].fact.vi
    assert "origin/main" in findings[0].fact.vi


def test_authority_that_is_cut_is_left_to_the_rule_about_signers() -> None:
    assert found(edited(OWNER, FROM_2025, FROM_AUGUST), clean_texts()) == []


def test_every_key_that_was_edited_is_named() -> None:
    now = edited(DECISION, "effective_date: 2026-07-15", "effective_date: 2026-07-20")
    now[DECISION] = now[DECISION].replace("subject: Ban hành", "subject: Ban hành lại")
    [finding] = [f for f in found(now, clean_texts()) if f.code == "ST304"]
    assert "ngày hiệu lực, trích yếu" in finding.fact.vi
    assert finding.severity is Severity.ERROR


def test_a_decision_that_has_not_taken_effect_may_still_be_put_right() -> None:
    late = edited(DECISION, "effective_date: 2026-07-15", "effective_date: 2026-12-01")
    now = {**late, DECISION: late[DECISION].replace("subject: Ban hành", "subject: Ban hành lại")}
    [finding] = [f for f in found(now, late) if f.code == "ST304"]
    assert finding.severity is Severity.WARNING


def test_a_removed_decision_is_named_once_with_its_file() -> None:
    now = clean_texts()
    del now["sites/phuong-dong-kinh/decisions/2026-20.yml"]
    [finding] = [f for f in found(now, clean_texts()) if f.code == "ST305"]
    assert "20/QĐ-UBND" in finding.fact.vi
    assert finding.place.path == "sites/phuong-dong-kinh/agency.yml"


def test_a_decision_that_only_moved_to_its_right_file_name_was_not_removed() -> None:
    before = clean_texts()
    before["sites/so-tu-phap/decisions/52.yml"] = before.pop(DECISION)
    assert [f.code for f in found(clean_texts(), before)] == []


def test_a_scan_may_be_added_but_not_exchanged() -> None:
    scan = "scan:\n  file: 2026-52.pdf\n  sha256: sha256:" + "a" * 64 + "\ndocuments:"
    with_scan = edited(DECISION, "documents:", scan)
    other = {**with_scan, DECISION: with_scan[DECISION].replace("a" * 64, "b" * 64)}
    assert "ST304" not in [f.code for f in found(with_scan, clean_texts())]
    assert "ST304" in [f.code for f in found(other, with_scan)]


def test_an_agency_that_was_not_recorded_yet_is_not_late() -> None:
    before = {path: text for path, text in clean_texts().items() if "/phuong-dong-kinh/" not in path}
    assert found(clean_texts(), before) == []


def test_authority_for_a_document_that_is_gone_is_judged_by_what_was_approved() -> None:
    """The text that the decision names says what kind it needed, also where its file was deleted."""
    texts = {
        path: text for path, text in clean_texts().items() if not path.endswith(("QT-QMS-01.md", "STCL-STP-01.md"))
    }
    kinds = "kinds: [procedure, internal_procedure, manual, policy, objectives, instruction, form, model]"
    without = {**texts, OWNER: texts[OWNER].replace(kinds, kinds.replace("internal_procedure, ", ""))}
    [finding] = [f for f in found(texts, without) if f.code == "ST307"]
    assert "quy trình nội bộ" in finding.fact.vi
    assert finding.severity is Severity.WARNING
