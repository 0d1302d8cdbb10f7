"""The way to a page, as schema.org tells it."""

from __future__ import annotations

from collections.abc import Sequence

from sotay.rendering.structured_data.thing import Thing, thing


def breadcrumbs(steps: Sequence[tuple[str, str]], page: str) -> Thing:
    """Return the way to a page: names and addresses from the home page on, the page itself last."""
    entries = [
        thing("ListItem", position=position, name=name, item=address)
        for position, (name, address) in enumerate(steps, start=1)
    ]
    return thing("BreadcrumbList", f"{page}#duong-dan", itemListElement=entries)
