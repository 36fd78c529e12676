"""Units that running text tells to act."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reading.duties.test_statements import named
from wenming.reading.duties.subjects import find_appointed, find_subjects

TOLD = [
    ("东河、西岭街道和各村负责。", ["R东河", "R西岭街道", "R各村"]),
    ("沙坪、柳湾、石桥街道要每月巡查一次。", ["R沙坪", "R柳湾", "R石桥街道"]),
    ("东河、西岭、南坪等镇要清淤。", ["R东河", "R西岭", "R南坪"]),
    ("柳湾、石桥等3个社区负责清扫。", ["R柳湾", "R石桥"]),
    ("县发改、财政、水利局要抽调人员。", ["R县发改", "R财政", "R水利局"]),
    ("市、县财政部门要安排经费。", ["R市、县财政部门"]),
    ("省级财政部门要安排经费。", ["R省级财政部门"]),
    ("县民政局每季度调度一次，12月底前向县政府报送总结。", ["R县民政局"]),
    ("市卫生局组织义诊活动。", ["R市卫生局"]),
    ("各社区要建立台账。", ["R各社区"]),
    ("市委、市政府成立组委会，城区街道办事处设立办公室。", ["R市委", "R市政府", "R城区街道办事处"]),
    ("活动结束后，市委宣传部、市妇联通过评比表彰先进。", ["R市委宣传部", "R市妇联"]),
    ("由县老干局负责，组织晨练活动。", ["R县老干局"]),
    ("由文明办、总工会、建设局等部门牵头抓创建工作。", ["L文明办", "L总工会", "L建设局"]),
    ("采取文体局牵头的方式，推广健身操。", ["L文体局"]),
    ("县城管局牵头，县公安局配合，开展夜查。", ["L县城管局", "C县公安局"]),
    ("县文明办会同县教育局、县妇联制作公益广告。", ["R县文明办", "C县教育局", "C县妇联"]),
    ("由县文明办会同县委督查办负责，每月暗访。", ["R县文明办", "C县委督查办"]),
    ("由省商务厅牵头，会同省财政厅研究制定细则。", ["L省商务厅", "C省财政厅"]),
    ("省生态厅会同有关部门对试点进行指导。", ["S省生态厅"]),
    ("县委督查室每月督查一次。", ["S县委督查室"]),
    ("县纪委每季度督导各镇。", ["S县纪委"]),
    ("县文明办每月开展一次督查。", ["S县文明办"]),
    ("县政府督查室根据安排，适时对创建工作进行督查。", ["S县政府督查室"]),
    ("各县（市）区要加大投入。", ["R各县（市）区"]),
    ("市发改委要发挥牵头抓总作用。", ["L市发改委"]),
    ("德育处牵头，年级组配合。", ["L德育处", "C年级组"]),
    ("宣传部门要充分发挥作用。", ["R宣传部门"]),
    ("网管中心与新闻中心要结合实际开设栏目。", ["R网管中心", "R新闻中心"]),
    ("县水利局与县林草局负责护堤植树。", ["R县水利局", "R县林草局"]),
    ("园林管理所和各临河单位要补种苗木。", ["R园林管理所", "R各临河单位"]),
    ("县爱卫会要组织消杀。", ["R县爱卫会"]),
    ("政教处每月组织一次读书会。", ["R政教处"]),
    ("爱卫会要组织消杀。", ["R爱卫会"]),
    ("城管执法队对摊点进行劝导。", ["R城管执法队"]),
    # a subject, when, and what is to be done
    ("县妇联10月举办邻里节。", ["R县妇联"]),
    ("各社区于6月底前完成摸排。", ["R各社区"]),
    ("县体育局年内完成健身路径。", ["R县体育局"]),
    # ways of acting
    ("县融媒体中心开设专栏。", ["R县融媒体中心"]),
    ("镇卫生院轮流值守。", ["R镇卫生院"]),
    ("县供电公司梳理空中线路。", ["R县供电公司"]),
    # 要会同 as 会同
    ("县金融办要会同银监分局抓好窗口服务。", ["R县金融办", "C银监分局"]),
    ("县商务局应会同县供销社开展促销。", ["R县商务局", "C县供销社"]),
    ("县民政局负责会同县残联走访。", ["R县民政局", "C县残联"]),
    # offices by their fields
    ("公安、城管等部门要加大巡查力度。", ["R公安", "R城管"]),
    ("每月检查一次，教育、建设部门要密切配合。", ["C教育", "C建设部门"]),
    ("卫健、市场监管等有关部门负责查处。", ["R卫健", "R市场监管"]),
    # offices within a bureau, classes by trade
    ("局办公室要每月通报。", ["R局办公室"]),
    ("各行业、各单位按照规划组织实施。", ["R各行业", "R各单位"]),
    # a town and its villages
    ("镇直各站所要包保到户。", ["R镇直各站所"]),
    ("村两委每月召开会议。", ["R村两委"]),
    ("驻村工作队每周走访。", ["R驻村工作队"]),
    ("各部门、县教育局要密切配合。", ["C县教育局"]),
    ("由区园林处牵头，各街道配合，补植行道树。", ["L区园林处", "C各街道"]),
    ("驻村单位党组织配合村里开展清洁日。", ["C驻村单位党组织"]),
    # a body of a street, an office of a bureau, a site of civic practice, the office of a mechanism
    ("街道综合巡查队对乱停车辆逐一劝导。", ["R街道综合巡查队"]),
    ("人事科要建好名册。", ["R人事科"]),
    ("安全督导股每月检查一次。", ["R安全督导股"]),
    ("新时代文明实践所每季度举办集市。", ["R新时代文明实践所"]),
    ("全省防汛工作机制办公室要每周会商。", ["R全省防汛工作机制办公室"]),
    ("社区合唱队排演曲目。", ["R社区合唱队"]),
    # clauses that 、 parts; a partner before its verb; 会同 stands in no name
    ("由镇党委牵头、各村党支部配合。", ["L镇党委", "C各村党支部"]),
    ("县城管局会同县公安分局推动视频接入监管平台。", ["R县城管局", "C县公安分局"]),
    ("由财务科会同县财政局、县审计局负责。", ["R财务科", "C县财政局", "C县审计局"]),
    ("区安委办组成３个检查组抽查。", ["R区安委办"]),
    ("镇便民中心对来件逐件登记。", ["R镇便民中心"]),
    # to urge others is an act of one's own, to urge that it be done is oversight
    ("市商务局督促商户归位经营。", ["R市商务局"]),
    ("市商务局督促落实。", ["S市商务局"]),
    # who provides, who hands in, who lends a hand; the market in a name is none of its verbs
    ("由村幼儿园安排场地。", ["R村幼儿园"]),
    ("督查结束后，各检查组提交清单。", ["R各检查组"]),
    ("县文联给予指导。", ["S县文联"]),
    ("县发改局、县市场监管局按照各自职责处置。", ["R县发改局", "R县市场监管局"]),
    ("例会由县总工会、团县委轮流牵头。", ["L县总工会", "L团县委"]),
    ("物业服务企业要每晚巡楼。", ["R物业服务企业"]),
    ("由县林业局牵头，县公安局、有关乡镇参加。", ["L县林业局", "C县公安局", "C有关乡镇"]),
    ("由县林业局牵头，各镇、相关村社配合。", ["L县林业局", "C各镇", "C相关村社"]),
    # where one leads the whole, others are told within its sentence only
    ("各小区要张贴海报。由县住建局牵头，各镇具体实施。", ["L县住建局", "R各镇"]),
    ("由县住建局牵头。县城管局负责清运，各小区要张贴海报。", ["L县住建局", "R县城管局"]),
]

NOBODY = [
    "绿化、县城管局要清扫。",
    "卫生、城管局要清扫。",
    "省级有关部门要安排经费。",
    "市级主管部门要安排经费。",
    "12月底前向县政府报送总结。",
    "全市上下要齐心协力。",
    "各级各部门要提高认识。",
    "各地要加强领导。",
    "有关部门负责解释。",
    "市领导宣布开幕。",
    "引导中小企业积极参与。",
    "鼓励各社区开展自查。",
    "与县环保局共同推进水源建设。",
    "组织志愿者服务队开展帮扶。",
    "每户企业逐步打造品牌。",
    "《县文明办关于加强巡查的通知》要抓好落实。",
    "市委、市政府高度重视创建工作。",
    "经县政府同意后实施。",
    "有条件的单位要积极建设。",
    "机关、学校等单位要积极参与。",
    "加强领导、落实责任等部门要求。",
    "启动区博物馆建设。",
    "全市老旧小区改造60个。",
    "全市乡镇卫生院新建5所。",
    "县城中村要逐步改造。",
    "局部地区要防范洪水。",
    "城乡结合部每日清扫。",
]


@pytest.mark.parametrize(("text", "units"), TOLD)
def test_told(text: str, units: list[str]) -> None:
    assert named(text, find_subjects(text, 0, len(text), orders_only=False)) == units


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_told(text: str) -> None:
    assert find_subjects(text, 0, len(text), orders_only=False) == []


def test_a_mere_verb_is_no_order() -> None:
    text = "全县城镇化加快，县城管局开展巡查。"
    assert find_subjects(text, 0, len(text), orders_only=True) == []


def test_the_one_who_answers_for_all() -> None:
    text = "由县公安局负总责"
    assert named(text, find_appointed(text, 0, len(text))) == ["R县公安局"]


def test_a_partner_of_the_appointed() -> None:
    text = "由县文明办会同县教育局负责"
    assert named(text, find_appointed(text, 0, len(text))) == ["R县文明办", "C县教育局"]


@given(st.text("由县教育局、各社区要会同负责牵头，。等部门", max_size=60))
def test_each_name_once_and_in_order(text: str) -> None:
    units = find_subjects(text, 0, len(text), orders_only=False)
    names = [text[unit.start : unit.end] for unit in units]
    assert len(set(names)) == len(names)
    assert [unit.start for unit in units] == sorted(unit.start for unit in units)
