"""ST616: who applies another agency's document follows when its owner amends or withdraws it."""

from __future__ import annotations

from datetime import date, timedelta

from sotay.history.ledger import Ledger, Period
from sotay.model.decision import Action, Decision
from sotay.model.finding import Severity
from sotay.model.phrase import Phrase
from sotay.model.province import AgencyFiles, FileOf
from sotay.model.source import Place
from sotay.rules.examination import Examination
from sotay.rules.rule import READABLE, DecisionRule, Findings

_TO_FOLLOW = timedelta(days=30)
"""How long an agency may take to decide."""


class AdoptionFollows(DecisionRule):
    """An agency applies the version that the owner has in force; what the owner gave up is not applied on."""

    code = "ST616"
    severity = Severity.WARNING
    title = Phrase("Bản áp dụng theo kịp cơ quan chủ trì", "What is applied keeps up with its owner")
    fact = Phrase(
        "{code} đang áp dụng bản {version}; {owner} {what} từ ngày {since:%d/%m/%Y}",
        "{code} is applied in version {version}; {owner} {what_en} on {since}",
    )
    basis = Phrase("Thông tư 26/2014/TT-BKHCN, Điều 7", "Circular 26/2014/TT-BKHCN, Article 7")
    remedy = Phrase("{do}.", "{do_en}.")
    requires = READABLE | {"ST213", "ST224"}

    def check(self, file: FileOf[Decision], agency: AgencyFiles, examination: Examination) -> Findings:
        if agency.agency.is_gone(examination.day):
            return  # what it applied ended with it
        codes = [item.code for item in file.value.documents]
        for period in examination.ledgers[agency.id].periods:
            owner = _owner(period, examination) if period.decision is file.value else None
            if owner and owner != agency.id and _holds(period, examination.day):
                place = file.place("documents", codes.index(period.code))
                yield from self._compared(place, agency, period, owner, examination)

    def _compared(
        self, place: Place, agency: AgencyFiles, period: Period, owner: str, examination: Examination
    ) -> Findings:
        ledger, day = examination.ledgers[owner], examination.day
        now, after = ledger.in_force(period.code, day), examination.ledgers[agency.id].upcoming(period.code, day)
        changed = _changed(ledger, period, now, day)
        if changed is None or day - changed <= _TO_FOLLOW or (after and now and after.version == now.version):
            return
        told = _amended(period.code, str(now.version)) if now else _given_up(period.code)
        yield self.found(
            place,
            code=period.code,
            version=period.version,
            owner=owner,
            since=changed,
            what=told[0].vi,
            what_en=told[0].en,
            do=told[1].vi,
            do_en=told[1].en,
        )


def _owner(period: Period, examination: Examination) -> str | None:
    document = examination.province.document_by_code.get(period.code)
    owner = document.control.owner if document else None
    return owner if owner in examination.ledgers and period.action is Action.ADOPT else None


def _holds(period: Period, day: date) -> bool:
    return not period.is_void and period.starts <= day and (period.ends is None or day <= period.ends)


def _changed(ledger: Ledger, applied: Period, now: Period | None, day: date) -> date | None:
    """The day since which the owner has another version in force than the one applied, or none; None if it has not."""
    if now is not None:
        return now.starts if now.version > applied.version else None
    ended = [p.ends for p in ledger.of(applied.code) if p.ends and p.ends < day and not p.is_void]
    return max(ended) + timedelta(days=1) if ended else None


def _amended(code: str, version: str) -> tuple[Phrase, Phrase]:
    return (
        Phrase(f"đã ban hành bản {version}", f"put version {version} into force"),
        Phrase(
            f"Ra quyết định áp dụng bản {version}: “sotay issue {code} --agency … --decision …”",
            f"Adopt version {version}: “sotay issue {code} --agency … --decision …”",
        ),
    )


def _given_up(code: str) -> tuple[Phrase, Phrase]:
    return (
        Phrase("không còn bản nào có hiệu lực", "has no version in force any more"),
        Phrase(
            f"Ra quyết định thôi áp dụng: “sotay issue --withdraw {code} --agency … --decision …”",
            f"Withdraw it: “sotay issue --withdraw {code} --agency … --decision …”",
        ),
    )


RULES = (AdoptionFollows(),)
