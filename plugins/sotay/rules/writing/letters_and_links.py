"""ST8xx: the text is in normal form and safe to publish."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import ClassVar

from sotay.markup.markdown import raw_html
from sotay.model.document import Body, Section
from sotay.model.finding import Finding
from sotay.model.phrase import Phrase
from sotay.model.province import Province
from sotay.model.source import Place, Problem, ProblemKind, Source, last_key
from sotay.rules.approval.standing import deleted_in_force
from sotay.rules.examination import Examination
from sotay.rules.rule import Findings, SourceRule
from sotay.rules.words.suggestion import did_you_mean, hints
from sotay.rules.writing.body_rule import BodyRule
from sotay.rules.writing.links import Link, links_of
from sotay.text.fold import closest, slug
from sotay.text.legacy_encoding import legacy_lines
from sotay.text.look_alikes import look_alikes, may_hold_look_alikes
from sotay.text.normal import Suspect, SuspectKind, is_clean, suspects
from sotay.text.ordinary import is_ordinary

_TCVN = Phrase("TCVN 6909:2001; Nghị định 30/2020/NĐ-CP, Phụ lục I", "TCVN 6909:2001; Decree 30/2020/NĐ-CP, Annex I")
_SAFE = Phrase("TCVN ISO 9001:2015, 7.5.3.1 b", "TCVN ISO 9001:2015, 7.5.3.1 b")

_ESCAPED = Phrase(
    "“{key}” có ký tự vô hình {letters}, viết bằng dấu \\ trong nháy kép",
    "“{key}” has the invisible letters {letters}, written with a \\ in double quotes",
)
_WITHOUT_ESCAPES = Phrase(
    "Xóa dấu \\ và mã theo sau nó trong “{key}”; phần còn lại gõ bằng chữ thường.",
    "Delete the \\ and the code after it in “{key}”; type the rest in plain letters.",
)


class _LetterRule(SourceRule):
    """Finds one kind of departure from the normal form; a line is reported once."""

    suspect: ClassVar[SuspectKind]
    basis = _TCVN

    def check(self, source: Source, examination: Examination) -> Findings:
        if self.passes(source.text):
            return
        # Of a line in an old encoding there is one thing to say; its letters are odd for that reason.
        old = {line.number for line in legacy_lines(source.text)}
        for number, line in enumerate(source.text.split("\n"), start=1):
            here = [suspect for suspect in self.suspects_in(line) if suspect.kind is self.suspect]
            if here and number not in old:
                yield self.found(Place(source.path, number), **_described(line, here))

    def passes(self, text: str) -> bool:
        """Return whether a whole text has nothing of the kind; most have not."""
        return is_ordinary(text) or is_clean(text)

    def suspects_in(self, line: str) -> Iterable[Suspect]:
        """Return the departures in a line."""
        return _suspects(line)


@lru_cache(maxsize=4096)  # four rules ask for the same line, one after the other
def _suspects(line: str) -> tuple[Suspect, ...]:
    return tuple(suspects(line))


def _described(line: str, here: list[Suspect]) -> dict[str, object]:
    first = here[0]
    letters = " ".join(f"U+{ord(character):04X}" for character in first.text)
    around = "".join(c if c.isprintable() else "·" for c in line[max(0, first.index - 12) : first.index + 12]).strip()
    return {"letters": letters, "count": len(here), "around": around, "column": first.index + 1, "mended": first.mended}


class NormalForm(_LetterRule):
    """Letters are composed (NFC)."""

    code = "ST801"
    suspect = SuspectKind.NOT_NFC
    title = Phrase("Chữ ở dạng dựng sẵn (NFC)", "Letters are composed (NFC)")
    fact = Phrase(
        "{count} chữ có dấu ghép rời, không phải dạng dựng sẵn (NFC), đầu tiên ở cột {column}, gần “{around}”",
        "letters not composed (NFC): {count}, first in column {column}, near “{around}”",
    )
    remedy = Phrase(
        "Gõ lại bằng bộ gõ Unicode dựng sẵn, hoặc chạy “sotay check --fix”.",
        "Type the letters again with a composing input method, or run “sotay check --fix”.",
    )


class InvisibleLetters(_LetterRule):
    """There are no invisible letters."""

    code = "ST802"
    suspect = SuspectKind.INVISIBLE
    title = Phrase("Không có ký tự vô hình", "No invisible letters")
    fact = Phrase(
        "{count} ký tự vô hình {letters}, đầu tiên ở cột {column}, gần “{around}”",
        "invisible letters {letters}: {count}, first in column {column}, near “{around}”",
    )
    remedy = Phrase(
        "Gõ lại đoạn này thay vì dán từ nơi khác, hoặc chạy “sotay check --fix”.",
        "Type the passage again, or run “sotay check --fix”.",
    )

    def check(self, source: Source, examination: Examination) -> Findings:
        yield from super().check(source, examination)
        for problem in source.problems:
            if problem.kind is ProblemKind.HIDDEN_LETTERS:
                yield _escaped(self, Place(source.path, problem.line), problem)


def _escaped(rule: InvisibleLetters, place: Place, problem: Problem) -> Finding:
    """What is found of letters that only the reading of escapes brings forth, which no tool can mend."""
    facts = {"key": last_key(problem.facts["key"]), "letters": problem.facts["letters"]}
    fact, remedy = _ESCAPED.format(**facts), _WITHOUT_ESCAPES.format(**facts)
    return Finding(place, rule.code, rule.severity, fact, rule.basis, remedy)


class PrivateLetters(_LetterRule):
    """There are no private-use letters, which only one font can show."""

    code = "ST803"
    suspect = SuspectKind.PRIVATE_USE
    title = Phrase("Không có ký tự riêng của phông chữ", "No private-use letters")
    fact = Phrase(
        "ký tự riêng của phông chữ {letters} ở cột {column}, gần “{around}”",
        "private-use letter {letters} in column {column}, near “{around}”",
    )
    remedy = Phrase(
        "Thay bằng ký tự thường dùng, ví dụ gạch đầu dòng “-”.",
        "Replace it by an ordinary character such as a dash “-”.",
    )


class LookAlikes(_LetterRule):
    """Letters are Vietnamese ones, not foreign letters that look like them: Ð, Cyrillic а, wide Ａ."""

    code = "ST804"
    suspect = SuspectKind.LOOK_ALIKE
    title = Phrase("Chữ Việt, không phải chữ nước ngoài trông giống", "Letters are ours, not foreign ones alike")
    fact = Phrase(
        "chữ nước ngoài {letters} giống “{mended}” ở cột {column}, gần “{around}”",
        "the foreign letter {letters} looks like “{mended}” in column {column}, near “{around}”",
    )
    remedy = Phrase("Gõ lại thành “{mended}”.", "Type “{mended}”.")

    def passes(self, text: str) -> bool:
        return is_ordinary(text) or (is_clean(text) and not may_hold_look_alikes(text))

    def suspects_in(self, line: str) -> Iterable[Suspect]:
        return sorted([*_suspects(line), *look_alikes(line)], key=lambda suspect: suspect.index)


class NoRawHtml(BodyRule):
    """There is no raw HTML; it would show as text, and must not be thought to work."""

    code = "ST805"
    title = Phrase("Không có mã HTML", "No raw HTML")
    fact = Phrase("có mã HTML “{html}”", "there is raw HTML “{html}”")
    basis = _SAFE
    remedy = Phrase(
        "Xóa mã này và viết chữ thường; muốn in dấu < thì viết \\<.",
        "Delete it and write plain text; for a < write \\<.",
    )

    def check_body(self, source: Source, body: Body, examination: Examination) -> Findings:
        first_of_line = dict(reversed([*raw_html(body)]))
        for line, html in first_of_line.items():
            yield self.found(Place(source.path, line), html=html.partition("\n")[0][:40])


class SafeLinks(BodyRule):
    """Links stay in the repository: no scripts, no data, no other host, no path out of it."""

    code = "ST806"
    title = Phrase("Liên kết an toàn, không ra ngoài kho", "Links are safe and stay inside")
    fact = Phrase(
        "liên kết “{link}” dẫn ra ngoài kho hoặc không an toàn", "the link “{link}” leads outside or is not safe"
    )
    basis = _SAFE
    remedy = Phrase(
        "Dùng mã hiệu tài liệu làm địa chỉ, ví dụ [đăng ký kết hôn](QT-HT-02); địa chỉ ngoài thì viết thành chữ.",
        "Use a document's code as address, e.g. [marriage](QT-HT-02); write outside addresses as text.",
    )

    def check_body(self, source: Source, body: Body, examination: Examination) -> Findings:
        for line, link in links_of(body):
            if not link.is_safe:
                yield self.found(Place(source.path, line), link=link.shown)


class LinksResolve(BodyRule):
    """Links lead to a document by its code, to a page, or to a heading of either; pictures stand beside the text."""

    code = "ST807"
    title = Phrase("Liên kết dẫn tới nơi có thật", "Links lead somewhere")
    fact = Phrase("liên kết “{link}” không dẫn tới đâu{hint}", "the link “{link}” leads nowhere{hint_en}")
    basis = Phrase("TCVN ISO 9001:2015, 7.5.3.2 a", "TCVN ISO 9001:2015, 7.5.3.2 a")
    remedy = Phrase(
        "Ghi mã hiệu của tài liệu; tới một mục thì thêm # và tên mục không dấu, ví dụ #muc-dich; "
        "hình thì đặt cạnh trang, trong thư mục của cơ quan.",
        "State a document's code; for a heading add # and its name in plain letters, e.g. #muc-dich; "
        "a picture lies beside its page, in the folder of the agency.",
    )

    def check_body(self, source: Source, body: Body, examination: Examination) -> Findings:
        for line, link in links_of(body):
            # A document whose file was deleted while in force is told of at the decision that issued it.
            is_told = link.target in examination.shared(deleted_in_force)
            if link.is_safe and not link.has_scheme and not is_told:
                hint = _lost(link, source, body, examination.province)
                if hint is not None:
                    yield self.found(Place(source.path, line), link=link.shown, **hint)


def _lost(link: Link, source: Source, body: Body, province: Province) -> dict[str, str] | None:
    """Return hints to where a link was meant to lead, or None if it leads somewhere."""
    if link.is_picture:
        return _lost_picture(link.target, source, province)
    sections: Iterable[Section] = body.sections
    if link.target:
        document = province.document_by_code.get(link.target)
        page = next((page for page in province.pages if page.name == link.target), None)
        if document is None and page is None:
            return did_you_mean(link.target, province.document_by_code)
        sections = document.text.sections if document else page.body.sections if page else ()
    anchors = [section.anchor for section in sections]
    if link.anchor in anchors or (link.target and not link.anchor):
        return None
    meant = closest(slug(link.anchor), anchors)
    return hints(f"{link.target}#{meant}" if meant else None)


def _lost_picture(target: str, source: Source, province: Province) -> dict[str, str] | None:
    """Pictures are published from the folders of the sites, each beside its text."""
    folder = source.path.rpartition("/")[0] + "/"
    paths = (attachment.path for attachment in province.attachments)
    near = [path.removeprefix(folder) for path in paths if path.startswith(folder)]
    return None if target in near and folder.startswith("sites/") else did_you_mean(target, near)


RULES = (
    NormalForm(), InvisibleLetters(), PrivateLetters(), LookAlikes(), NoRawHtml(), SafeLinks(), LinksResolve(),
)  # fmt: skip
