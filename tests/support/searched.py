"""A small index for tests of search, and questions asked of the shipped scripts."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sotay.model.document import DocumentKind
from sotay.model.glossary import Glossary
from sotay.model.procedure import Applicant, Level
from sotay.rendering.search.packing import packed
from sotay.rendering.search.searched import Searched
from tests.support.in_node import in_node

FIELDS = (
    ("ho-tich", "Hộ tịch"),
    ("chung-thuc", "Chứng thực"),
    ("xay-dung", "Xây dựng"),
    ("linh-vuc-khac", "Lĩnh vực khác"),
)
AGENCIES = (("so-tu-phap", "Sở Tư pháp"), ("xa-a", "Xã A"), ("xa-b", "Xã B"))
GLOSSARY = Glossary.model_validate(
    {
        "entries": [
            {"say": ["lấy vợ", "lấy chồng"], "means": ["đăng ký kết hôn"]},
            {"say": ["giấy độc thân"], "means": ["xác nhận tình trạng hôn nhân"]},
            {"say": ["làm nhà"], "means": ["cấp giấy phép xây dựng"]},
            {"say": ["sao y"], "means": ["chứng thực bản sao từ bản chính"]},
        ],
        "stop_words": ["tôi muốn", "xin hỏi", "làm thế nào", "ở đâu", "ở xã", "bao nhiêu", "thì", "cần gì"],
    }
)

_ASK = """({ createSearch }, { index, questions }) => {
  const { search } = createSearch(index);
  return questions.map((one) => search(...one));
}"""


def a_searched(code: str, title: str, field: str | None = "ho-tich", **keys: Any) -> Searched:
    """Return a procedure of a commune as search knows it."""
    stated: dict[str, Any] = {
        "kind": DocumentKind.PROCEDURE,
        "where": "Ủy ban nhân dân cấp xã",
        "time": "3 ngày làm việc",
        "fee": "miễn phí",
        "ways": "trực tiếp, trực tuyến",
        "is_free": True,
        "is_online": True,
        "levels": (Level.COMMUNE,),
        "applicants": (Applicant.CITIZEN,),
        "agencies": ("xa-a", "xa-b"),
    }
    return Searched(
        address=f"thu-tuc/{code}/",
        title=title,
        field=field,
        codes=(code,),
        **(stated | keys),
    )


PROVINCIAL: Mapping[str, Any] = {"levels": (Level.PROVINCE,), "where": "Sở Tư pháp", "agencies": ("so-tu-phap",)}
DOCUMENTS = (
    a_searched(
        "1.001193", "Đăng ký khai sinh", keywords=("con mới đẻ",), papers=("Tờ khai đăng ký khai sinh", "Giấy chứng sinh"),
        results=("Giấy khai sinh",), legal=("123/2015/NĐ-CP", "60/2014/QH13"),
    ),
    a_searched("1.004884", "Thủ tục đăng ký lại khai sinh", legal=("123/2015/NĐ-CP",)),
    a_searched("1.003583", "Thủ tục đăng ký khai sinh lưu động", is_online=False, keywords=("làm khai sinh tại nhà",)),
    a_searched("2.000528", "Thủ tục đăng ký khai sinh có yếu tố nước ngoài"),
    a_searched("1.000894", "Thủ tục đăng ký kết hôn", results=("Giấy chứng nhận kết hôn",)),
    a_searched("1.000593", "Thủ tục đăng ký kết hôn lưu động", is_online=False),
    a_searched("2.000806", "Thủ tục đăng ký kết hôn có yếu tố nước ngoài", is_free=False, fee="1.000.000 đồng"),
    a_searched("1.004873", "Thủ tục cấp Giấy xác nhận tình trạng hôn nhân", is_free=False, fee="5.000 đồng"),
    a_searched("1.000656", "Thủ tục đăng ký khai tử"),
    a_searched("1.005461", "Đăng ký lại khai tử"),
    a_searched("1.001022", "Thủ tục đăng ký nhận cha, mẹ, con"),
    a_searched("2.000635", "Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh"),
    a_searched("2.000815", "Chứng thực bản sao từ bản chính giấy tờ, văn bản", "chung-thuc", fee="2.000 đồng/trang"),
    a_searched("2.000884", "Chứng thực chữ ký trong các giấy tờ, văn bản", "chung-thuc"),
    a_searched("2.000843", "Chứng thực bản sao từ bản chính giấy tờ, văn bản", "chung-thuc", **PROVINCIAL),
    a_searched("1.013225", "Cấp giấy phép xây dựng mới đối với công trình cấp III (dự án) và nhà ở riêng lẻ", "xay-dung"),
    a_searched("1.013227", "Gia hạn giấy phép xây dựng đối với công trình cấp III và nhà ở riêng lẻ", "xay-dung"),
    a_searched("1.012895", "Cho thuê nhà ở xã hội", "xay-dung"),
    a_searched("1.012896", "Bán nhà ở xã hội", "xay-dung"),
    a_searched("1.012897", "Thẩm định giá nhà ở xã hội", "xay-dung"),
    a_searched("1.010832", "Trợ giúp đột xuất", "linh-vuc-khac", papers=("Giấy khai sinh của trẻ em",), applicants=(Applicant.ENTERPRISE,)),
)  # fmt: skip


def an_index(documents: Sequence[Searched] = DOCUMENTS, glossary: Glossary = GLOSSARY) -> str:
    """Return the index of some documents."""
    return packed(documents, FIELDS, AGENCIES, glossary)


def asked(*questions: tuple[object, ...], index: str | None = None) -> list[dict[str, Any]]:
    """Return what the shipped search answers to questions, each of them its arguments."""
    value = {"index": json.loads(index or an_index()), "questions": questions}
    answers: list[dict[str, Any]] = in_node("sotay/search/engine.js", _ASK, value)
    return answers


def codes(answer: Mapping[str, Any]) -> list[str]:
    """Return the first code of every result, in order."""
    return [result["codes"][0] for result in answer["results"]]
