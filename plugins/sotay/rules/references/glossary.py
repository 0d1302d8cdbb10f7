"""ST640–ST643: the glossary of search says everyday things once, and hides nothing.

Texts are compared as search compares them (`text/search_key.py`): big and small letters, both places of a tone,
and i or y are the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from sotay.model.finding import Severity
from sotay.model.glossary import Glossary
from sotay.model.phrase import Phrase
from sotay.model.province import FileOf
from sotay.model.source import KeyPath, Place
from sotay.rules.examination import Examination
from sotay.rules.rule import READABLE, Findings, ProvinceRule
from sotay.text.search_key import plain_key, toned_key

_BASIS = Phrase("TCVN ISO 9001:2015, 8.2.1 a", "TCVN ISO 9001:2015, 8.2.1 a")
_Said = tuple[KeyPath, str]


def _sayings(glossary: Glossary) -> Iterator[_Said]:
    for number, entry in enumerate(glossary.entries):
        for index, text in enumerate(entry.say):
            yield ("entries", number, "say", index), text


def _meanings(glossary: Glossary) -> Iterator[_Said]:
    for number, entry in enumerate(glossary.entries):
        for index, text in enumerate(entry.means):
            yield ("entries", number, "means", index), text


def _stop_words(glossary: Glossary) -> Iterator[_Said]:
    for index, text in enumerate(glossary.stop_words):
        yield ("stop_words", index), text


class SayingsSaySomething(ProvinceRule):
    """Every saying, meaning and stop word has letters or digits: search sees nothing else."""

    code = "ST640"
    title = Phrase("Mỗi cách nói trong bảng từ tìm kiếm phải có chữ", "Every saying of the glossary has words")
    fact = Phrase("“{text}” không có chữ nào để tìm", "“{text}” has no word to search for")
    basis = _BASIS
    remedy = Phrase("Ghi lời người dân hay nói, hoặc xóa dòng này.", "State what people say, or delete this line.")
    severity = Severity.WARNING
    requires = READABLE

    def check(self, examination: Examination) -> Findings:
        register = examination.province.glossary
        for said in (_sayings, _meanings, _stop_words):
            for keys, text in said(register.value):
                if not plain_key(text):
                    yield self.found(register.place(*keys), text=text)


class SayingsStandOnce(ProvinceRule):
    """No saying stands twice, also not once with and once without diacritics: search takes them for the same."""

    code = "ST641"
    title = Phrase("Mỗi cách nói chỉ ghi một lần", "Every saying stands once")
    fact = Phrase("“{text}” đã có ở dòng {line}{how}", "“{text}” already stands on line {line}{how_en}")
    basis = _BASIS
    remedy = Phrase(
        "Xóa dòng trùng; nếu hai dòng có nghĩa khác nhau thì gộp các nghĩa vào một dòng.",
        "Delete the double; where the two mean different things, put all meanings into one entry.",
    )
    severity = Severity.WARNING
    requires = READABLE

    def check(self, examination: Examination) -> Findings:
        register = examination.province.glossary
        for said in (_sayings(register.value), _stop_words(register.value)):
            yield from self._doubles(register, list(said))

    def _doubles(self, register: FileOf[Glossary], said: list[_Said]) -> Findings:
        first: dict[str, Place] = {}
        plain: dict[str, Place] = {}
        for keys, text in said:
            place, key = register.place(*keys), toned_key(text)
            if key and key in first:
                yield self.found(place, text=text, line=first[key].line, how="", how_en="")
            first.setdefault(key, place)
            if key != plain_key(text):
                plain.setdefault(plain_key(text), place)
        for keys, text in said:
            if toned_key(text) in plain:
                line = plain[toned_key(text)].line
                yield self.found(register.place(*keys), text=text, line=line, how=_WITH_TONES.vi, how_en=_WITH_TONES.en)


_WITH_TONES = Phrase(" (viết đủ dấu; gõ không dấu cũng tìm thấy)", " (with diacritics; it is found without them, too)")


class SayingsMeanSomethingElse(ProvinceRule):
    """An entry says something other than its own words; one whose meanings only repeat its one saying says nothing."""

    code = "ST642"
    title = Phrase("Nghĩa của cách nói không lặp lại chính nó", "A meaning does not only repeat its saying")
    fact = Phrase("“{text}” chỉ có nghĩa là chính nó", "“{text}” only means itself")
    basis = _BASIS
    remedy = Phrase(
        "Xóa mục này, hoặc thêm cách nói hay nghĩa khác: lời đã gõ thì bao giờ cũng được tìm.",
        "Delete the entry, or add another saying or meaning: what was typed is always searched for.",
    )
    severity = Severity.WARNING
    requires = READABLE

    def check(self, examination: Examination) -> Findings:
        register = examination.province.glossary
        for number, entry in enumerate(register.value.entries):
            words = {toned_key(text) for text in (*entry.say, *entry.means)}
            if len(words) == 1 and "" not in words:
                yield self.found(register.place("entries", number, "means", 0), text=entry.means[0])


class StopWordsHideNothing(ProvinceRule):
    """What is passed over in a question is no saying, and not the whole name or keyword of a procedure."""

    code = "ST643"
    title = Phrase("Lời bỏ qua không che mất điều cần tìm", "Stop words hide nothing")
    fact = Phrase(
        "“{text}” được bỏ qua khi tìm, nhưng cũng là {what}", "“{text}” is passed over, but is also {what_en}"
    )
    basis = _BASIS
    remedy = Phrase("Xóa khỏi “stop_words”.", "Delete it from “stop_words”.")
    severity = Severity.WARNING
    requires = READABLE

    def check(self, examination: Examination) -> Findings:
        register = examination.province.glossary
        sayings = {toned_key(text): keys for keys, text in _sayings(register.value)}
        named = _names(examination)
        for keys, text in _stop_words(register.value):
            key = toned_key(text)
            if key in sayings:
                line = register.place(*sayings[key]).line
                what = {"what": f"cách nói ở dòng {line}", "what_en": f"the saying on line {line}"}
            elif key in named:
                what = {"what": f"tên hoặc từ khóa của {named[key]}", "what_en": f"a name or keyword of {named[key]}"}
            else:
                continue
            yield self.found(register.place(*keys), text=text, **what)


def _names(examination: Examination) -> dict[str, str]:
    """The titles and keywords of the library, each with the code of a document that has it."""
    found: dict[str, str] = {}
    for document in examination.province.documents:
        for text in (document.control.title or "", *document.control.keywords):
            found.setdefault(toned_key(text), document.code)
    found.pop("", None)
    return found


RULES = (SayingsSaySomething(), SayingsStandOnce(), SayingsMeanSomethingElse(), StopWordsHideNothing())
