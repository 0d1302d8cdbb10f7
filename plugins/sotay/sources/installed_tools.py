"""The programs that have a say in the bytes of a site, as they are installed here."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from sotay import __version__
from sotay.model.manifest import Tool

_TOOLS = ("Jinja2", "markdown-it-py", "mdit-py-plugins", "mkdocs", "mkdocs-material", "pydantic", "segno")


def installed_tools() -> tuple[Tool, ...]:
    """Return this program, then those it leans on that are installed, each with its version."""
    return (Tool(name="sotay", version=__version__), *filter(None, map(_tool, _TOOLS)))


def _tool(name: str) -> Tool | None:
    try:
        return Tool(name=name, version=version(name))
    except PackageNotFoundError:
        return None
