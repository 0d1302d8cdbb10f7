"""The Jinja environment of the page templates: everything is escaped, and a missing value is an error."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from sotay.text.labels import CHANNELS, KINDS
from sotay.text.wording import date_words, sentence_case, within_sentence

_HOURS = re.compile(r"\d{1,2}:\d{2}–\d{1,2}:\d{2},?")


def hours_together(text: str) -> Markup:
    """Return a text in which no span of hours breaks across lines."""
    return Markup(_HOURS.sub(lambda match: f'<span class="nowrap">{match[0]}</span>', str(escape(text))))  # noqa: S704


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("sotay.rendering"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    environment.filters["date"] = date_words
    environment.filters["hours"] = hours_together
    environment.filters["capital"] = sentence_case
    environment.filters["within"] = within_sentence
    environment.globals["channel_labels"] = CHANNELS
    environment.globals["kind_labels"] = KINDS
    return environment


def render(template: str, facts: Mapping[str, object]) -> str:
    """Fill a template with facts; StrictUndefined refuses what it does not get."""
    return Markup(_environment().get_template(template).render(facts))  # noqa: S704 - the template escaped it
