"""The reference of commands: every command, argument and option as click knows them, as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from inspect import cleandoc

import click

from sotay.cli.vietnamese import metavar_of

_INTRODUCTION = """# Các lệnh

Trang này sinh ra từ chương trình; mỗi lệnh cũng tự giải thích bằng `--help`.
"""


def command_reference(program: click.Group) -> str:
    """Return the reference of a program and all its commands."""
    context = click.Context(program, info_name="sotay", **program.context_settings)
    return "\n".join([_INTRODUCTION, *_described(program, context)])


def _described(command: click.Command, context: click.Context) -> Iterator[str]:
    yield from (f"## `{context.command_path}`", "")
    yield from (f"```\n{_usage(command, context)}\n```", "")
    yield from _help(command)
    yield from _options(command, context)
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            if inner:
                yield from _described(inner, click.Context(inner, info_name=name, parent=context))


def _usage(command: click.Command, context: click.Context) -> str:
    return command.get_usage(context).partition(": ")[2]


def _help(command: click.Command) -> Iterator[str]:
    """The help text; a paragraph that click keeps as it is stands as it is."""
    for paragraph in re.split(r"\n\s*\n", cleandoc(command.help or "")):
        lines = [line.rstrip() for line in paragraph.split("\n") if line.strip() != "\b"]
        if lines[0].strip() == "Ví dụ:":
            yield from ("Ví dụ:", "", "```", *(line.removeprefix("  ") for line in lines[1:]), "```", "")
        else:
            yield from (*lines, "")


def _options(command: click.Command, context: click.Context) -> Iterator[str]:
    yield from ("| tùy chọn | mặc định | nghĩa |", "|---|---|---|")
    for option in command.get_params(context):
        if isinstance(option, click.Option):
            cells = (f"`{_names(option, context)}`", _default(option), " ".join((option.help or "").split()))
            yield "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
    yield ""


def _names(option: click.Option, context: click.Context) -> str:
    names = ", ".join(option.opts)
    if option.is_flag or option.is_eager:
        return names
    return f"{names} {metavar_of(option, context)}"


def _default(option: click.Option) -> str:
    if option.required:
        return "bắt buộc"
    return f"`{option.default}`" if option.show_default else ""
