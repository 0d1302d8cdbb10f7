"""Good files after accidents of every kind: findings or a clean result; `scripts/mutate` tries a hundred thousand."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from sotay.usecases.assemble_province import assemble_province
from sotay.usecases.check_province import check_province
from sotay.usecases.ports import NoEarlierTexts
from tests.support.mutations import mutate
from tests.support.rule_examples import DAY, base_texts

FILES = sorted(base_texts())


@given(st.sampled_from(FILES), st.integers(min_value=0))
def test_a_file_after_accidents_is_told_what_is_wrong(path: str, seed: int) -> None:
    texts, undecodable = base_texts(), {}
    raw = mutate(Random(seed), texts[path], list(texts.values()))
    try:
        texts[path] = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        del texts[path]
        undecodable[path] = "encoding"
    for finding in check_province(assemble_province(texts, undecodable), DAY, NoEarlierTexts()).findings:
        assert finding.fact.vi
        assert finding.remedy.en


@given(st.integers(min_value=0))
def test_a_seed_always_spoils_the_same_way(seed: int) -> None:
    text = base_texts()["sites/province.yml"]
    assert mutate(Random(seed), text, [text]) == mutate(Random(seed), text, [text])
