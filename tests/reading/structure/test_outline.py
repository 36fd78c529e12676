"""The outline: items, their parents, their own text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming.reading.structure.markers import Family
from wenming.reading.structure.outline import Outline, read_outline, title_of


def heads(text: str, outline: Outline) -> list[tuple[str, str]]:
    """Each numbered item's first six characters and those of its parent."""
    items = outline.items
    return [
        (text[item.start : item.start + 4], text[items[item.parent].start :][:4] if item.parent >= 0 else "")
        for item in items
        if item.marker
    ]


TREES = [
    (
        "一、甲甲\n（一）乙乙\n1.丙丙\n2.丁丁\n（二）戊戊\n二、己己",
        ["", "一、甲甲", "（一）乙", "（一）乙", "一、甲甲", ""],
    ),
    ("一、甲甲\n活动一：乙\n1、丙丙\n活动二：丁\n2、戊戊", ["", "一、甲甲", "活动一：", "一、甲甲", "活动二："]),
    ("1、甲甲\n一是乙乙乙\n二是丙丙丙\n2、丁丁", ["", "1、甲甲", "1、甲甲", ""]),
    ("二、甲甲\n3、乙乙\n一、丙丙\n4、丁丁", ["", "二、甲甲", "", "一、丙丙"]),
    ("1 甲甲\n1.1 乙乙\n1.1.1 丙丙\n1.2 丁丁", ["", "1 甲甲", "1.1 ", "1 甲甲"]),
    ("第一章 甲\n第一条 乙\n（一）丙丙\n第二章 丁", ["", "第一章 ", "第一条 ", ""]),
]


@pytest.mark.parametrize(("text", "parents"), TREES)
def test_trees(text: str, parents: list[str]) -> None:
    assert [parent for _, parent in heads(text, read_outline(text))] == parents


def test_a_number_before_a_statement_heads_nothing() -> None:
    text = "7、清理杂物。\n3、落实单位：县城管局\n8、刷新墙面。"
    outline = read_outline(text)
    assert [head for head, _ in heads(text, outline)] == ["7、清理", "8、刷新"]
    assert [text[start:end] for start, end in outline.strays] == ["3、"]
    assert len(outline.items[1].statement_lines) == 1


ASSESSED = "序号\n考核项目\n分值\n考核指标\n考核部门\n"


def test_points_are_no_running_numbers() -> None:
    rows = ["1\n健全体系\n10\n每季度开会。", "2\n开展巡河\n3\n每月巡河。", "3\n清理河道\n4\n及时清理。"]
    text = ASSESSED + "".join(f"{row}\n县水利局\n" for row in rows)
    assert [title_of(text, item) for item in read_outline(text).items[1:]] == ["健全体系", "开展巡河", "清理河道"]


def test_a_part_of_a_table_counts_on_below_its_section() -> None:
    rows = "12\n清理河道\n4\n及时清理。\n县城管局\n13\n疏浚沟渠\n5\n1.清淤，得2分。\n2.护岸，得3分。\n县水利局\n"
    text = f"{ASSESSED}四、\n专项整治\n45\n{rows}"
    titles = [title_of(text, item) for item in read_outline(text).items[2:]]
    whole = text.replace("四、", "总分\n100\n四、")
    assert len(read_outline(whole).items) == len(read_outline(text).items)
    assert titles[0] == "清理河道"
    assert titles[1] == "疏浚沟渠"


def test_the_number_that_goes_on_is_the_real_one() -> None:
    text = "1、文化活动\n一是校园文化。\n二是机关文化。\n5、三是军营文化。"
    assert [head for head, _ in heads(text, read_outline(text))] == ["1、文化", "一是校园", "二是机关", "三是军营"]


@pytest.mark.parametrize(
    "text",
    [
        "二、甲甲\n（一）乙乙\n4.丙丙\n（二）丁丁\n五.戊戊\n6.己己",
        "二、甲甲\n（一）乙乙\n4、丙丙\n五、丁丁\n（二）戊戊\n6、己己",
    ],
)
def test_a_number_in_the_wrong_script_goes_on_with_its_series(text: str) -> None:
    families = [item.marker.family for item in read_outline(text).items if item.marker]
    assert families.count(Family.DIGIT) == 3


def test_labels_in_signs_that_recur_are_parts_of_their_items() -> None:
    item = "第{}件 修路\n【建设规模】3公里\n【工期】6月底前\n"
    text = "".join(item.format(number) for number in (1, 2, 3)) + "【附则】\n"
    assert [head for head, _ in heads(text, read_outline(text))] == ["第1件 ", "第2件 ", "第3件 ", "【附则】"]


def test_a_count_at_a_line_start_is_no_number() -> None:
    assert len(read_outline("1 清理杂物\n县安委办组成\n4 个检查组抽查。\n2 刷新墙面").items) == 3


def test_items_within_a_line() -> None:
    text = "1、建立领导机构并制定方案，明确分工；2、召开动员会，部署各项工作；3、做好宣传发动，做到家喻户晓。"
    assert [head for head, _ in heads(text, read_outline(text))] == ["1、建立", "2、召开", "3、做好"]


def test_a_count_within_a_sentence_is_no_item() -> None:
    text = "（一）做到四有。坚持：1.有人管；2.有章循；3.有钱办；4.有地方。"
    assert len(read_outline(text).items) == 2


def test_a_paragraph_that_counts_up_its_sentences_holds_an_item_each() -> None:
    text = "4、进社区\n一是科技进社区。举办讲座；二是法律进社区。举办咨询。"
    assert [head for head, _ in heads(text, read_outline(text))] == ["4、进社", "一是科技", "二是法律"]


def test_rows_of_a_table() -> None:
    text = "序号\t任务\t牵头单位\n1\t建成食堂\t县民政局\n2\t改造小区\t县住建局\n"
    outline = read_outline(text)
    assert [len(item.statements) for item in outline.items[1:]] == [1, 1]


def test_rows_with_a_cell_a_line() -> None:
    text = "序号\n任务\n责任单位\n1\n建成食堂\n县民政局\n2\n改造小区\n县住建局\n"
    assert len(read_outline(text).items) == 3


def test_notes_signature_and_date_belong_to_no_item() -> None:
    text = "一、清理杂物。\n县文明办\n2027年5月4日\n附件：名单\n抄送：县委办"
    assert read_outline(text).items[1].paragraphs == [(0, 7)]


def test_a_date_after_the_sections_that_follow_a_table_closes() -> None:
    table = "序号\n任务\n责任单位\n时限\n1\n清淤\n县水利局\n6月底\n"
    text = f"{table}二、工作要求\n1、压实责任。\n县水利局\n2027年5月4日\n扫一扫打开\n"
    assert text[slice(*read_outline(text).items[-1].paragraphs[-1])] == "1、压实责任。"


def test_notes_under_a_table_are_no_items() -> None:
    text = "1.清理杂物。\n注：\n1.本表由县文明办汇总。\n2.未列事项另行通知。"
    assert len(read_outline(text).items) == 2


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("（一）加快建设。全面推进各项工作。", "（一）加快建设"),
        ("三是。关爱邻里，定期走访独居老人。", "三是关爱邻里，定期走访独居老人"),
        ("三是。", "三是"),
        ("一、指导思想    以清洁环境为重点，政府组织、部门协作、群众参与，改善人居环境。", "一、指导思想"),
    ],
)
def test_titles(text: str, title: str) -> None:
    assert title_of(text, read_outline(text).items[1]) == title


def test_a_thousand_levels_do_not_recurse() -> None:
    text = "\n".join(".".join(["1"] * depth) + " 甲" for depth in range(1, 1001))
    assert len(read_outline(text).items) < 1002


@given(st.text("一二、（）1.\n。；甲责任单位：县局\t", max_size=80))
def test_parents_stand_before_their_children(text: str) -> None:
    items = read_outline(text).items
    assert all(item.parent < at for at, item in enumerate(items))
    assert all(start <= end <= len(text) for item in items for start, end in item.paragraphs)


def test_a_list_of_persons_holds_no_items() -> None:
    text = "一、任务\n序号\t姓名\t单位及职务\t联系电话\n1\t王某\t县教育局科员\t0000\n2\t李某\t县公安局科员\t0000\n"
    assert len(read_outline(text).items) == 2


ANNEX = """五、组织领导
（三）注重实效
不看材料看现场。
附件：任务清单
2026年3月2日
附件
临溪县任务清单
序号\t片区\t任务\t牵头单位
1\t东片\t补种行道树\t县林业局
2\t西片\t组织领导\t县城管局
"""


def test_a_table_in_an_annex_stands_under_its_own_title() -> None:
    outline = read_outline(ANNEX)
    rows = [item for item in outline.items if item.heading]
    assert [title_of(ANNEX, row) for row in rows] == ["补种行道树", "组织领导"]
    above = {outline.items[row.parent].parent for row in rows}
    assert {title_of(ANNEX, outline.items[row.parent]) for row in rows} == {"临溪县任务清单"}
    assert above == {-1}


def test_a_row_whose_cells_stand_one_a_line_is_headed_by_what_follows_its_number() -> None:
    text = "序号\n任务\n责任单位\n1\n更换井盖\n县住建局\n2\n清理小广告\n县城管局\n"
    rows = [item for item in read_outline(text).items if item.columns]
    assert [title_of(text, row) for row in rows] == ["更换井盖", "清理小广告"]


def test_a_cell_of_several_lines_is_one_cell() -> None:
    text = (
        "序号\t任务\t牵头单位\t责任单位\t时限\n"
        "1\t修补破损路面\t县交通局\t县公安局\n县住建局\n县城管局\t2026年9月底前\n"
        "2\t清运积存垃圾\t县城管局\t各乡镇\t2026年5月31日前\n"
        "3\t更新公交站牌\t县交通局\n说明：其余点位另行安排。\n"
    )
    rows = [item for item in read_outline(text).items if item.heading]
    assert [title_of(text, row) for row in rows] == ["修补破损路面", "清运积存垃圾", "更新公交站牌"]
    units = [[text[unit.start : unit.end] for said in row.statements for unit in said.units] for row in rows]
    assert units == [["县交通局", "县公安局", "县住建局", "县城管局"], ["县城管局", "各乡镇"], ["县交通局"]]


def test_a_part_of_a_longer_table_goes_on_with_its_count() -> None:
    text = "序号\n任务\n责任单位\n37\n补种行道树\n县园林处\n38\n清淤\n县水利局\n"
    rows = [item for item in read_outline(text).items if item.columns]
    assert [title_of(text, row) for row in rows] == ["补种行道树", "清淤"]


def test_a_text_behind_the_units_belongs_to_the_row() -> None:
    text = (
        "工作任务\n年度目标\n责任单位\n本季工作安排\n"
        "改造步道\n全长3公里，年底通行。\n县园林处\n完成招标，进场施工。\n"
        "修缮祠堂\n通过验收。\n县文旅局\n报批修缮方案。\n"
    )
    rows = [item for item in read_outline(text).items if item.columns]
    assert [title_of(text, row) for row in rows] == ["改造步道", "修缮祠堂"]


def test_sections_without_numbers() -> None:
    text = "灯会方案\n活动内容\n1.猜谜\n2.舞龙\n工作要求：\n1.各村要报送名单。\n"
    items = read_outline(text).items
    above = [title_of(text, items[item.parent]) for item in items[1:] if item.parent >= 0]
    assert above == ["活动内容", "活动内容", "工作要求"]
