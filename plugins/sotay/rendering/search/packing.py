"""The index of search as compact JSON: columns instead of rows, and each repeated text once.

Reads: what search knows of every document, and the names of fields and agencies.
Returns: JSON text, the same bytes for the same values; `search/documents.js` of the theme reads it.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sotay.model.document import DocumentKind
from sotay.model.glossary import Glossary
from sotay.model.procedure import Applicant, Level
from sotay.rendering.addresses import DOCUMENTS, PROCEDURES
from sotay.rendering.search.searched import Searched
from sotay.text.labels import APPLICANTS, LEVELS
from sotay.text.search_key import search_words

FORMAT = 1
"""Raised when an index can no more be read as before."""


@dataclass(slots=True)
class Pool:
    """Values that many documents share, each held once; a document names it by number."""

    values: list[Any] = field(default_factory=list)
    """In the order in which they came up."""
    _numbers: dict[Any, int] = field(default_factory=dict)

    def number(self, value: Any) -> int:
        """Return the number of a value; a new one is added."""
        if value not in self._numbers:
            self._numbers[value] = len(self.values)
            self.values.append(value)
        return self._numbers[value]


def packed(
    documents: Sequence[Searched],
    fields: Iterable[tuple[str, str]],
    agencies: Iterable[tuple[str, str]],
    glossary: Glossary,
) -> str:
    """Return the index as JSON; fields and agencies as pairs of id and name, in their order."""
    used = {one.field for one in documents}
    named = [pair for pair in fields if pair[0] in used]
    performing = {agency for one in documents for agency in one.agencies}
    among = [pair for pair in agencies if pair[0] in performing]
    index = {
        "format": FORMAT,
        "fields": named,
        "agencies": among,
        "levels": [[level.value, name] for level, name in LEVELS.items()],
        "applicants": [[applicant.value, name] for applicant, name in APPLICANTS.items()],
        "glossary": [[list(entry.say), list(entry.means)] for entry in glossary.entries],
        "stopWords": list(glossary.stop_words),
        **_columns(documents, [known for known, _ in named], [known for known, _ in among]),
    }
    return json.dumps(index, ensure_ascii=False, separators=(",", ":")) + "\n"


def _columns(documents: Sequence[Searched], fields: Sequence[str], agencies: Sequence[str]) -> Mapping[str, Any]:
    texts, sets, legal = Pool(), Pool(), Pool()
    vocabulary = _Vocabulary(documents)
    field_number = {field: number for number, field in enumerate(fields)}
    agency_number = {agency: number for number, agency in enumerate(agencies)}
    columns = {
        "title": [one.title for one in documents],
        "address": [_short_address(one) for one in documents],
        "codes": [" ".join(one.codes) for one in documents],
        "field": [-1 if one.field is None else field_number[one.field] for one in documents],
        "kind": [texts.number(one.kind.value) for one in documents],
        "shown": [[texts.number(text) for text in _shown(one)] for one in documents],
        "flags": [one.is_over | one.is_free << 1 | one.is_online << 2 for one in documents],
        "levels": [_bits(one.levels, tuple(Level)) for one in documents],
        "applicants": [_bits(one.applicants, tuple(Applicant)) for one in documents],
        "performers": [sets.number(tuple(agency_number[agency] for agency in one.agencies)) for one in documents],
        "keywords": ["|".join(one.keywords) for one in documents],
        "results": [vocabulary.numbers(_results(one)) for one in documents],
        "papers": [vocabulary.numbers(_papers(one)) for one in documents],
        "legal": [[legal.number(number) for number in one.legal] for one in documents],
    }
    pools = {"texts": texts.values, "sets": sets.values, "legalNumbers": legal.values}
    return {**pools, "terms": " ".join(vocabulary.terms), "documents": columns}


def _shown(one: Searched) -> tuple[str, ...]:
    return one.where, one.time, one.fee, one.ways, one.badge


def _short_address(one: Searched) -> str:
    """Nothing where the address follows from the first code; `search/documents.js` puts it together again."""
    start = PROCEDURES if one.kind is DocumentKind.PROCEDURE else DOCUMENTS
    return "" if one.address == f"{start}{one.codes[0]}/" else one.address


def _bits(values: Iterable[Any], order: Sequence[Any]) -> int:
    return sum(1 << order.index(value) for value in set(values))


class _Vocabulary:
    """The words of papers and results without diacritics, those of most documents first: small numbers for them."""

    def __init__(self, documents: Sequence[Searched]) -> None:
        counts = Counter(term for one in documents for term in _results(one) | _papers(one))
        self.terms = sorted(counts, key=lambda term: (-counts[term], term))
        self._numbers = {term: number for number, term in enumerate(self.terms)}

    def numbers(self, terms: Iterable[str]) -> list[int]:
        """Return words by number, each as the step from the one before it."""
        numbers = sorted(self._numbers[term] for term in terms)
        return [number - before for before, number in zip([0, *numbers], numbers, strict=False)]


def _results(one: Searched) -> set[str]:
    return _terms(one.results)


def _papers(one: Searched) -> set[str]:
    """The words that only papers say: one that a name or a result says as well is worth more there."""
    return _terms(one.papers) - _terms((one.title, *one.keywords, *one.results))


def _terms(texts: Iterable[str]) -> set[str]:
    return {word.plain for text in texts for word in search_words(text)}
