"""Tables of offices in the layouts that they use."""

from fractions import Fraction

import pytest

from tests.rules.frameworks.sheets.making import faults, grid, matched, outline, read
from wenming.rules.frameworks.model import Item, Question, Role, SiteCheck, Wanted
from wenming.rules.frameworks.sheets.columns import Matching, Means
from wenming.rules.frameworks.sheets.faults import say
from wenming.rules.frameworks.sheets.reading import read_table


def only(*rows: list[str], merged: tuple[tuple[int, int, int, int], ...] = ()) -> Item:
    """The first standard of the table."""
    told = read(*rows, merged=merged)
    assert told.framework, faults(told)
    return next(one for one in told.framework.root.walk() if not one.items)


def test_stretched_cells_hold_the_standards_beside_them() -> None:
    told = read(
        ["某县测评体系（2026年版）"],
        ["测评项目", "测评内容", "测评标准", "测评方法", "分值"],
        ["Ⅰ-1 公共环境", "Ⅱ-1 街巷", "1）路灯完好", "实地考察", "2.5"],
        ["", "", "2）路面平整", "", ""],
        ["", "Ⅱ-2 公厕", "1）干净", "网上申报、问卷调查", "3"],
        ["Ⅰ-2 公共秩序", "Ⅱ-3 交通", "1）礼让行人", "实地考察", "1分"],
        merged=((3, 5, 0, 0), (3, 4, 1, 1), (3, 4, 3, 3), (3, 4, 4, 4)),
    )
    assert outline(told) == [
        "Ⅰ-1 公共环境",
        "·Ⅱ-1 街巷",
        "··Ⅱ-1-1 路灯完好",
        "··Ⅱ-1-2 路面平整",
        "·Ⅱ-2 公厕",
        "··Ⅱ-2-1 干净",
        "Ⅰ-2 公共秩序",
        "·Ⅱ-3 交通",
        "··Ⅱ-3-1 礼让行人",
    ]
    assert told.framework
    streets, toilets = told.framework.root.items[0].items
    assert [one.methods for one in streets.items] == [("实地考察",), ("实地考察",)]
    assert streets.points == Fraction("2.5")  # stretched over both: of what they stand under
    assert [one.points for one in streets.items] == [None, None]
    assert toilets.items[0].points == 3
    assert toilets.items[0].methods == ("网上申报", "问卷调查")


def test_levels_from_codes_in_one_column() -> None:
    told = read(
        ["分类编号", "测评内容", "应提供材料", "责任单位"],
        ["Ⅰ-1", "理想信念教育", "", ""],
        ["Ⅱ-1", "学习宣传", "", ""],
        ["Ⅲ-1", "干部群众学习", "", ""],
        ["Ⅲ-1-①", "列为长期任务", "学习计划", "县委宣传部、各镇"],
        ["Ⅲ-1-②", "宣讲到基层", "宣讲记录", "县文明办"],
        ["Ⅲ-26", "没有下一级的内容", "", ""],
        ["Ⅰ-2", "核心价值观", "", ""],
        ["Ⅱ-2", "氛围", "", ""],
    )
    assert outline(told) == [
        "Ⅰ-1 理想信念教育",
        "·Ⅱ-1 学习宣传",
        "··Ⅲ-1 干部群众学习",
        "···Ⅲ-1-① 列为长期任务",
        "···Ⅲ-1-② 宣讲到基层",
        "··Ⅲ-26 没有下一级的内容",
        "Ⅰ-2 核心价值观",
        "·Ⅱ-2 氛围",
    ]


def test_levels_from_codes_before_the_words_with_headings_across() -> None:
    told = read(
        ["测评内容", "分值"],
        ["一、公共环境", ""],
        ["（一）街巷", "5"],
        ["1. 路灯完好", "2"],
        ["2. 路面平整", "3"],
        ["（二）公厕", ""],
        ["1. 干净", ""],
        ["二、公共秩序", ""],
        ["（一）交通", ""],
        ["1. 礼让行人", ""],
        ["合计", "100"],
        ["注：每年修订一次。", ""],
        merged=((2, 2, 0, 1), (8, 8, 0, 1)),
    )
    assert outline(told) == [
        "一 公共环境",
        "·（一） 街巷",
        "··1-1-1 路灯完好",
        "··1-1-2 路面平整",
        "·（二） 公厕",
        "··1-2-1 干净",
        "二 公共秩序",
        "·（一） 交通",
        "··2-1-1 礼让行人",
    ]
    assert [say(one) for one in told.remarks] == ["没有读：合计", "没有读：注：每年修订一次。"]


def test_numbered_lines_of_one_cell_are_standards_and_the_cells_beside_them_follow() -> None:
    told = read(
        ["测评项目", "测评标准", "测评方法", "材料要求", "责任单位"],
        [
            "1 领导体制",
            "1）开会部署；\n2）建立三结合网络",
            "1）网上申报\n2）实地考察、问卷调查",
            "①规范文件：会议通知 ②说明报告：网络建设情况（800字以内）",
            "县文明办、县教育局",
        ],
    )
    assert outline(told) == ["1 领导体制", "·1-1 开会部署；", "·1-2 建立三结合网络"]
    assert told.framework
    first, second = told.framework.root.items[0].items
    assert (first.methods, second.methods) == (("网上申报",), ("实地考察", "问卷调查"))
    assert first.evidence == (Wanted("规范文件", "会议通知"),)
    assert second.evidence == (Wanted("说明报告", "网络建设情况（800字以内）", 800),)
    assert first.roles == second.roles == (Role("responsible", "县文明办"), Role("responsible", "县教育局"))


def test_a_sentence_before_numbered_lines_is_their_heading() -> None:
    told = read(["测评标准", "分值"], ["街巷整治：\n①路灯完好\n②路面平整", "4"])
    assert outline(told) == [" 街巷整治", "·1-1 路灯完好", "·1-2 路面平整"]
    assert told.framework
    assert told.framework.root.items[0].points == 4


def test_pieces_in_rows_of_their_own_with_their_units() -> None:
    item = only(
        ["编号", "测评标准", "材料形式", "申报材料", "字数上限", "牵头单位", "配合单位"],
        ["1-1", "学校有心理辅导室", "说明报告", "建设情况", "不超过300字", "县教育局", "县妇联"],
        ["", "", "实景图片", "照片", "", "县妇联", ""],
        merged=((2, 3, 1, 1), (2, 3, 6, 6)),
    )
    assert item.evidence == (
        Wanted("说明报告", "建设情况", 300, roles=(Role("lead", "县教育局"),)),
        Wanted("实景图片", "照片", roles=(Role("lead", "县妇联"),)),
    )
    assert item.roles == (Role("cooperating", "县妇联"),)  # stretched over both rows: of the standard


def test_checks_and_questions() -> None:
    item = only(
        ["测评标准", "考察方式", "考察点位", "考察内容", "问卷题目", "责任单位"],
        ["背街小巷路灯完好", "", "背街小巷、社区", "路灯亮\n路面平", "", "县城管局"],
        ["", "电话", "12345热线", "接得通", "", "县信访局"],
        ["", "", "", "", "家门口的路灯亮吗？", ""],
    )
    assert item.checks == (
        SiteCheck("site", ("背街小巷", "社区"), ("路灯亮", "路面平"), (Role("responsible", "县城管局"),)),
        SiteCheck("phone", ("12345热线",), ("接得通",), (Role("responsible", "县信访局"),)),
    )
    assert item.survey == (Question("家门口的路灯亮吗？"),)


def test_several_columns_of_codes_and_repeated_words() -> None:
    told = read(
        ["编号", "一级指标", "编号", "二级指标", "分值"],
        ["A", "环境", "A-1", "路灯完好", "1"],
        ["A", "环境", "A-2", "路面平整", "2"],
        ["B", "秩序", "B-1", "礼让行人", "3"],
    )
    assert outline(told) == ["A 环境", "·A-1 路灯完好", "·A-2 路面平整", "B 秩序", "·B-1 礼让行人"]


def test_heads_of_two_rows_and_heads_that_come_again() -> None:
    told = read(
        ["测评项目", "测评标准", "责任分解", ""],
        ["", "", "牵头单位", "配合单位"],
        ["环境", "路灯完好", "县城管局", "各镇"],
        ["测评项目", "测评标准", "责任分解", ""],
        ["环境", "路面平整", "县交通局", ""],
        merged=((1, 2, 0, 0), (1, 2, 1, 1), (1, 1, 2, 3)),
    )
    assert outline(told) == [" 环境", "·1-1 路灯完好", "·1-2 路面平整"]
    assert told.framework
    assert told.framework.root.items[0].items[0].roles == (Role("lead", "县城管局"), Role("cooperating", "各镇"))


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([["测评标准", "分值"], ["路灯", "约3分"]], "B2: “约3分”不是分值：请只写数字，例如 2.5；还不知道就空着。"),
        ([["编号", "测评标准"], ["1", "甲"], ["1.0", "乙"], ["1.0", "丙"]], "B4: 编号“1.0”在 B3 已经用过："),
        ([["编号", "测评标准"], ["7", ""]], "A2: 有编号“7”，没有内容：请补上内容，或者去掉编号。"),
        ([["测评标准", "字数上限"], ["甲", "少写点"]], "B2: “少写点”看不出是多少字：请只写数字，例如 800。"),
        ([["测评标准", "考察方式"], ["甲", "飞"]], "B2: 考察方式写的是“飞”：可以写实地、电话、访谈。"),
        ([["测评标准", "分值"], ["甲", "1"], ["", "2"]], "B3: “甲”已经有分值 1：请留一个。"),
        ([["测评标准", "分值"], ["", "2"]], "B2: 这一行不属于任何条目：请在上面补上条目，或者删掉这一行。"),
        ([["测评标准", "分值"], ["1）甲\n2）乙", "2"]], "B2: 这一格的分值管着几条标准："),
        ([["测评标准"]], ": 表头下面没有条目：请看看表头是第几行。"),
        ([["编号", "测评标准"], ["9" * 101, "甲"]], "B2: 编号太长（上限100个字）。"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_at_its_cell(rows: list[list[str]], told: str) -> None:
    assert any(one.startswith(told) for one in faults(read(*rows)))


def test_without_items_nothing_is_read() -> None:
    table = grid(["甲", "乙"])
    told = read_table(table, Matching(1, (Means.TEXT, None)), read(["测评标准"], ["甲"]).framework)  # type: ignore[arg-type]
    assert [one.code for one in told.faults] == ["no_items"]


def test_words_without_a_code_have_no_level_where_codes_tell_it() -> None:
    table = grid(["内容"], ["Ⅰ-1 甲"], ["Ⅱ-1 乙"], ["Ⅱ-2 丙"], ["丁"])
    assert matched(table).by_codes
    told = read(["内容"], ["Ⅰ-1 甲"], ["Ⅱ-1 乙"], ["Ⅱ-2 丙"], ["丁"])
    assert faults(told) == ["A5: 没有编号，看不出是第几级：请补上编号，或者改成按列分级。"]
