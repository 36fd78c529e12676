"""A small plan of our own as the reader would hand it over, and versions of it, for tests of import and review."""

from datetime import UTC, datetime

from tests.plans.making import make_area, make_class, make_person, make_unit
from wenming.accounts.models import User
from wenming.places.models import Area, UnitKind
from wenming.places.queries import directory
from wenming.plans.actions.saving import save_reading
from wenming.plans.models import Doubt, Duty, Measure, Plan, PlanVersion, Term, VersionState
from wenming.reading import model
from wenming.reading.model import Amount, DateRange, Frequency, Period, Reading, Role, TermKind
from wenming.rules.matching import match

NOON = datetime(2026, 3, 5, 4, tzinfo=UTC)
TITLE = "青禾县2026年市容提升工作方案"
TEXT = f"""{TITLE}
一、环境卫生
1.清扫街巷。每月组织一次大扫除，0206年6月底前见效。（责任单位：县城管局、教育局）
2.整治菜场。年内建成3个示范菜场。摊位统一编号。（牵头单位：**镇党委；配合单位：各社区）
点击下载本文
二、宣传教育
3.开展宣讲。每季度举办一次宣讲。（责任单位：**镇党委）
"""


def at(words: str, nth: int = 0) -> tuple[int, int]:
    """Where ``words`` stand in the text, the first time or after ``nth`` times more."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return start, start + len(words)


def _duty(unit: str, role: Role, nth: int = 0) -> model.Duty:
    return model.Duty(unit, role, *at(unit, nth))


def _measure(
    first: str, path: str, duties: tuple[model.Duty, ...], terms: tuple[model.Term, ...] = ()
) -> model.Measure:
    start = TEXT.index(first)
    end = TEXT.index("\n", start)
    return model.Measure((path,), first, start, end, TEXT[start:end], duties, terms)


def make_reading() -> Reading:
    """Three measures, five duties, three terms, one line of noise, two doubts."""
    once = TermKind.FREQUENCY
    measures = (
        _measure(
            "1.清扫街巷",
            "一、环境卫生",
            (_duty("县城管局", Role.RESPONSIBLE), _duty("教育局", Role.RESPONSIBLE)),
            (model.Term(once, *at("每月组织一次"), Frequency(1, None, "次", 1, Period.MONTH)),),
        ),
        _measure(
            "2.整治菜场",
            "一、环境卫生",
            (_duty("**镇党委", Role.LEAD), _duty("各社区", Role.COOPERATING)),
            (
                model.Term(TermKind.DATE, *at("年内"), DateRange(None, "--12")),
                model.Term(TermKind.QUANTITY, *at("3个"), Amount(3, 3, "个")),
            ),
        ),
        _measure("3.开展宣讲", "二、宣传教育", (_duty("**镇党委", Role.RESPONSIBLE, 1),)),
    )
    doubts = (
        model.Doubt("date_impossible", *at("0206年6月底"), {"date": "0206年6月底"}),
        model.Doubt("unit_may_be_two", *at("县城管局"), {"unit": "县城管局"}),
    )
    plan = model.Plan(model.Title(TITLE, 0, len(TITLE)), measures)
    noise = (model.Noise(*at("点击下载本文"), "furniture"),)
    return Reading(model.Source("方案.txt", "0" * 64, len(TEXT)), TEXT, True, (plan,), noise, doubts)


def make_directory() -> None:
    """A small county: two bureaus, and a class of two communities."""
    make_unit("县城管局")
    make_unit("县教育局")
    for name in ("书院社区", "钟楼社区"):
        make_unit(name, UnitKind.COMMUNITY)
    make_class("各社区", [UnitKind.COMMUNITY])


def read_version(by: User | None = None, area: Area | None = None) -> PlanVersion:
    """The plan, read and waiting for review."""
    by = by or make_person()
    make_directory()
    plan = Plan.objects.create(title="方案", area=area or make_area(), created_by=by, created_at=NOON)
    version = PlanVersion.objects.create(
        plan=plan,
        number=1,
        file_name="方案.txt",
        sha256="0" * 64,
        uploaded_by=by,
        uploaded_at=NOON,
        handled_by=by,
    )
    save(version, make_reading())
    return version


def save(version: PlanVersion, reading: Reading) -> None:
    """What was read, kept in the version."""
    known = directory()
    names = {duty.unit for plan in reading.plans for measure in plan.measures for duty in measure.duties}
    matches = {name: match(name, known) for name in names}
    save_reading(version=version, reading=reading, matches=matches, by=version.uploaded_by, at=NOON)
    version.refresh_from_db()
    assert version.state == VersionState.REVIEW


def measure_of(version: PlanVersion, number: int) -> Measure:
    """The ``number``-th measure."""
    return version.measures.order_by("position")[number - 1]


def duty_of(version: PlanVersion, name: str, nth: int = 0) -> Duty:
    """The duty of that name, the first or one after."""
    return Duty.objects.filter(measure__version=version, name=name).order_by("start")[nth]


def term_of(version: PlanVersion, kind: TermKind) -> Term:
    """The first term of a kind."""
    return Term.objects.filter(measure__version=version, kind=kind).order_by("start")[0]


def doubt_of(version: PlanVersion, code: str) -> Doubt:
    """The doubt with that code."""
    return version.doubts.get(code=code)
