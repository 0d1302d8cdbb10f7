"""`sotay import`."""

from __future__ import annotations

import click

from sotay.cli.vietnamese import VietnameseGroup


@click.group("import", cls=VietnameseGroup)
def import_group() -> None:
    """Nhập dữ liệu có sẵn thành dự thảo tài liệu."""
