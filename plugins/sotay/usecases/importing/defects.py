"""What can be wrong with a national record, beside its channels, limits and fees.

Reads: nothing.
Returns: constants, one per defect, in the order of the schema.
"""

from __future__ import annotations

from sotay.usecases.importing.draft import Defect

NO_CODE = Defect.of(
    "no_code",
    "không có mã thủ tục đúng dạng",
    "no well-formed national code",
    "Tra mã trên Cổng Dịch vụ công quốc gia và ghi vào “tthc”.",
    "Look the code up on the national portal and state it under “tthc”.",
)
TITLE_TOO_LONG = Defect.of(
    "title_too_long",
    "tên thủ tục quá dài",
    "title too long",
    "Rút gọn tên; chi tiết chuyển vào phạm vi.",
    "Shorten the title; move the details to the scope.",
)
OLD_RECORD = Defect.of(
    "old_record",
    "bản ghi có trước mô hình chính quyền hai cấp",
    "record older than the two-tier government",
    "Chỉ dùng để tham khảo; đối chiếu lại toàn bộ với bản ghi hiện hành.",
    "Use it for reference only; compare everything with the current record.",
)
NO_DECISION = Defect.of(
    "no_decision",
    "không có quyết định công bố",
    "no announcing decision",
    "Tìm quyết định công bố và ghi vào “national_record.decision”.",
    "Find the announcing decision and state it under “national_record.decision”.",
)
DECISION_MALFORMED = Defect.of(
    "decision_malformed",
    "số quyết định công bố sai thể thức",
    "malformed decision number",
    "Ghi đúng số, ký hiệu quyết định vào “national_record.decision”.",
    "State the right number under “national_record.decision”.",
)
NO_FIELD = Defect.of(
    "no_field",
    "không có lĩnh vực",
    "no administrative field",
    "Chọn lĩnh vực trong procedures/fields.yml và chuyển tệp vào thư mục của lĩnh vực.",
    "Choose a field of procedures/fields.yml and move the file to its folder.",
)
NO_LEVEL = Defect.of(
    "no_level",
    "không rõ cấp thực hiện",
    "level not stated or unknown",
    "Ghi cấp thực hiện vào “levels”.",
    "State the level under “levels”.",
)
NO_APPLICANT = Defect.of(
    "no_applicant",
    "không rõ đối tượng thực hiện",
    "applicants not stated or unknown",
    "Ghi đối tượng vào “applicants”.",
    "State who may apply under “applicants”.",
)
NO_AGENCY = Defect.of(
    "no_agency",
    "không có cơ quan thực hiện",
    "no agency named",
    "Ghi cơ quan thực hiện và cơ quan có thẩm quyền vào “authority”.",
    "State the executing and the competent agency under “authority”.",
)
ABOLISHED_AGENCY = Defect.of(
    "abolished_agency",
    "cơ quan đã bị bãi bỏ",
    "abolished agency",
    "Thay bằng cơ quan hiện nay làm nhiệm vụ này.",
    "Name the agency that does this today.",
)
AGENCY_DOUBTFUL = Defect.of(
    "agency_doubtful",
    "tên cơ quan cần kiểm tra",
    "agency name to be checked",
    "Kiểm tra tên cơ quan; cơ quan có thể đã đổi tên, sáp nhập hoặc không còn.",
    "Check the name; the agency may have been renamed, merged or abolished.",
)
AGENCY_UNCLEAR = Defect.of(
    "agency_unclear",
    "ô cơ quan chứa nội dung khác",
    "agency field holds something else",
    "Ghi tên cơ quan vào “authority”; nội dung gốc ở cuối tài liệu.",
    "State the agency under “authority”; the source text is at the end of the document.",
)
NO_DOSSIER = Defect.of(
    "no_dossier",
    "không có thành phần hồ sơ",
    "no dossier",
    "Ghi giấy tờ phải nộp vào “dossier”.",
    "State the papers under “dossier”.",
)
PAPER_TOO_LONG = Defect.of(
    "paper_too_long",
    "giấy tờ dài hơn 600 ký tự",
    "paper of more than 600 characters",
    "Tách thành từng giấy tờ có tên ngắn; nội dung gốc ở cuối tài liệu.",
    "Split it into papers with short names; the source text is at the end of the document.",
)
PAPER_WITHOUT_NAME = Defect.of(
    "paper_without_name",
    "giấy tờ không có tên",
    "paper without a name",
    "Ghi tên giấy tờ hoặc bỏ dòng này; nội dung gốc ở cuối tài liệu.",
    "Name the paper or drop the row; the source text is at the end of the document.",
)
INSTRUCTION_AMONG_PAPERS = Defect.of(
    "instruction_among_papers",
    "dòng hướng dẫn trong thành phần hồ sơ",
    "instruction among the papers",
    "Đã để là ghi chú (kind: note); chuyển thành giấy tờ nếu thật sự phải nộp.",
    "Imported as a note (kind: note); make it a paper if it is really to be submitted.",
)
PAPER_UNDER_NOTE = Defect.of(
    "paper_under_note",
    "dòng có số bản dưới tiêu đề “Lưu ý”",
    "row with copies under the heading “Lưu ý”",
    "Đã để là ghi chú; xác định là giấy tờ hay lời hướng dẫn.",
    "Imported as a note; decide whether it is a paper or an instruction.",
)
COUNT_DOUBTFUL = Defect.of(
    "count_doubtful",
    "số bản đáng ngờ",
    "doubtful number of copies",
    "Ghi số bản chính, bản sao đúng.",
    "State the right number of originals and copies.",
)
CASE_HEADING_LONG = Defect.of(
    "case_heading_long",
    "tên trường hợp quá dài",
    "case heading too long",
    "Rút gọn tên trường hợp; lời giải thích chuyển vào ghi chú.",
    "Shorten the name of the case; move the explanation to a note.",
)
PAPERS_OF_NO_CASE = Defect.of(
    "papers_of_no_case",
    "giấy tờ không thuộc trường hợp nào",
    "papers that belong to no case",
    "Đã để là giấy tờ chung; xác nhận mọi trường hợp đều cần.",
    "Imported as common papers; confirm that every case needs them.",
)
NO_RESULT = Defect.of(
    "no_result",
    "không có kết quả",
    "no result",
    "Ghi kết quả trả cho người dân vào “results”.",
    "State under “results” what the applicant receives.",
)
RESULT_UNCLEAR = Defect.of(
    "result_unclear",
    "kết quả thiếu tên hoặc mã sai dạng",
    "result without a name or with a malformed code",
    "Ghi lại tên hoặc mã kết quả.",
    "State the name or the code of the result.",
)
CONDITIONS_MOVED = Defect.of(
    "conditions_moved",
    "yêu cầu, điều kiện quá dài, để ở phần thân",
    "conditions too long, moved to the body",
    "Rút thành các điều kiện ngắn trong “conditions”.",
    "Condense them to short “conditions”.",
)
CONDITIONS_UNCLEAR = Defect.of(
    "conditions_unclear",
    "yêu cầu, điều kiện không rõ nghĩa",
    "conditions not understandable",
    "Xác định có điều kiện hay không.",
    "Find out whether there is a condition.",
)
NO_LEGAL_BASIS = Defect.of(
    "no_legal_basis",
    "không có căn cứ pháp lý",
    "no legal basis",
    "Ghi số hiệu văn bản vào “legal_basis”.",
    "State the numbers under “legal_basis”.",
)
LEGAL_NUMBER_MALFORMED = Defect.of(
    "legal_number_malformed",
    "số hiệu văn bản sai thể thức",
    "malformed legal number",
    "Ghi đúng số hiệu vào “legal_basis”.",
    "State the right number under “legal_basis”.",
)
NO_STEPS_TEXT = Defect.of(
    "no_steps_text",
    "không có trình tự thực hiện",
    "no text of the steps",
    "Viết nội dung quy trình.",
    "Write the process.",
)
RELATED_IN_BODY = Defect.of(
    "related_in_body",
    "thủ tục liên quan để ở phần thân",
    "related procedures kept in the body",
    "Ghi mã hiệu tài liệu liên quan vào “related”.",
    "State the codes of the related documents under “related”.",
)
TRUNCATED = Defect.of(
    "truncated",
    "nội dung bị cắt cụt (kết thúc bằng “…”)",
    "text cut off (ends with “…”)",
    "Tìm nội dung đầy đủ.",
    "Find the complete text.",
)
TEXT_MENDED = Defect.of(
    "text_mended",
    "đã sửa lỗi ký tự",
    "characters mended",
    "Đọc lại chỗ đã sửa; không phải làm gì nếu đúng.",
    "Read the mended places again; nothing to do if they are right.",
)
UNKNOWN_KEY = Defect.of(
    "unknown_key",
    "khóa lạ trong bản ghi",
    "unknown key in the record",
    "Xem nội dung ở cuối tài liệu và ghi vào đúng chỗ.",
    "See the text at the end of the document and put it where it belongs.",
)
