"""A county invented from a seed, as large as one likes: units, plans, measures, commitments of all kinds. Pure."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice, product
from random import Random

from wenming.places.models import UnitKind
from wenming.rules.commitments.model import (
    Amount,
    Commitment,
    Coverage,
    Deadline,
    Demand,
    Direction,
    Every,
    Growth,
    Length,
    Population,
    Rate,
    Recurring,
    Span,
    Standing,
    Total,
    Window,
)
from wenming.work.models import Whom

NAME = "云溪县"
YEAR = 2026
SPAN = Span(date(YEAR, 1, 1), date(YEAR, 12, 31))
_OF_A_PLAN = 500  # commitments
_OF_A_MEASURE = 2


@dataclass(frozen=True, slots=True)
class Scale:
    """How large: ``units`` up to 100, ``commitments`` a multiple of 2."""

    units: int
    commitments: int
    records: int


FULL = Scale(units=100, commitments=3000, records=60_000)
SMALL = Scale(units=20, commitments=30, records=600)  # a hundredth of the work
# A hundredth of the records, and of all else only what fills the first page of most lists: half a page of rows takes
# half the time of a whole one, whatever else is in the database.
FILLED = Scale(units=60, commitments=300, records=600)


@dataclass(frozen=True, slots=True)
class DraftUnit:
    """A unit by its short name."""

    short: str
    kind: UnitKind


@dataclass(frozen=True, slots=True)
class DraftCommitment:
    """A confirmed commitment; ``unit_class`` is the name of a class where one is judged."""

    activity: str
    rule: Commitment
    whom: Whom
    unit_class: str = ""


@dataclass(frozen=True, slots=True)
class DraftMeasure:
    """A measure, with the units that answer for it by place, and its commitments."""

    chapter: str
    title: str
    text: str
    owners: tuple[int, ...]
    commitments: tuple[DraftCommitment, ...]


@dataclass(frozen=True, slots=True)
class DraftPlan:
    """A plan in force."""

    title: str
    measures: tuple[DraftMeasure, ...]


@dataclass(frozen=True, slots=True)
class County:
    """Units, classes by name, plans."""

    units: tuple[DraftUnit, ...]
    classes: tuple[tuple[str, UnitKind], ...]
    plans: tuple[DraftPlan, ...]


CLASSES = (
    ("各部门", UnitKind.GOVERNMENT),
    ("各乡镇", UnitKind.TOWN),
    ("各社区", UnitKind.COMMUNITY),
    ("各学校", UnitKind.SCHOOL),
)
_FIRST = tuple("东西南北中上下新")
_SECOND = ("桥", "山", "湖", "岭", "塘", "林", "溪", "坪")
_WORK = (
    *(
        "发改",
        "教育",
        "科技",
        "工信",
        "公安",
        "民政",
        "司法",
        "财政",
        "人社",
        "自然资源",
        "住建",
        "城管",
        "交通",
        "水利",
    ),
    *(
        "农业农村",
        "商务",
        "文旅",
        "卫健",
        "退役军人",
        "应急",
        "审计",
        "市场监管",
        "统计",
        "医保",
        "审批",
        "数据",
        "林业",
    ),
    *("信访", "体育", "粮食", "供销", "档案", "地震", "气象", "广电", "侨务", "外事", "园林", "渔业", "畜牧"),
)
_SHARES = ("部门", "社区", "部门", "社区", "部门", "乡镇", "部门", "社区", "部门", "学校")  # of ten units

_TOPICS = ("环境整治", "文明实践", "未成年人关爱", "志愿服务", "移风易俗", "文化惠民")
_CHAPTERS = ("抓好日常", "补齐短板", "方便群众", "减轻负担", "共建共享")
_OBJECTS = (
    *("背街小巷", "农贸市场", "老旧小区", "公园广场", "公交站点", "政务大厅", "校园周边", "建筑工地", "医院门诊"),
    *("河道沿岸", "商业街区", "物业小区", "文化站点", "体育场地", "乡镇集市", "停车场所", "公共厕所", "充电设施"),
    *("消防通道", "无障碍设施", "路灯照明", "垃圾投放", "便民摊区", "邻里活动", "健身步道"),
)
_ACTS = ("巡查", "宣传", "志愿服务", "评议", "培训", "走访", "座谈", "清理", "学习", "演出", "比赛", "维护", "公示")


def make_county(scale: Scale, *, seed: int) -> County:
    """The county of that size; the same from the same seed."""
    chance = Random(seed)  # noqa: S311 - a simulation
    units = tuple(islice(_units(), scale.units))
    left = scale.commitments // _OF_A_MEASURE
    sizes = [min(_OF_A_PLAN // _OF_A_MEASURE, left - begin) for begin in range(0, left, _OF_A_PLAN // _OF_A_MEASURE)]
    plans = tuple(_plan(_TOPICS[at % len(_TOPICS)], size, units, chance) for at, size in enumerate(sizes))
    return County(units, CLASSES, plans)


def _units() -> Iterator[DraftUnit]:
    """Departments, communities, towns and schools in turn, as many as there are names."""
    places = [f"{first}{second}" for first, second in product(_FIRST, _SECOND)]
    names = {
        "部门": (UnitKind.GOVERNMENT, [f"县{work}局" for work in _WORK]),
        "社区": (UnitKind.COMMUNITY, [f"{place}社区" for place in places]),
        "乡镇": (UnitKind.TOWN, [f"{place}镇" for place in places]),
        "学校": (UnitKind.SCHOOL, [f"{place}学校" for place in places]),
    }
    left = {share: iter(of) for share, (_, of) in names.items()}
    for turn in range(10 * len(_WORK)):
        share = _SHARES[turn % len(_SHARES)]
        found = next(left[share], None)
        if found:
            yield DraftUnit(found, names[share][0])


def _plan(topic: str, size: int, units: Sequence[DraftUnit], chance: Random) -> DraftPlan:
    titles = [f"{what}{act}" for what, act in product(_OBJECTS, _ACTS)]
    chosen = chance.sample(titles, size)
    measures = tuple(
        _measure(_CHAPTERS[at * len(_CHAPTERS) // size], title, units, chance) for at, title in enumerate(chosen)
    )
    return DraftPlan(f"{NAME}{YEAR}年{topic}工作方案", measures)


def _measure(chapter: str, title: str, units: Sequence[DraftUnit], chance: Random) -> DraftMeasure:
    owners = tuple(sorted(chance.sample(range(len(units)), chance.choice((1, 2, 2, 3, 3, 4, 6)))))
    drafts = tuple(_commitment(title, chance) for _ in range(_OF_A_MEASURE))
    said = "；".join(f"{_said(one)}{one.activity}" for one in drafts)
    names = "、".join(units[owner].short for owner in owners)
    return DraftMeasure(chapter, title, f"{title}。{said}。责任单位：{names}", owners, drafts)


def _commitment(activity: str, chance: Random) -> DraftCommitment:
    make = chance.choices([kind for kind, _ in _KINDS], [weight for _, weight in _KINDS])[0]
    demand = make(activity, chance)
    rule = _rule(demand, chance)
    if isinstance(demand, Rate | Growth | Coverage) or (isinstance(demand, Total) and demand.together):
        return DraftCommitment(activity, rule, Whom.TOGETHER)
    is_rare = isinstance(demand, Recurring) and demand.period in (Every.QUARTER, Every.HALF_YEAR)
    if is_rare and chance.random() < 0.1:
        return DraftCommitment(activity, rule, Whom.CLASS, chance.choice(CLASSES)[0])
    return DraftCommitment(activity, rule, Whom.OWNERS)


def _rule(demand: Demand, chance: Random) -> Commitment:
    """The demand with days, and now and then a window, a length, days of grace or evidence besides."""
    is_counted = not isinstance(demand, Rate | Growth | Standing)
    least = Amount(chance.choice((30, 60, 90)), None, "分钟") if is_counted and chance.random() < 0.1 else None
    is_monthly = isinstance(demand, Recurring) and demand.period == Every.MONTH
    window = Window(months=(5, 6, 7, 8, 9, 10), name="夏秋季") if is_monthly and chance.random() < 0.1 else None
    span = SPAN if not isinstance(demand, Deadline) else Span(SPAN.first, date(YEAR, chance.randint(3, 12), 28))
    return Commitment(
        demand=demand,
        span=span,
        window=window,
        least=least,
        grace_days=chance.choice((0, 0, 5, 10)),
        grace_in_working_days=chance.random() < 0.5,
        needs_evidence=is_counted and chance.random() < 0.3,
        soon_days=chance.choice((3, 7, 14)),
    )


_Make = Callable[[str, Random], Demand]


def _repeated(period: Every) -> _Make:
    def make(_activity: str, chance: Random) -> Demand:
        amount = chance.choice((Amount(1, None, "次"),) * 6 + (Amount(2, None, "次"), Amount(0.5, None, "天")))
        return Recurring(amount, 1, period)

    return make


def _limited(_activity: str, chance: Random) -> Demand:
    return Recurring(Amount(None, chance.randint(1, 2), "次"), 1, Every.QUARTER)


def _total(_activity: str, chance: Random) -> Demand:
    amount = chance.choice((Amount(2, None, "次"), Amount(4, 6, "场"), Amount(10, None, "篇"), Amount(100, None, "份")))
    return Total(amount, together=False)


def _together(_activity: str, chance: Random) -> Demand:
    return Total(Amount(chance.choice((6, 12, 60, 200)), None, chance.choice(("次", "处", "个"))), together=True)


def _covered(_activity: str, chance: Random) -> Demand:
    return Coverage(1, Population("居民户", chance.choice((200, 600, 1200))))


def _long(_activity: str, chance: Random) -> Demand:
    return Length(Amount(chance.choice((45, 60, 90)), None, "分钟"))


def _rate(activity: str, chance: Random) -> Demand:
    direction = chance.choice((Direction.REACH, Direction.REACH, Direction.HOLD, Direction.FALL))
    return Rate(f"{activity}达标率", direction, chance.choice((85, 90, 95)), "%")


def _growth(activity: str, _chance: Random) -> Demand:
    return Growth(f"{activity}经费", "财政收入")


_KINDS: tuple[tuple[_Make, int], ...] = (
    (_repeated(Every.WEEK), 2),
    (_repeated(Every.MONTH), 16),
    (_repeated(Every.QUARTER), 22),
    (_repeated(Every.HALF_YEAR), 8),
    (_repeated(Every.SCHOOL_TERM), 2),
    (_limited, 3),
    (_total, 9),
    (_together, 8),
    (_covered, 5),
    (_long, 4),
    (lambda _activity, _chance: Deadline(), 12),
    (_rate, 3),
    (_growth, 2),
    (lambda _activity, _chance: Standing(1, Every.HALF_YEAR), 4),
)
_EVERY = {
    Every.WEEK: "每周",
    Every.MONTH: "每月",
    Every.QUARTER: "每季度",
    Every.HALF_YEAR: "每半年",
    Every.SCHOOL_TERM: "每学期",
}


def _said(one: DraftCommitment) -> str:
    """What stands before the activity in the sentence of the plan."""
    match one.rule.demand:
        case Recurring(amount=amount, period=period):
            return f"{one.unit_class}{_EVERY[period]}{_much(amount)}"
        case Total(amount=amount):
            return f"全年{_much(amount)}"
        case Deadline():
            return f"{one.rule.span.last.month}月底前完成"
        case Standing():
            return "持续抓好"
    return "认真做好"


def _much(amount: Amount) -> str:
    return f"不少于{amount.min:g}{amount.unit}" if amount.min is not None else f"不超过{amount.max:g}{amount.unit}"
