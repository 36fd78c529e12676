import pytest

from wenming.reading.files.pdf_lines import Line
from wenming.reading.files.pdf_paragraphs import paragraphs_of
from wenming.reading.files.pdf_tables import Table
from wenming.reading.files.table_rows import Cell, Row

SIZE = 10.0
LEFT, RIGHT = 90.0, 390.0
FULL = "文" * 30
STEMS = "甲乙丙丁"
WIDTH = 480.0  # of the page
Items = list[Line | Table]


def line(text: str, number: int, *, page: int = 0, indent: float = 0, size: float = SIZE) -> Line:
    """The line ``number`` of a page, as wide as its text."""
    bottom = 700 - 15 * number
    left = LEFT + indent * size
    return Line(text, page, left, left + len(text) * size, bottom, bottom + size, size)


def body(*lines: Line) -> list[str]:
    """The paragraphs of ``lines``, among enough full lines to tell the margins."""
    filler: Items = [line(FULL, number, page=9) for number in range(8)]
    return list(paragraphs_of([[*lines], *[[] for _ in range(8)], filler], [WIDTH] * 10))[:-1]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param([line(FULL[2:], 0, indent=2), line("末行。", 1)], [FULL[2:] + "末行。"], id="goes on"),
        pytest.param([line("短行。", 0), line("新段", 1)], ["短行。", "新段"], id="a short line ends"),
        pytest.param([line(FULL, 0), line("新段", 1, indent=2)], [FULL, "新段"], id="an indent starts"),
        pytest.param([line(FULL[1:] + "，", 0), line("末行。", 1)], [FULL[1:] + "，末行。"], id="up to the margin"),
        pytest.param([line(FULL[1:] + "。", 0), line("二、任务", 1)], [FULL[1:] + "。", "二、任务"],
                     id="a number starts"),
        pytest.param([line(FULL, 0), line("说明", 9)], [FULL, "说明"], id="far below"),
        pytest.param([line(FULL, 0), line("注", 1, size=7)], [FULL, "注"], id="another size"),
        pytest.param([line(FULL[3:] + "the", 0), line("city", 1)], [FULL[3:] + "the city"], id="Latin words"),
        pytest.param([line("某县关于印发方案", 0, indent=6, size=15), line("的通知", 1, indent=8.5, size=15)],
                     ["某县关于印发方案的通知"], id="a title in two lines"),
        pytest.param([line("序号\t任务" + FULL[:25], 0), line("1\t整治", 1)], ["序号\t任务" + FULL[:25], "1\t整治"],
                     id="columns are not joined"),
    ],
)  # fmt: skip
def test_broken_lines(lines: list[Line], expected: list[str]) -> None:
    assert body(*lines) == expected


def test_a_paragraph_over_two_pages() -> None:
    pages: list[Items] = [[line(FULL, 0), line(FULL, 1)], [line("末行。", 0, page=1)]]
    assert list(paragraphs_of(pages, [WIDTH] * len(pages))) == [FULL * 2 + "末行。"]


def test_heads_and_page_numbers_are_left_out() -> None:
    pages: list[Items] = [
        [
            line("青石县文件", -3, page=n),
            line(f"{STEMS[n]}段开头。", 0, page=n),
            line(f"{STEMS[n]}段又起。", 2, page=n),
            line(f"—{n + 1}—", 30, page=n),
        ]
        for n in range(4)
    ]
    assert list(paragraphs_of(pages, [WIDTH] * len(pages))) == [
        text for n in range(4) for text in (f"{STEMS[n]}段开头。", f"{STEMS[n]}段又起。")
    ]


@pytest.mark.parametrize("number", ["— 3 —", "- 3 -", "－３－", "第3页", "第 3 页 共 9 页", "3/9", "·3·"])
def test_page_numbers_of_every_shape(number: str) -> None:
    assert body(line("正文。", 0), line(number, 30)) == ["正文。"]


@pytest.mark.parametrize("text", ["3", "2026", "3月", "（3）", "第3条"])
def test_numbers_that_are_none_of_a_page(text: str) -> None:
    assert body(line("正文。", 0), line(text, 30)) == ["正文。", text]


@pytest.mark.parametrize("text", ["一、目标........3", "二、任务……12", "三、保障·····—4—", "四、附则. . . . . 5"])
def test_tables_of_contents_are_left_out(text: str) -> None:
    assert body(line("目录", 0), line(text, 1), line("正文……共3项", 2)) == ["目录", "正文……共3项"]


def test_bare_numbers_that_recur_are_page_numbers() -> None:
    pages: list[Items] = [[line("正文。", 0, page=n), line(str(n + 1), 30, page=n)] for n in range(2)]
    assert list(paragraphs_of(pages, [WIDTH] * len(pages))) == ["正文。", "正文。"]


def table(page: int, *rows: list[str]) -> Table:
    return Table(
        page, (90.0, 120.0, 390.0), [Row(0, [Cell([text] if text else [], []) for text in row]) for row in rows]
    )


def test_a_table_over_two_pages() -> None:
    pages: list[Items] = [
        [line("附表", 0), table(0, ["序号", "任务"], ["1", "整治背街"])],
        [table(1, ["序号", "任务"], ["", "小巷"], ["2", "规范"]), line("完", 20, page=1)],
    ]
    assert list(paragraphs_of(pages, [WIDTH] * len(pages))) == [
        "附表",
        "序号\t任务",
        "1\t整治背街小巷",
        "2\t规范",
        "完",
    ]


def test_two_tables_of_other_widths() -> None:
    other = Table(0, (90.0, 200.0, 390.0), [Row(0, [Cell(["甲"], []), Cell(["乙"], [])])])
    assert list(paragraphs_of([[table(0, ["序号", "任务"]), other]], [WIDTH])) == ["序号\t任务", "甲\t乙"]


def test_no_pages() -> None:
    assert list(paragraphs_of([], [])) == []
    assert list(paragraphs_of([[], []], [WIDTH] * 2)) == []


def test_wide_pages_have_margins_of_their_own() -> None:
    narrow: Items = [line(FULL, 0), line("末行。", 1)]
    wide: Items = [line(FULL * 2, number, page=1) for number in range(3)]
    wide.append(line("又一段。", 3, page=1))
    assert list(paragraphs_of([narrow, wide], [WIDTH, 800.0])) == [FULL + "末行。", FULL * 6 + "又一段。"]
