"""Plans in which nothing is numbered."""

from wenming.reading.read import read_text

PLAN = """青禾镇春季植树活动方案
为建设绿色家园，掀起春季造林高潮，特制定本活动方案。
活动时间：2027年3月4日上午9:30开始。
参加人员：镇直机关干部职工。
活动方式：划分区域植树，各单位自带工具。由镇农业办牵头组织，完工后由镇林业站验收。
县消防大队协助用水。县公安局负责车辆指挥。
大家要爱护树苗，文明劳动。
"""


def read(text: str) -> list[tuple[str, list[str]]]:
    """How each measure begins, and who answers for it."""
    measures = [one for plan in read_text(text, name="x", sha256="").plans for one in plan.measures]
    return [(text[one.start : one.start + 4], [duty.unit for duty in one.duties]) for one in measures]


def test_a_paragraph_that_tells_who_acts_is_a_measure() -> None:
    assert read(PLAN) == [("活动方式", ["镇农业办", "镇林业站"]), ("县消防大", ["县消防大队", "县公安局"])]


def test_where_items_are_numbered_other_paragraphs_are_none() -> None:
    text = PLAN + "一、清理\n（一）清理河道。县水利局负责。\n"
    assert [start for start, _ in read(text)] == ["（一）清"]


def test_one_such_paragraph_is_news() -> None:
    text = "青禾镇召开植树工作会议\n会议在镇政府举行，气氛热烈。\n县林业局负责同志到会，县林业局要求各村抓好落实。\n"
    assert read(text) == []
