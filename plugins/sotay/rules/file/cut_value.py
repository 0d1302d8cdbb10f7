"""ST139: a `#` in a value that is not quoted does not silently cut it off."""

from __future__ import annotations

import re

from sotay.markup.mend_yaml import parts_of
from sotay.markup.yaml_places import placed_scalars
from sotay.model.finding import Severity
from sotay.model.phrase import Phrase
from sotay.model.source import Place, Source
from sotay.rules.examination import Examination
from sotay.rules.rule import READABLE, Findings, Rule, SourceRule

_MAYBE = re.compile(r"[^\s#][ \t]+#[^\s#]")
_AFTER = re.compile(r"[ \t]+(#[^\s#][^\r\n]*)")
_SHOWN = 40


class NothingCutOff(SourceRule):
    """What follows a blank and `#` is a comment to YAML; a note begins with `# `, anything else may be a lost value."""

    code = "ST139"
    severity = Severity.WARNING
    title = Phrase("Giá trị không bị dấu # cắt mất", "No value is cut off by a #")
    fact = Phrase(
        "phần “{lost}” không được đọc: sau dấu cách, # mở đầu ghi chú, nên “{key}” chỉ còn “{value}”",
        "“{lost}” is not read: after a blank, # begins a note, so that “{key}” is only “{value}”",
    )
    basis = Phrase("TCVN ISO 9001:2015, 7.5.3.1 a", "TCVN ISO 9001:2015, 7.5.3.1 a")
    remedy = Phrase(
        "Nếu thuộc về giá trị thì đặt cả giá trị trong nháy kép; nếu là ghi chú thì thêm dấu cách sau #.",
        "If it belongs to the value, put the whole value in double quotes; if it is a note, put a blank after the #.",
    )
    requires = READABLE

    def check(self, source: Source, examination: Examination) -> Findings:
        if " #" not in source.text and "\t#" not in source.text:
            return
        parts = parts_of(source.path, source.text)
        for scalar in placed_scalars(parts.yaml) or () if _MAYBE.search(parts.yaml) else ():
            cut = _AFTER.match(parts.yaml, scalar.end)
            if cut and scalar.is_plain and not scalar.is_key and scalar.value:
                line = parts.yaml_line + parts.yaml.count("\n", 0, scalar.end)
                key = next((part for part in reversed(scalar.path) if isinstance(part, str)), "")
                lost, value = cut[1].strip()[:_SHOWN], scalar.value[-_SHOWN:]
                yield self.found(Place(source.path, line), lost=lost, key=key, value=value)


RULES: tuple[Rule, ...] = (NothingCutOff(),)
