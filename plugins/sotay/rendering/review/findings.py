"""The findings of a review in Markdown: what stops publication first, and of many of a kind only some.

Reads: new findings.
Returns: items of a list.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from sotay.model.finding import Finding, Severity
from sotay.model.phrase import Language, Phrase
from sotay.rendering.review.words import code_words, shortened, text_words
from sotay.rendering.rule_text import SEVERITY

_MOST_OF_A_KIND = 3
_MOST = 20
_MORE_OF_A_KIND = Phrase("… còn {count} {severity} {code} ở {places}", "… {count} more {severity} {code} in {places}")
_MOST_PLACES = 5


def finding_items(findings: Sequence[Finding], language: Language) -> Sequence[str]:
    """Return the findings by weight, then by rule and place."""
    weights = list(Severity)
    ordered = sorted(findings, key=lambda f: (weights.index(f.severity), f.code, f.place.path, f.place.line))
    lines: list[str] = []
    for _, together in groupby(ordered, key=lambda f: (f.severity, f.code)):
        lines += _of_a_kind(list(together), language)
    return shortened(lines, _MOST, language)


def _of_a_kind(findings: Sequence[Finding], language: Language) -> Iterator[str]:
    # To name one more costs as little as to say that there is one more.
    most = _MOST_OF_A_KIND if len(findings) > _MOST_OF_A_KIND + 1 else len(findings)
    for finding in findings[:most]:
        yield (
            f"- {code_words(f'{finding.place}')} **{finding.code}** {SEVERITY[finding.severity](language)}: "
            f"{text_words(finding.fact(language))}. {text_words(finding.remedy(language))}"
        )
    rest = findings[most:]
    if rest:
        facts = {"count": len(rest), "code": rest[0].code, "severity": SEVERITY[rest[0].severity](language)}
        yield f"- {_MORE_OF_A_KIND.format(places=_places(rest), **facts)(language)}"


def _places(findings: Iterable[Finding]) -> str:
    paths = list(dict.fromkeys(finding.place.path for finding in findings))
    shown = ", ".join(code_words(path) for path in paths[:_MOST_PLACES])
    return shown + (" …" if len(paths) > _MOST_PLACES else "")
