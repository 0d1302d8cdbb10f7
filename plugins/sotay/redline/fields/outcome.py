"""What the applicant receives, and what is required of them."""

from __future__ import annotations

from collections.abc import Iterator

from sotay.model.document import Document
from sotay.model.procedure import Result
from sotay.redline.changes import FieldChange
from sotay.redline.fields.difference import Difference, as_change, quoted, reordered
from sotay.redline.fields.facets import differences, quoted_text, worded
from sotay.redline.fields.named_parts import pair_by_name
from sotay.redline.list_pairs import Named, pair_items

_ALIKE = 0.5
_RESULT = "kết quả"
_CONDITION = "yêu cầu, điều kiện"


def result_changes(old: Document, new: Document) -> Iterator[FieldChange]:
    """Yield which results were added, are gone, or hold otherwise."""
    before, after = old.results, new.results
    pairing = pair_by_name(before, after, lambda result: result.name, _ALIKE, lambda result: result.code)
    told = [Difference(_RESULT, "", _result_words(after[place])) for place in pairing.added]
    told += [Difference(_RESULT, _result_words(before[place]), "") for place in pairing.gone]
    for pair in pairing.pairs:
        told += _of_result(before[pair.old], after[pair.new])
    yield from (as_change("results", difference) for difference in told)
    if any(pair.is_moved for pair in pairing.pairs):
        yield reordered("results", _RESULT, *([result.name for result in results] for results in (before, after)))


def _of_result(old: Result, new: Result) -> Iterator[Difference]:
    thing = f"{_RESULT} {quoted(new.name)}"
    facets = (
        quoted_text("name", _RESULT),
        worded("valid_for", f"giá trị của {thing}"),
        worded("code", f"mã của {thing}"),
    )
    return differences(old, new, facets, thing)


def _result_words(result: Result) -> str:
    return f"{result.name} (giá trị: {result.valid_for})" if result.valid_for else result.name


def condition_changes(old: Document, new: Document) -> Iterator[FieldChange]:
    """Yield which requirements were added, are gone, or were reworded."""
    before, after = old.conditions, new.conditions
    pairing = pair_items([Named(text, text) for text in before], [Named(text, text) for text in after], _ALIKE)
    told = [("", after[place]) for place in pairing.added] + [(before[place], "") for place in pairing.gone]
    told += [(before[pair.old], after[pair.new]) for pair in pairing.pairs if before[pair.old] != after[pair.new]]
    for texts in told:
        yield as_change("conditions", Difference(_CONDITION, *texts, is_text=True))
    if any(pair.is_moved for pair in pairing.pairs):
        yield reordered("conditions", _CONDITION, map(quoted, before), map(quoted, after))
