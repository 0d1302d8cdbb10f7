"""Questions typed faster than they are answered: one is asked at a time, and then only the newest."""

from __future__ import annotations

from tests.support.in_node import in_node

_ASK = """async ({ newestOnly }, questions) => {
  const asked = [];
  const open = [];
  const ask = newestOnly((question) => {
    asked.push(question);
    return new Promise((resolve, reject) => open.push({ resolve, reject, question }));
  });
  const answers = Promise.all(questions.map((question) => ask(question).catch((fault) => fault)));
  for (let turn = 0; turn < open.length; turn += 1) {
    const { resolve, reject, question } = open[turn];
    if (question === "fails") reject("failed"); else resolve(`to ${question}`);
    await new Promise((done) => setTimeout(done));
  }
  return { asked, answers: await answers };
}"""


def answered(*questions: str) -> object:
    """Return which questions were asked, and what each got, when all came at once."""
    return in_node("sotay/search/newest.js", _ASK, questions)


def test_a_single_question_gets_its_answer() -> None:
    assert answered("a") == {"asked": ["a"], "answers": ["to a"]}


def test_of_those_that_come_meanwhile_only_the_newest_is_asked() -> None:
    assert answered("a", "b", "c", "d") == {"asked": ["a", "d"], "answers": ["to a", None, None, "to d"]}


def test_a_question_that_fails_does_not_hold_up_the_next() -> None:
    assert answered("fails", "b") == {"asked": ["fails", "b"], "answers": ["failed", "to b"]}
