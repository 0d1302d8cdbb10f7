"""ST320–ST325: a decision's signature is there where it must be, holds, and is that of who signed, on the day."""

from __future__ import annotations

from sotay.history.canonical_decision import NAMESPACE
from sotay.history.signature_verdict import SignatureStanding, SignatureVerdict
from sotay.model.agency import SigningKey
from sotay.model.decision import Decision
from sotay.model.phrase import Phrase
from sotay.model.province import AgencyFiles, FileOf
from sotay.rules.approval.key_holders import key_holders, signature_of
from sotay.rules.examination import Examination
from sotay.rules.rule import READABLE, DecisionRule, Findings
from sotay.text.ssh_signatures import SignatureFault, SshSignature

_APPROVAL = Phrase("TCVN ISO 9001:2015, 7.5.2 c", "TCVN ISO 9001:2015, 7.5.2 c")
_INTEGRITY = Phrase("TCVN ISO 9001:2015, 7.5.3.1 b", "TCVN ISO 9001:2015, 7.5.3.1 b")
_SIGN_AGAIN = Phrase(
    "Xóa khóa “signature” rồi để người ký ký lại bằng “sotay sign {path} --key …”.",
    "Delete the key “signature” and let the signer sign again with “sotay sign {path} --key …”.",
)


class SignatureDemanded(DecisionRule):
    """Where the province wants signatures as evidence, a decision bears one."""

    code = "ST320"
    title = Phrase("Quyết định có chữ ký số khi tỉnh yêu cầu", "A decision is signed where the province demands it")
    fact = Phrase(
        "quyết định ngày {day:%d/%m/%Y} chưa có chữ ký số, trong khi sites/province.yml yêu cầu {since}",
        "the decision of {day} has no signature, which sites/province.yml demands {since_en}",
    )
    basis = _APPROVAL
    remedy = Phrase(
        "Người ký (“{person}”) ký bằng “sotay sign {path} --key …”.",
        "Let its signer (“{person}”) sign it with “sotay sign {path} --key …”.",
    )
    requires = READABLE

    def check(self, file: FileOf[Decision], agency: AgencyFiles, examination: Examination) -> Findings:
        decision, settings = file.value, examination.province.settings.value
        if decision.signature is not None or file.source.refuses("signature"):
            return
        if settings.demands_signature(decision.date):
            since = Phrase("với mọi quyết định", "of every decision")
            if settings.evidence_from:
                since = Phrase(f"từ ngày {settings.evidence_from:%d/%m/%Y}", f"from {settings.evidence_from}")
            yield self.found(
                file.place("signed_by"),
                day=decision.date,
                since=since.vi,
                since_en=since.en,
                person=decision.signed_by,
                path=file.source.path,
            )


_FAULTS = {
    SignatureFault.EMPTY: Phrase("khóa “signature” để trống", "the key “signature” is empty"),
    SignatureFault.NO_SIGNATURE: Phrase(
        "thiếu dòng -----BEGIN SSH SIGNATURE-----", "there is no line -----BEGIN SSH SIGNATURE-----"
    ),
    SignatureFault.OF_ANOTHER_SYSTEM: Phrase(
        "đây là chữ ký của hệ thống khác (PGP, CMS), không phải chữ ký SSH",
        "it is of another system (PGP, CMS), not an SSH signature",
    ),
    SignatureFault.SEVERAL: Phrase("có hơn một chữ ký", "there is more than one signature"),
    SignatureFault.DAMAGED: Phrase("chữ ký bị mất hoặc thừa ký tự", "letters are missing, or there are too many"),
    SignatureFault.UNKNOWN_FORM: Phrase(
        "loại khóa, cách băm hoặc phiên bản của chữ ký không được dùng ở đây",
        "its kind of key, its hash or its version is not one that is used here",
    ),
    SignatureFault.WEAK_KEY: Phrase(
        "ký bằng khóa yếu (DSA, hoặc RSA dưới 2048 bit) nên ai cũng có thể giả",
        "it is made with a weak key (DSA, or RSA below 2048 bits) and could be forged",
    ),
}


class SignatureReadable(DecisionRule):
    """A signature is whole, and of a kind that can be relied on."""

    code = "ST321"
    title = Phrase("Chữ ký số đọc được", "A signature can be read")
    fact = Phrase("không dùng được chữ ký: {what}", "the signature is of no use: {what_en}")
    basis = _INTEGRITY
    remedy = _SIGN_AGAIN
    requires = READABLE | {"ST328"}

    def check(self, file: FileOf[Decision], agency: AgencyFiles, examination: Examination) -> Findings:
        read = signature_of(file)
        if isinstance(read, SignatureFault):
            what = _FAULTS[read]
            yield self.found(file.place("signature"), what=what.vi, what_en=what.en, path=file.source.path)


class SignatureHolds(DecisionRule):
    """A signature is over the text of its decision, and made for decisions."""

    code = "ST322"
    title = Phrase("Chữ ký số khớp với nội dung quyết định", "A signature is over the text of its decision")
    fact = Phrase("chữ ký không khớp: {what}", "the signature does not hold: {what_en}")
    basis = _INTEGRITY
    remedy = Phrase(
        "Khôi phục nội dung đã ký. Nếu người ký đồng ý với nội dung này thì xóa khóa “signature” "
        "và ký lại bằng “sotay sign {path} --key …”.",
        "Restore what was signed. If the signer agrees to this text, delete the key “signature” "
        "and sign again with “sotay sign {path} --key …”.",
    )
    requires = READABLE | {"ST321"}

    def check(self, file: FileOf[Decision], agency: AgencyFiles, examination: Examination) -> Findings:
        read, verdict = signature_of(file), examination.signatures.get(file.source.path)
        what = None
        if isinstance(read, SshSignature) and read.namespace != NAMESPACE:
            what = _PURPOSE.format(namespace=read.namespace, wanted=NAMESPACE)
        elif verdict and verdict.standing is SignatureStanding.BROKEN and not file.is_faulty:
            what = _MOVED.format(path=verdict.fits) if verdict.fits else _CHANGED
        if what:
            yield self.found(file.place("signature"), what=what.vi, what_en=what.en, path=file.source.path)


_PURPOSE = Phrase(
    "được tạo cho mục đích “{namespace}”, không phải “{wanted}”", "it was made for “{namespace}”, not for “{wanted}”"
)
_MOVED = Phrase("đây là chữ ký của quyết định {path}", "it is the signature of the decision {path}")
_CHANGED = Phrase(
    "quyết định đã bị sửa sau khi ký, hoặc chữ ký là của văn bản khác",
    "the decision was changed after it was signed, or the signature is of another text",
)


class SignedBySigner(DecisionRule):
    """The key of a signature is that of the person whom the decision names as its signer."""

    code = "ST323"
    title = Phrase("Khóa ký là của người ký quyết định", "The key is that of the decision's signer")
    fact = Phrase(
        "quyết định ghi người ký là “{person}” nhưng khóa {key} {whose}",
        "the decision names “{person}” as signer, but the key {key} {whose_en}",
    )
    basis = _APPROVAL
    remedy = Phrase(
        "Để “{person}” ký lại bằng khóa của mình; nếu khóa này đúng là của “{person}” thì ghi khóa công khai "
        "vào “keys” của người đó ở {path}, theo văn bản giao khóa.",
        "Let “{person}” sign again with a key of their own; if this key is theirs, state the public key "
        "under their “keys” in {path}, as the paper that assigns it says.",
    )
    requires = READABLE | {"ST321", "ST322"}

    def check(self, file: FileOf[Decision], agency: AgencyFiles, examination: Examination) -> Findings:
        read, person = signature_of(file), agency.agency.person(file.value.signed_by)
        # Whom agency.yml does not name, or not readably, is found there and by ST209.
        if not isinstance(read, SshSignature) or person is None or agency.file.source.refuses("people"):
            return
        holders = examination.shared(key_holders).get(read.key.blob, ())
        if not any(holder.person is person for holder in holders):
            whose = _NOBODYS if not holders else _ANOTHERS.format(
                whose=", ".join(f"“{holder.person.id}”" for holder in holders),
                names=", ".join(f"{holder.person.name}, {holder.agency.id}" for holder in holders),
            )  # fmt: skip
            yield self.found(
                file.place("signature"),
                person=person.id,
                key=read.key.fingerprint,
                whose=whose.vi,
                whose_en=whose.en,
                path=agency.file.source.path,
            )


_NOBODYS = Phrase("không phải của người nào nêu trong các tệp agency.yml", "belongs to nobody in any agency.yml")
_ANOTHERS = Phrase("là của {whose} (“{names}”)", "belongs to {whose} (“{names}”)")


class KeyHeldOnDay(DecisionRule):
    """A key signs decisions of the days on which it was its holder's, and of no others."""

    code = "ST324"
    title = Phrase("Khóa còn hạn vào ngày ký quyết định", "The key was valid on the day of the decision")
    fact = Phrase(
        "khóa {key} của “{person}” chỉ dùng {periods}, còn quyết định ký ngày {day:%d/%m/%Y}",
        "the key {key} of “{person}” is for {periods_en} only, and the decision is of {day}",
    )
    basis = _APPROVAL
    remedy = Phrase(
        "Để “{person}” ký lại bằng khóa còn hạn vào ngày của quyết định; nếu hạn của khóa ghi sai thì sửa ở {path}.",
        "Let “{person}” sign again with a key that was valid on the day of the decision; "
        "if the period is wrong, mend it in {path}.",
    )
    requires = READABLE | {"ST321", "ST322", "ST323"}

    def check(self, file: FileOf[Decision], agency: AgencyFiles, examination: Examination) -> Findings:
        read, person = signature_of(file), agency.agency.person(file.value.signed_by)
        if not isinstance(read, SshSignature) or person is None:
            return
        holders = examination.shared(key_holders).get(read.key.blob, ())
        keys = [holder.key for holder in holders if holder.person is person]
        if keys and not any(key.holds_on(file.value.date) for key in keys):
            periods = [_period(key) for key in keys]
            yield self.found(
                file.place("signature"),
                key=read.key.fingerprint,
                person=person.id,
                day=file.value.date,
                periods=", ".join(period.vi for period in periods),
                periods_en=", ".join(period.en for period in periods),
                path=agency.file.source.path,
            )


def _period(key: SigningKey) -> Phrase:
    if key.valid_to is None:
        return Phrase(f"từ ngày {key.valid_from:%d/%m/%Y}", f"days from {key.valid_from}")
    return Phrase(
        f"từ ngày {key.valid_from:%d/%m/%Y} đến hết ngày {key.valid_to:%d/%m/%Y}",
        f"days from {key.valid_from} to {key.valid_to}",
    )


class SignatureChecked(DecisionRule):
    """A signature counts only once it was checked."""

    code = "ST325"
    title = Phrase("Chữ ký số đã được đối chiếu", "A signature was checked")
    fact = Phrase("chưa đối chiếu được chữ ký: {reason}", "the signature could not be checked: {reason_en}")
    basis = _INTEGRITY
    remedy = Phrase(
        "Kiểm tra trên máy có OpenSSH 8.2 trở lên (lệnh ssh-keygen).",
        "Check on a machine with OpenSSH 8.2 or later (the command ssh-keygen).",
    )
    requires = READABLE | {"ST321", "ST322"}

    def check(self, file: FileOf[Decision], agency: AgencyFiles, examination: Examination) -> Findings:
        if not isinstance(signature_of(file), SshSignature):
            return
        verdict = examination.signatures.get(file.source.path, _UNSEEN)
        if verdict.standing is SignatureStanding.UNCHECKED:
            reason = verdict.reason or _NO_REASON
            yield self.found(file.place("signature"), reason=reason.vi, reason_en=reason.en)


_UNSEEN = SignatureVerdict(SignatureStanding.UNCHECKED)
_NO_REASON = Phrase("lần kiểm tra này không xét chữ ký", "this check does not look at signatures")


RULES = (
    SignatureDemanded(), SignatureReadable(), SignatureHolds(), SignedBySigner(), KeyHeldOnDay(), SignatureChecked(),
)  # fmt: skip
