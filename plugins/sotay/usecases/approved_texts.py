"""What decisions approved in the texts of a province, and whether a change to a file leaves it approved.

Reads: a province and the texts it was read from.
Returns: yes or no for a new text of one file; forms, models and the facts of agencies count for what uses them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from sotay.history.fingerprint import Fingerprints, named_forms, override_fingerprint
from sotay.model.document import DocumentFile
from sotay.model.province import Province
from sotay.usecases.assemble_province import assemble_province

_SETTINGS = "sites/province.yml"


class ApprovedTexts:
    """What must keep its fingerprint: whatever a decision approved exactly as it stands now."""

    def __init__(self, province: Province, texts: Mapping[str, str]) -> None:
        self._province = province
        self._texts = texts
        self._approved = {
            item.fingerprint
            for agency in province.agencies
            for decision in agency.decisions
            for item in decision.value.documents
            if item.fingerprint
        }
        self._prints: defaultdict[str, set[str]] = defaultdict(set)
        """The approved fingerprints that a file has a part in, by path."""
        self._sources: defaultdict[str, set[str]] = defaultdict(set)
        """The files that those fingerprints are worked out from, by path."""
        self._find()

    def _find(self) -> None:
        prints = Fingerprints(self._province.documents)
        for document in self._province.documents:
            if prints[document.code] in self._approved:
                paths = set(self._made_from(document))
                for path in paths:
                    self._prints[path].add(prints[document.code])
                    self._sources[path] |= paths
        for agency in self._province.agencies:
            own = {override_fingerprint(override) for override in agency.agency.overrides} & self._approved
            self._prints[agency.file.source.path] |= own

    def _made_from(self, document: DocumentFile) -> Iterator[str]:
        """The files that a document's fingerprint depends on."""
        by_code = self._province.document_by_code
        forms = [by_code[code] for code in named_forms(document) if code in by_code]
        for source in (document, *forms):
            yield source.source.path
            if source.control.model:
                model = by_code.get(source.control.model.partition("@")[0])
                owner = self._province.agency_by_id.get(source.control.owner or "")
                yield _SETTINGS
                yield from (model.source.path for model in (model,) if model)
                yield from (owner.file.source.path for owner in (owner,) if owner)

    def stays(self, path: str, text: str) -> bool:
        """Return whether everything that was approved is still approved if a file gets another text."""
        wanted = self._prints.get(path)
        if not wanted:
            return True
        texts = {source: self._texts[source] for source in self._sources[path] if source in self._texts}
        return wanted <= _standing(assemble_province({**texts, path: text}))


def _standing(province: Province) -> set[str]:
    own = {override_fingerprint(o) for agency in province.agencies for o in agency.agency.overrides}
    return own | set(Fingerprints(province.documents).values())
