"""What can be wrong with the channels, limits and fees of a national record.

Reads: nothing.
Returns: constants, one per defect, in the order of the schema.
"""

from __future__ import annotations

from sotay.usecases.importing.draft import Defect

NO_CHANNEL = Defect.of(
    "no_channel",
    "không có cách thức thực hiện",
    "no channel",
    "Ghi các cách thức nộp hồ sơ vào “channels”.",
    "State the ways to file under “channels”.",
)
CHANNEL_UNKNOWN = Defect.of(
    "channel_unknown",
    "cách thức lạ",
    "unknown channel",
    "Chọn trực tiếp, trực tuyến hoặc bưu chính; nội dung gốc ở cuối tài liệu.",
    "Choose counter, online or post; the source text is at the end of the document.",
)
CHANNEL_NOTE_MOVED = Defect.of(
    "channel_note_moved",
    "mô tả cách thức dài, để ở phần thân",
    "long channel note moved to the body",
    "Rút thành ghi chú ngắn trong “channels.note”, phần còn lại bỏ hoặc chuyển vào quy trình.",
    "Condense it to a short “channels.note”; drop the rest or move it to the process.",
)
NO_LIMIT = Defect.of(
    "no_limit",
    "không có thời hạn",
    "no time limit",
    "Ghi thời hạn vào “time_limit”.",
    "State the limit under “time_limit”.",
)
LIMIT_PARTLY_MISSING = Defect.of(
    "limit_partly_missing",
    "có cách thức không có thời hạn",
    "a channel without a time limit",
    "Ghi thời hạn của cách thức còn thiếu.",
    "State the limit of the channel that lacks one.",
)
LIMIT_WITHOUT_UNIT = Defect.of(
    "limit_without_unit",
    "thời hạn thiếu đơn vị",
    "time limit without unit",
    "Tìm thời hạn trong trình tự thực hiện rồi ghi “value” và “unit”.",
    "Find the limit in the text of the steps, then state “value” and “unit”.",
)
LIMIT_DOUBTFUL = Defect.of(
    "limit_doubtful",
    "thời hạn đáng ngờ",
    "doubtful time limit",
    "Kiểm tra lại thời hạn rồi ghi “value” và “unit”.",
    "Check the limit, then state “value” and “unit”.",
)
LIMIT_IN_HOURS = Defect.of(
    "limit_in_hours",
    "thời hạn tính bằng giờ",
    "time limit in hours",
    "Xác nhận là giờ đồng hồ (hour) hay giờ làm việc (working_hour).",
    "Confirm whether clock hours (hour) or working hours (working_hour) are meant.",
)
LIMITS_SEVERAL = Defect.of(
    "limits_several",
    "một cách thức có nhiều thời hạn",
    "several time limits in one channel",
    "Xác định thời hạn chung và các trường hợp kéo dài (extensions).",
    "State the usual limit and the longer ones as “extensions”.",
)
LIMITS_DIFFER = Defect.of(
    "limits_differ",
    "thời hạn khác nhau theo cách thức",
    "time limits differ by channel",
    "Xác nhận sự khác nhau là đúng, hoặc ghi một thời hạn chung.",
    "Confirm that the difference is meant, or state one limit for all.",
)
FEE_MISSING = Defect.of(
    "fee_missing",
    "không có thông tin về phí, lệ phí",
    "no fee information",
    "Ghi mức thu, “amount: 0” nếu miễn phí, hoặc “set_by”.",
    "State the amount, “amount: 0” if free, or “set_by”.",
)
FEE_DOUBTFUL = Defect.of(
    "fee_doubtful",
    "mức thu đáng ngờ",
    "doubtful fee amount",
    "Tra mức thu trong văn bản quy định rồi ghi “amount”.",
    "Look the amount up in the regulation, then state “amount”.",
)
FREE_CONTRADICTED = Defect.of(
    "free_contradicted",
    "ghi miễn phí nhưng mô tả có phí",
    "said to be free, but the note names a fee",
    "Xác định có thu hay không; ghi mức thu hoặc “set_by”.",
    "Find out whether a fee is due; state the amount or “set_by”.",
)
FEE_CONDITIONAL = Defect.of(
    "fee_conditional",
    "mức thu kèm điều kiện, thời gian hoặc văn bản khác",
    "fee with conditions, dates or another regulation",
    "Tách thành từng mức thu với “when”, “valid_from”, “valid_to”, “legal_basis”.",
    "Split it into fees with “when”, “valid_from”, “valid_to”, “legal_basis”.",
)
FEES_SEVERAL = Defect.of(
    "fees_several",
    "một cách thức có nhiều mức thu",
    "several fees in one channel",
    "Ghi từng mức thu với trường hợp áp dụng (when).",
    "State each fee with the case it applies to (when).",
)
FEES_DIFFER = Defect.of(
    "fees_differ",
    "phí, lệ phí khác nhau theo cách thức",
    "fees differ by channel",
    "Xác nhận sự khác nhau là đúng, hoặc ghi một mức thu chung.",
    "Confirm that the difference is meant, or state one fee for all.",
)
