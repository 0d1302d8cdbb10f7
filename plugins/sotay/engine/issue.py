"""Writes a decision file, after making sure that it would stand.

The province is checked as if the decision were already there.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sotay.errors import CannotIssue
from sotay.history.canonical_decision import canonical_decision
from sotay.model.finding import Finding
from sotay.model.province import Province
from sotay.rendering.decision_yaml import decision_yaml
from sotay.rules.approval.signatures import SignatureDemanded
from sotay.sources.git.repository import open_history
from sotay.sources.province_files import read_province_files
from sotay.sources.ssh_signatures import SshSignatures
from sotay.sources.ssh_signing import Tell, sign_text
from sotay.usecases.assemble_province import assemble_province
from sotay.usecases.check_province import check_province
from sotay.usecases.examine import examine
from sotay.usecases.issue_documents import DecisionRequest, IssuedDecision, issue_documents

_UNSIGNED = SignatureDemanded.code


@dataclass(frozen=True)
class IssueOutcome:
    """The decision, and what stood against it; it was written only if nothing did."""

    issued: IssuedDecision
    obstacles: tuple[Finding, ...]
    lacks_signature: bool = False
    """Whether it counts only once its signer has signed it."""


@dataclass(frozen=True)
class Signing:
    """How a decision is signed as it is written."""

    key: Path
    tell: Tell
    """Shows the signer what `ssh-keygen` waits for."""


def issue(
    root: Path, request: DecisionRequest, day: date, *, replace: bool = False, signing: Signing | None = None
) -> IssueOutcome:
    """Write the file of a decision; raises CannotIssue if it exists and `replace` is not set, and CannotSign."""
    files = read_province_files(root)
    history = open_history(root)
    province = assemble_province(files.texts, files.undecodable, files.attachments)
    issued = issue_documents(examine(province, day, history), request)
    if issued.path in files.texts and not replace:
        raise CannotIssue(
            f"quyết định đã có ở {issued.path}; quyết định đã ghi thì không sửa, hãy lập quyết định mới.",
            f"the decision already stands at {issued.path}; a recorded decision is not edited, take a new one.",
        )
    if signing:
        issued = _signed(issued, province, signing)
    text = decision_yaml(issued.decision)
    after = assemble_province(files.texts | {issued.path: text}, files.undecodable, files.attachments)
    concerned = _concerned_paths(issued, {d.code: d.source.path for d in after.documents})
    errors = check_province(after, day, history, signatures=SshSignatures()).errors
    found = [finding for finding in errors if finding.place.path in concerned]
    # It may be written down before it is signed, as on paper; until then it is an error that stops publication.
    unsigned = [finding for finding in found if (finding.code, finding.place.path) == (_UNSIGNED, issued.path)]
    obstacles = tuple(finding for finding in found if finding not in unsigned)
    if not obstacles:
        target = root / issued.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
    return IssueOutcome(issued, obstacles, lacks_signature=bool(unsigned))


def _signed(issued: IssuedDecision, province: Province, signing: Signing) -> IssuedDecision:
    """The decision with the signature of a key over its canonical text."""
    code = province.settings.value.code
    text = canonical_decision(issued.decision, issued.path.split("/")[1], code)
    signature = sign_text(text, signing.key, signing.tell)
    return IssuedDecision(issued.path, issued.decision.model_copy(update={"signature": signature}))


def _concerned_paths(issued: IssuedDecision, path_by_code: dict[str, str]) -> frozenset[str]:
    named = {path_by_code[item.code] for item in issued.decision.documents if item.code in path_by_code}
    return frozenset(named | {issued.path})
