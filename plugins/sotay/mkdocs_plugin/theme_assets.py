"""The names of Material's assets, which change with every release of it."""

from __future__ import annotations

import re
from collections.abc import Callable

from jinja2 import Environment
from mkdocs.exceptions import PluginError


def material_asset(env: Environment) -> Callable[[str, str], str]:
    """Return a function for templates: the path of an asset by its name without fingerprint and ending."""
    names = env.list_templates(filter_func=lambda name: name.startswith("assets/"))

    def find(name: str, ending: str) -> str:
        wanted = re.compile(rf"assets/{re.escape(name)}(\.[0-9a-f]+)?(\.min)?\.{ending}")
        for path in names:
            if wanted.fullmatch(path):
                return path
        raise PluginError(f"không tìm thấy {name}.{ending} của giao diện Material; hãy cài mkdocs-material 9.")

    return find
