"""Units that something is counted or measured in, and what each means in a value."""

from collections.abc import Mapping

from wenming.reading.model import Number
from wenming.reading.terms.wordlists import alternatives

THINGS = """
    个百分点 百分点 平方公里 平方千米 平方米 立方米 人次 人天 户次 场次 班次 批次 台次 项次 家次 件次 车次 台套 公里
    千米 厘米 毫米 公顷 公斤 千克 斤 课时 学时 学分 千瓦时 千瓦 兆瓦 标段 标台 泊位 车位 床位 岗位 个 项 家 户 名 人
    次 场 期 篇 部 件 条 处 所 座 支 只 头 套 台 辆 张 份 本 册 幅 块 片 栋 幢 间 亩 米 吨 克 升 元 美元 % ‰ 倍 位 种
    批 对 组 队 株 棵 盏 眼 口 根 面 路 例 起 宗 笔 班 届 轮 席 遍 回 类 门 款 首 兆 M G T 成 村 列 架 艘 羽 箱 桌 枚
    具 桶 道 餐 副 帧 盘 集 堂 节 字 针 剂 床 孔 档 标箱 趟 ℃ 微克/立方米 毫克/立方米 毫克/升 微克/升
    条次 个学时 个课时 个学分 穴 把 岁 平米 立方 ㎡ m² km² km m kg 辆次 例次 亩次
"""
TIMES = "个工作日 工作日 个半小时 个半月 个小时 小时 分钟 个月 个星期 星期 周 天 日 年"
EVENTS = frozenset(("次", "场", "场次", "期", "回", "轮", "遍", "届", "班次", "批次"))
TIME_UNITS = frozenset(TIMES.split())

# A value knows 天 小时 分钟 个月 年 and nothing else of time: the unit and how many of it one is.
SAME_VALUES: Mapping[str, tuple[str, Number]] = {
    "日": ("天", 1),
    "工作日": ("天", 1),
    "个工作日": ("天", 1),
    "周": ("天", 7),
    "星期": ("天", 7),
    "个星期": ("天", 7),
    "个小时": ("小时", 1),
    "个半小时": ("小时", 1),
    "个半月": ("个月", 1),
    "个学时": ("学时", 1),
    "个课时": ("课时", 1),
    "个学分": ("学分", 1),
}

# What makes the beginning of another word of a unit: 5支持, 3组织, 2期工程, 一次性, 2年级 count nothing.
_OTHER_WORDS = {
    "支": "持",
    "组": "织 成 建",
    "部": "队 门 分 署 委",
    "期": "工程 建设 项目 限",
    "次": "供水 污染 加工 性 办好 办成 办结 办完 办妥 生灾 生衍 生环 受理 申 告 登 投 要 日",
    "项": "目",
    "年": "级 度 期 版 代 报 月 初 末 底",
    "日": "常",
    "天": "然",
    "周": "年 边 岁",
    "家": "庭 长",
    "人": "才 员 均",
    "名": "录 单 额 胜 牌 师(?![生范]) 城(?![市乡镇区管]) 校(?![长外医])",
    "场": "所 地 馆",
    "处": "理 置 罚",
    "户": "籍 外(?!来)",
    "班": "子 组",
    "面": "向 积 对",
    "对": "接 口",
    "起": "步 草",
    "位": "于 置",
    "口": "岸",
    "路": "线 口 段 灯 网 径 由 面 演",
    "节": "点 能 水",
    "元": "化",
    "成": "员 立 果 为 本 效 绩 熟 长 都 功",
    "种": "植 养 业",
    "条": "例 件",
    "村": "民 庄 委 干",
    "集": "中 成 团 体",
    "字": "号",
    "类": "新药 创新药 改良 医疗器械 水质 水体",
    "米": "跑",
    "升": "旗 国 级 学 高 温 降",
    "把": "关 握 控 手 脉 好 牢 准 持 尺",
}
_WORDS = "|".join(f"(?<={unit})(?:{alternatives(words)})" for unit, words in _OTHER_WORDS.items())

ANY_UNIT = f"(?:{alternatives(THINGS + TIMES)})"
UNIT = rf"{ANY_UNIT}(?!{_WORDS}|(?<=[A-Za-z])[A-Za-z0-9²])"
PER = f"(?:[千万]人|{alternatives(THINGS)})"  # 元/平方米, 批次/千人; 次/月 tells how often
