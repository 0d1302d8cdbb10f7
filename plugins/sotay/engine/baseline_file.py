"""The list of old findings on disk: read, made once, and from then on only shortened."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sotay.errors import BadInput
from sotay.model.finding import Finding
from sotay.sources.whole_text import read_text_or_none, write_text
from sotay.usecases.baseline import Compared, baseline_of, baseline_text, compare, read_baseline, shrunk


def compare_with_file(findings: Sequence[Finding], path: Path) -> Compared:
    """Hold findings against a list; raises BadInput if there is no such file, or it is damaged."""
    text = read_text_or_none(path)
    if text is None:
        raise BadInput(
            f"không có danh sách chờ {path}. Chạy lại với --update-baseline để lập danh sách từ các lỗi hiện có.",
            f"there is no baseline {path}. Run again with --update-baseline to make one of the present errors.",
        )
    return compare(findings, read_baseline(str(path), text))


def update_file(findings: Sequence[Finding], failing: Sequence[Finding], path: Path) -> None:
    """Take what is mended out of a list; where there is none yet, make one of everything that fails."""
    text = read_text_or_none(path)
    baseline = baseline_of(failing) if text is None else shrunk(read_baseline(str(path), text), findings)
    new = baseline_text(baseline)
    if new != text:
        write_text(path, new)
