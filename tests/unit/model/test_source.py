"""A source knows the line of each value, and which of them reading refused."""

from __future__ import annotations

from sotay.model.source import Place, Problem, ProblemKind, Source, key_name, last_key

LINES = {("steps",): 4, ("steps", 0): 5, ("steps", 0, "role"): 5}


def refusing(key: str, suggestion: str = "") -> Source:
    return Source("a.md", "", problems=(Problem(ProblemKind.UNKNOWN_KEY, 1, {"key": key, "suggestion": suggestion}),))


def test_a_value_stands_on_its_line_or_on_that_of_what_encloses_it() -> None:
    source = Source("a.md", "", LINES)
    assert source.place("steps", 0, "role") == Place("a.md", 5)
    assert source.place("steps", 0, "action") == Place("a.md", 5)
    assert source.place("steps", 3) == Place("a.md", 4)
    assert source.place("title") == Place("a.md", 1)


def test_a_place_reads_as_editors_and_terminals_know_it() -> None:
    assert str(Place("procedures/QT-HT-01.md", 12)) == "procedures/QT-HT-01.md:12"


def test_a_key_is_refused_with_its_parts_and_misspellings() -> None:
    assert refusing("dossier").refuses("dossier")
    assert refusing("dossier.common.1.name").refuses("dossier")
    assert refusing("dosier", "dossier").refuses("dossier")
    assert not refusing("dossiers").refuses("dossier")


def test_a_part_is_refused_within_its_own_item_only() -> None:
    source = refusing("dossier.common.2.originals")
    assert source.refuses_within("dossier", "common", 1)
    assert not source.refuses_within("dossier", "common", 0)
    assert not source.refuses_within("dossier", "common", 1, "originals")


def test_a_name_counts_from_one_and_its_last_key_is_what_stands_on_the_line() -> None:
    assert key_name(("steps", 0, "forms", 1)) == "steps.1.forms.2"
    assert last_key("steps.1.forms.2") == "forms"
    assert last_key("code") == "code"
    assert last_key("") == ""


def test_a_source_is_named_after_its_file() -> None:
    assert Source("procedures/ho-tich/QT-HT-01.md", "").name == "QT-HT-01"
