"""Builders in the words of document control: a document, a decision that issues it, an agency that adopts it.

What a test does not say is filled with something true and dull, so that what it says stands out.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sotay.history.fingerprint import Fingerprints, override_fingerprint
from sotay.markup.read_document import read_document
from sotay.model.decision import Action, Decision, DecisionItem, DecisionKind
from sotay.model.document import DocumentFile
from sotay.model.province import Province
from sotay.rules.approval.decision_file import decision_file_name
from sotay.rules.examination import Examination
from sotay.usecases.assemble_province import assemble_province
from sotay.usecases.check_province import CheckedProvince, check_province
from sotay.usecases.examine import examine
from sotay.usecases.ports import EarlierTexts, NoEarlierTexts

JULY = date(2026, 7, 1)
"""When things take effect unless a test says otherwise."""
OWNER = "so-tu-phap"
COMMUNE = "phuong-dong-kinh"
EVERY_KIND = ["procedure", "internal_procedure", "manual", "policy", "objectives", "instruction", "form", "model"]

ANY_BODY = "## Mục đích\n\nThống nhất cách làm việc.\nNgười dân được hẹn trả đúng ngày.\n"
"""Enough of a text for tests that are not about the text."""

CONTROL: Mapping[str, Any] = {
    "code": "HD-MC-01",
    "title": "Hướng dẫn tiếp nhận hồ sơ",
    "kind": "instruction",
    "version": "1.0",
    "owner": OWNER,
    "prepared_by": "nguyen-van-a",
    "reviewed_by": "tran-thi-b",
    "approver": "le-van-c",
    "decision": "45/QĐ-STP",
    "approved_date": "2026-06-15",
    "effective_date": "2026-07-01",
    "changes": "Ban hành lần đầu theo quyết định này.",
}
PROCEDURE: Mapping[str, Any] = {
    "tthc": ["1.001193"],
    "field": "ho-tich",
    "levels": ["commune"],
    "applicants": ["citizen"],
    "authority": {"executing": "Ủy ban nhân dân cấp xã"},
    "time_limit": {"value": 3, "unit": "working_day"},
    "fees": [{"amount": 0}],
    "channels": [{"kind": "counter"}, {"kind": "online"}],
    "dossier": {"sets": 1, "common": [{"name": "Tờ khai", "originals": 1}]},
    "steps": [
        {"role": "mot-cua", "action": "Tiếp nhận hồ sơ", "time": {"value": 2, "unit": "working_hour"}},
        {"role": "tu-phap-ho-tich", "action": "Thẩm tra", "time": {"value": 1, "unit": "working_day"}},
        {"role": "mot-cua", "action": "Trả kết quả", "time": {"value": 2, "unit": "working_hour"}},
    ],
    "results": [{"name": "Giấy khai sinh"}],
    "legal_basis": ["118/2025/NĐ-CP"],
    "keywords": ["con mới sinh", "em bé chào đời"],
}
"""The keys that only a procedure has."""


def a_document_text(body: str = ANY_BODY, **keys: Any) -> str:
    """Return the file of a document; a key given as None is left out. JSON values are YAML values."""
    kind = keys.get("kind", CONTROL["kind"])
    stated = {**CONTROL, **(PROCEDURE if kind == "procedure" else {}), **keys}
    lines = [f"{key}: {_yaml(value)}" for key, value in stated.items() if value is not None]
    return "\n".join(["---", *lines, "---", "", body])


def _yaml(value: Any) -> str:
    """Flow YAML of a value; a date stands unquoted."""
    if isinstance(value, str) and len(value) == 10 and value[4:8:3] == "--":
        return value
    return json.dumps(value, ensure_ascii=False)


def a_document(body: str = ANY_BODY, path: str | None = None, **keys: Any) -> DocumentFile:
    """Return a document as it is read from its file."""
    code = keys.get("code", CONTROL["code"])
    return read_document(path or f"procedures/mot-cua/{code}.md", a_document_text(body, **keys))


def a_draft_text(body: str = ANY_BODY, **keys: Any) -> str:
    """Return the file of a document that no decision covers yet."""
    return a_document_text(body, decision=None, approved_date=None, effective_date=None, **keys)


def issuing(code: str, version: str | None, fingerprint: str | None = None) -> DecisionItem:
    """Return the item of a decision that issues a version."""
    return DecisionItem.model_validate(
        {"code": code, "action": Action.ISSUE, "version": version, "fingerprint": fingerprint}
    )


def adopting(code: str, version: str | None, fingerprint: str | None = None) -> DecisionItem:
    """Return the item of a decision that adopts another agency's version."""
    return issuing(code, version, fingerprint).model_copy(update={"action": Action.ADOPT})


def withdrawing(code: str) -> DecisionItem:
    """Return the item of a decision that withdraws a document."""
    return DecisionItem(code=code, action=Action.WITHDRAW)


def permitting(code: str, fingerprint: str | None) -> DecisionItem:
    """Return the item of a decision that permits an agency's own terms."""
    return DecisionItem(code=code, action=Action.OVERRIDE, fingerprint=fingerprint)


def a_decision(
    serial: str,
    *,
    effective: date = JULY,
    signed: date | None = None,
    symbol: str = "UBND",
    documents: Sequence[DecisionItem] = (),
    signed_by: str = "le-van-c",
) -> Decision:
    """Return a decision, signed on the day of its effect unless said otherwise."""
    return Decision.model_validate(
        {
            "number": f"{serial}/QĐ-{symbol}",
            "date": (signed or effective).isoformat(),
            "effective_date": effective.isoformat(),
            "signed_by": signed_by,
            "kind": DecisionKind.ISSUE,
            "documents": tuple(documents),
        }
    )


def a_decision_text(decision: Decision) -> str:
    """Return the file of a decision."""
    stated = decision.model_dump(mode="json", exclude_none=True)
    lines = [f"{key}: {_yaml(value)}" for key, value in stated.items() if key != "documents"]
    items = [f"  - {json.dumps(item, ensure_ascii=False)}" for item in stated["documents"]]
    return "\n".join([*lines, "documents:" if items else "documents: []", *items, ""])


def an_agency_text(identifier: str = OWNER, level: str = "province", **keys: Any) -> str:
    """Return the file of an agency with three people, of whom Lê Văn C approves everything."""
    approves = [{"kinds": EVERY_KIND, "valid_from": "2025-07-01"}]
    stated = {
        "id": identifier,
        "name": f"Cơ quan {identifier}",
        "short_name": identifier,
        "level": level,
        "people": [
            {"id": "nguyen-van-a", "name": "Nguyễn Văn A", "title": "Thư ký ISO"},
            {"id": "tran-thi-b", "name": "Trần Thị B", "title": "Phó Giám đốc"},
            {"id": "le-van-c", "name": "Lê Văn C", "title": "Giám đốc", "approves": approves},
        ],
        **keys,
    }
    return "\n".join(f"{key}: {_yaml(value)}" for key, value in stated.items() if value is not None) + "\n"


REGISTERS = {
    "sites/province.yml": (
        'name: Tỉnh Lạng Sơn\ncode: "20"\nstandard: TCVN ISO 9001:2015\nroles:\n'
        "  - {id: mot-cua, name: Công chức một cửa, desk: true}\n"
        "  - {id: tu-phap-ho-tich, name: Công chức tư pháp – hộ tịch}\n"
        "partners:\n  - {id: cong-an-cap-xa, name: Công an cấp xã}\n"
    ),
    "procedures/fields.yml": "fields:\n  - {id: chung-thuc, name: Chứng thực, order: 2}\n  - {id: ho-tich, name: Hộ tịch, order: 1}\n",
    "procedures/legal.yml": (
        "documents:\n  - {number: 118/2025/NĐ-CP, title: Nghị định về một cửa, issuer: Chính phủ, "
        "effective: 2025-07-01, source: Tra cứu từ nguồn công khai}\n"
    ),
}


def _path(code: str, kind: str = "instruction", field: str = "ho-tich", **_: Any) -> str:
    """Where a document belongs: a procedure in the folder of its field, a form among forms."""
    folder = {"procedure": field, "form": "mot-cua/forms"}.get(kind, "mot-cua")
    return f"procedures/{folder}/{code}.md"


class Archive:
    """The repository of a province while a story is told: who writes, issues, adopts, amends and withdraws what."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = dict(REGISTERS)
        self.decisions: dict[str, Decision] = {}
        self.agency(OWNER)
        self.agency(COMMUNE, level="commune")

    def file(self, path: str, text: str) -> Archive:
        """Put a file into the repository, or write it anew."""
        self.texts[path] = text
        return self

    def agency(self, identifier: str, level: str = "province", **keys: Any) -> Archive:
        """Found an agency, or write its file anew."""
        return self.file(f"sites/{identifier}/agency.yml", an_agency_text(identifier, level, **keys))

    def document(self, code: str = "HD-MC-01", body: str = ANY_BODY, **keys: Any) -> Archive:
        """Write a document, or write it anew."""
        return self.file(_path(code, **keys), a_document_text(body, code=code, **keys))

    def procedure(self, code: str = "QT-HT-01", body: str = ANY_BODY, **keys: Any) -> Archive:
        """Write an administrative procedure."""
        return self.document(code, body, kind="procedure", **keys)

    def form(self, code: str = "BM-MC-01", body: str = ANY_BODY, **keys: Any) -> Archive:
        """Write a form."""
        return self.document(code, body, kind="form", **keys)

    def fingerprint(self, code: str) -> str:
        """Return the fingerprint that a document has now."""
        return Fingerprints(self.province().documents)[code]

    def decide(self, agency: str, decision: Decision) -> Archive:
        """Put an agency's decision on file."""
        path = f"sites/{agency}/decisions/{decision_file_name(decision)}"
        self.decisions[path] = decision
        return self.file(path, a_decision_text(decision))

    def issue(self, *codes: str, by: str = OWNER, serial: str = "45", symbol: str = "STP", **dates: date) -> Archive:
        """Let an agency issue documents as they stand now; signed on 15 June, in force from 1 July."""
        return self._enact(Action.ISSUE, codes, by, serial, symbol, dates)

    def adopt(self, *codes: str, by: str = COMMUNE, serial: str = "18", symbol: str = "UBND", **dates: date) -> Archive:
        """Let an agency adopt documents as they stand now."""
        return self._enact(Action.ADOPT, codes, by, serial, symbol, dates)

    def withdraw(self, *codes: str, by: str = OWNER, serial: str = "90", symbol: str = "STP", **dates: date) -> Archive:
        """Let an agency withdraw documents."""
        return self.decide(by, a_decision(serial, symbol=symbol, documents=[*map(withdrawing, codes)], **dates))

    def permit(self, *, by: str = COMMUNE, serial: str = "18", symbol: str = "UBND", **dates: date) -> Archive:
        """Let an agency permit the own terms that its file states under that decision."""
        agency = self.province().agency_by_id[by].agency
        own = [override for override in agency.overrides if override.decision == f"{serial}/QĐ-{symbol}"]
        items = [permitting(override.procedure, override_fingerprint(override)) for override in own]
        return self.decide(by, a_decision(serial, symbol=symbol, documents=items, **dates))

    def _enact(
        self, action: Action, codes: tuple[str, ...], by: str, serial: str, symbol: str, dates: Mapping[str, date]
    ) -> Archive:
        documents = self.province().document_by_code
        item = issuing if action is Action.ISSUE else adopting
        items = [item(code, str(documents[code].version), self.fingerprint(code)) for code in codes]
        stated = {"signed": date(2026, 6, 15), "effective": JULY, **dates}
        return self.decide(by, a_decision(serial, symbol=symbol, documents=items, **stated))

    def province(self) -> Province:
        """Read everything as it stands now."""
        return assemble_province(self.texts)

    def examined(self, day: date = JULY, earlier: EarlierTexts | None = None) -> Examination:
        """Return the province on a day."""
        return examine(self.province(), day, earlier or NoEarlierTexts())

    def checked(self, day: date = JULY, earlier: EarlierTexts | None = None) -> CheckedProvince:
        """Check the province on a day."""
        return check_province(self.province(), day, earlier or NoEarlierTexts())
