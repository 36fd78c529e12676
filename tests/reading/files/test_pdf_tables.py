import pytest

from wenming.reading.files.pdf_glyphs import Glyph
from wenming.reading.files.pdf_rules import Rule
from wenming.reading.files.pdf_tables import Table, grids_of, joined
from wenming.reading.files.table_rows import Cell, Row, lines_of_table


def level(at: float, start: float = 100, end: float = 400) -> Rule:
    return Rule(True, at, start, end)


def upright(at: float, start: float = 600, end: float = 700) -> Rule:
    return Rule(False, at, start, end)


def glyphs(text: str, x: float, y: float, size: float = 10) -> list[Glyph]:
    return [Glyph(char, x + n * size, y, x + (n + 1) * size, y + size) for n, char in enumerate(text)]


RULES = [level(700), level(650), level(600), upright(100), upright(200), upright(400)]


def lines(rules: list[Rule], *texts: list[Glyph]) -> list[str]:
    (grid,) = grids_of(rules)
    assert all(grid.take(glyph) for text in texts for glyph in text)
    return list(lines_of_table(grid.table(0).rows))


TEXTS = (glyphs("序号", 110, 670), glyphs("任务", 210, 670), glyphs("一", 110, 620), glyphs("整治", 210, 620))


def test_characters_come_to_their_cells() -> None:
    assert lines(RULES, *TEXTS) == ["序号\t任务", "一\t整治"]


def test_lines_drawn_twice_are_one() -> None:
    assert lines([*RULES, level(652), upright(201)], *TEXTS) == ["序号\t任务", "一\t整治"]


def test_a_cell_merged_downwards() -> None:
    rules = [level(700), level(600), level(650, 100, 200), upright(100), upright(200), upright(400)]
    assert lines(rules, TEXTS[0], glyphs("县局", 210, 645), TEXTS[2]) == ["序号\t县局", "一\t县局"]


def test_a_cell_merged_sideways() -> None:
    rules = [level(700), level(650), level(600), upright(100), upright(400), upright(200, 600, 650)]
    assert lines(rules, glyphs("附表", 210, 670), TEXTS[2], TEXTS[3]) == ["附表", "一\t整治"]


@pytest.mark.parametrize(
    ("upper", "lower", "expected"),
    [
        ("整治背街小巷补齐路灯照明修补路面砖", "逐条建账", "整治背街小巷补齐路灯照明修补路面砖逐条建账"),
        ("整治背街小巷", "补齐路灯", "整治背街小巷 补齐路灯"),
        ("整治背街小巷补齐路灯照明修补路面", "砖。逐条", "整治背街小巷补齐路灯照明修补路面砖。逐条"),
    ],
)
def test_lines_within_a_cell(upper: str, lower: str, expected: str) -> None:
    rules = [*RULES[:3], upright(100), upright(220), upright(400)]
    texts = (glyphs("一", 110, 620), glyphs(upper, 230, 630), glyphs(lower, 230, 615))
    assert lines(rules, *texts) == [f"一\t{expected}"]


@pytest.mark.parametrize(
    "rules",
    [
        pytest.param([], id="none"),
        pytest.param([level(700), level(600), upright(100), upright(400)], id="a frame"),
        pytest.param([level(700)], id="an underline"),
        pytest.param([level(700 - 9 * n) for n in range(9)], id="ruled paper"),
        pytest.param([*(level(700 - 9 * n) for n in range(400)), *(upright(x, -3000) for x in (100, 200, 300))],
                     id="too many rows"),
    ],
)  # fmt: skip
def test_what_is_no_table(rules: list[Rule]) -> None:
    assert grids_of(rules) == []


def test_two_tables_on_a_page() -> None:
    lower = [Rule(rule.is_level, rule.at - 200, rule.start, rule.end) if rule.is_level
             else Rule(False, rule.at, rule.start - 200, rule.end - 200) for rule in RULES]  # fmt: skip
    upper_grid, lower_grid = grids_of([*lower, *RULES])
    glyph = glyphs("甲", 110, 420)[0]
    assert not upper_grid.take(glyph)
    assert lower_grid.take(glyph)


def table(*rows: list[str]) -> Table:
    return Table(0, (), [Row(0, [Cell([text] if text else [], []) for text in row]) for row in rows])


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([table(["序号", "任务"], ["1", "甲"]), table(["2", "乙"])], ["序号\t任务", "1\t甲", "2\t乙"]),
        (
            [table(["序号", "任务"], ["1", "甲"]), table(["序号", "任务"], ["2", "乙"])],
            ["序号\t任务", "1\t甲", "2\t乙"],
        ),
        ([table(["1", "上半"]), table(["", "下半"])], ["1\t上半下半"]),
        ([table(["一类", "甲", "县局"]), table(["", "乙", "县委"])], ["一类\t甲\t县局", "\t乙\t县委"]),
        ([table(["1", "甲"])], ["1\t甲"]),
    ],
)
def test_tables_that_go_on_over_pages(parts: list[Table], expected: list[str]) -> None:
    assert list(lines_of_table(joined(parts))) == expected
