"""The file by which the script of the due date counts: the official calendar of the province, and the sentences.

Reads: a publication.
Returns: a file of the site, the same on every site of the province.
"""

from __future__ import annotations

import json

from sotay.rendering.due_date_words import words_for_scripts
from sotay.rendering.site_page import DataFile
from sotay.usecases.publication import Publication

CALENDAR = "lich-lam-viec.json"
"""The address of the calendar within a site."""


def calendar_files(publication: Publication) -> tuple[DataFile, ...]:
    """Return the calendar from the year before the day on, with the sentences; nothing where the province has none."""
    years = [year for year in publication.province.calendar.value.years if year.year >= publication.day.year - 1]
    if not years:
        return ()
    data = {
        "years": [year.year for year in years],
        "provisional": [year.year for year in years if year.provisional],
        "off": {off.date.isoformat(): off.name for year in years for off in year.days_off},
        "made_up": [day.isoformat() for year in years for day in year.working_days],
        "words": words_for_scripts(),
    }
    return (DataFile(CALENDAR, json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"),)
