"""Advice can be waived where it is given; nothing else can, and a waiver that is not needed is found."""

from __future__ import annotations

from sotay.model.finding import Finding
from tests.support.builders import Archive

UNDATED = (
    "documents:\n{above}  - number: 118/2025/NĐ-CP{behind}\n    title: Nghị định về một cửa\n    issuer: Chính phủ\n"
    "    source: Tra cứu từ nguồn công khai\n"
)
REASON = "# sotay: allow ST504 đã hỏi Sở Tư pháp"


def found(above: str = "", behind: str = "", settings: str = "") -> list[Finding]:
    archive = Archive().file("procedures/legal.yml", UNDATED.format(above=above, behind=behind))
    archive.texts["sites/province.yml"] += settings
    return [f for f in archive.checked().findings if f.place.path == "procedures/legal.yml"]


def codes(*arguments: str, **named: str) -> list[str]:
    return [finding.code for finding in found(*arguments, **named)]


def test_advice_is_waived_on_the_line_above_or_the_line_itself() -> None:
    assert codes() == ["ST504"]
    assert codes(f"  {REASON}\n") == []
    assert codes(behind=f" {REASON}") == []


def test_without_a_reason_it_is_not_waived() -> None:
    assert codes("  # sotay: allow ST504\n") == ["ST133", "ST504"]


def test_elsewhere_it_is_not_waived() -> None:
    text = UNDATED.format(above="", behind="") + f"    {REASON}\n"
    archive = Archive().file("procedures/legal.yml", text)
    assert [f.code for f in archive.checked().findings if f.place.path == "procedures/legal.yml"] == ["ST504", "ST133"]


def test_what_the_province_made_an_error_cannot_be_waived() -> None:
    policy = "rules:\n  - {rule: ST504, severity: error, reason: Kế hoạch rà soát}\n"
    assert codes(f"  {REASON}\n", settings=policy) == ["ST133", "ST504"]
    assert "“ST504” không phải là gợi ý" in found(f"  {REASON}\n", settings=policy)[0].fact.vi


def test_what_the_province_made_advice_can_be_waived() -> None:
    archive = Archive().document("HD-MC-01", decision=None, approved_date=None, effective_date=None)
    policy = "rules:\n  - {rule: ST407, severity: advice, reason: Đang rà soát}\n"
    archive.texts["sites/province.yml"] += policy
    steps = [{"role": "mot-cua", "action": "Tiếp nhận", "time": {"value": 9, "unit": "working_day"}}]
    archive.procedure(steps=steps)
    before = [f for f in archive.checked().findings if f.code == "ST407"]
    assert [f.severity for f in before] == ["advice"]
    path, line = before[0].place.path, before[0].place.line
    lines = archive.texts[path].split("\n")
    lines.insert(line - 1, "# sotay: allow ST407 các bước làm song song")
    archive.file(path, "\n".join(lines))
    assert {"ST407", "ST133"}.isdisjoint(f.code for f in archive.checked().findings)


def test_where_a_fault_of_form_silences_the_rules_a_waiver_is_not_called_needless() -> None:
    assert codes(f"  {REASON}\n  - oops: [\n") != []
    assert "ST133" not in codes(f"  {REASON}\n  - oops: [\n")
