"""The internal process: which steps there are now, in what order, who does what, for how long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sotay.deadlines.working_time import added_up
from sotay.model.document import Document
from sotay.model.procedure import Clock, Step
from sotay.redline.changes import Fate, FieldChange
from sotay.redline.fields.difference import Difference, as_change, quoted
from sotay.redline.fields.facets import Facet, differences, quoted_text, worded
from sotay.redline.fields.named_parts import pair_by_name
from sotay.redline.names import Names
from sotay.text.labels import CLOCKS
from sotay.text.wording import duration_words

_FIELD = "steps"
_ALIKE = 0.5
_HERE = "cơ quan áp dụng thủ tục"


def step_changes(old: Document, new: Document, names: Names) -> Iterator[FieldChange]:
    """Yield how the internal process changed: its whole time, then steps added, gone, moved, done otherwise."""
    before, after = old.steps, new.steps
    totals = _total(before), _total(after)
    if all(totals) and totals[0] != totals[1]:
        yield as_change(_FIELD, Difference("tổng thời gian các bước", *totals))
    pairing = pair_by_name(before, after, lambda step: step.action, _ALIKE)
    for place in pairing.added:
        yield _one(Fate.INSERTED, "Thêm", place, after[place], names)
    for place in pairing.gone:
        yield _one(Fate.DELETED, "Bỏ", place, before[place], names)
    for pair in pairing.pairs:
        if pair.is_moved:
            yield _moved(after[pair.new], pair.old + 1, pair.new + 1)
        told = _of_step(before[pair.old], after[pair.new], pair.new + 1, names)
        yield from (as_change(_FIELD, difference) for difference in told)


def _total(steps: Sequence[Step]) -> str:
    """What the steps of the ordinary case take together; nothing where a step states no time."""
    counted = [step.time for step in steps if step.clock is Clock.RUNS and not step.when]
    times = [time for time in counted if time]
    return " và ".join(map(duration_words, added_up(times))) if len(times) == len(counted) else ""


def _one(fate: Fate, verb: str, place: int, step: Step, names: Names) -> FieldChange:
    details = [names.role(step.role)]
    if step.agency:
        details.append(names.agency(step.agency))
    if step.time:
        details.append(duration_words(step.time))
    words = f"{step.action} ({', '.join(details)})"
    is_new = fate is Fate.INSERTED
    subject = f"bước {place + 1}" if is_new else f"bước {place + 1} của bản trước"
    values = ("", words) if is_new else (words, "")
    return FieldChange(_FIELD, subject.capitalize(), fate, *values, f"{verb} {subject}: {words}")


def _moved(step: Step, old: int, new: int) -> FieldChange:
    subject = f"bước {quoted(step.action)}"
    values = f"thứ {old}", f"thứ {new}"
    sentence = f"Đổi thứ tự {subject}: {values[0]} → {values[1]}"
    return FieldChange(_FIELD, f"Thứ tự {subject}", Fate.MOVED, *values, sentence)


def _of_step(old: Step, new: Step, number: int, names: Names) -> Iterator[Difference]:
    thing = f"bước {number} {quoted(new.action)}"
    facets = (
        quoted_text("action", f"bước {number}"),
        worded("role", f"người thực hiện {thing}", names.role),
        Facet(("agency",), lambda old, new: _agency(thing, old, new, names)),
        worded("time", f"thời gian {thing}", duration_words),
        worded("clock", f"cách tính thời gian {thing}", CLOCKS.__getitem__),
        quoted_text("produces", f"kết quả {thing}"),
        worded("forms", f"biểu mẫu dùng ở {thing}"),
        quoted_text("handover", f"cách chuyển hồ sơ sau {thing}"),
        worded("phase", f"giai đoạn của {thing}"),
        quoted_text("when", f"trường hợp phải làm {thing}"),
    )
    return differences(old, new, facets, thing)


def _agency(thing: str, old: Step, new: Step, names: Names) -> Iterator[Difference]:
    before, after = (names.agency(step.agency) if step.agency else _HERE for step in (old, new))
    yield Difference(f"cơ quan thực hiện {thing}", before, after)
