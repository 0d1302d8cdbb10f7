"""A whole time limit in words: how long, from when, what else is to be known about it."""

from __future__ import annotations

from sotay.model.procedure import TimeLimit
from sotay.text.wording import clock_words, duration_words, since_words, within_sentence

_OPENINGS = ("khi ", "nếu ", "đối với ", "trong ")


def limit_words(limit: TimeLimit) -> str:
    """Return a time limit with all that belongs to it: `5 ngày làm việc, 10 ngày làm việc khi phải xác minh`."""
    parts = [duration_words(limit)]
    if limit.starts:
        parts.append(since_words(limit.starts))
    if limit.cutoff:
        parts.append(f"nhận sau {clock_words(limit.cutoff)} thì tính từ ngày làm việc tiếp theo")
    parts += [f"{duration_words(longer)} {in_case(longer.when)}" for longer in limit.extensions]
    parts += [f"giai đoạn “{phase.name}” {duration_words(phase)}" for phase in limit.phases]
    return ", ".join(parts)


def in_case(when: str) -> str:
    """Return a condition as it stands after what it holds for: `khi phải xác minh`."""
    start = within_sentence(when)
    if start.startswith("trường hợp "):
        return f"trong {start}"
    return start if start.startswith(_OPENINGS) else f"khi {start}"
