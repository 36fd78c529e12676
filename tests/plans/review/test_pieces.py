"""The document cut into paragraphs and pieces."""

from hypothesis import given
from hypothesis import strategies as st

from wenming.plans.review.pieces import NOISE, Paragraph, Span, lines, paragraphs

TEXT = "标题\r\n\n1.每月评议一次\n县委\t县政府\n广告广告"


def cut(*spans: Span, only: list[tuple[int, int]] | None = None) -> list[Paragraph]:
    """The paragraphs of the text, the first measure at the 1."""
    return paragraphs(TEXT, spans, {5: (1, "measure-9")}, {"标题": 1}, only)


def shown(paragraph: Paragraph) -> list[str]:
    """The texts of its pieces."""
    return [piece.text for cell in paragraph.cells for piece in cell]


def mark(words: str, key: str, css: str = "mark-unit", rank: int = 3) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words), key, css, rank)


def test_lines_leave_out_what_is_blank() -> None:
    assert [TEXT[a:b] for a, b in lines(TEXT)] == ["标题", "1.每月评议一次", "县委\t县政府", "广告广告"]


def test_pieces_part_where_a_mark_begins_or_ends() -> None:
    assert [shown(one) for one in cut(mark("评议", "term-1"))][1] == ["1.每月", "评议", "一次"]


def test_of_several_marks_the_highest_is_clicked_and_all_dress_it() -> None:
    _, second, *_ = cut(mark("每月评议", "doubt-1", "mark-doubt", 1), mark("月", "duty-2", "mark-unit", 3))
    pieces = [(piece.text, piece.key, piece.css) for piece in second.cells[0] if piece.key]
    assert pieces == [
        ("每", "doubt-1", "mark-doubt"),
        ("月", "duty-2", "mark-doubt mark-unit"),
        ("评议", "doubt-1", "mark-doubt"),
    ]
    assert [piece.is_first for piece in second.cells[0]] == [False, True, True, False, False]


def test_a_measure_opens_with_its_number() -> None:
    assert cut()[1].cells[0][0].opens == ((1, "measure-9"),)


def test_headings_and_rows_and_noise() -> None:
    heading, _, row, noise = cut(mark("广告广告", NOISE, "mark-noise"))
    assert (heading.level, heading.key) == (1, "p0")
    assert [[piece.text for piece in cell] for cell in row.cells] == [["县委"], ["县政府"]]
    assert (noise.is_noise, noise.cells[0][0].key) == (True, "")


def test_empty_cells_at_the_ends_of_a_row_are_left_out() -> None:
    (row,) = paragraphs("\t\t检查\t\t每月\t", [], {}, {"检查每月": 1})
    assert [[piece.text for piece in cell] for cell in row.cells] == [["检查"], [], ["每月"]]
    assert row.level == 0


def test_a_mark_over_several_paragraphs_is_in_each() -> None:
    spans = [mark("一次\n县委", "duty-1")]
    assert [[piece.text for cell in one.cells for piece in cell if piece.key] for one in cut(*spans)] == [
        [],
        ["一次"],
        ["县委"],
        [],
    ]


def test_only_what_is_asked_for() -> None:
    at = TEXT.index("县政府")
    assert [shown(one) for one in cut(only=[(at, at + 1)])] == [["县委", "县政府"]]
    assert cut(only=[]) == []


texts = st.text(alphabet="甲乙 \n\t", max_size=60)


@given(texts, st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=12))
def test_nothing_is_lost_and_every_offset_is_true(text: str, places: list[tuple[int, int]]) -> None:
    spans = [Span(start, start + length, f"duty-{start}", "mark", 1) for start, length in places]
    found = paragraphs(text, spans, {}, {})
    assert [[one.start, one.end] for one in found] == [list(place) for place in lines(text)]
    for paragraph in found:
        for cell in paragraph.cells:
            for piece in cell:
                assert text[piece.at : piece.at + len(piece.text)] == piece.text
                inside = [span for span in spans if span.start <= piece.at < span.end]
                assert bool(piece.key) == bool(inside)
        joined = "\t".join("".join(piece.text for piece in cell) for cell in paragraph.cells)
        assert joined.strip() == text[paragraph.start : paragraph.end].strip()
