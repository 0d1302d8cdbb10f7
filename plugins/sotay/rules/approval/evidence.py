"""ST327: what the province demands as evidence of approval is demanded in fact, and can be given."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sotay.model.finding import Severity
from sotay.model.phrase import Phrase
from sotay.model.province import AgencyFiles, Evidence
from sotay.rules.examination import Examination
from sotay.rules.rule import Findings, ProvinceRule
from sotay.text.ssh_keys import PublicKey, read_public_key


class EvidencePolicy(ProvinceRule):
    """A day from which signatures are demanded needs the demand itself, and people with keys to meet it."""

    code = "ST327"
    title = Phrase("Yêu cầu chữ ký số có hiệu lực và thực hiện được", "The demand for signatures holds and can be met")
    fact = Phrase(
        "“evidence_from” không có tác dụng vì chưa ghi “evidence: signature”",
        "“evidence_from” has no effect, since “evidence: signature” is not stated",
    )
    basis = Phrase("TCVN ISO 9001:2015, 7.5.2 c", "TCVN ISO 9001:2015, 7.5.2 c")
    remedy = Phrase(
        "Ghi “evidence: signature” nếu tỉnh yêu cầu chữ ký số, nếu không thì xóa “evidence_from”.",
        "State “evidence: signature” if the province demands signatures, else delete “evidence_from”.",
    )

    def check(self, examination: Examination) -> Findings:
        settings = examination.province.settings
        start = settings.value.evidence_from
        if settings.value.evidence is not Evidence.SIGNATURE:
            if start and not settings.source.refuses("evidence"):
                yield self.found(settings.place("evidence_from"))
            return
        day = max(start, examination.day) if start else examination.day
        for agency in examination.province.agencies:
            if agency.decisions and not agency.file.source.refuses("people") and not _can_sign(agency, day):
                found = self.found(agency.file.place("people")).weighing(Severity.WARNING)
                yield replace(found, fact=_NOBODY.format(day=day), remedy=_STATE_KEY)


_NOBODY = Phrase(
    "ngày {day:%d/%m/%Y} tỉnh yêu cầu chữ ký số, nhưng không người nào có thẩm quyền phê duyệt ở đây có khóa còn hạn",
    "on {day} the province demands signatures, but nobody with authority here has a valid key",
)
_STATE_KEY = Phrase(
    "Ghi khóa công khai của người có thẩm quyền vào “keys” của người đó; cách làm ở docs/chu-ky.md.",
    "State the public key of whoever has authority under their “keys”; docs/chu-ky.md says how.",
)


def _can_sign(agency: AgencyFiles, day: date) -> bool:
    """Whether somebody with authority on a day has a sound key on that day; no longer asked of an agency that ended."""
    if agency.agency.valid_to and agency.agency.valid_to < day:
        return True
    return any(
        approval.covers(kind, day) and key.holds_on(day) and isinstance(read_public_key(key.public), PublicKey)
        for person in agency.agency.people
        for approval in person.approves
        for kind in approval.kinds
        for key in person.keys
    )


RULES = (EvidencePolicy(),)
