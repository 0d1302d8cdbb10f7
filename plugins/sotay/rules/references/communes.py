"""ST619, ST625: each commune stands in the register once, and communal agencies under their own code."""

from __future__ import annotations

from collections.abc import Iterator

from sotay.model.agency import Agency
from sotay.model.commune import CommuneRegister
from sotay.model.finding import Severity
from sotay.model.phrase import Phrase
from sotay.model.procedure import Level
from sotay.model.province import FileOf
from sotay.model.source import Place
from sotay.rules.examination import Examination
from sotay.rules.rule import READABLE, AgencyRule, Findings, ProvinceRule
from sotay.rules.words.suggestion import did_you_mean
from sotay.text.fold import fold

_UNITS = Phrase("Quyết định 19/2025/QĐ-TTg", "Decision 19/2025/QĐ-TTg")


class UniqueCommunes(ProvinceRule):
    """Every code and every name of the register of communes stands for one commune."""

    code = "ST619"
    title = Phrase("Mỗi mã, mỗi tên xã, phường chỉ nêu một lần", "Each commune is in the register once")
    fact = Phrase("“{name}” đã có ở {first}", "“{name}” already stands at {first}")
    basis = _UNITS
    remedy = Phrase("Sửa mã, tên, hoặc xóa mục trùng.", "Mend the code or the name, or delete the double.")

    def check(self, examination: Examination) -> Findings:
        first: dict[str, Place] = {}
        for name, place in _names(examination.province.communes):
            known = first.setdefault(fold(name), place)
            if known is not place:
                yield self.found(place, name=name, first=known)


def _names(register: FileOf[CommuneRegister]) -> Iterator[tuple[str, Place]]:
    for index, commune in enumerate(register.value.communes):
        yield commune.code, register.place("communes", index, "code")
        yield commune.name, register.place("communes", index, "name")


class CommuneOfAgency(AgencyRule):
    """The code of a communal agency is that of a commune of the register."""

    code = "ST625"
    title = Phrase("Mã của cơ quan cấp xã có trong danh mục xã, phường", "Communal agencies have a commune's code")
    fact = Phrase("không có xã, phường nào mã “{code}”{hint}", "there is no commune “{code}”{hint_en}")
    basis = _UNITS
    remedy = Phrase("Ghi mã của xã, phường như trong sites/communes.yml.", "State the code as in sites/communes.yml.")
    severity = Severity.WARNING
    requires = READABLE

    def check(self, file: FileOf[Agency], examination: Examination) -> Findings:
        communes = examination.province.communes
        agency = file.value
        codes = {commune.code: commune.name for commune in communes.value.communes}
        # The register holds the communes of today; whoever is gone by then had another code.
        if not codes or communes.is_faulty or agency.level is not Level.COMMUNE or agency.valid_to:
            return
        if agency.code is not None and agency.code not in codes:
            yield self.found(file.place("code"), code=agency.code, **did_you_mean(agency.code, codes))


RULES = (UniqueCommunes(), CommuneOfAgency())
