"""Noise by how it behaves."""

import itertools

import pytest

from wenming.reading.cleaning.noise import find_noise, spans_of


def noise_in(text: str) -> list[tuple[str, str]]:
    """What is noise, and why."""
    return [(text[noise.start : noise.end], noise.why) for noise in find_noise(text)]


def test_a_name_before_indents_is_noise_everywhere() -> None:
    text = "一、甲\n".join(["好文库   责任单位：县教育局\n"] * 3) + "制定学习好文库计划。"
    assert [word for word, _ in noise_in(text)].count("好文库") == 4


def test_what_recurs_as_a_word_of_the_document_is_none() -> None:
    text = "精神文明建设要常抓不懈。\n推进精神文明建设。\n精神文明建设领导小组。\n" * 3
    assert noise_in(text) == []


def test_labels_that_recur_are_none() -> None:
    assert noise_in("责任单位：  县教育局\n责任单位：  县公安局\n责任单位：  县司法局\n") == []


def test_the_root_of_a_trail() -> None:
    text = "学文>方案>活动\n一、组织学文在线网活动。\n二、推进学文在线网创建。\n三、评选学文在线网标兵。"
    assert ("学文在线网", "injected") in noise_in(text)


@pytest.mark.parametrize("cut", ["县文明办要每周巡查，县城", "责任单位：县教育局、县", "全县各镇每月清理2次，做到"])
def test_numbers_that_a_site_put_before_each_page(cut: str) -> None:
    page = "各社区要抓好楼道清理。" * 20 + cut
    text = f"1、{page}\n2、管局配合，{page}\n\n3、按时上报。"
    assert noise_in(text) == [("1、", "page"), ("\n2、", "page"), ("\n\n3、", "page")]


@pytest.mark.parametrize("end", ["。", "；", "：", "”"])
def test_numbers_of_items_are_none(end: str) -> None:
    item = "各社区要抓好楼道清理，" * 20 + f"做到干净{end}"
    assert noise_in(f"1、{item}\n2、{item}\n3、{item}") == []


def test_pages_counted_within_the_text() -> None:
    text = "第1页共3页整治方案。一、清理街巷，无垃圾、第2页共3页无杂草。第3页共3页二、绿化。"
    assert noise_in(text) == [(f"第{number}页共3页", "page") for number in (1, 2, 3)]


@pytest.mark.parametrize("text", ["填写附件第2页共3页的表。", "见第3页共9页，不见第1页共9页", "第1页共2页，第2页共9页"])
def test_a_page_that_a_sentence_refers_to_is_none(text: str) -> None:
    assert noise_in(text) == []


def test_page_numbers_and_running_heads() -> None:
    page = "抓好巡查工作并且\n— {} —\n某县文明办文件\n按时上报。\n"
    text = "".join(page.format(number) for number in range(1, 5))
    found = noise_in(text)
    assert ("— 2 —", "page") in found
    assert ("某县文明办文件", "running head") in found


def test_numbers_alone_count_pages_as_far_apart_as_pages_are_long() -> None:
    lines = [
        f"{unit}每日清扫{street}路。\n"
        for unit in ("县城管局", "各社区", "各镇")
        for street in "东西南北中前后上下长短红"
    ]
    pages = "".join(f"{''.join(lines[page : page + 24])}{page}\n" for page in (1, 2, 3))
    assert [noise.why for noise in find_noise(pages)] == ["page"] * 3
    assert find_noise(f"序号\n任务\n{pages}") == ()
    assert find_noise("清扫主次干道\n1\n清运垃圾\n2\n清理河道\n3\n") == ()


def test_furniture_after_the_last_item_ends_the_text() -> None:
    text = "一、清理楼道。\n县文明办每月通报。\n本文由用户上传，版权归作者所有。\n下载说明：1.请先登录"
    assert noise_in(text)[0][0].startswith("本文由用户上传")


def test_items_and_sentences_that_hold_such_words_are_none() -> None:
    text = (
        "一、分工\n1.县融媒体中心：在微信公众号开设专栏。\n2.县城管局：巡查。\n"
        "结果在手机查看平台公布。\n（三）点击量不少于1万次"
    )
    assert noise_in(text) == []


def test_addresses_of_a_site_on_lines_of_their_own() -> None:
    text = "一、清理楼道。\n某某之家 www.moumou.example\n二、刷新墙面。\nhttps://moumou.example/a?b=1\n"
    assert [word for word, _ in noise_in(text)] == ["某某之家 www.moumou.example", "https://moumou.example/a?b=1"]


def test_an_address_that_a_plan_gives_is_none() -> None:
    assert noise_in("一、报送。\n网址：www.moumou.example\n材料报至平台，网址 www.moumou.example\n") == []


def test_a_name_that_fills_a_line_and_follows_sentences() -> None:
    text = "好好方案网\n一、清理楼道。好好方案网（责任单位：县城管局）\n二、刷新墙面。好好方案网\n"
    assert [word for word, _ in noise_in(text)] == ["好好方案网"] * 3


def test_a_network_that_the_plan_builds_is_none() -> None:
    text = "一、建好志愿服务网。\n二、完善志愿服务网。\n三、用好志愿服务网。\n志愿服务网\n"
    assert noise_in(text) == []


def test_a_count_between_dashes_in_a_sentence_is_none() -> None:
    assert noise_in("创作8—10个节目。\n8—10\n") == []


def test_navigation_and_footer() -> None:
    text = "首页 > 公文 > 方案\n发布时间：2027-01-02 浏览次数：8\n一、清理杂物。\n扫一扫在手机打开\n上一篇：通知\n"
    whys = [why for _, why in noise_in(text)]
    assert whys.count("navigation") == 2
    assert whys.count("footer") == 1


@pytest.mark.parametrize(
    ("offer", "before", "after"),
    [
        ("分享到：微信 微博", "（一）清理楼道。", "（二）刷新墙面。"),
        ("上一页 1 2 下一页", "1.清理楼道。\n2.刷新墙面。", "3.更换灯具。"),
        ("打印本页　关闭窗口", "（一）清理楼道。", "二、组织保障\n县文明办每季度通报。"),
        ("【点击下载本文】", "第二条 每月清理一次。", "第三条 每季度评比一次。"),
    ],
)
def test_an_offer_between_items_ends_no_text(offer: str, before: str, after: str) -> None:
    text = f"一、重点任务\n{before}\n{offer}\n{after}\n"
    assert noise_in(text) == [(offer, "navigation")]
    assert noise_in(f"{text}下一篇：通知\n1.甲\n")[-1] == ("下一篇：通知\n1.甲", "footer")


@pytest.mark.parametrize("listed", ["1.甲县方案\n2.乙县方案", "（一）甲县方案", "乙县方案"])
def test_a_list_that_counts_anew_belongs_to_the_foot(listed: str) -> None:
    text = f"一、清理楼道。\n二、刷新墙面。\n1.用白漆。\n相关阅读\n{listed}"
    assert noise_in(text) == [(f"相关阅读\n{listed}", "footer")]


@pytest.mark.parametrize("number", ["第1件 ", "1.", "（一）"])
def test_what_a_page_offers_above_its_text_is_no_foot(number: str) -> None:
    text = f"打印本页\n甲县惠民实事安排\n{number}新建球场。\n责任单位：县体育局\n"
    assert noise_in(text) == [("打印本页", "navigation")]


def test_the_owner_of_a_site_is_no_statement() -> None:
    text = "一、清理杂物。\n主办单位：县政府办公室\n网站标识码：123 技术支持：某公司\n"
    assert noise_in(text)[-1][0].startswith("主办单位")


def test_spans_are_in_order_and_apart() -> None:
    text = "好文库   甲\n" * 5 + "扫一扫\n好文库   乙\n"
    spans = spans_of(find_noise(text))
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(spans))


def test_a_column_that_recurs_at_line_starts_is_none() -> None:
    table = "环境卫生    清理楼道\n环境卫生    刷新墙面\n环境卫生    更换灯具\n"
    assert noise_in(f"一、任务\n{table}环境卫生要常抓不懈。") == []
    assert noise_in(table.replace("    ", "\t")) == []


def test_a_section_of_the_site_is_a_word_of_the_document() -> None:
    text = "政务公开 > 规划 > 方案\n一、政务公开要及时。\n二、政务公开要全面。\n三、推进政务公开。"
    assert [why for _, why in noise_in(text)] == ["navigation"]


def test_a_site_that_stands_inside_words() -> None:
    text = (
        "各社区好文大全网要建设队伍。\n推进建好文大全网设，组好文大全网织培训，抓好建好文大全网设。\n组织建设要加强。"
    )
    assert {word for word, _ in noise_in(text)} == {"好文大全网"}


def test_a_net_that_is_built_is_no_site() -> None:
    text = (
        "推进政务互联网建设。\n加快工业互联网应用。\n完善电子政务外网管理。\n建设政务互联网平台。\n发展工业互联网产业。"
    )
    assert noise_in(text) == []
