"""Plans of our own invention, of any length, for benchmarks and property tests."""

from collections.abc import Sequence
from random import Random

UNITS = (
    *("县文明办", "县住房城乡建设局", "县教育局", "县卫生健康局", "县公安局", "县市场监管局", "县民政局", "团县委"),
    *("县妇联", "县总工会", "县文化广电和旅游局", "县城市管理局", "县交通运输局", "县融媒体中心", "各社区", "各乡镇"),
)
PLACES = (
    "背街小巷",
    "农贸市场",
    "老旧小区",
    "公园广场",
    "公交站点",
    "政务大厅",
    "校园周边",
    "建筑工地",
    "医院门诊",
    "河道沿岸",
)
ACTS = (
    *("清理乱堆乱放", "修补破损路面", "更换失修路灯", "规范车辆停放", "增设无障碍设施", "公示服务承诺"),
    *("开展志愿服务", "组织便民活动", "排查消防隐患", "收集群众意见"),
)
AIMS = (
    "方便居民出行",
    "减少噪声扰民",
    "让老人孩子走得安心",
    "使办事的人少跑一趟",
    "把好事办到家门口",
    "使环境常年整洁",
)
PROSE = (
    "先看现场再定办法，听住户和摊主怎么说，能当天办的当天办。",
    "材料只交一次，已经有的数据不再向基层重复索要。",
    "做法先在一条街上试，群众说好再推开，不搞一刀切。",
    "遇到一时办不了的事，把原因和进度讲清楚，让人心里有数。",
    "鼓励年轻人和退休职工一起出主意，把好点子用在自家门口。",
    "施工避开早晚高峰和午休时间，提前张贴告示，留出通行的路。",
    "经验写成短文，照片存原图，方便别的地方照着做。",
)
PERIODS = ("每周", "每月", "每季度", "每半年", "每年", "每两周")
CHAPTERS = ("环境整治", "公共秩序", "便民服务", "文化生活", "未成年人关爱", "志愿服务", "乡风建设", "安全守护")
CHINESE = "一二三四五六七八九十"


def make_plan(characters: int, seed: int = 0, *, prose: int = 7) -> str:
    """A plan of about so many characters: title, aims, chapters of measures with units and terms in many layouts.

    Each measure has up to ``prose`` sentences that bind nobody; about 200 characters a measure, as in real plans.
    """
    chance = Random(seed)
    parts = [_opening(chance)]
    length = len(parts[0])
    number = 0
    while length < characters:
        part = _chapter(chance, number, prose)
        parts.append(part)
        length += len(part)
        number += 1
    parts.append("四、组织保障\n加强统筹，减少会议和报表，把时间留给办事。\n")
    return "".join(parts)


def _opening(chance: Random) -> str:
    year = chance.randint(2024, 2028)
    aim = chance.randint(85, 98)
    return (
        f"白塔县{year}年城市文明提升工作方案\n\n为使城市更整洁、办事更方便、邻里更和睦，结合本县实际，制定本方案。\n"
        "一、总体要求\n坚持从小处做起，不搞形式，不增负担。\n"
        f"二、工作目标\n到{year}年底，群众满意率达到{aim}%以上。\n三、重点任务\n"
    )


def _chapter(chance: Random, number: int, prose: int) -> str:
    heading = f"（{numeral(number + 1)}）{chance.choice(CHAPTERS)}\n"
    layout = chance.choice(_LAYOUTS)
    items = (f"{k}. {_sentences(chance, prose)}{layout(chance)}\n" for k in range(1, chance.randint(3, 8)))
    return heading + "".join(items)


def numeral(number: int) -> str:
    """The Chinese numeral of 1 to 99, beyond that of its last two digits.

    >>> numeral(12), numeral(20), numeral(7)
    ('十二', '二十', '七')
    """
    tens, ones = divmod(number % 100, 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{CHINESE[tens - 1]}十"
    return head + (CHINESE[ones - 1] if ones else "") or "十"


def _sentences(chance: Random, prose: int) -> str:
    place, act, aim = chance.choice(PLACES), chance.choice(ACTS), chance.choice(AIMS)
    plain = chance.sample(PROSE, chance.randint(0, prose))
    binding = [_binding(chance) for _ in range(chance.randint(0, 2))]
    return "".join([f"{act}。在{place}{act}，{aim}。", *plain, *binding])


def _binding(chance: Random) -> str:
    place, act = chance.choice(PLACES), chance.choice(ACTS)
    count = chance.randint(1, 20)
    return chance.choice(
        (
            f"{chance.choice(PERIODS)}不少于{count}次到{place}{act}。",
            f"{chance.randint(3, 12)}月底前完成{count}处{place}的改造。",
            f"每个社区都要{act}，覆盖率达到{chance.randint(60, 100)}%。",
            f"培训不得少于{count}天，全年建成{count}至{count + 3}个示范点。",
        )
    )


def _some(chance: Random, most: int = 4) -> str:
    return "、".join(chance.sample(UNITS, chance.randint(1, most)))


def _by_line(chance: Random) -> str:
    return f"\n责任单位：{_some(chance)}"


def _by_bracket(chance: Random) -> str:
    return f"（牵头单位：{_some(chance, 1)}；配合单位：{_some(chance)}）"


def _by_sentence(chance: Random) -> str:
    return f"由{_some(chance, 1)}牵头，{_some(chance)}配合。"


def _by_bare_bracket(chance: Random) -> str:
    return f"（{_some(chance)}按职责分工负责）"


def _by_nobody(_chance: Random) -> str:
    return ""


_LAYOUTS = (_by_line, _by_bracket, _by_sentence, _by_bare_bracket, _by_nobody)


def joined(texts: Sequence[str], characters: int) -> str:
    """The texts one after another, again and again, up to so many characters."""
    whole = "\n".join(texts)
    return (whole * (characters // max(1, len(whole)) + 1))[:characters]
