"""ST127: the register of templates does not contradict itself."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

from sotay.model.catalogue import DocumentTemplate
from sotay.model.finding import Finding
from sotay.model.phrase import Phrase
from sotay.model.source import Place
from sotay.rules.control.templates import family, same_title
from sotay.rules.examination import Examination
from sotay.rules.rule import Findings, ProvinceRule


class TemplatesWellFormed(ProvinceRule):
    """Each version of a template is there once, and one follows the other."""

    code = "ST127"
    title = Phrase("Danh mục mẫu bố cục không mâu thuẫn", "The register of templates does not contradict itself")
    fact = Phrase("mẫu “{template}” {what}", "the template “{template}” {what_en}")
    basis = Phrase("TCVN ISO 9001:2015, 7.5.3.2 c", "TCVN ISO 9001:2015, 7.5.3.2 c")
    remedy = Phrase("{do}.", "{do_en}.")

    def check(self, examination: Examination) -> Findings:
        catalogue = examination.province.templates
        families: defaultdict[str, list[tuple[int, DocumentTemplate]]] = defaultdict(list)
        ids: set[str] = set()
        for index, template in enumerate(catalogue.value.templates):
            place = catalogue.place("templates", index, "id")
            if template.id in ids:
                yield self._told(
                    place,
                    template,
                    "có hai lần",
                    "is there twice",
                    "Tăng số sau dấu @ hoặc xóa một mẫu",
                    "Raise the number after @ or remove one",
                )
                continue
            ids.add(template.id)
            titles = [part.title for part in template.sections]
            double = next((t for i, t in enumerate(titles) if any(same_title(t, other) for other in titles[:i])), None)
            if double:
                yield self._told(
                    place,
                    template,
                    f"có mục “{double}” hai lần",
                    f"has the section “{double}” twice",
                    "Giữ một mục",
                    "Keep one",
                )
            if template.valid_to and template.valid_to < template.valid_from:
                to = catalogue.place("templates", index, "valid_to")
                yield self._told(
                    to,
                    template,
                    "kết thúc trước ngày bắt đầu",
                    "ends before it begins",
                    "Sửa “valid_from” hoặc “valid_to”",
                    "Mend “valid_from” or “valid_to”",
                )
            else:
                families[family(template.id)].append((index, template))
        for versions in families.values():
            yield from self._overlaps(versions, examination)

    def _overlaps(self, versions: list[tuple[int, DocumentTemplate]], examination: Examination) -> Findings:
        catalogue = examination.province.templates
        ordered = sorted(versions, key=lambda version: version[1].valid_from)
        for (_, earlier), (index, later) in pairwise(ordered):
            ends = earlier.valid_to
            if later.valid_from == earlier.valid_from or (ends and ends >= later.valid_from):
                place = catalogue.place("templates", index, "valid_from")
                yield self._told(
                    place,
                    later,
                    f"bắt đầu khi “{earlier.id}” còn hiệu lực",
                    f"begins while “{earlier.id}” is valid",
                    f"Kết thúc “{earlier.id}” trước ngày đó, hoặc bỏ “valid_to” của nó",
                    f"End “{earlier.id}” before that day, or drop its “valid_to”",
                )

    def _told(self, place: Place, template: DocumentTemplate, what: str, what_en: str, do: str, do_en: str) -> Finding:
        return self.found(place, template=template.id, what=what, what_en=what_en, do=do, do_en=do_en)
