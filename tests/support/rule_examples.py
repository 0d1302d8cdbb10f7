"""Examples of the rules: one file each, laid over a small clean province, that states what is to be found in it.

An example begins with comments, in the front matter or at the head of a YAML file:

    # path: procedures/ho-tich/QT-HT-03.md      where it lies in the province
    # expect: ST204 12                          code and line of a finding; `nothing` for a good example;
                                                then `warning` or `advice` where it is no error,
                                                and a path where it is in another file
    # approved: before                          the decision approved what stood there before
    # recorded: before                          Git had recorded the decisions and agencies of the base
    # removed: sites/so-tu-phap/decisions/2026-52.yml      a file of the base that the example takes away
    # signatures: unchecked                     on a machine that cannot check signatures; else OpenSSH checks them
    # lost: 3f786850e387550fdab836ed7e6dc881de23001b      a commit that no longer leads to what is checked out,
                                                or after it `unknown`, where the clone was cut off
    # attach: procedures/mot-cua/forms/BM-MC-02.docx      a file beside the texts; then, after semicolons,
                                                what it holds: `macros`, `damage=broken`, `creator=Nguyễn Văn A`

A line `=== sites/…/decisions/2026-61.yml` begins a further file of the example, counted from its own first line.
After `=== recorded:sites/province.yml` stands what Git had recorded of a file instead of what the base has.

A fingerprint written `sha256:…` is replaced by the true one. A document that is not in the base
is issued by the decision that it names, for as long as it says, so that an example is about one thing only.
The `sha256: sha256:…` of a file is the true one of the file named on the line before.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path

from sotay.history.commit_standing import CommitStanding
from sotay.history.fingerprint import Fingerprints, override_fingerprint
from sotay.markup.yaml_values import read_yaml
from sotay.model.attachment import Attachment, Damage
from sotay.model.document import DocumentFile
from sotay.model.finding import Finding, Severity
from sotay.model.province import Province
from sotay.model.version import Version
from sotay.sources.ssh_signatures import SshSignatures
from sotay.usecases.assemble_province import assemble_province
from sotay.usecases.check_province import check_province
from sotay.usecases.recorded_state import recorded_state
from sotay.usecases.verify_signatures import NoSignatureCheck

ROOT = Path(__file__).resolve().parents[1] / "rules"
DAY = date(2026, 10, 1)
"""The day on which the examples are judged."""

_COMMENT = re.compile(r"^# *(path|expect|approved|recorded|removed|signatures|lost|attach): *(.+?) *$", re.MULTILINE)
_NEXT_FILE = re.compile(rb"^=== +(\S+) *\r?\n", re.MULTILINE)
_RECORDED = "recorded:"
_OPEN = "sha256:…"
_OPEN_FILE = re.compile(r"^( *(?:- *)?file: *(.+?) *\n *sha256: *)sha256:…", re.MULTILINE)
_UNKNOWN = "sha256:" + "0" * 64


@dataclass(frozen=True, order=True)
class Expected:
    """What is to be found: a code at a line of a file, and what it weighs."""

    path: str
    line: int
    code: str
    severity: Severity = Severity.ERROR


@dataclass(frozen=True)
class Example:
    """One file with its verdict."""

    name: str
    raw: bytes
    path: str
    expected: tuple[Expected, ...] | None
    """None where the example states no expectation."""
    approved_before: bool
    recorded_before: bool = False
    removed: tuple[str, ...] = ()
    checks_signatures: bool = True
    attachments: tuple[Attachment, ...] = ()
    further: tuple[tuple[str, bytes], ...] = ()
    """The other files of the example: where each lies, and its bytes."""
    lost: Mapping[str, CommitStanding] = field(default_factory=dict, hash=False)
    """Commits that are not in the history of the example, and what is known of them."""
    before: Mapping[str, str] = field(default_factory=dict, hash=False)
    """What Git had recorded of some files, by path, if it was not what the base has."""

    @property
    def files(self) -> Mapping[str, bytes]:
        """All files that are laid over the base, by path."""
        return {self.path: self.raw, **dict(self.further)}


def read_example(file: Path) -> Example:
    """Read an example and its comments; the bytes of the file need not be UTF-8."""
    raw = file.read_bytes()
    comments = _COMMENT.findall(raw.decode("utf-8", errors="replace"))
    path = next((value for name, value in comments if name == "path"), "")
    stated = [value for name, value in comments if name == "expect"]
    expected = tuple(sorted(_expected(value, path) for value in stated if value != "nothing")) if stated else None
    attachments = tuple(_attachment(value) for name, value in comments if name == "attach")
    name = f"{file.parent.name}/{file.stem}"
    first, *rest = _NEXT_FILE.split(raw)
    others = [(path.decode(), text) for path, text in zip(rest[::2], rest[1::2], strict=True)]
    further = tuple((path, text) for path, text in others if not path.startswith(_RECORDED))
    before = {path.removeprefix(_RECORDED): text.decode() for path, text in others if path.startswith(_RECORDED)}
    approved, recorded = (("approved", "before") in comments, ("recorded", "before") in comments)
    removed = tuple(value for name, value in comments if name == "removed")
    checks = ("signatures", "unchecked") not in comments
    lost = dict(_lost(value) for name, value in comments if name == "lost")
    return Example(name, first, path, expected, approved, recorded, removed, checks, attachments, further, lost, before)


def _expected(text: str, path: str) -> Expected:
    code, line, *rest = text.split()
    severity = Severity(rest.pop(0)) if rest and rest[0] in set(Severity) else Severity.ERROR
    return Expected(" ".join(rest) or path, int(line), code, severity)


def _lost(text: str) -> tuple[str, CommitStanding]:
    commit, *rest = text.split()
    return commit, CommitStanding(*rest or [CommitStanding.LEFT])


def _attachment(text: str) -> Attachment:
    """A file as its comment describes it; files of one name are the same, byte for byte."""
    path, *marks = (part.strip() for part in text.split(";"))
    stated = dict(mark.partition("=")[::2] for mark in marks)
    damage = Damage(stated.pop("damage")) if "damage" in stated else None
    digest = stated.pop("sha256", None) or sha256(path.encode()).hexdigest()
    has_macros = stated.pop("macros", None) is not None
    return Attachment(path, 20_480, f"sha256:{digest}", has_macros, tuple(stated.items()), damage)


def examples(folder: str) -> list[Example]:
    """Return the examples in a folder of `tests/rules`."""
    return [read_example(file) for file in sorted((ROOT / folder).glob("*.*")) if file.suffix in {".md", ".yml"}]


@cache
def findings_of(example: Example) -> tuple[Finding, ...]:
    """Lay an example over the base and return everything that the rules have against the province."""
    texts = {path: text for path, text in base_texts().items() if path not in example.removed}
    undecodable = {}
    for path, raw in example.files.items():
        try:
            texts[path] = _with_hashes(raw.decode("utf-8-sig"), example.attachments)
        except UnicodeDecodeError:
            texts.pop(path, None)
            undecodable[path] = "encoding"
    province = assemble_province(_decided(texts, example), undecodable, example.attachments)
    signatures = SshSignatures() if example.checks_signatures else NoSignatureCheck()
    before = assemble_province(clean_texts() | example.before) if example.before else clean_province()
    recorded = recorded_state("HEAD", before, province, signatures) if example.recorded_before else None
    return check_province(province, DAY, BaseTexts(), recorded, signatures, Standings(example.lost)).findings


def _with_hashes(text: str, attachments: tuple[Attachment, ...]) -> str:
    """Close the open hashes of files."""
    hashes = {attachment.name: attachment.sha256 for attachment in attachments}
    return _OPEN_FILE.sub(lambda match: match[1] + hashes.get(match[2], _UNKNOWN), text)


def as_expected(findings: tuple[Finding, ...]) -> tuple[Expected, ...]:
    """Return findings in the form in which examples state them."""
    return tuple(sorted(Expected(f.place.path, f.place.line, f.code, f.severity) for f in findings))


def base_texts() -> dict[str, str]:
    """Return the files of the base; fingerprints are still open."""
    return dict(_base_texts())


def clean_texts() -> dict[str, str]:
    """Return the files of the base with every fingerprint closed: a province in which nothing is found."""
    return dict(_clean_texts())


@cache
def _clean_texts() -> Mapping[str, str]:
    return _decided(base_texts(), Example("base", b"", "", (), approved_before=False))


@cache
def clean_province() -> Province:
    """Return the base with every fingerprint closed, as it was read."""
    return assemble_province(_clean_texts())


@cache
def _base_texts() -> Mapping[str, str]:
    return _files_below(ROOT / "base")


def _files_below(folder: Path) -> dict[str, str]:
    """The texts in a folder by their paths below it; none where there is no such folder."""
    files = sorted(file for file in folder.rglob("*.*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8") for file in files}


@cache
def base_province() -> Province:
    """Return the base as it was read; its decisions name no fingerprints yet."""
    return assemble_province(_base_texts())


@cache
def _base_prints() -> Mapping[str, str]:
    return Fingerprints(base_province().documents)


@dataclass(frozen=True)
class Standings:
    """The commits of an example: all are in its history but those that it says are lost."""

    lost: Mapping[str, CommitStanding]

    def standings(self, commits: Collection[str]) -> Mapping[str, CommitStanding]:
        """Return how commits stand to what is checked out."""
        return {commit: self.lost.get(commit, CommitStanding.IN_HISTORY) for commit in commits}


class BaseTexts:
    """The history of an example: the documents as they stood in the base."""

    def find(self, code: str, version: Version, fingerprint: str) -> DocumentFile | None:
        """Return a document of the base by its fingerprint."""
        return base_province().document_by_code.get(code) if _base_prints().get(code) == fingerprint else None


def _decided(texts: dict[str, str], example: Example) -> dict[str, str]:
    """Close the open fingerprints of all decisions, and let each new document be issued by the decision it names."""
    province = assemble_province(texts)
    prints = {} if example.approved_before else Fingerprints(province.documents)
    paths = [path for path in texts if re.fullmatch(r"sites/[^/]+/decisions/[^/]+\.yml", path)]
    for path in paths:
        if path not in example.files:
            texts[path] = _as_long_as_they_say(texts[path], province)
            texts[path] += "".join(_new_items(path, texts[path], province))
        texts[path] = _closed(path, texts[path], province, prints)
    return texts


def _new_items(path: str, text: str, province: Province) -> Iterator[str]:
    agency, number = path.split("/")[1], read_yaml(text).value["number"]
    for document in province.documents:
        control = document.control
        is_new = document.code not in base_province().document_by_code
        if is_new and document.version and (control.owner, control.decision) == (agency, number):
            yield f'  - code: {document.code}\n    action: issue\n    version: "{document.version}"\n'
            yield f"    fingerprint: {_OPEN}\n"
            if control.valid_to:
                yield f"    valid_to: {control.valid_to}\n"


def _as_long_as_they_say(text: str, province: Province) -> str:
    """Let a decision of the base put temporary documents into force up to their last day, as “sotay issue” does."""
    for document in province.documents:
        last = document.control.valid_to
        if last and document.code in text:
            item = re.compile(rf'(- code: {document.code}\n +action: \w+\n +version: "{document.version}"\n)')
            text = item.sub(rf"\g<1>    valid_to: {last}\n", text)
    return text


def _closed(path: str, text: str, province: Province, prints: Mapping[str, str]) -> str:
    read, lines = read_yaml(text), text.split("\n")
    items = read.value.get("documents") or [] if isinstance(read.value, dict) else []
    for index, item in enumerate(items):
        if item.get("fingerprint") == _OPEN:
            line = read.lines["documents", index, "fingerprint"] - 1
            print_ = _true_print(path.split("/")[1], read.value["number"], item, province, prints)
            lines[line] = lines[line].replace(_OPEN, print_)
    return "\n".join(lines)


def _true_print(
    agency: str, number: str, item: Mapping[str, str], province: Province, prints: Mapping[str, str]
) -> str:
    """The fingerprint of what the item names: as it stands in the example, else as it stood in the base."""
    code, wanted = item["code"], str(item.get("version"))
    for source in (province, base_province()) if prints else (base_province(),):
        if item["action"] == "override":
            own = source.agency_by_id[agency].agency.overrides if agency in source.agency_by_id else ()
            terms = [override_fingerprint(o) for o in own if (o.procedure, o.decision) == (code, number)]
            if terms:
                return terms[0]
        document = source.document_by_code.get(code)
        if item["action"] != "override" and document and str(document.version) == wanted:
            return prints[code] if source is province else _base_prints()[code]
    return _UNKNOWN
