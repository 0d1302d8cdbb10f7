"""Earlier texts: each found by the fingerprint that a decision names, in the state in which it was approved.

Reads: the chronicle of a repository, and the few old texts that may be the one sought.
Returns: documents; a text that is not there stays absent, and in a cut-off clone nothing is said about it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from hashlib import sha256
from itertools import chain
from typing import NamedTuple

from sotay.errors import GitRefused, ShallowHistory
from sotay.history.fingerprint import Fingerprints, named_forms
from sotay.history.timeline import RecordedText
from sotay.model.document import DocumentFile, DocumentKind
from sotay.model.version import Version
from sotay.sources.git.chronicle import Chronicle, chronicle
from sotay.sources.git.door import GitRepository, OpenObjects
from sotay.sources.parsed_texts import RecentReading, RememberedReading
from sotay.sources.province_files import decoded
from sotay.sources.sealed_store import SealedStore, sealed_store
from sotay.usecases.assemble_province import assemble_province
from sotay.usecases.reading import PlainReading, Reading

_SETTINGS = "sites/province.yml"

State = tuple[tuple[str, str], ...]
"""Paths and the names of their contents: all that a fingerprint is worked out from."""


class _Facts(NamedTuple):
    """What a state comes to for one document."""

    print: str
    """Its fingerprint."""
    forms: frozenset[str]
    """The forms that count for it."""
    model: str | None
    """The code of the model that gives its text."""
    owner: str | None
    """The agency whose facts fill the model."""

    @property
    def depends(self) -> bool:
        """Whether its own text alone is not the whole state."""
        return bool(self.forms or self.model)


class GitHistory:
    """The history of a province up to a commit."""

    def __init__(self, repository: GitRepository, commit: str) -> None:
        """Take the repository, and the commit beyond which nothing counts."""
        self._repository = repository
        self._commit = commit
        self._known: dict[tuple[str, State], _Facts] = {}
        self._ids: dict[str, str | None] = {}

    def find(self, code: str, version: Version, fingerprint: str) -> DocumentFile | None:
        """Return the text of a version whose fingerprint is the given one, or None; never another text.

        Raises ShallowHistory where the clone was cut off and the text may lie beyond.
        """
        candidates = [text for text in reversed(self.recorded(code)) if text.version == version]
        for state in self._states(code, candidates):
            if self._facts(code, state).print == fingerprint:
                return self._read_in(code, state)
        if self._repository.is_shallow:
            raise ShallowHistory((f"bản {version} của {code}", f"version {version} of {code}"))
        return None

    def recorded(self, code: str) -> tuple[RecordedText, ...]:
        """Return every distinct text that was ever recorded of a document, oldest first."""
        return self._chronicle.texts.get(code, ())

    @property
    def codes(self) -> frozenset[str]:
        """The codes of all documents that were ever recorded."""
        return frozenset(self._chronicle.texts)

    def text_of(self, recorded: RecordedText) -> DocumentFile:
        """Return a recorded text as it read when it was recorded, with the model of that time."""
        state: State = ((recorded.path, recorded.blob),)
        facts = self._facts(recorded.code, state)
        if facts.model:
            around = self._state_at(recorded.commit.id, self._paths_for(recorded.code, facts))
            state = tuple(sorted({**dict(around), recorded.path: recorded.blob}.items()))
        return next(one for one in self._documents(state) if one.source.path == recorded.path)

    @cached_property
    def _store(self) -> SealedStore | None:
        return sealed_store()

    @cached_property
    def _reading(self) -> Reading:
        # The same form or model is a part of one state after the other.
        return RecentReading(RememberedReading(self._store) if self._store else PlainReading())

    @cached_property
    def _whole(self) -> OpenObjects:
        return self._repository.opened()

    @cached_property
    def _named(self) -> OpenObjects:
        return self._repository.opened(whole=False)

    @cached_property
    def _chronicle(self) -> Chronicle:
        return chronicle(self._repository, self._commit, self._store)

    def _states(self, code: str, candidates: Iterable[RecordedText]) -> Iterator[State]:
        """Yield the states that a document was in with one of some texts, each once, likely ones first.

        The fingerprint of a document that names forms or a model depends on them too. They are taken as they stood
        together in a commit, never combined: first where a decision on it was recorded, then where one of them
        changed, at last where lines of history were joined.
        """
        dependent: dict[str, _Facts] = {}
        for text in candidates:
            alone = ((text.path, text.blob),)
            facts = self._facts(code, alone)
            if facts.depends:
                dependent[text.blob] = facts
            else:
                yield alone
        if not dependent:
            return
        paths = tuple(dict.fromkeys(path for facts in dependent.values() for path in self._paths_for(code, facts)))
        seen: set[State] = set()
        for commit in self._moments(code, paths):
            state = self._state_at(commit, paths)
            if state not in seen and any(blob in dependent for _, blob in state):
                seen.add(state)
                yield state

    def _moments(self, code: str, paths: Iterable[str]) -> Iterator[str]:
        """Yield the commits in which to look, likely ones first."""
        known = self._chronicle
        yield from known.deciding.get(code, ())
        yield from dict.fromkeys(commit for path in paths for commit in known.touching.get(path, ()))
        yield from known.merges

    def _state_at(self, commit: str, paths: Iterable[str]) -> State:
        held = ((path, self._id_at(commit, path)) for path in paths)
        return tuple(sorted((path, blob) for path, blob in held if blob))

    def _id_at(self, commit: str, path: str) -> str | None:
        name = f"{commit}:{self._repository.prefix}{path}"
        if name not in self._ids:
            found = self._named.one(name)
            self._ids[name] = found.id if found and found.kind == "blob" else None
        return self._ids[name]

    def _paths_for(self, code: str, facts: _Facts) -> tuple[str, ...]:
        """Every path on which a fingerprint may depend: the document's, its forms', their models', their owners'."""
        heads = self._chronicle.heads
        texts = (text for form in sorted(facts.forms) for text in self.recorded(form))
        forms = (text for text in texts if (head := heads[text.blob]) and head.is_generated)
        generated = [facts, *(self._facts(text.code, ((text.path, text.blob),)) for text in forms)]
        models = [(one.model, one.owner) for one in generated if one.model]
        codes = [code, *sorted(facts.forms), *(model for model, _ in models)]
        held = [path for one in codes for path in self._chronicle.paths.get(one, ())]
        facts_of = [path for _, owner in models for path in (_SETTINGS, f"sites/{owner}/agency.yml")]
        return tuple(dict.fromkeys([*held, *facts_of]))

    def _facts(self, code: str, state: State) -> _Facts:
        """What a state comes to for a document; worked out once, ever."""
        if (code, state) not in self._known:
            name = sha256("\0".join(["state", code, *chain(*state)]).encode(errors="replace")).hexdigest()
            kept = self._store.find(name) if self._store else None
            found = kept if isinstance(kept, _Facts) else self._facts_anew(code, state)
            if self._store and kept is None:
                self._store.keep(name, found)
            self._known[code, state] = found
        return self._known[code, state]

    def _facts_anew(self, code: str, state: State) -> _Facts:
        documents = self._documents(state)
        document = _of(code, documents)
        control, is_form = document.control, document.control.kind is DocumentKind.FORM
        forms = frozenset() if is_form else named_forms(document)
        model = control.model.partition("@")[0] if control.model else None
        return _Facts(Fingerprints(documents)[code], forms, model, control.owner)

    def _read_in(self, code: str, state: State) -> DocumentFile:
        """The document as it reads in a state; only a generated one needs more than its own text."""
        for path, blob in state:
            head = self._chronicle.heads.get(blob)
            alone = ((path, blob),)
            if head and head.code == code and not self._facts(code, alone).model:
                return _of(code, self._documents(alone))
        return _of(code, self._documents(state))

    def _documents(self, state: State) -> tuple[DocumentFile, ...]:
        """The documents of a state, read as a province that has nothing else."""
        texts = {path: text for path, blob in state if (text := self._text(blob)) is not None}
        if len(texts) == 1:
            return tuple(self._reading.document(path, text) for path, text in texts.items())
        return assemble_province(texts, reading=self._reading).documents

    def _text(self, blob: str) -> str | None:
        held = self._whole.one(blob)
        if held is None:
            raise GitRefused(f"{blob} missing")
        try:
            return decoded(held.content)
        except UnicodeDecodeError:
            return None


def _of(code: str, documents: Iterable[DocumentFile]) -> DocumentFile:
    """The document with a code; of two the first, as in the whole province."""
    return next(document for document in documents if document.code == code)
