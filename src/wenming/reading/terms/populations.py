"""Populations: the people, units and places that something is to reach, by their names (行政村, 窗口单位)."""

import re

from wenming.reading.terms.wordlists import alternatives

# What a population ends with. Its name is the longest stretch up to one of these that no break or function word cuts.
_HEADS = """
    干部 党员 群众 居民 市民 村民 农民 学生 师生 教师 职工 员工 青少年 未成年人 儿童 老人 老年人 家长 妇女 人员 代表
    志愿者 网格员 成员 公民 牧民 团员 同志 单位 部门 机关 社区 行政村 自然村 村居 村庄 村 嘎查 乡镇 街道 苏木 县市
    县区 市县 旗县 区县 城区 城市 县 市 镇 乡 企业 学校 中小学校 中小学 幼儿园 高校 医院 医疗机构 机构 项目 车辆 楼道
    道路 路口 路段 干道 店铺 商户 摊位 经营户 饭店 餐馆 食堂 酒店 宾馆 银行 院落 住户 家庭 牧户 农户 支部 党组织 窗口
    网点 小区 楼院 楼栋 网格 工地 市场 商场 景区 水库 河湖 河流 行业 大厅 园区 事项 网站 卫生院 卫生室 服务中心
    文化中心 实践中心 办事处 书房 书屋 文化站 服务站 派出所 司法所 工商所 税务所 投放点 集中点 劝导岗 执勤岗 低保户
    困难户 贫困户 示范户 养殖户 导游员 保洁员 讲解员 辅导员 管理员 驾驶员 从业者 院长 校长 园长 班主任 教练员 工人(?!人)
    民警 军人 军属 残疾人 患者 司机 旅客 游客 用户 青年 队员 专家 小组 片区 街巷 街区 集镇 城镇 小巷 河道 桥梁 公交车
    出租车 停车场 车间 寝室 养老院 敬老院 福利院 图书馆 文化馆 驿站 基地 商圈 医师 护士 小学 中学 大学 活动室 阅览室
    站台 所在地 厕所 入口 出口 区域 公园 场站 码头 楼宇 宿舍 岗位 场所 点位 层级 地区 班级 新生 线路 对象 站点 实践站
    队伍 场馆 养殖场 加油站 充电站 充装站 地铁站 泵站 换热站 水厂 污水处理厂 农场 工程 层次人才 技能人才 专业人才
    急需人才 欠款 账款 实践所 业主 商家 商铺 门店 牌匾 公司 团队 车站 广场 公厕 领域 公共厕所 货车
    客车 校车 护理员 居住区 导游 处理设施 省份 病区 科室 候诊区 危险区 隐患点
    镇街 女生 男生 幼儿 婴幼儿 孕妇 产妇 孕产妇 派出机构 处理站 中转站 工作站 考生 新市民 烈属 人群 医生 退役军人
"""
_HEAD = alternatives(_HEADS)
# What a population does, so that its name ends before.
_ACTING = """
    参加 参与 组建 打造 创建 明确 确定 安排 修订 发放 悬挂 设立 设置 制定 建立 建成 组织 开展 配备 签订 张贴 进行
    包[联保](?=[一两二三0-9]) 结对(?=[一两二三0-9]) 帮扶(?=[一两二三0-9]) 认领
    实现 选派 选定 培育 培养 推选 推荐 落实 成立 完成 举办 讲 给 命名 评选 进驻 配套 推出 采取
"""
ACTING = f"(?:{alternatives(_ACTING)})"
_CUT = r"\s,。;:!?“”\"的都要能可有至均应须得在对和与及把被将为每各并让使由向从着了"
_LETTER = rf"(?:(?!{ACTING})[^{_CUT}、0-9()]|从(?=业)|在(?=[建册岗校]))"
_LONG = rf"{_LETTER}{{0,10}}(?:{_HEAD})(?!长|委|容|貌|域|化|场主)"
_AGED = "[0-9]{1,3}周?岁(?:以上|以下)的?"  # 65周岁以上老年人
_GRADED = "[1-5]A级(?:及以上|以上)?的?"  # 4A级以上景区
_SHORT = (
    r"[村户县校镇乡店站所班](?=[0-9一两二三每都均要至有不选结建配设须签张悬挂组开创打明确落安推评举成制发领立报放培清种(])"
    r"|人(?=[都均须必]|至少)"
)
_BRACKET = r"\([^()]{1,8}\)"  # 县(市、区), 村(社区)

# 村(社区)新时代文明实践站, 乡镇、村(社区)
POPULATION = rf"(?:{_AGED}|{_GRADED})?(?:{_LONG}|设区的市|{_SHORT})(?:{_BRACKET}(?:{_LETTER}{{0,10}}(?:{_HEAD}))?)?"
POPULATIONS = rf"{POPULATION}(?:[、和]{POPULATION})*"

_TAIL = re.compile(rf"(?:[^,。;:!?“”\"的、将把让由每\n()]|{_BRACKET})*$")
_START = re.compile(r"[0-9]\.|(?<![高中初同平])等|各级各类|各类|各级|各|所有")
_VERBS = """
    推动 推进 实现 做到 确保 力争 达到 持续 进一步 完成 促进 梳理 加快 基本 加强 监督 督促 强化
    使 对 在(?![建校岗册职编用役地])
"""
_UNTIL = r"[0-9]{1,2}月(?:[0-9]{1,2}日|底|初|末)?(?:之|以)?前"
_LEADING = re.compile(
    rf"(?:.*(?:{_UNTIL}|年[底末内]?前))?(?:.*(?:{alternatives(_VERBS)}))?(?:全[省市县区]|全面|进行)?(?:中心城区(?=.{{3}}))?"
)
_ABOVE = re.compile(r"(?:[省市县区乡镇村]级|[0-9]A级)(?:及)?以上.*")
_ENDING = re.compile(rf"(?P<each>.*(?:{_HEAD})(?:{_BRACKET})?)(?P<rest>(?:[^{_CUT}()]|应(?=急)|在(?=线)){{0,12}})$")
_THINGS = """
    中心 体系 服务 平台 网络 设施 制度 管理 工作 系统 机制 活动 教育 宣传 分类 收运 处置 治理 整治
    广播 宽带 光纤 检测 监测 阵地建设 设施建设
"""
_THING = re.compile(
    rf"(?:{alternatives(_THINGS)})(?=.)(?!城区|学校|院校|事项|窗口|单位|网点|对象|人员|中心|站|点|员|机构)"
)
_LISTED = re.compile(rf"(?:(?<=[,;。\n(])|(?<=实现)|(?<=做到)|^)(?:(?:{_HEAD})、)+$")
_REACHED = re.compile("(?:“[^“”]{1,12}”)?(?:基本|全部)*(?:实现|达到|做到)$")  # 食堂“明厨亮灶”实现|全覆盖
_LOOK_BACK = 22


def population_before(text: str, end: int, *, may_be_parted: bool) -> tuple[int, str] | None:
    """Where the population begins that stands before ``end``, and its name: 推进[新建小区]设施配建|全覆盖.

    ``may_be_parted``: a few characters may stand between it and ``end``.
    """
    reached = _REACHED.search(text, max(0, end - _LOOK_BACK), end) if may_be_parted else None
    stop = reached.start() if reached else end
    window = text[max(0, stop - _LOOK_BACK) : stop]
    found_tail = _TAIL.search(window)
    tail = _START.split(found_tail[0])[-1] if found_tail else ""
    leading = _LEADING.match(tail)
    tail = tail[leading.end() :] if leading else tail
    above = _ABOVE.search(tail)
    tail = above[0] if above else tail
    ending = _ENDING.match(tail)
    if not ending or (ending["rest"] and not may_be_parted):
        return None
    if reached and window[: len(window) - len(tail)].endswith("的"):  # 有条件的县实现全覆盖: not all of them
        return None
    listed = _LISTED.search(window, 0, len(window) - len(tail)) if not ending["rest"] else None
    if listed:
        tail = window[listed.start() :]
        return stop - len(tail), tail
    return stop - len(tail), _THING.split(ending["each"])[-1]
