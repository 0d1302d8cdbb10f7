"""`sotay check --diff` and `sotay check --fix`."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import click

from sotay.engine.mend_folder import MendedFolder, mend_folder, write_mended
from sotay.model.phrase import Language
from sotay.rendering.mending_text import done_line, held_line, name_line, patch_lines, refused_line

_COLOURS = {"+": "green", "-": "red", "@": "cyan"}


def show_diff(root: Path, paths: Collection[str], lang: Language) -> int:
    """Print as a patch what `fix` would change; return 1 if that is anything. Nothing is written."""
    folder = mend_folder(root, paths)
    for file in folder.changed:
        for line in patch_lines(file):
            is_name = line.startswith(("---", "+++"))
            click.echo(click.style(line, bold=is_name, fg=None if is_name else _COLOURS.get(line[0])), nl=False)
    _tell_what_stays(folder, lang)
    return int(bool(folder.changed))


def fix(root: Path, paths: Collection[str], lang: Language) -> int:
    """Mend what is safe and say so, a line a file; return 1 if some file could not be written."""
    folder = mend_folder(root, paths)
    refused = write_mended(folder)
    for file in folder.changed:
        if file.path not in refused:
            click.echo(done_line(file, lang), err=True)
    for path, reason in sorted(refused.items()):
        click.echo(refused_line(path, reason, lang), err=True)
    _tell_what_stays(folder, lang)
    return int(bool(refused))


def _tell_what_stays(folder: MendedFolder, lang: Language) -> None:
    for file in folder.files:
        if file.held:
            click.echo(held_line(file, lang), err=True)
    for path in folder.names:
        click.echo(name_line(path, lang), err=True)
