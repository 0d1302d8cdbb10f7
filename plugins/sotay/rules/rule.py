"""What a rule is: a code, a title, a basis, a remedy, what it requires first, and a check."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import ClassVar, Final

from sotay.model.agency import Agency
from sotay.model.decision import Decision
from sotay.model.document import DocumentFile, DocumentKind
from sotay.model.finding import Finding, Severity
from sotay.model.phrase import Phrase
from sotay.model.province import AgencyFiles, FileOf
from sotay.model.record import RecordFile
from sotay.model.source import Place, Source
from sotay.rules.examination import Examination

Findings = Iterator[Finding]

READABLE: Final = frozenset({"ST100", "ST107", "ST137"})
"""What a rule about values requires: the file could be read, its YAML made sense, and it holds one text, not two."""
PROCEDURES: Final = frozenset({DocumentKind.PROCEDURE})
"""The kinds that owe a citizen what Decree 63/2010 lists."""
WITH_STEPS: Final = frozenset({DocumentKind.PROCEDURE, DocumentKind.INTERNAL_PROCEDURE})
"""The kinds that say who does what."""


class Rule(ABC):
    """A rule of document control; a subclass says what it looks at."""

    code: ClassVar[str]
    """`ST` and three digits; the first digit is the family."""
    title: ClassVar[Phrase]
    """What must be so."""
    fact: ClassVar[Phrase]
    """What a finding says, with named places for the facts at hand."""
    basis: ClassVar[Phrase]
    """The clause, article or design principle it rests on."""
    remedy: ClassVar[Phrase]
    """What to type or do; may use the same named places."""
    severity: ClassVar[Severity] = Severity.ERROR
    """Whether a finding stops publication."""
    requires: ClassVar[frozenset[str]] = frozenset()
    """Codes that, found in the same file, leave nothing for this rule to say."""

    def found(self, place: Place, **facts: object) -> Finding:
        """Make a finding at a place, with the facts filled in."""
        return Finding(
            place,
            self.code,
            self.severity,
            self.fact.format(**facts),
            self.basis,
            self.remedy.format(**facts),
        )


class SourceRule(Rule):
    """A rule about the form of any file."""

    @abstractmethod
    def check(self, source: Source, examination: Examination) -> Findings:
        """Yield what is wrong with a file."""


class DocumentRule(Rule):
    """A rule about one controlled document."""

    kinds: ClassVar[frozenset[DocumentKind]] = frozenset()
    """The kinds it is about; empty for all."""

    @abstractmethod
    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        """Yield what is wrong with a document."""


class AgencyRule(Rule):
    """A rule about one agency."""

    @abstractmethod
    def check(self, file: FileOf[Agency], examination: Examination) -> Findings:
        """Yield what is wrong with an agency's file."""


class DecisionRule(Rule):
    """A rule about one decision of an agency."""

    @abstractmethod
    def check(self, file: FileOf[Decision], agency: AgencyFiles, examination: Examination) -> Findings:
        """Yield what is wrong with a decision."""


class RecordRule(Rule):
    """A rule about one record of an agency."""

    @abstractmethod
    def check(self, record: RecordFile, agency: AgencyFiles, examination: Examination) -> Findings:
        """Yield what is wrong with a record."""


class ProvinceRule(Rule):
    """A rule about the registers, or about several files together."""

    @abstractmethod
    def check(self, examination: Examination) -> Findings:
        """Yield what is wrong with the province."""
