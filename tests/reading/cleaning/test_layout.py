"""Lines as the author wrote them."""

import pytest

from wenming.reading.cleaning.layout import read_layout

SENTENCE = "各社区要按照统一部署抓好楼道清理，坚持每周巡查，推动人居环境整体水"

JOINED = [
    (f"{SENTENCE}\n\n  平。\n", f"{SENTENCE}平。\n"),
    ("第一行，\n第二行。", "第一行，第二行。\n"),
    ("（一）短标题\n正文从这里开始。", "（一）短标题\n正文从这里开始。\n"),
    (f"{SENTENCE}\n二、下一节", f"{SENTENCE}\n二、下一节\n"),
    (f"{SENTENCE}\n责任单位：县教育局", f"{SENTENCE}\n责任单位：县教育局\n"),
    (f"{SENTENCE}\n县教育局、各镇", f"{SENTENCE}\n县教育局、各镇\n"),
    (f"{SENTENCE}\n县城管局", f"{SENTENCE}\n县城管局\n"),
    (f"{SENTENCE}\n平的提升", f"{SENTENCE}平的提升\n"),
    ("甲。\n乙。", "甲。\n乙。\n"),
    ("序号\t任务\n1\t甲", "序号\t任务\n1\t甲\n"),
    ("\t\t   任务\t\n\t\t   单位\t", "任务\n单位\n"),  # an indent, and a blank cell's sign
    ("\t\t任务\t甲", "\t\t任务\t甲\n"),
    # a line break within a name, a bracket, a date; a sign that begins no line
    ("由区市场监\n督管理局会同区商务局负责。", "由区市场监督管理局会同区商务局负责。\n"),
    ("县民政局、县人力资源和社会\n保障局，各镇", "县民政局、县人力资源和社会保障局，各镇\n"),
    ("清理。（责任单位：县民政局\n各镇\n各社区）", "清理。（责任单位：县民政局各镇各社区）\n"),
    ("1\t清理\t2027年9\n月30日前", "1\t清理\t2027年9月30日前\n"),
    ("1\t清理\t市老龄\n市妇联", "1\t清理\t市老龄\n市妇联\n"),  # a name cut short, and the next one
    ("1\t清理\t县民宗\n县残联、县科协", "1\t清理\t县民宗\n县残联、县科协\n"),
    ("1\t清理\t镇综治\n镇文化站", "1\t清理\t镇综治\n镇文化站\n"),
    ("每周两次\n，做到干净", "每周两次，做到干净\n"),
    ("一、县直单位\n县教育局", "一、县直单位\n县教育局\n"),
    # who answers stands for itself, however the line before or behind it ends
    (f"{SENTENCE}\n县财政局、县民政局等按职责分工负责", f"{SENTENCE}\n县财政局、县民政局等按职责分工负责\n"),
    (
        "责任单位：县发展改革委牵头，县财政局、县民政局，县统计局按职责分工负责\n\n加快数据流通",
        "责任单位：县发展改革委牵头，县财政局、县民政局，县统计局按职责分工负责\n加快数据流通\n",
    ),
    # labels set apart
    ("责 任 单 位：县民政局", "责任单位：县民政局\n"),
    ("牵头  单位：县民政局", "牵头单位：县民政局\n"),
    ("一、安排         （一）宣传         1.发放倡议书", "一、安排\n（一）宣传\n1.发放倡议书\n"),
]


@pytest.mark.parametrize(("text", "clean"), JOINED)
def test_lines(text: str, clean: str) -> None:
    assert read_layout(text, []).text == clean


def test_spaced_out_characters_are_closed_up() -> None:
    text = "推 进 全 县 文 明 创 建 工 作 扎 实 开 展 ，新 增 ３０ 户"
    assert read_layout(text, []).text == "推进全县文明创建工作扎实开展，新增３０户\n"


def test_noise_is_cut_out_of_a_word() -> None:
    text = "制定学习某某网计划"
    view = read_layout(text, [(4, 7)])
    assert view.text == "制定学习计划\n"
    assert view.span(0, 6) == (0, 9)


def test_noise_with_its_line_break_is_cut_out_of_a_sentence() -> None:
    assert read_layout("由县城\n2、管局负责。", [(3, 6)]).text == "由县城管局负责。\n"


def test_half_full_stops_of_a_page_become_full_ones() -> None:
    text = "抓好落实.\n" * 12
    assert read_layout(text, []).text == "抓好落实。\n" * 12


def test_half_full_stops_after_quotation_marks() -> None:
    text = '开通"连心线".县妇联抓好落实.\n' * 12
    assert read_layout(text, []).text == '开通"连心线"。县妇联抓好落实。\n' * 12


def test_lines_of_a_page_are_joined() -> None:
    page = "\n".join(["县文明办牵头抓好城区主次干道两侧环境整治工作并且"] * 11 + ["按时报送。"])
    assert read_layout(page, []).text.count("\n") == 1


@pytest.mark.parametrize("text", ["落实单位：各县\n（市、区）政府", "巡查河道。（\n责任单位：县水利局）"])
def test_a_bracket_that_a_line_break_cuts_goes_on(text: str) -> None:
    assert read_layout(text, []).text == text.replace("\n", "") + "\n"


@pytest.mark.parametrize("line", ["序号", "县水利局、各镇：组织清淤", "督导单位：市水利局"])
def test_what_begins_anew_goes_on_with_no_open_sentence(line: str) -> None:
    before = "请各有关单位对照本方案所附的任务清单，逐项明确责任人和完成时限，抓好落实"
    assert read_layout(f"{before}\n{line}\n", []).text == f"{before}\n{line}\n"


def test_a_bracket_at_a_page_line_start_goes_on() -> None:
    body = ["县文明办牵头抓好城区主次干道两侧环境整治工作并且"] * 9 + [
        "抓好城区主次干道两侧环境整治工作取得了明显成效。"
    ]
    page = "\n".join([*body, "（牵头单位：县文明办、县城管局）推进城区环境治理"])
    assert "成效。（牵头单位" in read_layout(page, []).text
