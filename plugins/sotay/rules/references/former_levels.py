"""ST624: nothing is left to a level of government that no longer exists."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from sotay.model.agency import Agency
from sotay.model.body import StateBody
from sotay.model.phrase import Phrase
from sotay.model.procedure import Level
from sotay.rules.examination import Examination
from sotay.rules.rule import READABLE, Findings, ProvinceRule
from sotay.text.known_names import same_name
from sotay.text.labels import LEVELS


class LevelExists(ProvinceRule):
    """The levels that carry out a procedure exist when it takes effect, and an agency ends with its level."""

    code = "ST624"
    title = Phrase("Cấp thực hiện còn tồn tại", "The level of government exists")
    fact = Phrase(
        "“{name}” không còn từ {since:%d/%m/%Y}{basis}, {what}", "“{name}” no longer exists from {since}, {what_en}"
    )
    basis = Phrase(
        "Nghị định 63/2010/NĐ-CP, Điều 8; TCVN ISO 9001:2015, 5.3",
        "Decree 63/2010/NĐ-CP, Article 8; TCVN ISO 9001:2015, 5.3",
    )
    remedy = Phrase("{do}.", "{do_en}.")
    requires = READABLE

    def check(self, examination: Examination) -> Findings:
        gone = _last_days(examination.province.bodies.value.bodies)
        for document in examination.province.documents if gone else ():
            day = document.control.effective_date or examination.day
            for index, level in enumerate(document.control.levels):
                if level in gone and gone[level].is_gone(day):
                    yield self.found(document.place("levels", index), **_facts(gone[level], _STILL_ASKED))
        for files in examination.province.agencies if gone else ():
            body = gone.get(files.agency.level)
            if body and _outlives(files.agency, body.valid_to):
                yield self.found(files.file.place("level"), **_facts(body, _STILL_AT_WORK))


_STILL_ASKED = (
    Phrase("tài liệu này có hiệu lực sau đó", "and this document takes effect later"),
    Phrase(
        "Ghi ở “levels” cấp đang làm việc này, ví dụ “commune” (cấp xã)",
        "State at “levels” the level that does it now, e.g. “commune”",
    ),
)
_STILL_AT_WORK = (
    Phrase("cơ quan này không ghi ngày thôi hoạt động, hoặc ghi ngày sau đó", "and this agency states no end by then"),
    Phrase(
        "Ghi “valid_to” là ngày cuối cơ quan hoạt động, hoặc sửa “level”",
        "State its last day at “valid_to”, or mend “level”",
    ),
)


def _last_days(bodies: tuple[StateBody, ...]) -> Mapping[Level, StateBody]:
    """The levels that the register of former bodies names with their last day."""
    by_name = {same_name(name): body for body in bodies if body.valid_to for name in body.names}
    named = ((level, by_name.get(same_name(label))) for level, label in LEVELS.items())
    return {level: body for level, body in named if body}


def _outlives(agency: Agency, last: date | None) -> bool:
    return last is not None and (agency.valid_to is None or agency.valid_to > last)


def _facts(body: StateBody, told: tuple[Phrase, Phrase]) -> dict[str, object]:
    what, do = told
    return {
        "name": body.name,
        "since": (body.valid_to or date.min) + timedelta(days=1),
        "basis": f" ({body.legal_basis})" if body.legal_basis else "",
        "what": what.vi,
        "what_en": what.en,
        "do": do.vi,
        "do_en": do.en,
    }


RULES = (LevelExists(),)
