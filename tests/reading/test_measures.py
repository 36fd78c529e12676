"""Measures: which items are, and what they hold."""

import pytest

from wenming.reading.model import DateRange, Measure
from wenming.reading.read import read_text


def measures(text: str) -> list[Measure]:
    """The measures of a text."""
    return [measure for plan in read_text(text, name="方案.txt", sha256="").plans for measure in plan.measures]


def starts(text: str) -> list[str]:
    """The first four characters of each measure."""
    return [text[measure.start : measure.start + 4] for measure in measures(text)]


CASES = [
    # operative items, with and without a unit; background has none
    ("一、指导思想\n以人为本。\n二、任务\n1、清理杂物。\n2、刷新墙面。", ["1、清理", "2、刷新"]),
    # … also where the line break behind a heading is lost
    (
        (
            "为做好创建，制定本方案。一、指导思想以人为本，推进创建工作。二、重点任务（一）清理杂物，每周1次。（二）刷新墙面。"
            "三、工作要求各镇要每月报送1次情况。"
        ),
        ["（一）清", "（二）刷", "三、工作"],
    ),
    # a section of targets is one measure, whatever stands under it
    ("一、工作目标\n——环境更美。绿化率达到40%。\n——秩序更好。\n二、任务\n1.甲甲甲。", ["一、工作", "1.甲甲"]),
    # … also where it is a paragraph with a heading of its own among general requirements
    ("一、总体要求\n以人为本。\n主要目标：到2026年绿化率达到40%以上。\n二、任务\n1.甲甲甲。", ["主要目标", "1.甲甲"]),
    # targets that units answer for one by one are tasks
    ("一、主要目标\n1.增长6%。\n责任单位：区发改局\n2.新增9家。\n责任单位：区工信局", ["1.增长", "2.新增"]),
    # closing sections count where they bind or tell somebody
    (
        "一、任务\n1.甲甲。\n二、保障措施\n（一）加强宣传。\n（二）县文明办要每月通报。\n（三）每季度检查1次。",
        ["1.甲甲", "（二）县", "（三）每"],
    ),
    # a heading with a term of its own is one beside its items
    ("一、文体\n1、文化活动（长期）\n一是校园文化。\n二是机关文化。", ["1、文化", "一是校园", "二是机关"]),
    # … but not the year that its items are of; by the end of a year is a demand
    ("一、2027年重点任务\n1.清理楼道。\n2.补种树木。", ["1.清理", "2.补种"]),
    ("二、2027年度工作安排\n（一）读书。\n（二）送戏。", ["（一）读", "（二）送"]),
    ("三、到2027年建成驿站\n1.选址。\n2.施工。", ["三、到2", "1.选址", "2.施工"]),
    # a sentence with a date is no heading of the paragraph that it begins
    ("二、整治时间及重点\n整治自9月1日起。重点是占道经营和小广告，做到随见随清。", ["二、整治"]),
    # a statement on its own line after sub-items without one is the heading's
    ("（一）进校园\n1、学榜样。\n2、争先锋，每月评选1次。\n责任单位：县教育局\n", ["（一）进", "2、争先"]),
    # … with all the lines that belong to it
    (
        "（一）进校园\n1、学榜样。\n2、争先锋，每月评选1次。\n3、讲故事。\n责任单位：县教育局\n完成时限：6月底前\n",
        ["（一）进", "2、争先"],
    ),
    # sub-items with text of their own under their heading answer for themselves
    ("（一）文体\n1、成立协会\n成立书法协会。\n2、推广健身\n推广健身操。\n责任单位：县文体局", ["1、成立", "2、推广"]),
    # where items have lines of their own, a bare heading takes none of them
    (
        "（一）楼道\n1.清理。\n责任单位：县城管局\n2.粉刷。\n责任单位：县住建局\n（二）院落\n3.各镇要绿化。\n4.硬化。\n责任单位：县交通局",
        ["1.清理", "2.粉刷", "3.各镇", "4.硬化"],
    ),
    # … but two without their lines are a series that is answered for at its end
    (
        "（一）楼道\n1.清理。\n责任单位：县城管局\n2.粉刷。\n责任单位：县住建局\n（二）院落\n3.绿化3处。\n4.硬化。\n5.亮化9处。\n责任单位：县交通局",
        ["1.清理", "2.粉刷", "（二）院", "3.绿化", "5.亮化"],
    ),
    # a sentence that is answered for is no heading of the paragraph below it
    ("1.推广直播，带动农户。（责任单位：县商务局）\n县妇联要每月通报。", ["1.推广", "县妇联要"]),
    # the questions and answers that follow a plan
    ("1.给予补贴。（责任单位：县财政局）\n政策问答\n问：怎样申报？\n答：每年申报1次，已受理217家。", ["1.给予"]),
    # criteria of an assessment tell nobody to act
    ("一、考核\n1.工作的时效性；\n2.计划执行情况；\n3.验收合格率；", []),
    # clauses about the paper itself
    ("第一条 为规范管理，制定本办法。\n第二条 县城管局每年评估一次。\n第三条 本办法自发布之日起施行。", ["第二条 "]),
    # units as headings
    ("一、县教育局\n1.开展家访。\n二、县妇联\n1.评选家庭。", ["一、县教", "1.开展", "二、县妇", "1.评选"]),
    # no numbers at all: the paragraphs that somebody answers for
    ("清理楼道。（责任单位：县城管局）\n刷新墙面。（责任单位：县住建局）", ["清理楼道", "刷新墙面"]),
    # a paragraph under a heading that opens with a short sentence, which is no title of its own
    (
        "（一）家庭\n家庭对孩子至关重要。家长每天陪伴60分钟。\n（二）学校\n1.减负。\n2.增效。",
        ["（一）家", "1.减负", "2.增效"],
    ),
    # blocks without numbers, each closed by a line of those who answer; a section's heading above the first
    (
        "就业扶持政策\n拓宽渠道\n扩大招工\n给予补贴，多多招工\n县人社局负责\n增加岗位\n挖掘社保、养老岗位\n县民政局牵头，县人社局配合\n",
        ["扩大招工", "增加岗位"],
    ),
    # a section of targets is one measure, whatever its items are called
    (
        "一、主要目标\n（一）经济指标。\n1.增长6%。（责任单位：区发改局）\n2.新增9家。（责任单位：区工信局）",
        ["1.增长", "2.新增"],
    ),
    ("一、总体目标\n1.目标。覆盖率达到90%。\n2.步骤。分三步走。\n二、任务\n（一）清淤。", ["一、总体", "（一）清"]),
    # a report of work done
    ("一、2027年工作回顾\n（一）清理楼道30处。\n二、下步安排\n（一）清理楼道50处。", ["（一）清"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_which_are_measures(text: str, expected: list[str]) -> None:
    assert starts(text) == expected


def test_the_parts_of_a_cell_count_where_they_bind() -> None:
    text = (
        "序号\n任务\n内容\n牵头单位\n配合单位\n时限\n1\n卫生\n（1）清理杂物；\n（2）每周消杀1次。\n县城管局\n各镇\n6月底\n"
        "2\n绿化\n栽树100株\n县林业局\n各社区\n7月底\n"
    )
    assert starts(text) == ["1\n卫生", "（2）每", "2\n绿化"]
    row, part, _ = measures(text)
    assert [duty.unit for duty in row.duties] == ["县城管局", "各镇"]
    assert [text[term.start : term.end] for term in row.terms] == ["6月底"]
    assert [text[term.start : term.end] for term in part.terms] == ["每周消杀1次"]


def test_the_heading_takes_the_statement_of_its_items() -> None:
    heading, *_ = measures("（一）进校园\n1、学榜样。\n2、争先锋，每月评选1次。\n责任单位：县教育局\n")
    assert [duty.unit for duty in heading.duties] == ["县教育局"]
    assert heading.text.endswith("县教育局")


def test_the_first_of_each_list_leads() -> None:
    text = "分工（列第一位者为牵头单位，下同）\n一、甲甲（县教育局、县公安局）\n二、乙乙（县公安局）\n"
    roles = [[duty.role.value for duty in measure.duties] for measure in measures(text)]
    assert roles == [["lead", "responsible"], ["responsible"]]


def test_the_figures_of_a_scope_bind_nobody() -> None:
    text = "一、整治范围\n全县9个镇、72个村，河道两岸200米。\n二、整治内容\n1.清理河道。\n"
    assert [measure.title for measure in measures(text)] == ["1.清理河道"]


def test_lines_that_each_tell_a_unit_to_act_are_a_measure_each() -> None:
    text = "护河任务分工\n县水利局负责疏浚河道。\n县城管局要清运两岸垃圾。\n县财政局负责落实经费。\n"
    assert [[duty.unit for duty in each.duties] for each in measures(text)] == [
        ["县水利局"],
        ["县城管局"],
        ["县财政局"],
    ]


def test_the_title_of_an_annex_is_no_measure() -> None:
    text = "1.清理河道。\n附件\n2027年护河任务分解表\n序号\t任务\t责任单位\n1\t清淤\t县水利局\n"
    assert [measure.title for measure in measures(text)] == ["1.清理河道", "清淤"]


def test_subjects_count_only_where_no_statement_stands() -> None:
    stated, told = measures("1.县公安局要巡查。（责任单位：县城管局）\n2.县公安局要巡查。")
    assert [duty.unit for duty in stated.duties] == ["县城管局"]
    assert [duty.unit for duty in told.duties] == ["县公安局"]


def test_under_the_name_of_a_unit_others_may_be_told_too() -> None:
    text = "职责分工\n县教育局：牵头负责防控，每年会同县卫健局培训2期。\n县文旅局：加强宣传。县电视台每周播放2条。\n"
    first, second = measures(text)
    assert [(duty.role.value, duty.unit) for duty in first.duties] == [
        ("lead", "县教育局"),
        ("cooperating", "县卫健局"),
    ]
    assert [duty.unit for duty in second.duties] == ["县文旅局", "县电视台"]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("序号\t任务\t责任单位\t完成时限\n1\t清淤\t县水利局\t2027年6月\n", None),
        ("序号\n任务\n责任单位\n完成时限\n1\n清淤\n县水利局\n2027年6月\n", None),
        ("1.清淤。（责任单位：县水利局；完成时限：2027年6月）", None),
        ("序号\t任务\t责任单位\t时间\n1\t清淤\t县水利局\t2027年6月\n", "2027-06"),
        ("序号\t任务\t责任单位\t完成时限\n1\t2027年6月清淤\t县水利局\t长期\n", "2027-06"),
    ],
)
def test_a_month_alone_as_a_deadline_is_its_end(text: str, first: str | None) -> None:
    (measure,) = measures(text)
    (found,) = [term.value for term in measure.terms if isinstance(term.value, DateRange)]
    assert found == DateRange(first, "2027-06")


def test_figures_of_a_year_before_the_plan_are_none_of_its_terms() -> None:
    text = "甲县2026年护河方案\n一、清淤\n1.清理河道。2025年，全县清淤40公里。6月底前清淤15公里。\n"
    (measure,) = measures(text)
    assert [text[term.start : term.end] for term in measure.terms] == ["6月底前", "15公里"]


def test_what_a_line_says_below_the_statement_is_of_the_measure() -> None:
    lines = "责任单位：县住建局\n整改时限：2027年底前\n整改目标：漏损率降至9%以内。\n"
    text = f"一、整改\n（一）管网老化。\n{lines}1.更换管网12公里。\n"
    heading = measures(text)[0]
    assert [text[term.start : term.end] for term in heading.terms] == ["2027年底前", "降至9%以内"]


def test_text_is_free_of_noise_and_spans_lead_to_the_original() -> None:
    text = "好文库   一、任务\n好文库   1、制定好文库计划，每月组织好文库1次。\n好文库   责任单位：县教好文库育局\n"
    (measure,) = measures(text)
    assert "好文库" not in measure.text
    (duty,) = measure.duties
    assert duty.unit == "县教育局"
    assert text[duty.start : duty.end] == "县教好文库育局"
    assert [text[term.start : term.end] for term in measure.terms] == ["每月组织好文库1次"]


@pytest.mark.parametrize(
    "line",
    [
        "以上工作由县教育局牵头，各校负责。",
        "（以上均由县教育局牵头、各校负责）",
        "上述两项任务由县教育局牵头，各校负责落实。",
    ],
)
def test_a_line_that_speaks_for_all_above_is_the_headings(line: str) -> None:
    section = "（{}）进校园\n1．学榜样。\n2．争先锋，每月评选1次。\n{}\n"
    found = measures(section.format("一", line) + section.format("二", line))
    assert [(one.title, len(one.duties), len(one.terms)) for one in found] == [
        ("（一）进校园", 2, 0),
        ("2．争先锋，每月评选1次", 0, 1),
        ("（二）进校园", 2, 0),
        ("2．争先锋，每月评选1次", 0, 1),
    ]


def test_paths_name_the_headings_above() -> None:
    (measure,) = measures("一、环境整治\n（一）清理楼道。每月1次。")
    assert measure.path == ("一、环境整治", "（一）清理楼道")
    assert measure.title == "（一）清理楼道"


def test_the_time_below_a_statement_is_that_of_its_item() -> None:
    text = (
        "（一）进校园\n1、学榜样。\n2、争先锋。\n3、讲故事。\n牵头单位：县教育局\n配合单位：各校\n完成时限：6月底前\n"
    )
    heading = measures(text)[0]
    assert [duty.unit for duty in heading.duties] == ["县教育局", "各校"]
    assert [text[term.start : term.end] for term in heading.terms] == ["6月底前"]
