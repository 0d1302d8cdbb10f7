"""Click in Vietnamese: headings of the help, and what is said of a wrong command line."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click


class VietnameseCommand(click.Command):
    """A command whose help has Vietnamese headings."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line that shows how to call the command."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        words = pieces.replace("[OPTIONS]", "[TÙY CHỌN]").replace("COMMAND [ARGS]...", "LỆNH …")
        formatter.write_usage(ctx.command_path, words, prefix="Cách dùng: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        options = (parameter for parameter in self.get_params(ctx) if isinstance(parameter, click.Option))
        rows = [_help_row(option, ctx) for option in options if not option.hidden]
        if rows:
            with formatter.section("Tùy chọn"):
                formatter.write_dl(rows)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the option that shows the help, described in Vietnamese."""
        option = super().get_help_option(ctx)
        if option:
            option.help = "Hiện hướng dẫn này rồi thoát."
        return option


def _help_row(option: click.Option, ctx: click.Context) -> tuple[str, str]:
    """Return the names of an option with what to type, and its meaning with default, range and obligation."""
    names, words = ", ".join([*option.opts, *option.secondary_opts]), (option.help or "").strip()
    if not option.is_flag and not option.is_eager:
        names += f" {metavar_of(option, ctx)}"
    extra = option.get_help_extra(ctx)
    told = [
        f"mặc định: {extra['default']}" if "default" in extra else "",
        _range(option.type),
        "bắt buộc" if option.required else "",
    ]
    more = "; ".join(filter(None, told))
    return names, f"{words}  [{more}]" if more else words


def metavar_of(option: click.Option, ctx: click.Context) -> str:
    """Return what to type after an option, in Vietnamese."""
    metavar = option.make_metavar(ctx)
    return _METAVARS.get(metavar, metavar)


_METAVARS = {"TEXT": "CHỮ", "INTEGER": "SỐ", "INTEGER RANGE": "SỐ", "PATH": "ĐƯỜNG DẪN"}


def _range(kind: click.ParamType[Any]) -> str:
    if not isinstance(kind, click.IntRange):
        return ""
    least = f"từ {kind.min}" if kind.min is not None else ""
    most = f"đến {kind.max}" if kind.max is not None else "trở lên"
    return f"{least} {most}".strip()


_WHOLE = 200
"""More letters than the first sentence of any command's help has, so that none is cut."""


class VietnameseGroup(VietnameseCommand, click.Group):
    """A group of commands whose help has Vietnamese headings."""

    command_class = VietnameseCommand
    group_class = type

    def __init__(self, *args: Any, lazy_commands: Mapping[str, str] | None = None, **kwargs: Any) -> None:
        """Make a group; `lazy_commands` names commands that are loaded when needed, as `module:attribute`."""
        super().__init__(*args, **kwargs)
        self._lazy = dict(lazy_commands or {})

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, loaded or not."""
        return sorted({*super().list_commands(ctx), *self._lazy})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, loading it if need be."""
        if cmd_name in self._lazy and cmd_name not in self.commands:
            module, _, attribute = self._lazy[cmd_name].partition(":")
            self.add_command(getattr(import_module(module), attribute), cmd_name)
        return super().get_command(ctx, cmd_name)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then the commands."""
        VietnameseCommand.format_options(self, ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands with the first sentence of their help."""
        named = ((name, self.get_command(ctx, name)) for name in self.list_commands(ctx))
        rows = [(name, command.get_short_help_str(_WHOLE)) for name, command in named if command]
        with formatter.section("Lệnh"):
            formatter.write_dl(rows)


def usage_message(error: click.ClickException) -> str:
    """Return what is wrong with a command line, in Vietnamese."""
    match error:
        case click.NoSuchOption():
            near = f"; có phải là {', '.join(error.possibilities)}?" if error.possibilities else ""
            return f"không có tùy chọn {error.option_name}{near}"
        case click.MissingParameter():
            return f"thiếu {_name(error)}"
        case click.BadParameter():
            wrong = _choices(error) or _number(error) or _path(error) or error.message.rstrip(".")
            return f"giá trị của {_name(error)} không hợp lệ: {wrong}"
        case click.BadOptionUsage():
            return f"tùy chọn {error.option_name} thiếu giá trị hoặc dùng sai"
        case click.UsageError() if error.message.startswith("No such command"):
            return f"không có lệnh {error.message.removeprefix('No such command ').rstrip('.')}"
        case click.UsageError() if error.message.startswith("Missing command"):
            return "chưa nêu lệnh"
        case click.UsageError() if error.message.startswith("Got unexpected extra argument"):
            return f"thừa {error.message.partition('(')[2].rstrip(').')}"
        case _:
            return error.message


def _name(error: click.BadParameter) -> str:
    return error.param.get_error_hint(error.ctx) if error.param and error.ctx else str(error.param_hint or "tham số")


def _number(error: click.BadParameter) -> str:
    kind: Any = error.param.type if error.param else None
    return f"cần một số nguyên {_range(kind)}".strip() if isinstance(kind, click.types.IntParamType) else ""


def _path(error: click.BadParameter) -> str:
    kind: Any = error.param.type if error.param else None
    if not isinstance(kind, click.Path):
        return ""
    said = {
        "is a file.": "đây là tệp, cần một thư mục",
        "is a directory.": "đây là thư mục, cần một tệp",
        "does not exist.": "không có tệp hoặc thư mục này",
        "is not readable.": "không có quyền đọc",
        "is not writable.": "không có quyền ghi",
    }
    return next((words for end, words in said.items() if error.message.endswith(end)), "")


def _choices(error: click.BadParameter) -> str:
    kind: Any = error.param.type if error.param else None
    return f"chọn một trong {', '.join(kind.choices)}" if isinstance(kind, click.Choice) else ""
