"""A province with something internal in every place where something internal can be; each is told by its own words."""

from __future__ import annotations

import zipfile
from datetime import date
from hashlib import sha256
from pathlib import Path

from sotay.model.decision import Decision
from tests.support.builders import OWNER, Archive, a_document_text, an_agency_text
from tests.support.province import LATER, a_province, settle
from tests.support.recorded_province import git
from tests.support.released import record

AUGUST, SEPTEMBER = date(2026, 8, 15), date(2026, 9, 1)

INTERNAL = {
    "title of an internal document": 'Cách mở két "Đông Phong" & đổi khóa',
    "body of an internal document": "Chìa khóa dự phòng để ở ngăn kéo thứ ba bên trái",
    "note on changes of an internal document": "Đổi chỗ giấu chìa khóa vì lộ",
    "keyword of an internal document": "mật khẩu két sắt đông phong",
    "retention of an internal document": "Hủy bằng máy cắt giấy ở tầng hầm",
    "fee of an internal procedure": "Thu hộ quỹ kín của phòng",
    "paper of an internal procedure": "Phiếu đề xuất nghịch chuẩn số không",
    "step of an internal procedure": "Báo miệng với Trưởng phòng trước",
    "words of an internal model": "Khung này soạn riêng cho Sở",
    "internal version of a public document": "Bản cũ ghi số điện thoại riêng của Giám đốc",
    "version that is to be internal": "Từ tháng ba lịch trực chuyển thành tài liệu kín",
    "version that made a document internal": "Nay danh bạ chỉ dùng trong Sở",
    "public version of a document that is internal now": "Danh bạ gồm số của tổng đài",
    "form that is internal now": "Ô dành cho người thẩm định kín",
    "subject of a decision on internal documents": "Ban hành tài liệu kín về kho quỹ",
    "person who prepares internal documents only": "Hoàng Thị Kín Đáo",
    "note to staff on a procedure": "Nhớ hỏi 'sổ đen' trước khi nhận",
    "note to staff on a document": "Đừng sửa câu này trước kỳ kiểm tra",
    "title of a record": "Biên bản sự cố lộ thông tin quý ba",
    "body of a record": "Công chức X đã gửi nhầm thư cho báo chí",
    "number of a record": "13/BB-KIN",
    "name of a record's file": "bien-ban-kin.docx",
    "content of a record's file": "Chữ ký của người làm lộ thông tin",
    "name of an internal form's file": "BM-MC-09-kin.docx",
    "content of an internal form's file": "Mục chấm điểm người nộp hồ sơ",
    "picture of an internal document": "anh/so-do-kin.png",
    "bytes of a picture": "điểm ảnh của sơ đồ kín",
}
"""What the internal edition shows, and the public one does not."""
CODES = {
    f"code {code}": code
    for code in ("HD-MC-09", "HD-MC-03", "BM-MC-08", "BM-MC-09", "QT-HT-09", "MH-STP-01", "HD-STP-01", "9.990009")
}
"""Codes of internal documents."""
NOWHERE = {
    "draft": "Câu này chỉ có trong dự thảo",
    "code of a draft": "HD-MC-11",
    "comment in a document": "ghi chú người soạn: hỏi lại anh Tư",
    "comment in the file of an agency": "sắp thay Giám đốc",
    "comment in a decision": "ký thay vì Giám đốc vắng",
    "picture of a draft": "so-do-nhap.png",
    "record after the day": "Biên bản của ngày mai",
    "file that nobody names": "Nháp để quên trong thư mục",
}
"""What no edition shows."""
SHOWN = {
    "public version after an internal one": "Bản này đã bỏ số điện thoại riêng",
    "public version before an internal one": "Lịch trực niêm yết tại cổng",
    "picture of a public document": "anh/so-do-chung.png",
    "words of a link to an internal document": "xem danh bạ ở văn thư",
}
"""What both editions show."""


def a_province_with_secrets(root: Path) -> Path:
    """Write the province into a folder under Git; return the folder."""
    root.mkdir(parents=True)
    git(root, "init", "--quiet", "--initial-branch=main")
    archive = a_province()
    _first(archive)
    settle(archive, root)
    record(root, "Ban hành", on="2026-06-15")
    _second(archive, _write_files(root))
    settle(archive, root)
    record(root, "Chuyển sang nội bộ", on="2026-08-20")
    return root


def _first(archive: Archive) -> None:
    """When some of what is internal was public, and some of what is public was internal."""
    archive.document("HD-MC-02", _body("internal version of a public document"), title="Cách ghi sổ", access="internal")
    archive.document(
        "HD-MC-03", _body("public version of a document that is internal now"), title="Danh bạ của Sở", template=None
    )
    archive.document(
        "HD-MC-04", f"## Mục đích\n\n{SHOWN['public version before an internal one']}.\n", title="Lịch trực"
    )
    words = SHOWN["words of a link to an internal document"]
    archive.document(
        "HD-MC-05", f"## Mục đích\n\nKhi cần, [{words}](HD-MC-03).\n", title="Tra cứu", replaces=["HD-MC-03"]
    )
    archive.form("BM-MC-08", "## Nội dung\n\nÔ dành cho người nộp.\n", title="Phiếu hỏi")
    archive.procedure("QT-HT-05", title="Ghi chú ly hôn", tthc=["1.005555"], **_with_form("BM-MC-08"))
    archive.document("MH-STP-01", "## Chính sách\n\n{{ten_co_quan}} cam kết.\n", kind="model", access="internal")
    _policy(archive, version="1.0", model="MH-STP-01@1.0", changes="Ban hành lần đầu.")
    archive.issue(*_FIRST, serial="46").adopt("HD-MC-03", "QT-HT-05", "BM-MC-08", serial="16")


_FIRST = ("HD-MC-02", "HD-MC-03", "HD-MC-04", "HD-MC-05", "BM-MC-08", "QT-HT-05", "MH-STP-01", "CSCL-STP-01")


def _second(archive: Archive, hashes: dict[str, str]) -> None:
    signed = {"version": "1.1", "decision": "66/QĐ-STP", "approved_date": AUGUST.isoformat(), "changes": "Sửa câu chữ."}
    now = {**signed, "effective_date": SEPTEMBER.isoformat()}
    shown = SHOWN["public version after an internal one"]
    archive.document("HD-MC-02", f"## Mục đích\n\n{shown}.\n", title="Cách ghi sổ", **now)
    text = _body("version that made a document internal")
    archive.document("HD-MC-03", text, title="Danh bạ của Sở", access="internal", **now)
    archive.document("HD-MC-05", "## Mục đích\n\nKhi cần, hỏi văn thư.\n", title="Tra cứu", **now)
    form = "## Nội dung\n\n" + INTERNAL["form that is internal now"] + ".\n"
    archive.form("BM-MC-08", form, title="Phiếu hỏi", access="internal", **now)
    notes = [INTERNAL["note to staff on a procedure"]]
    archive.procedure("QT-HT-05", title="Ghi chú ly hôn", tthc=["1.005555"], staff_notes=notes, **now)
    model = "## Chính sách\n\n{{ten_co_quan}} cam kết đúng hẹn.\n"
    archive.document(
        "MH-STP-01", model, kind="model", access="internal", title=INTERNAL["words of an internal model"], **now
    )
    _policy(archive, model="MH-STP-01@1.1", staff_notes=[INTERNAL["note to staff on a document"]], **now)
    archive.issue(*(code for code in _FIRST if code != "HD-MC-04"), serial="66", signed=AUGUST, effective=SEPTEMBER)
    _to_come(archive)
    _internal_documents(archive, hashes)
    _records(archive, hashes)
    _drafts_and_comments(archive)


def _to_come(archive: Archive) -> None:
    stated = {"version": "1.1", "decision": "67/QĐ-STP", "approved_date": AUGUST.isoformat(), "access": "internal"}
    text = _body("version that is to be internal")
    archive.document("HD-MC-04", text, title="Lịch trực", effective_date=LATER.isoformat(), changes="Nội bộ.", **stated)
    archive.issue("HD-MC-04", serial="67", signed=AUGUST, effective=LATER)


def _internal_documents(archive: Archive, hashes: dict[str, str]) -> None:
    """What was internal from the first, by a decision that is about nothing else."""
    person = {"id": "hoang-thi-k", "name": INTERNAL["person who prepares internal documents only"], "title": "Thủ quỹ"}
    archive.file(
        f"sites/{OWNER}/agency.yml",
        an_agency_text(OWNER, name="Sở Tư pháp tỉnh Lạng Sơn", short_name="Sở Tư pháp").replace(
            "people: [",
            f'people: [{{"id": "{person["id"]}", "name": "{person["name"]}", "title": "{person["title"]}"}}, ',
        ),
    )
    stated = {"access": "internal", "decision": "68/QĐ-STP", "approved_date": AUGUST.isoformat()}
    stated |= {"effective_date": SEPTEMBER.isoformat(), "prepared_by": "hoang-thi-k"}
    archive.document(
        "HD-MC-09",
        _body("body of an internal document"),
        title=INTERNAL["title of an internal document"],
        changes=INTERNAL["note on changes of an internal document"] + ".",
        retention=INTERNAL["retention of an internal document"],
        keywords=[INTERNAL["keyword of an internal document"]],
        **{**stated, "version": "2.0"},
    )
    fee = {"amount": 5000, "when": INTERNAL["fee of an internal procedure"], "legal_basis": "118/2025/NĐ-CP"}
    steps = [
        {
            "role": "mot-cua",
            "action": INTERNAL["step of an internal procedure"],
            "time": {"value": 1, "unit": "working_day"},
        },
        {"role": "tu-phap-ho-tich", "action": "Thẩm tra", "time": {"value": 1, "unit": "working_day"}},
        {"role": "mot-cua", "action": "Trả kết quả", "time": {"value": 1, "unit": "working_day"}},
    ]
    paper = {"name": INTERNAL["paper of an internal procedure"], "originals": 1}
    archive.procedure(
        "QT-HT-09", title="Việc kín của Sở", tthc=["9.990009"], fees=[fee], steps=steps, levels=["province"],
        dossier={"sets": 1, "common": [paper]}, **stated,
    )  # fmt: skip
    name = INTERNAL["name of an internal form's file"]
    attached = [{"file": name, "sha256": hashes[name]}]
    archive.form("BM-MC-09", "## Nội dung\n\nChấm điểm.\n", title="Phiếu chấm", attachments=attached, **stated)
    picture = INTERNAL["picture of an internal document"]
    body = f"## Sơ đồ\n\n![Sơ đồ kho quỹ]({picture})\n"
    archive.file(
        f"sites/{OWNER}/docs/HD-STP-01.md", a_document_text(body, code="HD-STP-01", title="Sơ đồ kho", **stated)
    )
    codes = ("HD-MC-09", "QT-HT-09", "BM-MC-09", "HD-STP-01")
    archive.issue(*codes, serial="68", signed=AUGUST, effective=SEPTEMBER)
    (path,) = (path for path, decision in archive.decisions.items() if decision.number == "68/QĐ-STP")
    _say(archive, path, archive.decisions[path])
    settings = archive.texts["sites/province.yml"]
    archive.file("sites/province.yml", settings.replace("most_used: [", "most_used: [QT-HT-09, "))
    archive.file(
        "procedures/life-events.yml",
        "events:\n  - {id: sinh-con, name: Sinh con, steps: [{title: Làm thủ tục, choose: all, procedures: [QT-HT-01, QT-HT-09]}]}\n",
    )


def _say(archive: Archive, path: str, decision: Decision) -> None:
    subject = INTERNAL["subject of a decision on internal documents"]
    assert decision.subject is None
    archive.file(path, archive.texts[path] + f"subject: {subject}\n")


def _records(archive: Archive, hashes: dict[str, str]) -> None:
    name = INTERNAL["name of a record's file"]
    text = (
        "---\nkind: nonconformity\n"
        f"title: {INTERNAL['title of a record']}\nnumber: {INTERNAL['number of a record']}\n"
        "date: 2026-09-20\nresponsible: nguyen-van-a\ndocuments: [HD-MC-09, QT-HT-01]\ndue: 2026-10-01\n"
        f"attachments:\n  - file: {name}\n    sha256: {hashes[name]}\n---\n\n{INTERNAL['body of a record']}.\n"
    )
    archive.file(f"sites/{OWNER}/records/2026/su-co.md", text)
    later = f"---\nkind: training\ntitle: {NOWHERE['record after the day']}\ndate: 2026-12-01\n"
    archive.file(f"sites/{OWNER}/records/2026/ngay-mai.md", f"{later}responsible: nguyen-van-a\n---\n\nSau này.\n")


def _drafts_and_comments(archive: Archive) -> None:
    draft = a_document_text(
        f"## Mục đích\n\n{NOWHERE['draft']}.\n\n![Nháp](anh/{NOWHERE['picture of a draft']})\n",
        code=NOWHERE["code of a draft"], decision=None, approved_date=None, effective_date=None,
    )  # fmt: skip
    archive.file(f"sites/{OWNER}/docs/{NOWHERE['code of a draft']}.md", draft)
    commented = {
        "procedures/ho-tich/QT-HT-01.md": "comment in a document",
        f"sites/{OWNER}/agency.yml": "comment in the file of an agency",
        f"sites/{OWNER}/decisions/2026-45.yml": "comment in a decision",
    }
    for path, name in commented.items():
        text = archive.texts[path]
        start = "---\n" if text.startswith("---\n") else ""
        archive.file(path, f"{start}# {NOWHERE[name]}\n{text.removeprefix(start)}")


def _policy(archive: Archive, **keys: object) -> None:
    """A public document whose text comes from an internal model, and shows a picture."""
    picture = f"\n## Sơ đồ\n\n![Sơ đồ chung]({SHOWN['picture of a public document']})\n"
    text = a_document_text(picture, code="CSCL-STP-01", title="Chính sách chất lượng", kind="policy", **keys)
    archive.file(f"sites/{OWNER}/docs/CSCL-STP-01.md", text)


def _with_form(code: str) -> dict[str, object]:
    steps = [
        {"role": "mot-cua", "action": "Tiếp nhận", "time": {"value": 1, "unit": "working_day"}, "forms": [code]},
        {"role": "tu-phap-ho-tich", "action": "Thẩm tra", "time": {"value": 1, "unit": "working_day"}},
        {"role": "mot-cua", "action": "Trả kết quả", "time": {"value": 1, "unit": "working_day"}},
    ]
    return {"steps": steps, "dossier": {"sets": 1, "common": [{"name": "Phiếu hỏi", "originals": 1, "form": code}]}}


def _body(name: str) -> str:
    return f"## Mục đích\n\n{INTERNAL[name]}.\n"


def _write_files(root: Path) -> dict[str, str]:
    """Write the files beside the texts; return the hashes of those that are named, by name."""
    pictures = root / "sites" / OWNER / "docs" / "anh"
    pictures.mkdir()
    picture = b"\x89PNG\r\n\x1a\n" + INTERNAL["bytes of a picture"].encode()
    (pictures / "so-do-kin.png").write_bytes(picture)
    (pictures / NOWHERE["picture of a draft"]).write_bytes(b"\x89PNG\r\n\x1a\n")
    (pictures / "so-do-chung.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    records = root / "sites" / OWNER / "records" / "2026"
    records.mkdir(parents=True)
    _word(records / "nhap.docx", NOWHERE["file that nobody names"])
    named = {
        records / INTERNAL["name of a record's file"]: INTERNAL["content of a record's file"],
        root / "procedures/mot-cua/forms" / INTERNAL["name of an internal form's file"]: INTERNAL[
            "content of an internal form's file"
        ],
    }
    return {path.name: _word(path, text) for path, text in named.items()}


def _word(path: Path, text: str) -> str:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", f"<document>{text}</document>")
    return f"sha256:{sha256(path.read_bytes()).hexdigest()}"
