"""What the rules advise on the documents that the sites show, for those who answer for them.

Reads: the findings of a check, and the agencies before anything internal is left out.
Returns: advice by document code. In the public edition it is only on public texts, and says the rule and the line,
not the fact: a fact may quote notes to staff or name what is internal.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from sotay.model.document import DocumentFile
from sotay.model.finding import Finding, Severity
from sotay.model.phrase import Phrase
from sotay.model.province import Province
from sotay.model.release import Edition
from sotay.rules.catalogue import RULES
from sotay.rules.rule import DocumentRule, SourceRule
from sotay.usecases.publication import Advice, AgencyPublication

# Rules about agencies and decisions look at what Git had recorded at one commit;
# what they say would not be the same when a release is built again.
_TITLES: Mapping[str, Phrase] = {
    rule.code: rule.title for rule in RULES if isinstance(rule, (DocumentRule, SourceRule))
}


def published_advice(
    findings: Iterable[Finding], province: Province, agencies: Iterable[AgencyPublication], edition: Edition
) -> Mapping[str, tuple[Advice, ...]]:
    """Return the advice on the texts of the working tree that decisions have put, or will put, into force."""
    codes = {document.source.path: document.code for document in _shown(province, agencies, edition)}
    together: dict[str, list[Advice]] = {}
    for finding in findings:
        code, title = codes.get(finding.place.path), _TITLES.get(finding.code)
        if code and title and finding.severity is Severity.ADVICE:
            fact = finding.fact if edition is Edition.INTERNAL else None
            advice = Advice(finding.code, title, finding.place.path, finding.place.line, fact)
            together.setdefault(code, []).append(advice)
    return {code: tuple(advice) for code, advice in together.items()}


def _shown(province: Province, agencies: Iterable[AgencyPublication], edition: Edition) -> Iterator[DocumentFile]:
    issued: Collection[int] = {
        id(version.document) for agency in agencies for entry in agency.entries for version in entry.versions
    }
    for document in province.documents:
        if id(document) in issued and (document.is_public or edition is Edition.INTERNAL):
            yield document
