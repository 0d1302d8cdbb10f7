"""What the printed list of papers says besides the papers: which text it is from, and how to find the page again.

Reads: a procedure as an agency has it, and the absolute address of its page.
Returns: words, and a QR code (ISO/IEC 18004) as SVG without styles of its own.
"""

from __future__ import annotations

from dataclasses import dataclass

import segno
from markupsafe import Markup

from sotay.text.wording import version_words
from sotay.usecases.publication import Entry


@dataclass(frozen=True, slots=True)
class ChecklistPrint:
    """The words of the sheet that are not on the screen."""

    codes: str
    """National codes, code and version."""
    sentence: str
    """Which version it is, in force from when, by which decision, as known at which commit."""
    address: str | None
    """The address of the page as one types it; None where it is not known."""
    qr: Markup | None
    """The same as a QR code."""


def checklist_print(entry: Entry, sentence: str, address: str | None) -> ChecklistPrint:
    """Return what a sheet says; without an absolute address there is neither address nor QR code."""
    version = entry.period.version
    codes = (*entry.control.tthc, f"{entry.code}, bản {version} ({version_words(version)})")
    shown = address.partition("://")[2] if address else None
    return ChecklistPrint(" · ".join(codes), sentence, shown, qr_svg(address) if address else None)


def qr_svg(text: str) -> Markup:
    """Return a text as a QR code with its quiet zone; 15 of 100 damaged modules can be mended (level M)."""
    drawn = segno.make_qr(text, error="m").svg_inline(omitsize=True, svgclass="qr", lineclass=None)
    return Markup(drawn.replace("<svg ", '<svg role="img" aria-label="Mã QR dẫn tới trang này" ', 1))  # noqa: S704 - a drawing
