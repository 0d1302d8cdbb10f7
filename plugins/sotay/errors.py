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


class CannotSign(SotayError):
    """A decision cannot be signed as asked."""


class BuildRefused(SotayError):
    """Findings of severity error stand between the sources and publication."""


class BadInput(SotayError):
    """A file or value given on the command line cannot be used."""


class GitMissing(SotayError):
    """Something of the past is asked for, and the machine has no Git."""

    def __init__(self) -> None:
        super().__init__(
            "máy này không có Git, nên không đọc được lịch sử của kho tài liệu. Cài Git rồi chạy lại.",
            "this machine has no Git, so the history of the repository cannot be read. Install Git and run again.",
        )


class NoRepository(SotayError):
    """Something of the past is asked for, and the folder is in no Git repository, or in one without a commit."""

    def __init__(self, root: str) -> None:
        super().__init__(
            f"thư mục {root} chưa có lịch sử Git. "
            "Chạy lệnh trong kho lấy về bằng “git clone”; kho mới thì ghi nhận lần đầu bằng “git commit”.",
            f"the folder {root} has no history in Git. "
            "Run the command in a clone made by “git clone”; in a new repository make a first “git commit”.",
        )


class ShallowHistory(SotayError):
    """The clone was cut off: what is asked for may lie beyond, and nothing may be concluded from its absence."""

    def __init__(self, sought: tuple[str, str]) -> None:
        vi, en = sought
        super().__init__(
            f"kho này chỉ lấy về một phần lịch sử (shallow clone), nên chưa thể nói gì về {vi}. "
            "Chạy “git fetch --unshallow”; trên máy chủ CI đặt fetch-depth: 0 (GitHub) hoặc GIT_DEPTH: 0 (GitLab).",
            f"this clone holds only a part of the history (shallow clone), so nothing can be said about {en}. "
            "Run “git fetch --unshallow”; in CI set fetch-depth: 0 (GitHub) or GIT_DEPTH: 0 (GitLab).",
        )


class UnknownRevision(SotayError):
    """A branch, tag or commit that the repository does not have."""

    def __init__(self, revision: str) -> None:
        super().__init__(
            f"kho không có phiên bản “{revision}”. Nêu một nhánh, thẻ, mã commit hoặc một ngày dạng 2026-07-01; "
            "“git fetch” lấy về nhánh mới của máy chủ.",
            f"the repository has no revision “{revision}”. Name a branch, tag, commit or a day such as 2026-07-01; "
            "“git fetch” brings new branches of the server.",
        )


class NothingKnownYet(SotayError):
    """A day before the first commit of the repository."""

    def __init__(self, day: str, first: str) -> None:
        super().__init__(
            f"đến hết ngày {day} kho chưa ghi nhận gì; lần ghi nhận đầu tiên là ngày {first}. Nêu ngày từ {first}.",
            f"by the end of {day} the repository had recorded nothing; its first commit is of {first}. "
            f"Name a day from {first} on.",
        )


class NoCommonHistory(SotayError):
    """Two revisions of which neither has anything in common with the other."""

    def __init__(self, reference: str) -> None:
        super().__init__(
            f"“{reference}” và phiên bản đang mở không có lịch sử chung. "
            "Nêu nhánh mà phiên bản này được tách ra, ví dụ main.",
            f"“{reference}” and what is checked out have no history in common. "
            "Name the branch that this one was made from, such as main.",
        )


class NotRecorded(SotayError):
    """A province whose files no commit holds: its folder is untracked in somebody else's repository."""

    def __init__(self, path: str, revision: str) -> None:
        super().__init__(
            f"phiên bản {revision} trong Git không có {path}. Ghi nhận thư mục này bằng “git add” và “git commit”.",
            f"revision {revision} in Git has no {path}. Record the folder with “git add” and “git commit”.",
        )


class UnknownDocument(SotayError):
    """A code that no document of the repository has or ever had."""

    def __init__(self, code: str, near: str | None) -> None:
        hint, hint_en = (f" Có phải là {near}?", f" Did you mean {near}?") if near else ("", "")
        super().__init__(
            f"kho chưa từng có tài liệu {code}.{hint} Viết mã hiệu như trong tài liệu, ví dụ QT-HT-01.",
            f"the repository never had a document {code}.{hint_en} Write the code as the document does, as QT-HT-01.",
        )


class UnrecordedDocument(SotayError):
    """A document that lies in the folder, while no commit has it."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"{path} chưa được ghi nhận trong Git nên chưa có lịch sử. Ghi nhận bằng “git add” và “git commit”.",
            f"no commit has {path}, so it has no history yet. Record it with “git add” and “git commit”.",
        )
