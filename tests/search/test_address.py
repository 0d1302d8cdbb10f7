"""A search in the address of its page: the shipped script writes it and reads it back, in node."""

from __future__ import annotations

import json
import subprocess
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.command import REPOSITORY

SCRIPT = REPOSITORY / "plugins/sotay/theme/assets/javascripts/sotay/search/address.js"
_CALL = """
import { readAddress, writeAddress } from %s;
let text = "";
for await (const part of process.stdin) text += part;
const answers = JSON.parse(text).map(([name, value]) => ({ readAddress, writeAddress })[name](value));
process.stdout.write(JSON.stringify(answers));
"""
CHOSEN = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
FILTERS = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(("field", "agency", "level", "applicant"), CHOSEN),
        **dict.fromkeys(("online", "free"), st.just(value=True)),
    },
)
SEARCHES = st.fixed_dictionaries({"query": CHOSEN, "filters": FILTERS})


def called(*calls: tuple[str, object]) -> list[Any]:
    done = subprocess.run(
        ["node", "--input-type=module", "-e", _CALL % json.dumps(SCRIPT.as_uri())],
        input=json.dumps(calls),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return list(json.loads(done.stdout))


def read(text: str) -> Any:
    return called(("readAddress", text))[0]


def written(search: object) -> Any:
    return called(("writeAddress", search))[0]


def test_a_search_is_written_with_names_that_people_can_read() -> None:
    search = {"query": "khai sinh", "filters": {"field": "ho-tich", "online": True}}
    assert written(search) == "?q=khai+sinh&linh-vuc=ho-tich&truc-tuyen=co"


def test_nothing_asked_leaves_the_address_bare() -> None:
    assert written({"query": "", "filters": {}}) == ""
    assert written({"query": ""}) == ""


def test_a_link_from_elsewhere_is_read_for_what_is_known() -> None:
    assert read("?q=%20gi%E1%BA%A5y&utm_source=x&mien-phi=co&cap=") == {"query": "giấy", "filters": {"free": True}}


def test_a_tick_has_only_one_word() -> None:
    assert read("?truc-tuyen=khong&mien-phi=1") == {"query": "", "filters": {}}


@settings(max_examples=5, deadline=None)
@given(st.lists(SEARCHES, min_size=20, max_size=60))
def test_every_search_that_is_written_is_read_back(searches: list[dict[str, Any]]) -> None:
    addresses = called(*(("writeAddress", search) for search in searches))
    answers = called(*(("readAddress", address) for address in addresses))
    # Only what JavaScript takes for blanks is lost at both ends.
    assert [answer["query"] for answer in answers] == [js_stripped(search["query"]) for search in searches]
    assert [answer["filters"] for answer in answers] == [search["filters"] for search in searches]


def js_stripped(text: str) -> str:
    return text.strip(
        "\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
    )
