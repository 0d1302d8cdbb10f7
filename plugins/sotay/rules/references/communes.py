"""ST619, ST625: each commune stands in the register once, and communal agencies under their own code."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from sotay.model.agency import Agency
from sotay.model.commune import Commune, CommuneRegister
from sotay.model.finding import Severity
from sotay.model.phrase import Phrase
from sotay.model.procedure import Level
from sotay.model.province import FileOf
from sotay.model.source import Place
from sotay.rules.examination import Examination
from sotay.rules.rule import READABLE, AgencyRule, Findings, ProvinceRule
from sotay.rules.words.suggestion import did_you_mean
from sotay.text.search_key import plain_key, toned_key

_UNITS = Phrase("Quyết định 19/2025/QĐ-TTg", "Decision 19/2025/QĐ-TTg")


class UniqueCommunes(ProvinceRule):
    """Every code and every name of the register of communes stands for one commune, also among former names.

    A former commune may stand with several of today's, among which it was divided.
    """

    code = "ST619"
    title = Phrase("Mỗi mã, mỗi tên xã, phường chỉ nêu một lần", "Each commune is in the register once")
    fact = Phrase("“{name}” đã có ở {first}", "“{name}” already stands at {first}")
    basis = _UNITS
    remedy = Phrase("Sửa mã, tên, hoặc xóa mục trùng.", "Mend the code or the name, or delete the double.")

    def check(self, examination: Examination) -> Findings:
        register = examination.province.communes
        first: dict[str, Place] = {}
        for name, place in _names(register):
            known = first.setdefault(plain_key(name), place)
            if known is not place:
                yield self.found(place, name=name, first=known)
        today = {toned_key(name): place for name, place in reversed(tuple(_names(register)))}
        for index, commune in enumerate(register.value.communes):
            yield from self._of_former(commune, index, register, today)

    def _of_former(
        self, commune: Commune, index: int, register: FileOf[CommuneRegister], today: Mapping[str, Place]
    ) -> Findings:
        # Communes that were one each in districts of their own often differ by diacritics only.
        own = toned_key(commune.name)
        named: dict[str, Place] = {}
        for position, name in enumerate(commune.former):
            place, key = register.place("communes", index, "former", position), toned_key(name)
            if key in named:
                yield replace(self.found(place, name=name, first=named[key]), remedy=_ONCE)
            elif key == own:
                yield replace(self.found(place, name=name, first=""), fact=_OWN_NAME.format(name=name), remedy=_NO_NEED)
            elif key in today:
                told = self.found(place, name=name, first=today[key])
                fact = _NAME_OF_ANOTHER.format(name=name, first=today[key])
                yield replace(told, fact=fact, remedy=_SAY_WHICH.format(name=name))
            named.setdefault(key, place)


_ONCE = Phrase("Xóa tên trùng.", "Delete the double.")
_OWN_NAME = Phrase(
    "tên cũ “{name}” cũng là tên hiện nay của chính xã, phường này",
    "the former name “{name}” is the commune's own name of today",
)
_NO_NEED = Phrase(
    "Xóa tên này ở “former”; người dân gõ tên hiện nay là tìm thấy.",
    "Delete it from “former”; people find the commune by its name of today.",
)
_NAME_OF_ANOTHER = Phrase(
    "tên cũ “{name}” là tên hiện nay của một xã, phường khác, ở {first}",
    "the former name “{name}” is the name of another commune of today, at {first}",
)
_SAY_WHICH = Phrase(
    "Ghi nhầm thì xóa; là nơi khác trùng tên thì ghi thêm huyện cũ: “{name} (huyện …)”.",
    "Delete it if it is a mistake; if it was another place of that name, add its former district: “{name} (huyện …)”.",
)


def _names(register: FileOf[CommuneRegister]) -> Iterator[tuple[str, Place]]:
    for index, commune in enumerate(register.value.communes):
        yield commune.code, register.place("communes", index, "code")
        yield commune.name, register.place("communes", index, "name")


class CommuneOfAgency(AgencyRule):
    """A communal agency states the code of a commune of the register."""

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
        if agency.code is None and not file.source.refuses("code"):
            told = self.found(file.place("level"), code="", **did_you_mean("", ()))
            yield replace(told, fact=_NO_CODE, remedy=_ADD_CODE)
        elif agency.code is not None and agency.code not in codes:
            yield self.found(file.place("code"), code=agency.code, **did_you_mean(agency.code, codes))


_NO_CODE = Phrase(
    "cơ quan cấp xã chưa ghi mã xã, phường, nên không hiện ở xã, phường nào trên Cổng",
    "the agency is communal but states no commune's code, so that the portal shows it with no commune",
)
_ADD_CODE = Phrase(
    "Thêm “code” với mã của xã, phường như trong sites/communes.yml; nhiều cơ quan của một xã ghi cùng một mã.",
    "Add “code” as in sites/communes.yml; several agencies of one commune state the same code.",
)


RULES = (UniqueCommunes(), CommuneOfAgency())
