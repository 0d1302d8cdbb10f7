"""How people tell an agency that something about a procedure is late, wrong or could be better.

Reads: a procedure as an agency has it, and the places for feedback that the agency or its province states.
Returns: links with the procedure filled in; where nothing is stated, the counter.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from textwrap import shorten
from urllib.parse import quote

from sotay.model.feedback import Feedback
from sotay.rendering.key_facts import counter_of
from sotay.usecases.publication import Entry, Publication

_NOT_DIALLED = str.maketrans("", "", " .-()")
_LONGEST_TITLE = 80
"""In the subject of a letter; the letter itself has the whole title. Some programs refuse links of 2,000 letters."""


@dataclass(frozen=True, slots=True)
class FeedbackLinks:
    """The ways to be heard."""

    page: str | None
    """The address of the page for feedback, with the procedure filled in."""
    is_filled: bool
    """Whether that address says which procedure and version it is."""
    mail: str | None
    """The same as the address of a letter that is begun."""
    email: str | None
    phone: str | None
    call: str | None
    """The number to call, as a link."""
    address: str | None
    in_person: str
    """Where one can always ask: the counter."""


def feedback_links(entry: Entry, publication: Publication, *, speaks_for_all: bool) -> FeedbackLinks:
    """Return where to turn about a procedure; a page that speaks for all agencies names the province's places."""
    settings = publication.province.settings.value
    own = entry.agency.feedback if not speaks_for_all else None
    stated = next((one for one in (own, settings.feedback) if one and one.is_stated), Feedback())
    return FeedbackLinks(
        page=_filled(stated.url, entry) if stated.url else None,
        is_filled=all(f"{{{name}}}" in (stated.url or "") for name in ("code", "version")),
        mail=_letter(stated.email, entry, speaks_for_all) if stated.email else None,
        email=stated.email,
        phone=stated.phone,
        call=f"tel:{stated.phone.translate(_NOT_DIALLED)}" if stated.phone and _is_dialled(stated.phone) else None,
        address=stated.address,
        in_person=_counter(entry, speaks_for_all),
    )


def _filled(url: str, entry: Entry) -> str:
    for name, value in _known(entry).items():
        url = url.replace(f"{{{name}}}", quote(value, safe=""))
    return url


def _known(entry: Entry) -> Mapping[str, str]:
    """What an address may leave open."""
    return {
        "code": entry.code,
        "version": str(entry.period.version),
        "title": _one_line(entry.control.title or entry.code),
    }


def _one_line(text: str) -> str:
    """A break in a subject would begin another field of the letter."""
    return " ".join(text.split())


def _letter(email: str, entry: Entry, speaks_for_all: bool) -> str:
    """A letter that is begun (RFC 6068): lines end with CR LF, all but ASCII is encoded."""
    known = _known(entry)
    named = f"{known['code']}, bản {known['version']}"
    national = f" ({', '.join(entry.control.tthc)})" if entry.control.tthc else ""
    lines = [
        f"Thủ tục: {known['title']}{national}",
        f"Quy trình: {named}",
        f"Cơ quan: {'' if speaks_for_all else entry.agency.name}",
        "Mã hồ sơ (nếu có):",
        "Nội dung phản ánh, kiến nghị:",
        "",
    ]
    title = shorten(known["title"], _LONGEST_TITLE, placeholder="…")
    subject = quote(f"Phản ánh, kiến nghị về thủ tục {title} ({named})", safe="")
    return f"mailto:{email}?subject={subject}&body={quote(chr(13) + chr(10), safe='').join(map(_encoded, lines))}"


def _encoded(line: str) -> str:
    return quote(line, safe="")


def _is_dialled(phone: str) -> bool:
    return phone.translate(_NOT_DIALLED).removeprefix("+").isdigit()


def _counter(entry: Entry, speaks_for_all: bool) -> str:
    counter = counter_of(entry)
    if speaks_for_all or counter is None:
        return "nơi tiếp nhận mà ông, bà đã nộp hồ sơ"
    return f"{counter.name}, {counter.address}"
