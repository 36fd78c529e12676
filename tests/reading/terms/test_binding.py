"""Which amounts bind."""

import pytest

from tests.reading.terms.found import kinds, values

UNBOUND = [
    ("a sum of a list", "抓好以下四项活动，实施五大工程，建立三个机制。"),
    ("parts of an office", "指挥部下设办公室和7个专项组。"),
    ("parts of a group", "领导小组下设综合、宣传等4个工作小组。"),
    ("parts within", "专班内设3个小组。"),
    ("sides and levels", "从3个方面、2个层面入手，搭建3大平台。"),
    ("a condition", "年营业收入达到2000万元以上的，优先支持。"),
    ("a condition on a person", "对连续从业3年以上的工匠优先推荐。"),
    ("a condition in an item", "（二）对建成1500平方米以上站房的场馆优先考虑。"),
    ("the size of what is named", "建筑面积2000平方米以上的场馆，年产值500万元以上企业，人口3万人以上的镇。"),
    ("how often before", "对连续2次靠后的约谈，后3名表态，累计3次以上的问责。"),
    ("a size of nets", "按300—500户划分网格。"),
    ("a sum of ways", "提供电话、微信、现场3种方式。"),
    ("partners", "由县教育局等7个部门联合开展，会同4家成员单位推进。"),
    ("posts", "设组长1名、副组长3名，由2名副县长分管。"),
    ("a sum of tasks", "明确4个方面18项重点任务、42项举措。"),
    ("who is told", "全县12个乡镇要对照检查。"),
    ("a topic", "围绕37条产业链和12个集群，优化服务。"),
    ("from when on", "自签订1年以上劳动合同之日起，享受补贴。"),
    ("a rate", "每500米设置公厕，每新增1家给予鼓励。"),
    ("how far it reaches", "整治工作涉及4个镇，涉及居民1.2万户。"),
    ("what was named before", "对上述12个点位、为以上9个站点建立台账。"),
    ("how many there are", "纳入试点的楼院共8个。"),
    ("a spacing", "主干道每隔80米设置一处。"),
    ("the size of a boarding school", "300人以上寄宿制学校和800人以上的中小学校。"),
    ("an age", "面向16岁以上学员。"),
    ("a run", "开展50米跑测试。"),
    ("a rank", "进入全省前10名。"),
    ("a weight", "日常监测（60%）、实地考察（40%）。"),
    ("weights of parts", "总分按日常监测30%、实地考察50%和问卷调查20%的比例折算，民意占40%。"),
    ("a price in points", "积分每20分兑5元。"),
    ("points", "每缺1次扣0.5分，加2分，满分100分。"),
    ("the size of a school", "在校生500人以上的学校配备校医。"),
    ("the output of a plant", "日处理10吨以上的站点安装监控。"),
    ("a slogan of service", "实现办事最多跑一次。"),
    ("a new round", "开展新一轮提升。"),
    ("one of its kind", "推行一次性告知、一站式服务。"),
    ("technical names", "推广5G、4K，升级12345热线，打造15分钟生活圈。"),
]


@pytest.mark.parametrize("text", [case[1] for case in UNBOUND], ids=[case[0] for case in UNBOUND])
def test_it_binds_nobody(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("培育年产值过10亿元企业20家。", [(20, 20, "家")]),
        ("“最多跑一次”事项达到98%以上。", [(98, None, "%")]),
        ("建设一座日供水5万吨的水厂。", [(1, 1, "座")]),
        ("每个单元张贴一张。", [(1, 1, "张")]),
        ("配置一个收集桶。", [(1, 1, "个")]),
        ("完成12项重点任务。", [(12, 12, "项")]),
        ("面积500平方米以上。", [(500, None, "平方米")]),
        ("建成5个投资超过1亿元的园区。", [(5, 5, "个")]),
        ("亮灯率由80%提高到95%。", [(95, None, "%")]),
        ("对评为优秀的村给予最高10万元奖励。", [(None, 10, "万元")]),
        ("对全县20个社区的设施进行改造。", [(20, 20, "个")]),
        ("举办一次升旗仪式，推动两个示范镇建设，新建一所学校。", [(1, 1, "次"), (2, 2, "个"), (1, 1, "所")]),
        ("6月底前20个村完成改造。", [(20, 20, "个")]),
        ("90%的镇达到标准。", [(90, 90, "%")]),
        ("每村一名，每户结对一名。", [(1, 1, "名"), (1, 1, "名")]),
        ("浓度控制在35微克/立方米以内，水温不低于40℃。", [(None, 35, "微克/立方米"), (40, None, "℃")]),
        ("每户补助5万元。", [(5, 5, "万元")]),
        ("围绕乡村治理打造12个示范片。", [(12, 12, "个")]),
        ("全县12个乡镇、3个街道每季度举办一次集会。", []),
    ],
)
def test_what_binds_in_mixed_company(text: str, bound: list[tuple[object, ...]]) -> None:
    assert values(text, "quantity") == bound
