"""The one place where what the product says becomes what MkDocs prints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from mkdocs.exceptions import PluginError

from sotay.errors import SotayError
from sotay.model.finding import Finding
from sotay.rendering.findings.text import finding_line


@contextmanager
def as_plugin_error() -> Iterator[None]:
    """Turn an error of ours into one that MkDocs prints on one line, and that `mkdocs serve` survives."""
    try:
        yield
    except SotayError as error:
        raise PluginError(error.vi) from error


def refuse(errors: Sequence[Finding]) -> None:
    """Stop the build if there are errors, with all of them at once."""
    if errors:
        lines = "\n".join(finding_line(finding, "vi") for finding in errors)
        raise PluginError(f"không dựng trang vì còn {len(errors)} lỗi:\n{lines}")
