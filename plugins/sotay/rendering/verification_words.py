"""What a verification found, in words: one phrase for each kind of departure, gap and proof."""

from __future__ import annotations

from collections.abc import Mapping

from sotay.model.phrase import Phrase
from sotay.model.verification import Departure, Deviation, Gap, Proof, Unproven

_DEPARTURES: Mapping[Departure, Phrase] = {
    Departure.MANIFEST_FAULT: Phrase("bản kê hỏng ở “{key}”: {reason}", "the manifest is damaged at “{key}”: {reason}"),
    Departure.FILE_CHANGED: Phrase("nội dung khác với bản kê", "its content is not what the manifest says"),
    Departure.FILE_ADDED: Phrase("tệp thừa, bản kê không có", "an added file, not in the manifest"),
    Departure.FILE_REMOVED: Phrase("tệp thiếu, bản kê có", "a removed file that the manifest lists"),
    Departure.NOT_A_FILE: Phrase(
        "là liên kết, thiết bị hoặc tệp không mở được; không đọc",
        "a link, a device, or a file that cannot be opened; it was not read",
    ),
    Departure.NO_COMMIT: Phrase(
        "bản phát hành dựng từ tệp chưa ghi nhận trong Git, không phiên bản nào chứng minh được nội dung",
        "the release was made of files that no commit holds, so no commit can prove what it says",
    ),
    Departure.COMMIT_UNKNOWN: Phrase(
        "kho không có phiên bản {commit}: lịch sử đã bị viết lại, hoặc đây là kho khác",
        "the repository has no commit {commit}: its history was rewritten, or it is another repository",
    ),
    Departure.HISTORY_REWRITTEN: Phrase(
        "lịch sử đã bị viết lại: phiên bản {commit} không còn dẫn đến phiên bản đang mở của kho",
        "history was rewritten: the commit {commit} no longer leads to what is checked out",
    ),
    Departure.STATEMENT_DIFFERS: Phrase(
        "mục này của bản kê không đúng với phiên bản kho", "this key of the manifest is not what the commit bears out"
    ),
    Departure.DECISION_FORGED: Phrase(
        "quyết định {number} có trong bản kê, nhưng phiên bản kho không có",
        "the manifest lists decision {number}, which the commit does not hold",
    ),
    Departure.DECISION_LEFT_OUT: Phrase(
        "quyết định {number} có trong phiên bản kho, nhưng bản kê bỏ sót",
        "the commit holds decision {number}, which the manifest leaves out",
    ),
    Departure.DECISION_DIFFERS: Phrase(
        "bản kê ghi quyết định {number} khác với tệp trong phiên bản kho",
        "the manifest says of decision {number} what its file in the commit does not",
    ),
    Departure.DECISION_REMOVED_SINCE: Phrase(
        "quyết định {number} đã bị xóa khỏi kho sau khi phát hành",
        "decision {number} was removed from the repository after the release",
    ),
    Departure.DECISION_EDITED_SINCE: Phrase(
        "quyết định {number}, có hiệu lực từ {effective}, đã bị sửa sau khi phát hành",
        "decision {number}, in effect from {effective}, was edited after the release",
    ),
    Departure.IN_FORCE_DIFFERS: Phrase(
        "bản kê ghi đang có hiệu lực: {stated}; theo các quyết định: {follows}",
        "in force by the manifest: {stated}; by the decisions: {follows}",
    ),
    Departure.TEXT_NOT_FOUND: Phrase(
        "lịch sử kho không có văn bản nào của bản {version} khớp dấu vân tay {fingerprint}",
        "history holds no text of version {version} with the fingerprint {fingerprint}",
    ),
    Departure.RECORD_DIFFERS: Phrase(
        "sổ phát hành ghi mã băm {recorded}, bản kê này có mã băm {found}",
        "the record says {recorded}, this manifest has {found}",
    ),
    Departure.SIGNATURE_WRONG: Phrase(
        "chữ ký của quyết định {number} không khớp nội dung hoặc không dùng được",
        "the signature of decision {number} is not over its text, or is of no use",
    ),
    Departure.SIGNER_WRONG: Phrase(
        "chữ ký của quyết định {number} không phải do khóa của người ký, hoặc khóa không được dùng vào ngày ký",
        "the signature of decision {number} is not by a key that was its signer's on the day",
    ),
    Departure.REBUILT_DIFFERS: Phrase(
        "khác với tệp dựng lại từ phiên bản kho", "differs from what the commit gives when built anew"
    ),
    Departure.REBUILT_WITHOUT: Phrase(
        "dựng lại từ phiên bản kho thì không có tệp này", "built anew from the commit, there is no such file"
    ),
    Departure.REBUILT_BESIDES: Phrase(
        "dựng lại từ phiên bản kho thì có tệp này, bản phát hành thì không",
        "built anew from the commit there is this file, in the release there is not",
    ),
    Departure.NOT_REBUILT: Phrase("không dựng lại được: {vi}", "cannot be built anew: {en}"),
}
_FAULTS: Mapping[str, Phrase] = {
    "json": Phrase("không phải là JSON", "it is no JSON"),
    "format": Phrase("không phải dạng mà phần mềm này đọc được", "not a format that this program reads"),
    "twice": Phrase("nêu hai lần", "stated twice"),
    "missing": Phrase("thiếu", "it is missing"),
    "extra_forbidden": Phrase("mục lạ", "an unknown key"),
    "unprintable": Phrase("có ký tự không hiện được", "it has letters that cannot be shown"),
    "unsafe_path": Phrase("đường dẫn ra ngoài thư mục, hoặc có ký tự lạ", "a path out of the folder or an odd one"),
}
_FAULT = Phrase("giá trị sai", "a wrong value")
_NOTHING = Phrase("không có", "nothing")
_GAPS: Mapping[Gap, Phrase] = {
    Gap.NO_REPOSITORY: Phrase(
        "Không có kho tài liệu để đối chiếu: mới chỉ so các tệp với bản kê nằm cùng chỗ. "
        "Ai sửa cả tệp lẫn bản kê thì cách này không phát hiện được; hãy chỉ ra kho bằng --root.",
        "There is no repository at hand: files were only held against the manifest that lies beside them. "
        "Whoever changed both is not found out like this; name the repository by --root.",
    ),
    Gap.NOTHING_READ: Phrase(
        "Không đọc được bản kê nên chưa xét gì khác.", "The manifest cannot be read, so nothing else was looked at."
    ),
    Gap.COMMIT_ABSENT: Phrase(
        "Không có phiên bản kho nên chưa xét được quyết định và văn bản tại thời điểm phát hành.",
        "Without the commit neither decisions nor texts could be looked at as they were.",
    ),
    Gap.NOT_REBUILT: Phrase(
        "Chưa dựng lại: chưa chứng minh rằng các tệp đúng là kết quả của phiên bản kho; thêm --rebuild.",
        "Not built anew: it is not proven that the files are what the commit gives; add --rebuild.",
    ),
    Gap.OTHER_TOOLS: Phrase(
        "Bản phát hành dựng bằng phần mềm khác bản đang cài ({tools}); tệp khác nhau có thể chỉ vì thế.",
        "The release was made by other versions than are installed ({tools}); files may differ for that alone.",
    ),
    Gap.NOT_RECORDED: Phrase(
        "Kho chưa ghi sổ bản phát hành này (sites/releases/), nên không đối chiếu được mã băm của bản kê.",
        "The repository has no record of this release (sites/releases/) to hold its digest against.",
    ),
    Gap.NOT_CURRENT: Phrase(
        "Chưa phải bản mới nhất: kho nay có thêm {count} quyết định mà bản này không xét đến, "
        "do ký sau ngày {day} hoặc được ghi vào kho muộn hơn.",
        "It is not the latest state: the repository now has {count} more decisions that this release does not know, "
        "signed after {day} or recorded later.",
    ),
    Gap.NOT_SIGNED: Phrase(
        "{unsigned} trong {all} quyết định không có chữ ký số xét được: "
        "ai ghi được vào kho thì ghi được các quyết định đó.",
        "{unsigned} of {all} decisions have no signature that could be checked: whoever may write to the repository "
        "could have written them.",
    ),
}
_PROOFS: Mapping[Proof, Phrase] = {
    Proof.FILES: Phrase("Mọi tệp đúng từng byte với bản kê.", "Every file is byte for byte what the manifest lists."),
    Proof.COMMIT: Phrase(
        "Phiên bản kho còn trong lịch sử dẫn đến phiên bản đang mở.",
        "The commit is in the history of what is checked out.",
    ),
    Proof.DECISIONS: Phrase(
        "Các quyết định trong bản kê đúng là các quyết định tại phiên bản đó.",
        "The decisions of the manifest are those of the commit.",
    ),
    Proof.IN_FORCE: Phrase(
        "Bản đang có hiệu lực suy ra đúng từ các quyết định, và lịch sử kho có văn bản khớp từng dấu vân tay.",
        "What is in force follows from the decisions, and history holds the text of every fingerprint.",
    ),
    Proof.RECORD: Phrase(
        "Mã băm của bản kê khớp sổ phát hành của kho.", "The digest is the one that the repository recorded."
    ),
    Proof.SIGNATURES: Phrase(
        "Mọi quyết định có chữ ký số khớp nội dung, bằng khóa của người ký ghi trong agency.yml; "
        "muốn chắc khóa đó là của ai thì đối chiếu với văn bản giao khóa.",
        "Every decision is signed, over its text, with a key that agency.yml states as its signer's; "
        "whose key it is in truth, the paper that assigned it says.",
    ),
    Proof.REBUILT: Phrase(
        "Dựng lại từ phiên bản kho cho ra đúng các tệp này, từng byte.",
        "Built anew, the commit gives exactly these files, byte for byte.",
    ),
}


def deviation_words(deviation: Deviation) -> Phrase:
    """Return what is not as it should be, without its subject."""
    facts = {name: Phrase(value, value) for name, value in deviation.facts.items()}
    if deviation.kind is Departure.MANIFEST_FAULT:
        facts["reason"] = _FAULTS.get(deviation.facts["reason"], _FAULT)
    if deviation.kind is Departure.IN_FORCE_DIFFERS:
        facts = {name: Phrase(value, value) if value else _NOTHING for name, value in deviation.facts.items()}
    form = _DEPARTURES[deviation.kind]
    return Phrase(
        form.vi.format(**{name: phrase.vi for name, phrase in facts.items()}),
        form.en.format(**{name: phrase.en for name, phrase in facts.items()}),
    )


def gap_words(gap: Unproven) -> Phrase:
    """Return what was not proven, and how it could be."""
    return _GAPS[gap.kind].format(**gap.facts)


def proof_words(proof: Proof) -> Phrase:
    """Return what was found in order."""
    return _PROOFS[proof]
