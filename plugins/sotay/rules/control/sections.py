"""ST120–ST129: a document obeys the template of sections that it names."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sotay.model.catalogue import DocumentTemplate
from sotay.model.document import DocumentFile, Section
from sotay.model.finding import Finding, Severity
from sotay.model.phrase import Phrase
from sotay.model.source import Place
from sotay.rules.control.template_register import TemplatesWellFormed
from sotay.rules.control.templates import (
    TOP,
    family,
    is_open,
    named_template,
    obeyed,
    same_title,
    sections_of,
    template_in_force,
)
from sotay.rules.examination import Examination
from sotay.rules.rule import READABLE, DocumentRule, Findings
from sotay.rules.words.kind_words import kind_words
from sotay.rules.words.suggestion import did_you_mean
from sotay.text.fold import closest

_FORMAT = Phrase("TCVN ISO 9001:2015, 7.5.2 b", "TCVN ISO 9001:2015, 7.5.2 b")
_CONTROL = Phrase("TCVN ISO 9001:2015, 7.5.3.2 c", "TCVN ISO 9001:2015, 7.5.3.2 c")
_SHOWN = 6
"""So many missing sections are named; a message is read at one go."""


def _judged_on(document: DocumentFile, examination: Examination) -> date | None:
    """The day whose template counts: that of approval; a draft must fit the template of today."""
    return examination.day if document.is_draft else document.control.approved_date


def _listed(titles: Sequence[str]) -> Phrase:
    """The titles in a row, the first few of many."""
    named, more = ", ".join(f"“{title}”" for title in titles[:_SHOWN]), len(titles) - _SHOWN
    return Phrase(f"{named} và {more} mục khác", f"{named} and {more} others") if more > 0 else Phrase(named, named)


class TemplateNamed(DocumentRule):
    """A document names its template, once there is one for its kind."""

    code = "ST120"
    title = Phrase("Tài liệu nêu mẫu bố cục của mình", "A document names its template")
    fact = Phrase(
        "chưa nêu mẫu bố cục; loại {kind} phải theo mẫu từ {since:%d/%m/%Y}",
        "no template is named; the kind {kind_en} must follow one since {since}",
    )
    basis = _FORMAT
    remedy = Phrase("Ghi {choices}.", "Write {choices_en}.")
    requires = READABLE

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        day, kind = _judged_on(document, examination), document.control.kind
        catalogue = examination.province.templates
        if document.control.template or not day or not kind or document.source.refuses("template"):
            return
        of_kind = [template for template in catalogue.value.templates if kind in template.kinds]
        ready = [template for template in of_kind if template_in_force(family(template.id), day, catalogue) == template]
        if ready:
            quoted = [f"“template: {template.id}”" for template in ready]
            since = min(template.valid_from for template in of_kind)
            choices, choices_en = " hoặc ".join(quoted), " or ".join(quoted)
            name = kind_words([kind])
            yield self.found(
                document.place("kind"),
                kind=name.vi,
                kind_en=name.en,
                since=since,
                choices=choices,
                choices_en=choices_en,
            )


class TemplateValid(DocumentRule):
    """The template that a document names exists, is for its kind, and was the valid version on the day of approval."""

    code = "ST121"
    title = Phrase("Mẫu được nêu có thật, đúng loại và đúng bản", "The template is real, of the kind, and current")
    fact = Phrase("mẫu “{template}” {what}", "the template “{template}” {what_en}")
    basis = _CONTROL
    remedy = Phrase("{do}.", "{do_en}.")
    requires = READABLE

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        named, catalogue = document.control.template, examination.province.templates
        day, kind = _judged_on(document, examination), document.control.kind
        if not named or catalogue.is_faulty:
            return
        template = named_template(named, catalogue)
        ids = [known.id for known in catalogue.value.templates]
        if template is None:
            near = did_you_mean(named, ids, 0.6)
            yield self._told(
                document,
                f"không có trong procedures/templates.yml{near['hint']}",
                f"is not in procedures/templates.yml{near['hint_en']}",
                _SEE,
                _SEE_EN,
            )
        elif kind and kind not in template.kinds:
            name = kind_words([kind])
            yield self._told(
                document, f"không dùng cho loại {name.vi}", f"is not for the kind {name.en}", _SEE, _SEE_EN
            )
        elif day:
            current = template_in_force(family(named), day, catalogue)
            if current != template:
                yield self._outdated(document, template, current, day)

    def _outdated(
        self, document: DocumentFile, template: DocumentTemplate, current: DocumentTemplate | None, day: date
    ) -> Finding:
        on, on_en = f"ngày {day:%d/%m/%Y}", f"on {day}"
        if current is None:
            return self._told(document, f"không có hiệu lực {on}", f"was not valid {on_en}", _SEE, _SEE_EN)
        what = f"không phải bản có hiệu lực {on}; bản đó là “{current.id}”, áp dụng từ {current.valid_from:%d/%m/%Y}"
        what_en = f"was not the version valid {on_en}; that is “{current.id}”, since {current.valid_from}"
        do, do_en = f"Soạn theo “template: {current.id}”", f"Follow “template: {current.id}”"
        return self._told(document, what, what_en, do, do_en)

    def _told(self, document: DocumentFile, what: str, what_en: str, do: str, do_en: str) -> Finding:
        named = document.control.template
        return self.found(document.place("template"), template=named, what=what, what_en=what_en, do=do, do_en=do_en)


_SEE = "Chọn một mẫu còn hiệu lực của loại tài liệu này trong procedures/templates.yml"
_SEE_EN = "Choose a valid template for this kind from procedures/templates.yml"


class SectionsPresent(DocumentRule):
    """Every required section is there."""

    code = "ST122"
    title = Phrase("Đủ các mục bắt buộc", "Every required section is there")
    fact = Phrase("thiếu mục {missing} của mẫu {template}{hint}", "lacks {missing_en}, required by {template}{hint_en}")
    basis = _FORMAT
    remedy = Phrase(
        "Thêm dòng “## {first}” rồi viết nội dung, đúng tên và thứ tự của mẫu.",
        "Add a line “## {first}” and write the section, in the words and order given.",
    )
    requires = READABLE | {"ST120", "ST121"}

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        template = obeyed(document, examination.province)
        if template is None:
            return
        titles = [section.title for section in sections_of(document)]
        required = [part.title for part in template.sections if not part.optional and not part.rendered]
        missing = [title for title in required if not any(same_title(title, has) for has in titles)]
        if missing:
            known = [part.title for part in template.sections]
            extra = [title for title in titles if not any(same_title(title, one) for one in known)]
            near = next(((title, meant) for title in extra if (meant := closest(title, missing))), None)
            hint = {
                "hint": f"; có phải mục “{near[0]}” là “{near[1]}”?" if near else "",
                "hint_en": f"; is “{near[0]}” meant to be “{near[1]}”?" if near else "",
            }
            first, listed = near[1] if near else missing[0], _listed(missing)
            place = document.place("model") if document.expanded else document.place("template")
            yield self.found(place, missing=listed.vi, missing_en=listed.en, template=template.id, first=first, **hint)


class SectionsInOrder(DocumentRule):
    """The sections stand in the order of the template."""

    code = "ST123"
    title = Phrase("Các mục đúng thứ tự của mẫu", "Sections stand in the order of the template")
    fact = Phrase(
        "mục “{title}” đứng sau “{before}”; mẫu {template} xếp trước",
        "“{title}” stands after “{before}”; {template} has it before",
    )
    basis = _FORMAT
    remedy = Phrase("Xếp các mục theo thứ tự: {order}.", "Put the sections in this order: {order}.")
    requires = READABLE | {"ST120", "ST121"}

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        template = obeyed(document, examination.province)
        highest, above = -1, ""
        for section in sections_of(document) if template else ():
            ranks = (
                [rank for rank, part in enumerate(template.sections) if same_title(part.title, section.title)]
                if template
                else []
            )
            if ranks and template and ranks[0] < highest:
                order = ", ".join(f"“{part.title}”" for part in template.sections if not part.rendered)
                place = _place(document, section)
                yield self.found(place, title=section.title, before=above, template=template.id, order=order)
                return
            if ranks:
                highest, above = ranks[0], section.title


class RenderedNotTyped(DocumentRule):
    """What is rendered from the data is not typed again."""

    code = "ST124"
    title = Phrase("Không gõ lại mục máy tự sinh", "What is rendered from data is not typed again")
    fact = Phrase("mục “{title}” được sinh từ dữ liệu ở đầu tệp, không gõ lại", "“{title}” is rendered from the data")
    basis = _CONTROL
    remedy = Phrase(
        "Xóa mục này; nội dung ghi vào các khóa dữ liệu như “legal_basis”, “forms”.",
        "Remove the section; state its content in the data, e.g. “legal_basis” and “forms”.",
    )
    requires = READABLE | {"ST121"}

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        template = obeyed(document, examination.province)
        rendered = [part.title for part in template.sections if part.rendered] if template else []
        for section in sections_of(document):
            if any(same_title(section.title, title) for title in rendered):
                yield self.found(_place(document, section), title=section.title)


class NoExtraSections(DocumentRule):
    """There are no sections of which the template knows nothing."""

    code = "ST125"
    severity = Severity.ADVICE
    title = Phrase("Không có mục ngoài mẫu", "No sections beyond the template")
    fact = Phrase("mục “{title}” không có trong mẫu {template}", "“{title}” is not in the template {template}")
    basis = _FORMAT
    remedy = Phrase(
        "Chuyển nội dung vào một mục của mẫu, dùng đề mục cấp 3 (###), hoặc đề nghị sửa mẫu.",
        "Move the content into a section of the template, under a heading of level 3, or ask to amend the template.",
    )
    requires = READABLE | {"ST121", "ST122"}

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        template = obeyed(document, examination.province)
        if template is None or is_open(template):
            return
        for section in sections_of(document):
            if section.title.strip() and not any(same_title(section.title, part.title) for part in template.sections):
                yield self.found(_place(document, section), title=section.title, template=template.id)


class SectionsFilled(DocumentRule):
    """A required section says something."""

    code = "ST126"
    title = Phrase("Mục bắt buộc có nội dung", "A required section says something")
    fact = Phrase("mục “{title}” không có nội dung", "the section “{title}” is empty")
    basis = _FORMAT
    remedy = Phrase(
        "Viết nội dung; nếu không có gì thì ghi rõ, ví dụ “Quy trình này không dùng từ viết tắt.”.",
        "Write its content; if there is none, say so, e.g. “Quy trình này không dùng từ viết tắt.”.",
    )
    requires = READABLE | {"ST121"}

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        template = obeyed(document, examination.province)
        required = (
            [part.title for part in template.sections if not part.optional and not part.rendered] if template else []
        )
        empty = _empty_sections(document) if required else frozenset()
        for section in sections_of(document):
            if section.line in empty and any(same_title(section.title, title) for title in required):
                yield self.found(_place(document, section), title=section.title)


def _empty_sections(document: DocumentFile) -> frozenset[int]:
    """Return the lines of the sections of the first level under which no word stands."""
    body, empty, line = document.text, set[int](), 0
    in_heading = False
    for token in body.tokens:
        if token.type == "heading_open":
            in_heading = True
            if int(token.tag[1]) <= TOP and token.map:
                line = body.first_line + token.map[0]
                empty.add(line)
        elif token.type == "heading_close":
            in_heading = False
        elif token.content.strip() and not in_heading:
            empty.discard(line)
    return frozenset(empty)


def _place(document: DocumentFile, section: Section) -> Place:
    """The line of a section; where it comes from a model, the line that names the model."""
    return document.place("model") if document.expanded else Place(document.source.path, section.line)


RULES = (
    TemplateNamed(), TemplateValid(), SectionsPresent(), SectionsInOrder(), RenderedNotTyped(), NoExtraSections(),
    SectionsFilled(), TemplatesWellFormed(),
)  # fmt: skip
