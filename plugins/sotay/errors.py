"""The errors that stop a command: something about which no finding can be given."""

from __future__ import annotations


class SotayError(Exception):
    """A message for the user, in Vietnamese and English; the command ends with exit code 2."""

    def __init__(self, vi: str, en: str) -> None:
        super().__init__(vi)
        self.vi = vi
        self.en = en


class NotAProvince(SotayError):
    """No folder from here upwards holds `sites/province.yml`."""

    def __init__(self, start: str) -> None:
        super().__init__(
            f"không tìm thấy sites/province.yml từ thư mục {start} trở lên. "
            "Chạy lệnh trong kho tài liệu của tỉnh hoặc chỉ ra kho bằng --root.",
            f"no sites/province.yml found from {start} upwards. "
            "Run the command inside the repository of a province or name it with --root.",
        )


class UnknownAgency(SotayError):
    """A command names an agency that has no folder under `sites/`."""

    def __init__(self, agency: str, known: str) -> None:
        super().__init__(
            f"không có cơ quan “{agency}” trong sites/. Các cơ quan hiện có: {known}.",
            f"there is no agency “{agency}” under sites/. The agencies are: {known}.",
        )


class GitRefused(SotayError):
    """Git is there but would not answer."""

    def __init__(self, said: str) -> None:
        super().__init__(
            f"Git không trả lời về kho tài liệu: {said}. "
            "Chạy “git status” trong kho để xem; thường phải thêm kho vào safe.directory.",
            f"Git would not answer about the repository: {said}. "
            "Run “git status” there to see why; often the folder must be added to safe.directory.",
        )


class CannotIssue(SotayError):
    """A decision cannot be written as asked."""


class BuildRefused(SotayError):
    """Findings of severity error stand between the sources and publication."""


class BadInput(SotayError):
    """A file or value given on the command line cannot be used."""
