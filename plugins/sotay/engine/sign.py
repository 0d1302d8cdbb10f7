"""Puts a signature into the file of a decision, after making sure that it would stand; the rest stays as it was.

The province is checked as if the signature were already there.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sotay.engine.check_folder import province_of
from sotay.errors import BadInput, CannotSign
from sotay.model.decision import Decision
from sotay.model.finding import Finding
from sotay.model.province import FileOf, Province
from sotay.rendering.decision_yaml import signature_yaml
from sotay.sources.git.history_on_demand import HistoryOnDemand
from sotay.sources.province_files import ProvinceFiles, read_province_files
from sotay.sources.ssh_signatures import SshSignatures
from sotay.sources.ssh_signing import Tell, sign_text
from sotay.sources.write_texts import Refusal, read_as_written, write_text
from sotay.usecases.check_province import check_province
from sotay.usecases.verify_signatures import canonical_texts


@dataclass(frozen=True)
class DecisionToSign:
    """A decision of the repository, and the text that its signer signs."""

    root: Path
    path: str
    """Relative to the repository."""
    text: str
    """Its canonical text."""
    is_signed: bool
    """Whether the file bears a signature already."""
    files: ProvinceFiles
    """The province as it was read."""


def decision_to_sign(root: Path, file: Path) -> DecisionToSign:
    """Read a decision; raises BadInput if the file is none, and CannotSign if it cannot be read as a whole."""
    try:
        path = file.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        raise _no_decision(file) from None
    files = read_province_files(root)
    province = province_of(files)
    found = _decision_at(province, path)
    if found is None:
        if path in files.texts and "/decisions/" in path:
            raise _unreadable(path)
        raise _no_decision(file)
    if found.is_faulty:
        raise _unreadable(path)
    return DecisionToSign(root, path, canonical_texts(province)[path], found.value.signature is not None, files)


def make_signature(decision: DecisionToSign, key: Path, tell: Tell) -> str:
    """Sign a decision with a key; raises CannotSign."""
    return sign_text(decision.text, key, tell)


def put_signature(decision: DecisionToSign, signature: str, day: date) -> tuple[Finding, ...]:
    """Write a signature into the decision's file unless errors stand against it, and return these.

    Raises CannotSign if the file bears a signature already.
    """
    if decision.is_signed:
        raise CannotSign(
            f"{decision.path} đã có chữ ký. Nếu chữ ký không còn đúng thì xóa khóa “signature” rồi ký lại.",
            f"{decision.path} is signed already. If the signature is not right any more, delete the key “signature” "
            "and sign again.",
        )
    before = decision.files.texts[decision.path]
    after = f"{before.rstrip()}\n{signature_yaml(signature)}"
    province = province_of(replace(decision.files, texts=decision.files.texts | {decision.path: after}))
    found = _decision_at(province, decision.path)
    if found is None or found.is_faulty or canonical_texts(province)[decision.path] != decision.text:
        raise _unreadable(decision.path)
    errors = check_province(province, day, HistoryOnDemand(decision.root), signatures=SshSignatures()).errors
    obstacles = tuple(finding for finding in errors if finding.place.path == decision.path)
    if not obstacles:
        _write(decision.root / decision.path, before, after)
    return obstacles


def _write(path: Path, before: str, after: str) -> None:
    """Put the signed text in place, with the line ends that the file has; raises CannotSign."""
    try:
        original = read_as_written(path)
        ends = "\r\n" if "\r\n" in original.text else "\n"
        is_as_read = original.text.replace("\r\n", "\n") == before
        refusal = write_text(path, original, after.replace("\n", ends)) if is_as_read else Refusal.CHANGED
    except (OSError, UnicodeDecodeError):
        refusal = Refusal.FAILED
    if refusal:
        raise CannotSign(
            f"không ghi được {path}: tệp vừa bị sửa, hoặc không cho ghi. Xem lại tệp rồi ký lại.",
            f"{path} could not be written: it was changed meanwhile, or may not be written. See the file, sign again.",
        )


def _decision_at(province: Province, path: str) -> FileOf[Decision] | None:
    decisions = (file for agency in province.agencies for file in agency.decisions)
    return next((file for file in decisions if file.source.path == path), None)


def _no_decision(file: Path) -> BadInput:
    return BadInput(
        f"{file} không phải là tệp quyết định của kho. Chỉ ra một tệp trong sites/<cơ quan>/decisions/.",
        f"{file} is no decision of the repository. Name a file under sites/<agency>/decisions/.",
    )


def _unreadable(path: str) -> CannotSign:
    return CannotSign(
        f"{path} còn lỗi nên chưa ký được. Chạy “sotay check {path}” rồi sửa.",
        f"{path} has faults and cannot be signed yet. Run “sotay check {path}” and mend them.",
    )
