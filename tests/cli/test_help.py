"""The help of every command, and what is said of a wrong command line, are Vietnamese throughout."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from sotay.cli.main import cli
from tests.support.command import sotay

_ENGLISH = re.compile(r"\[(?:default|required)|\b(?:default|required|TEXT|INTEGER|RANGE|PATH|Options|Usage|Commands)\b")


def commands(group: click.Group, *above: str) -> Iterator[tuple[str, ...]]:
    """The words of every command and group below a group."""
    context = click.Context(group)
    for name in group.list_commands(context):
        inner = group.get_command(context, name)
        yield (*above, name)
        if isinstance(inner, click.Group):
            yield from commands(inner, *above, name)


@pytest.mark.parametrize("words", [(), *commands(cli)], ids=" ".join)
def test_no_help_falls_back_to_english(words: tuple[str, ...]) -> None:
    shown = CliRunner().invoke(cli, [*words, "--help"], terminal_width=120).output
    assert "Cách dùng: " in shown
    assert _ENGLISH.findall(shown) == []


def test_defaults_duties_ranges_and_types_are_told() -> None:
    def shown(*words: str) -> str:
        return " ".join(CliRunner().invoke(cli, [*words, "--help"], terminal_width=120).output.split())

    assert "Ngôn ngữ của thông báo. [mặc định: vi]" in shown("check")
    assert "--agency CHỮ Mã cơ quan ký quyết định. [bắt buộc]" in shown("issue")
    assert "--jobs SỐ Số trang dựng cùng lúc. [từ 1 trở lên]" in shown("build")
    assert "--into THƯ MỤC Nơi ghi dự thảo và báo cáo. [bắt buộc]" in shown("import", "tthc")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["build", "--jobs", "0"], "giá trị của '--jobs' không hợp lệ: cần một số nguyên từ 1 trở lên"),
        (["build", "--jobs", "x"], "giá trị của '--jobs' không hợp lệ: cần một số nguyên từ 1 trở lên"),
        (["schema", "--out", "tep"], "giá trị của '--out' không hợp lệ: đây là tệp, cần một thư mục"),
        (["check", "--baseline", "."], "giá trị của '--baseline' không hợp lệ: đây là thư mục, cần một tệp"),
        (["verify", "khong-co"], "giá trị của '[THƯ MỤC]' không hợp lệ: không có tệp hoặc thư mục này"),
        (["schema", "thua"], "thừa thua"),
    ],
)
def test_a_wrong_command_line_is_explained_in_vietnamese(words: list[str], told: str, tmp_path: Path) -> None:
    (tmp_path / "tep").touch()
    done = sotay(*words, cwd=tmp_path)
    assert done.returncode == 2
    assert told in done.stderr
