"""The one Markdown dialect: what is checked is what is shown; no raw HTML; every heading has its own anchor."""

from __future__ import annotations

from sotay.markup.markdown import parse_body, plain_text, render_html
from sotay.model.document import Section


def anchors(text: str) -> list[str]:
    return [section.anchor for section in parse_body(text).sections]


def html(text: str) -> str:
    return render_html(parse_body(text).tokens)


def test_a_heading_has_level_title_anchor_and_its_line_in_the_file() -> None:
    body = parse_body("\n## Mục đích\n\nMột câu.\n\n### Quá hạn\n", first_line=12)
    assert body.sections == (Section(2, "Mục đích", "muc-dich", 13), Section(3, "Quá hạn", "qua-han", 17))


def test_an_anchor_keeps_every_vietnamese_letter_in_its_plain_form() -> None:
    assert anchors("## Điều kiện\n\n## Đơn đề nghị\n\n## 5.2. **Thành phần** `hồ sơ`\n") == [
        "dieu-kien",
        "don-de-nghi",
        "5-2-thanh-phan-ho-so",
    ]


def test_headings_of_one_title_have_anchors_of_their_own() -> None:
    assert anchors("## Tiếp nhận\n\n## Tiếp nhận\n\n## Tiếp nhận\n") == ["tiep-nhan", "tiep-nhan-2", "tiep-nhan-3"]


def test_an_anchor_never_repeats_even_where_a_title_looks_like_a_numbered_one() -> None:
    given = anchors("# A\n\n# A\n\n# A 2\n\n# a-2\n\n# A\n")
    assert len(set(given)) == len(given)


def test_a_heading_without_letters_still_has_an_anchor() -> None:
    assert anchors("## …\n\n## ***\n") == ["muc", "muc-2"]


def test_a_heading_over_a_soft_line_break_has_a_title_of_one_line() -> None:
    assert parse_body("Hồ sơ\nlưu\n=====\n").sections[0].title == "Hồ sơ lưu"


def test_the_text_of_a_heading_is_free_of_markup() -> None:
    inline = parse_body("## Theo [QT-HT-01](QT-HT-01) **mới**\n").tokens[1]
    assert plain_text(inline) == "Theo QT-HT-01 mới"


def test_raw_html_is_shown_as_text() -> None:
    assert "<script>" not in html("<script>alert(1)</script>\n")
    assert "&lt;b&gt;" in html("Một <b>câu</b>.\n")


def test_tables_definitions_footnotes_and_strikethrough_are_known() -> None:
    text = "| Bước | Ai |\n|---|---|\n| 1 | Một cửa |\n\nHồ sơ\n: Giấy tờ[^1] ~~cũ~~\n\n[^1]: Bản chính.\n"
    shown = html(text)
    for tag in ("<table>", "<dl>", 'class="footnotes"', "<s>cũ</s>"):
        assert tag in shown


def test_straight_quotes_and_dashes_stay_as_typed() -> None:
    assert html('"a" -- b...\n') == "<p>&quot;a&quot; -- b...</p>\n"
