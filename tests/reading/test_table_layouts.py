"""One table of tasks in the layouts in which offices save it: who answers for a row is the same in each."""

import unicodedata
from collections.abc import Callable, Sequence

import pytest

from wenming.reading.read import read_text

Row = Sequence[str]
HEADER = ("序号", "重点任务", "工作措施", "牵头领导", "牵头单位", "配合单位", "完成时限", "备注")
ROWS = (
    ("1", "整治市场", "每周检查2次，划行归市", "张志远", "市场监管局", "商务局、城管局", "2027年6月底前", ""),
    ("2", "修补道路", "修补路面1200平方米", "李文", "县住建局", "县交通运输局", "2027年5月", ""),
    ("3", "规范停车", "施划泊位500个，严查违停", "张志远", "县公安局", "各街道、综合执法大队", "长期", ""),
    ("4", "增设广告", "公益广告全覆盖", "王晓梅", "宣传部", "县住房和城乡建设局、融媒体中心", "2027年10月", ""),
    ("5", "净化校园周边", "清理游商", "李文", "县教育局", "", "2027年9月30日前", ""),
)
KEPT = ((0, 1, 4, 5, 6), (0, 1, 2, 4, 5, 6), (1, 2, 4, 5, 6), (1, 4, 5, 6, 7), (0, 1, 2, 3, 4, 5, 6), (1, 6, 4, 5))


def wrapped(cell: str) -> str:
    return f"{cell[:6]}\n{cell[6:]}" if len(cell) > 9 else cell


def by_sign(sign: str) -> Callable[[Sequence[Row]], str]:
    return lambda rows: "\n".join(sign.join(row) for row in rows)


def as_markdown(rows: Sequence[Row]) -> str:
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], "|" + "---|" * len(rows[0]), *lines[1:]])


def by_blanks(rows: Sequence[Row]) -> str:
    return "\n".join("  ".join(cell or "/" for cell in row) for row in rows)


def a_line_each(rows: Sequence[Row]) -> str:
    return "\n".join(cell for row in rows for cell in row if cell)


def a_line_each_marked(rows: Sequence[Row]) -> str:
    return "\n\n".join(cell or "/" for row in rows for cell in row)


def header_repeated(rows: Sequence[Row]) -> str:
    return a_line_each([*rows[:3], rows[0], *rows[3:]])


def header_broken(rows: Sequence[Row]) -> str:
    names = [part for name in rows[0] for part in ((name[:2], name[2:]) if len(name) == 4 else tuple(name))]
    return "\n".join(names) + "\n" + a_line_each(rows[1:])


def cells_broken(rows: Sequence[Row]) -> str:
    return "\n".join(wrapped(cell) for row in rows for cell in row if cell)


def units_a_line_each(rows: Sequence[Row]) -> str:
    return a_line_each(rows).replace("、", "\n")


def a_sign_behind_each(rows: Sequence[Row]) -> str:
    return "\n".join(f"{cell} |" for row in rows for cell in row if cell)


def some_cells_share_a_line(rows: Sequence[Row]) -> str:
    filled = [[cell for cell in row if cell] for row in rows]
    return "\n".join(" |\n".join([" | ".join(row[:2]), *row[2:]]) + " |" for row in filled)


def wide(text: str) -> int:
    return sum(1 + (unicodedata.east_asian_width(sign) in "WF") for sign in text)


def drawn(rows: Sequence[Row]) -> str:
    """Cells eight columns wide between drawn lines, wrapped."""
    rule = "├" + "┼".join(["────"] * len(rows[0])) + "┤"
    lines = [rule]
    for row in rows:
        cells = [in_eight_columns(cell) for cell in row]
        for at in range(max(map(len, cells))):
            parts = [cell[at] if at < len(cell) else "" for cell in cells]
            lines.append("│" + "│".join(part + " " * (8 - wide(part)) for part in parts) + "│")
        lines.append(rule)
    return "\n".join(lines)


def in_eight_columns(cell: str) -> list[str]:
    parts = [""]
    for sign in cell:
        if wide(parts[-1] + sign) > 8:
            parts.append("")
        parts[-1] += sign
    return parts


LAYOUTS: list[Callable[[Sequence[Row]], str]] = [by_sign("\t"), by_sign("｜"), by_sign(" | "), as_markdown, by_blanks]
LAYOUTS += [a_line_each, a_line_each_marked, header_repeated, header_broken, cells_broken, units_a_line_each]
LAYOUTS += [a_sign_behind_each, some_cells_share_a_line, drawn]


def answering(text: str) -> list[list[str]]:
    reading = read_text(text, name="table.txt", sha256="")
    measures = [measure for plan in reading.plans for measure in plan.measures]
    return [[f"{duty.role.value[0]}{duty.unit}" for duty in measure.duties] for measure in measures]


def expected(rows: Sequence[Row]) -> list[list[str]]:
    return [
        [f"l{unit}" for unit in row[4].split("、")] + [f"c{unit}" for unit in row[5].split("、") if unit]
        for row in rows
    ]


@pytest.mark.parametrize("kept", KEPT, ids=str)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_reads_alike(layout: Callable[[Sequence[Row]], str], kept: Sequence[int]) -> None:
    rows = [[row[at] for at in kept] for row in (HEADER, *ROWS)]
    text = f"石桥县环境整治任务分解表\n\n{layout(rows)}\n"
    assert answering(text) == expected(ROWS)


@pytest.mark.parametrize("layout", [by_sign("\t"), by_sign("｜"), as_markdown, by_blanks, a_line_each])
def test_rows_that_head_others(layout: Callable[[Sequence[Row]], str]) -> None:
    kept = [[row[at] for at in (0, 1, 4, 5, 6)] for row in (HEADER, *ROWS)]
    first, later = layout(kept[:3]), layout([kept[0], *kept[3:]])
    text = f"石桥县任务分解表\n{first}\n二、交通秩序类\n{later}\n备注：时限为最迟时间。\n石桥县文明办\n2027年1月2日\n"
    assert answering(text) == expected(ROWS)


def test_sections_of_an_assessing_table_whose_cells_stand_one_a_line() -> None:
    """A section with departments of its own is assessed itself; one with points alone only heads its rows."""
    cells = """
        护林考核细则 序号 考核项目 分值 考核指标 负责考核部门
        一、 健全制度 31 1 修订办法 5 2027年7月底前修订办法，得5分。 县林业局 县财政局
        二、 加强宣传 7 1.各村上报信息2篇，得5分。 2.按时报送总结。 县林长办
    """
    (plan,) = read_text("\t\n".join(cells.split()), name="plan.txt", sha256="").plans
    found = [(measure.title, [duty.unit for duty in measure.duties]) for measure in plan.measures]
    assert found[:2] == [("修订办法", ["县林业局", "县财政局"]), ("二、加强宣传", ["县林长办"])]


@pytest.mark.parametrize("number", ["{}.", "（{}）", "{}、"])
@pytest.mark.parametrize("layout", [by_sign("\t"), by_sign("|"), a_line_each])
def test_numbers_with_signs(layout: Callable[[Sequence[Row]], str], number: str) -> None:
    rows = [[number.format(row[0]), row[1], row[4], row[5], row[6]] for row in ROWS]
    header = [HEADER[at] for at in (0, 1, 4, 5, 6)]
    assert answering(f"石桥县任务分解表\n{layout([header, *rows])}\n") == expected(ROWS)


@pytest.mark.parametrize("layout", LAYOUTS[:7])
def test_labels_within_a_cell(layout: Callable[[Sequence[Row]], str]) -> None:
    rows = [[row[0], row[1], f"牵头单位：{row[4]}；配合单位：{row[5]}", row[6]] for row in ROWS[:4]]
    text = layout([["序号", "工作任务", "责任分工", "完成时限"], *rows])
    assert answering(f"石桥县任务分解表\n{text}\n") == expected(ROWS[:4])


@pytest.mark.parametrize("layout", LAYOUTS[:7])
def test_units_that_stand_first(layout: Callable[[Sequence[Row]], str]) -> None:
    rows = [[row[4], f"{row[1]}，{row[2]}", row[6]] for row in ROWS]
    text = layout([["责任单位", "工作任务", "完成时限"], *rows])
    assert answering(f"石桥县任务分解表\n{text}\n") == [[f"r{row[4]}"] for row in ROWS]


def test_a_unit_under_a_whole_row_is_added_to_its_last_cell() -> None:
    rows = "\n".join("\t".join((row[1], row[4], row[5].replace("、", "、\n"))) for row in ROWS)
    assert answering(f"石桥县任务分解表\n重点任务\t牵头单位\t配合单位\n{rows}\n") == expected(ROWS)


@pytest.mark.parametrize("office", ["县人社", "县民宗", "县卫健"])
def test_an_office_without_its_ending_stands_among_units(office: str) -> None:
    rows = "\n".join(f"{row[1]}，{row[2]}。\n县民政局\n{office}\n县妇联" for row in ROWS[:3])
    text = f"石桥县任务分解表\n重点任务\n责任单位\n备注\n{rows}\n"
    assert answering(text) == [["r县民政局", f"r{office}", "r县妇联"]] * 3


@pytest.mark.parametrize("between", ["", " "])
def test_a_whole_table_in_one_line(between: str) -> None:
    cells = [cell for row in ROWS[:3] for cell in (row[0], f"{row[2]}。", f"{row[4]}、{row[5] or '各镇'}", row[6])]
    text = between.join(["石桥县任务分解表", "序号", "工作内容", "责任单位", "完成时限", *cells])
    units = [[f"r{unit}" for unit in (row[4], *(row[5] or "各镇").split("、"))] for row in ROWS[:3]]
    assert answering(f"{text}\n") == units


def test_labels_between_signs_in_numbered_items() -> None:
    text = (
        "石桥县重点任务清单\n"
        "01．整修河道。清淤3公里。｜责任单位：县水利局、各乡（镇）｜完成时限：2027年5月底前\n"
        "02．增设座椅。增设60处。｜牵头单位：园林处｜配合单位：城投公司｜完成时限：9月30日之前\n"
        "03．巡查管护。｜责任单位：县河长办会同县水利局；指导单位：市水利局｜完成时限：长期\n"
    )
    assert answering(text) == [
        ["r县水利局", "r各乡（镇）"],
        ["l园林处", "c城投公司"],
        ["r县河长办", "c县水利局", "s市水利局"],
    ]
    plan = read_text(text, name="list.txt", sha256="").plans[0]
    kinds = [[term.kind.value for term in measure.terms] for measure in plan.measures]
    assert kinds == [["quantity", "date"], ["quantity", "date"], ["horizon"]]


def test_rows_whose_first_cells_reach_over_several() -> None:
    """What stands under a cell that reaches down lacks it; a time and a unit alone are one more of the row above."""
    text = (
        "石桥县实事任务表\n"
        "项目名称 | 工作任务 | 完成时间 | 牵头单位 |\n"
        "1.环境提升 | 改造道路3条 | 11月 | 住建局 |\n"
        "2027.8 | 城投集团 | ||\n"
        "新建公园2处； | 10月 | 园林处 | |\n"
        "2.厨房建设 | 在50所学校建设厨房 | 9月 | 教体局 |\n"
        "新增阳光厨房20间。 | 市场监管局 | ||\n"
    )
    assert answering(text) == [["l住建局", "l城投集团"], ["l园林处"], ["l教体局"], ["l市场监管局"]]
