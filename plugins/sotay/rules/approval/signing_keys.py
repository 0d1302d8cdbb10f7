"""ST326, ST328, ST329: the keys of those who sign are sound, their own, not disclosed, and not added afterwards."""

from __future__ import annotations

from collections.abc import Iterator

from sotay.model.agency import Agency, Person, SigningKey
from sotay.model.finding import Severity
from sotay.model.phrase import Phrase
from sotay.model.province import AgencyFiles, FileOf
from sotay.model.source import KeyPath, Place, Source
from sotay.rules.approval.key_holders import key_holders
from sotay.rules.examination import Examination
from sotay.rules.rule import READABLE, AgencyRule, Findings, SourceRule
from sotay.text.ssh_keys import LEAST_RSA_BITS, KeyFault, PublicKey, private_key_line, read_public_key
from sotay.text.ssh_signatures import SshSignature, read_ssh_signature

_IDENTITY = Phrase("TCVN ISO 9001:2015, 7.5.2 c", "TCVN ISO 9001:2015, 7.5.2 c")
_FAULTS = {
    KeyFault.UNREADABLE: Phrase(
        "không phải là một dòng khóa công khai SSH nguyên vẹn", "it is not one whole line of an SSH public key"
    ),
    KeyFault.CERTIFICATE: Phrase("đây là chứng thư, không phải khóa công khai", "it is a certificate, not a key"),
    KeyFault.UNKNOWN_KIND: Phrase("loại khóa này không dùng để ký ở đây", "this kind of key is not used here"),
    KeyFault.DSA: Phrase("khóa DSA đã bị coi là yếu", "DSA keys count as weak"),
    KeyFault.SHORT_RSA: Phrase(
        f"khóa RSA ngắn hơn {LEAST_RSA_BITS} bit nên yếu", f"an RSA key below {LEAST_RSA_BITS} bits is weak"
    ),
}
_ENDS_FIRST = Phrase("hết hạn trước ngày bắt đầu", "it ends before it begins")
_SHARED = Phrase(
    "cũng là khóa của “{other}” ở {path}, nên không biết ai đã ký",
    "it is also the key of “{other}” in {path}, so that nobody knows who signed",
)


class SoundKey(AgencyRule):
    """A key is a whole SSH public key, strong, dated, and of one person."""

    code = "ST326"
    title = Phrase("Khóa ký số đúng dạng, đủ mạnh, của một người", "A signing key is sound and of one person")
    fact = Phrase("khóa ký số của “{person}”: {what}", "the signing key of “{person}”: {what_en}")
    basis = _IDENTITY
    remedy = Phrase(
        "Tạo khóa riêng cho từng người bằng “ssh-keygen -t ed25519”, rồi dán dòng trong tệp .pub vào “public”.",
        "Make a key for each person with “ssh-keygen -t ed25519” and paste the line of the .pub file into “public”.",
    )
    requires = READABLE | {"ST328"}

    def check(self, file: FileOf[Agency], examination: Examination) -> Findings:
        if file.source.refuses("people"):
            return
        agency = file.source.path.split("/")[-2]
        for path, person, key in keys_of(file.value):
            for name, what in _faults(agency, person, key, examination):
                yield self.found(file.place(*path, name), person=person.id, what=what.vi, what_en=what.en)


def keys_of(agency: Agency) -> Iterator[tuple[KeyPath, Person, SigningKey]]:
    """Yield every signing key of an agency, with its path in the file and the person who holds it."""
    for i, person in enumerate(agency.people):
        for k, key in enumerate(person.keys):
            yield ("people", i, "keys", k), person, key


def _faults(agency: str, person: Person, key: SigningKey, examination: Examination) -> Iterator[tuple[str, Phrase]]:
    read = read_public_key(key.public)
    if not isinstance(read, PublicKey):
        yield "public", _FAULTS[read]
    else:
        for holder in examination.shared(key_holders).get(read.blob, ()):
            # One who holds posts in two agencies has one key, and the same id and name in both.
            is_same = (holder.person.id, holder.person.name) == (person.id, person.name)
            if not is_same or (holder.person is not person and holder.agency.id == agency):
                path = holder.agency.file.source.path
                yield "public", _SHARED.format(other=holder.person.id, path=path)
                break
    if key.valid_to and key.valid_to < key.valid_from:
        yield "valid_to", _ENDS_FIRST


class NoPrivateKey(SourceRule):
    """No file of the repository holds a secret key; the message never repeats it."""

    code = "ST328"
    title = Phrase("Không có khóa bí mật trong kho", "There is no secret key in the repository")
    fact = Phrase(
        "có khóa bí mật trong tệp; ai đọc được kho đều ký thay được",
        "the file holds a secret key; whoever can read the repository can sign with it",
    )
    basis = Phrase("TCVN ISO 9001:2015, 7.5.3.1 b", "TCVN ISO 9001:2015, 7.5.3.1 b")
    remedy = Phrase(
        "Xóa khóa bí mật khỏi tệp và coi như đã lộ, kể cả khi chưa đưa vào Git: tạo khóa mới, "
        "ghi “valid_to” cho khóa cũ, chỉ dán nội dung tệp .pub.",
        "Delete it and count it as disclosed, even if it is not in Git yet: make a new key, "
        "state “valid_to” for the old one, and paste only the .pub file.",
    )

    def check(self, source: Source, examination: Examination) -> Findings:
        line = private_key_line(source.text)
        if line:
            yield self.found(Place(source.path, line))


class KeyStaysAsRecorded(AgencyRule):
    """Nobody is given a key afterwards for a day that is past, so that a signature made later would stand."""

    code = "ST329"
    severity = Severity.WARNING
    title = Phrase("Không thêm khóa ký số cho ngày đã qua", "No signing key is added for days that are past")
    fact = Phrase(
        "khóa {key} của “{person}” nay mới dùng được cho ngày {day:%d/%m/%Y} đã qua, ngày ký quyết định {number}; "
        "ở {reference} chưa dùng được",
        "the key {key} of “{person}” is made valid only now for {day}, which is past, when decision {number} "
        "was signed; at {reference} it was not",
    )
    basis = Phrase("TCVN ISO 9001:2015, 7.5.2 c, 7.5.3.2 c", "TCVN ISO 9001:2015, 7.5.2 c, 7.5.3.2 c")
    remedy = Phrase(
        "Nếu khóa được giao trước ngày đó mà ghi vào kho chậm thì nêu số văn bản giao khóa ở “decision” của khóa "
        "và trong yêu cầu hợp nhất; nếu không, bỏ thay đổi này.",
        "If the key was assigned before that day and is only recorded late, name the document under “decision” "
        "of the key and in the pull request; if not, take this change back.",
    )
    requires = READABLE

    def check(self, file: FileOf[Agency], examination: Examination) -> Findings:
        now, before = _now_and_before(file, examination)
        if not now or not before or before.file.is_faulty or file.source.refuses("people"):
            return
        known = {(d.value.number, d.value.date) for d in before.decisions}
        for decision in (f.value for f in now.decisions):
            read = read_ssh_signature(decision.signature or "")
            if not isinstance(read, SshSignature) or decision.date >= examination.day:
                continue
            held = _held(file.value, decision.signed_by, read.key)
            gained = [path for path, key in held if key.holds_on(decision.date)]
            earlier = _held(before.agency, decision.signed_by, read.key)
            if gained and not any(key.holds_on(decision.date) for _, key in earlier):
                finding = self.found(
                    file.place(*gained[0]),
                    key=read.key.fingerprint,
                    person=decision.signed_by,
                    day=decision.date,
                    number=decision.number,
                    reference=examination.recorded.reference if examination.recorded else "",
                )
                # A new key and the first decision that it signs are often recorded together.
                is_known = (decision.number, decision.date) in known
                yield finding if is_known else finding.weighing(Severity.ADVICE)


def _now_and_before(file: FileOf[Agency], examination: Examination) -> tuple[AgencyFiles | None, AgencyFiles | None]:
    identifier, recorded = file.source.path.split("/")[-2], examination.recorded
    before = next((agency for agency in recorded.agencies if agency.id == identifier), None) if recorded else None
    return examination.province.agency_by_id.get(identifier), before


def _held(agency: Agency, person: str, wanted: PublicKey) -> list[tuple[KeyPath, SigningKey]]:
    """Where a person holds a key."""
    return [
        (path, key) for path, who, key in keys_of(agency) if who.id == person and read_public_key(key.public) == wanted
    ]


RULES = (SoundKey(), NoPrivateKey(), KeyStaysAsRecorded())
