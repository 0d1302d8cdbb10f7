"""The measuring script runs; with all national records, what it measures reaches the goal."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.command import REPOSITORY

SHARED = os.environ.get("SOTAY_SHARED")
_FOUND = re.compile(r"among the first three: (\d+) of (\d+)")


def measured(*options: object) -> tuple[int, int]:
    """Return how many questions had a right answer among the first three, and how many there were."""
    command = [sys.executable, REPOSITORY / "scripts" / "measure-search", *map(str, options)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    found = [(int(right), int(whole)) for right, whole in _FOUND.findall(done.stdout)]
    return sum(right for right, _ in found), sum(whole for _, whole in found)


def test_it_tells_right_answers_from_wrong_ones(tmp_path: Path) -> None:
    questions = [
        {"query": "dang ky tam tru", "expected_codes": ["1.004194"]},
        {"query": "đăng ký tạm trú", "expected_codes": ["9.999999"]},
    ]
    file = tmp_path / "questions.json"
    file.write_text(json.dumps(questions), encoding="utf-8")
    assert measured("--queries", file) == (1, 2)


@pytest.mark.skipif(not SHARED, reason="SOTAY_SHARED names the folder with all records")
def test_real_questions_have_a_right_answer_among_the_first_three() -> None:
    data = Path(SHARED or "", "data")
    records = sorted((data / "tthc").glob("records-*.jsonl"))
    right, whole = measured("--records", *records, "--queries", data / "search-queries.json")
    assert right == whole
    tuned = sorted((REPOSITORY / "tests" / "search" / "questions").glob("tune-*.json"))
    right, whole = measured("--records", *records, "--queries", *tuned)
    assert right >= 0.95 * whole
