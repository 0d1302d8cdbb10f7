"""Commits stand in one order, parents first; each text of a document is told once, by its code."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sotay.history.timeline import Change, Commit, Head, in_order, texts_by_code
from sotay.model.version import Version

START = datetime(2026, 6, 15, tzinfo=UTC)
FIRST, SECOND = Version(1, 0), Version(1, 1)


def a_commit(name: str, *parents: str, hour: int = 0) -> Commit:
    return Commit(name, parents, START + timedelta(hours=hour), "Nguyễn Văn A", "Ghi nhận")


def names(*commits: Commit) -> str:
    return "".join(commit.id for commit in in_order(commits))


def test_a_parent_stands_before_its_child_whatever_the_clocks_say() -> None:
    assert names(a_commit("b", "a", hour=1), a_commit("a", hour=5)) == "ab"


def test_of_two_branches_the_earlier_made_stands_first() -> None:
    assert (
        names(a_commit("d", "b", "c", hour=9), a_commit("c", "a", hour=2), a_commit("b", "a", hour=3), a_commit("a"))
        == "acbd"
    )


def test_commits_of_one_second_stand_by_their_names() -> None:
    assert names(a_commit("c"), a_commit("a"), a_commit("b")) == "abc"


def test_a_parent_beyond_a_cut_is_not_waited_for() -> None:
    assert names(a_commit("b", "unknown")) == "b"


@given(st.lists(st.tuples(st.integers(0, 20), st.sets(st.integers(0, 19), max_size=2)), max_size=20), st.randoms())
def test_the_order_does_not_depend_on_how_commits_were_found(facts: list[tuple[int, set[int]]], chance: object) -> None:
    commits = [
        a_commit(f"{n:02}", *(f"{p:02}" for p in parents if p < n), hour=hour)
        for n, (hour, parents) in enumerate(facts)
    ]  # fmt: skip
    shuffled = commits.copy()
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    ordered = in_order(shuffled)
    assert ordered == in_order(commits)
    assert sorted(commit.id for commit in ordered) == [commit.id for commit in commits]
    place = {commit.id: index for index, commit in enumerate(ordered)}
    assert all(place[parent] < place[commit.id] for commit in commits for parent in commit.parents)


def test_a_commit_is_of_the_day_that_it_was_in_vietnam() -> None:
    assert a_commit("a", hour=16).day == date(2026, 6, 15)
    assert a_commit("a", hour=17).day == date(2026, 6, 16)


def test_texts_are_told_once_by_their_code_and_oldest_first() -> None:
    changes = {
        "a": [Change("x/QT-HT-01.md", "1")],
        "b": [Change("x/QT-HT-01.md", None), Change("y/QT-HT-01.md", "2")],
        "c": [Change("y/QT-HT-01.md", "1"), Change("y/picture.md", "3")],
    }
    heads = {"1": Head("QT-HT-01", FIRST), "2": Head("QT-HT-01", SECOND)}
    commits = in_order([a_commit("a"), a_commit("b", "a"), a_commit("c", "b")])
    texts = texts_by_code(commits, lambda commit: changes[commit.id], heads.get)
    assert [(text.blob, text.path, text.commit.id) for text in texts["QT-HT-01"]] == [
        ("1", "x/QT-HT-01.md", "a"),
        ("2", "y/QT-HT-01.md", "b"),
    ]
    assert set(texts) == {"QT-HT-01"}


def test_a_text_that_states_no_code_is_known_by_its_file() -> None:
    texts = texts_by_code([a_commit("a")], lambda _: [Change("x/QT-HT-09.md", "1")], lambda _: Head(None, None))
    assert [text.version for text in texts["QT-HT-09"]] == [None]
