"""Judging a second time, naively: day by day and record by record, from the words of docs/commitments.md.

It shares the values with the real one and nothing else.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from wenming.rules.commitments.counting import Why
from wenming.rules.commitments.facts import Circumstances, Fact, FactState
from wenming.rules.commitments.judging import State
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
    Number,
    Rate,
    Recurring,
    Standing,
    Total,
)
from wenming.rules.commitments.periods import Calendar

ONE = timedelta(1)
HORIZON = date(2031, 1, 1)  # as good as never
AROUND = {  # days in which three periods fit
    Every.DAY: 3,
    Every.WEEK: 21,
    Every.MONTH: 100,
    Every.QUARTER: 300,
    Every.HALF_YEAR: 600,
    Every.YEAR: 1200,
    Every.SCHOOL_TERM: 600,
    Every.WHOLE: 0,
}
MINUTES = {"分钟": 1, "小时": 60, "天": 360}


@dataclass
class Stretch:
    """A period as the list of its days."""

    days: list[date]
    due: date = HORIZON
    closes: date = HORIZON
    stands_still: bool = False


def up_to(first: date, last: date) -> list[date]:
    """Every day from the first to the last."""
    return [first + ONE * step for step in range((last - first).days + 1)]


def tile_of(commitment: Commitment, calendar: Calendar, day: date) -> int | None:
    """A number that days of one period share, before anything is cut."""
    demand, first = commitment.demand, commitment.span.first
    if not isinstance(demand, Recurring | Coverage | Standing) or demand.period == Every.WHOLE:
        return 0 if day in commitment.span else None
    months = (day.year - first.year) * 12 + day.month - first.month
    match demand.period:
        case Every.DAY:
            return (day - first).days // demand.every
        case Every.WEEK:
            monday = first - ONE * first.weekday()
            return (day - monday).days // (7 * demand.every)
        case Every.SCHOOL_TERM:
            terms = [t for t in calendar.school_terms if t.last >= first and t.first <= commitment.span.last]
            inside = [n for n in range(len(terms)) if terms[n].first <= day <= terms[n].last]
            return inside[0] // demand.every if inside else None
        case _:
            size = {Every.MONTH: 1, Every.QUARTER: 3, Every.HALF_YEAR: 6, Every.YEAR: 12}[demand.period]
            before = (first.month - 1) % size  # months of the first tile that lie before the span
            return (months + before) // (size * demand.every)


def stretches(commitment: Commitment, calendar: Calendar) -> list[Stretch]:
    """The periods without their due days: counting days by tile, stubs joined."""
    demand, span, window = commitment.demand, commitment.span, commitment.window
    tiles: dict[int, list[date]] = {}
    full: dict[int, list[date]] = {}
    around = ONE * AROUND[demand.period if isinstance(demand, Recurring | Coverage | Standing) else Every.WHOLE]
    for day in up_to(span.first - around, span.last + around):
        tile = tile_of(commitment, calendar, day)
        if tile is not None:
            full.setdefault(tile, []).append(day)
            if day in span and (window is None or day in window):
                tiles.setdefault(tile, []).append(day)
    order = sorted(tiles)
    groups: list[list[date]] = []
    joins_next = False
    for place, tile in enumerate(order):
        days = tiles[tile]
        before = place > 0 and tiles[order[place - 1]][-1] + ONE == days[0]
        after = place + 1 < len(order) and days[-1] + ONE == tiles[order[place + 1]][0]
        whole = (full[tile][-1] - full[tile][0]).days + 1
        stub = len(days) < whole / 2
        if joins_next or (stub and before and not after):
            groups[-1] += days
        else:
            groups.append(list(days))
        joins_next = stub and after and not before
    return [Stretch(days) for days in groups]


def stopped(around: Circumstances, today: date) -> set[date]:
    """Days on which time stands still, as far as the horizon."""
    still: set[date] = set()
    for pause in around.pauses:
        still |= set(up_to(pause.first, pause.last or HORIZON))
    for dispute in around.disputes:
        if dispute.first <= today:
            is_open = dispute.last is None or dispute.last > today
            still |= set(up_to(dispute.first, HORIZON if is_open or dispute.last is None else dispute.last))
    return still


def timed(commitment: Commitment, calendar: Calendar, still: set[date]) -> list[Stretch]:
    """The periods with due and closing days: a day on which time stands still is made up for afterwards."""
    demand = commitment.demand
    repeats = isinstance(demand, Recurring | Coverage | Standing) and demand.period != Every.WHOLE
    found = stretches(commitment, calendar)
    for one in found:
        first, last = one.days[0], one.days[-1]
        if repeats and all(day in still for day in up_to(first, last)):
            one.stands_still, one.due, one.closes = True, last, last
            continue
        one.due = walk(last, sum(day in still for day in up_to(first, last)), still, lambda day: True)
        left = commitment.grace_days
        working = calendar.is_working if commitment.grace_in_working_days else lambda day: True
        one.closes = walk(one.due, left, still, working)
    return found


def walk(day: date, count: int, still: set[date], runs: object) -> date:
    """So many days later, of those on which time runs."""
    while count and day < HORIZON:
        day += ONE
        if day not in still and runs(day):  # type: ignore[operator]
            count -= 1
    return day


# What a record is worth.


def worth(fact: Fact, unit: str) -> Fraction | None:
    """How much of a unit a record is."""
    said = {word: Fraction(number) for word, number in fact.amounts}
    if unit in ("次", "期", "场"):
        return max(Fraction(1), said.get(unit, Fraction(1)))
    if unit in MINUTES:
        for word in (unit, "分钟", "小时", "天"):
            if word in said:
                return said[word] * MINUTES[word] / MINUTES[unit]
        days = (fact.last - fact.first).days + 1
        return Fraction(days * 360, MINUTES[unit]) if days > 1 else None
    if unit in ("人", "人次", "名"):
        people = [said[word] for word in (unit, "人", "人次", "名") if word in said]
        return people[0] if people else Fraction(len(fact.reached)) if fact.reached else None
    return said.get(unit)


def reason(commitment: Commitment, subject: int, fact: Fact, today: date) -> Why | None:
    """Why a record cannot count, wherever it lies."""
    demand = commitment.demand
    for_all = subject == 0 or (isinstance(demand, Total) and demand.together)
    if not for_all and fact.subject != subject:
        return Why.NOT_FOR_SUBJECT
    if fact.state != FactState.COUNTED:
        return Why(fact.state.value)
    if fact.last > today:
        return Why.NOT_YET
    if commitment.needs_evidence and not fact.has_evidence:
        return Why.NO_EVIDENCE
    return too_little(commitment, fact)


def too_little(commitment: Commitment, fact: Fact) -> Why | None:
    """What the record lacks in length or size."""
    demand = commitment.demand
    asked = [commitment.least] if commitment.least else []
    if isinstance(demand, Length):
        asked.append(demand.amount)
    for amount in asked:
        if why := amiss(worth(fact, amount.unit), amount):
            return why
    if isinstance(demand, Recurring | Total) and not worth(fact, demand.amount.unit):
        return Why.NOT_SAID
    if isinstance(demand, Coverage):
        members = demand.population.members
        if not (fact.reached & members if members else worth(fact, "人")):
            return Why.REACHES_NOBODY
    return None


def amiss(had: Fraction | None, asked: Amount) -> Why | None:
    """What is wrong with a record that should be so long or so large."""
    if had is None:
        return Why.NOT_SAID
    if asked.min is not None:
        short = Why.TOO_SHORT if asked.unit in MINUTES else Why.TOO_FEW
        return short if had < Fraction(asked.min) else None
    return Why.TOO_MUCH if had > Fraction(asked.max or 0) else None


# Dealing the records out, and the verdicts.


@dataclass
class Slow:
    """A verdict of the slow way."""

    first: date
    last: date
    due: date
    closes: date
    state: State
    have: float | None
    counted: set[int]
    left_out: set[tuple[int, Why]]


def judge_slowly(
    commitment: Commitment, subject: int, facts: list[Fact], *, today: date, calendar: Calendar, around: Circumstances
) -> list[Slow]:
    """Verdicts, the slow way."""
    found = timed(commitment, calendar, stopped(around, today))
    free = {day for one in around.exemptions for day in up_to(one.first, one.last or HORIZON)}
    exempt = [sum(day not in free for day in one.days) < len(one.days) / 2 for one in found]
    dealt: list[list[tuple[Fact, bool]]] = [[] for _ in found]
    refused: list[set[tuple[int, Why]]] = [set() for _ in found]
    broken = [0] * len(found)
    used: set[int] = set()
    for fact in sorted(facts, key=lambda f: (f.first, f.last, f.key, f.subject, sorted(f.amounts), sorted(f.reached))):
        if not found:
            break
        span = up_to(fact.first, fact.last)
        own = [n for n, one in enumerate(found) if set(span) & set(one.days)]
        begun = [n for n, one in enumerate(found) if one.days[0] <= fact.last]
        home = own[0] if own else (begun[-1] if begun else 0)
        why = reason(commitment, subject, fact, today) or (Why.ALREADY_COUNTED if fact.key in used else None)
        if why:
            refused[home].add((fact.key, why))
            if isinstance(commitment.demand, Length) and is_breach(commitment, fact, why, found[home]):
                broken[home] += 1
            continue
        used.add(fact.key)
        possible = []
        for n, one in enumerate(found):
            after = [day for day in span if one.days[-1] < day <= one.closes]
            if n in own or after:
                possible.append((n, n not in own and after[0] > one.due))
        lacking = [
            (n, late)
            for n, late in possible
            if not exempt[n] and not found[n].stands_still and lacks(commitment, dealt[n], fact)
        ]
        chosen = lacking or [p for p in possible if p[0] in own] or [p for p in possible if not p[1]][-1:]
        if chosen:
            dealt[chosen[0][0]].append((fact, chosen[0][1]))
        else:
            all_days = [day for one in found for day in one.days]
            late = fact.first > all_days[-1]
            early = fact.last < all_days[0]
            refused[home].add((fact.key, Why.TOO_EARLY if early else Why.TOO_LATE if late else Why.OUTSIDE_WINDOW))
    out = []
    for n, one in enumerate(found):
        until = found[n + 1].days[0] - ONE if n + 1 < len(found) else HORIZON
        end = outcome(commitment, one, dealt[n], broken[n], around, min(until, today), today)
        out.append(
            Slow(
                one.days[0],
                one.days[-1],
                one.due,
                one.closes,
                stand(commitment, one, end, around, today, is_exempt=exempt[n]),
                None if end.have is None else float(end.have),
                {fact.key for fact, _ in dealt[n]},
                refused[n],
            )
        )
    return out


def is_breach(commitment: Commitment, fact: Fact, why: Why, one: Stretch) -> bool:
    """Whether a record breaks the demand that every record be so long."""
    demand = commitment.demand
    if not isinstance(demand, Length) or why not in (Why.TOO_SHORT, Why.TOO_FEW, Why.TOO_MUCH):
        return False
    least = commitment.least
    by_least = least is not None and least != demand.amount and amiss(worth(fact, least.unit), least) is not None
    return not by_least and one.days[0] <= fact.last <= one.closes


def lacks(commitment: Commitment, dealt: list[tuple[Fact, bool]], fact: Fact) -> bool:
    """Whether a period lacks what the record brings."""
    demand = commitment.demand
    facts = [one for one, _ in dealt]
    match demand:
        case Recurring(amount=amount) | Total(amount=amount):
            return amount.min is not None and summed(facts, amount.unit) < Fraction(amount.min)
        case Deadline() | Length():
            return not facts
        case Coverage(times=times, population=population) if population.members:
            return any(
                sum(member in one.reached for one in facts) < times for member in fact.reached & population.members
            )
        case Coverage(times=times, population=population):
            return summed(facts, "人") < times * (population.size or 0)
        case _:
            return False


def summed(facts: list[Fact], unit: str) -> Fraction:
    """All of them together."""
    return sum((worth(fact, unit) or Fraction(0) for fact in facts), Fraction(0))


@dataclass
class Outcome:
    """What a period comes to."""

    have: Fraction | Number | None
    done: bool
    in_time: bool
    broken: bool = False
    waits: bool = False


def outcome(
    commitment: Commitment,
    one: Stretch,
    dealt: list[tuple[Fact, bool]],
    broken: int,
    around: Circumstances,
    until: date,
    today: date,
) -> Outcome:
    """What a period comes to."""
    demand = commitment.demand
    every, early = [fact for fact, _ in dealt], [fact for fact, late in dealt if not late]
    match demand:
        case Recurring(amount=amount) | Total(amount=amount) if amount.min is None:
            kept = summed(every, amount.unit) <= Fraction(amount.max or 0)
            return Outcome(summed(every, amount.unit), kept, kept, broken=not kept)
        case Recurring(amount=amount) | Total(amount=amount):
            need = Fraction(amount.min or 0)
            have = summed(every, amount.unit)
            return Outcome(have, have >= need, summed(early, amount.unit) >= need)
        case Deadline():
            return Outcome(len(every), bool(every), bool(early))
        case Length():
            return Outcome(len(every), bool(every) and not broken, bool(early) and not broken, broken=broken > 0)
        case Coverage(times=times, population=population) if population.members:
            reached = {m for m in population.members if sum(m in fact.reached for fact in every) >= times}
            soon = {m for m in population.members if sum(m in fact.reached for fact in early) >= times}
            return Outcome(len(reached), reached == population.members, soon == population.members)
        case Coverage(times=times, population=population) if population.size:
            need = Fraction(times * population.size)
            return Outcome(summed(every, "人"), summed(every, "人") >= need, summed(early, "人") >= need)
        case _:
            return by_office(demand, one, dealt, around, until, today)


def by_office(
    demand: Demand,
    one: Stretch,
    dealt: list[tuple[Fact, bool]],
    around: Circumstances,
    until: date,
    today: date,
) -> Outcome:
    """What figures or reviews say of a period."""
    match demand:
        case Rate():
            return rated(demand, one, around, today)
        case Growth():
            early_growth, all_growth = (grown(demand, one, around, min(end, today)) for end in (one.due, one.closes))
            return early_growth if early_growth.done else Outcome(all_growth.have, all_growth.done, in_time=False)
        case _:
            said = sorted((r.on, r.is_enough) for r in around.reviews if one.days[0] <= r.on <= until)
            enough = bool(said) and said[-1][1]
            return Outcome(len(dealt), enough, enough, waits=not said)


def rated(demand: Rate, one: Stretch, around: Circumstances, today: date) -> Outcome:
    """A figure against its target."""
    known = sorted((f.on, f.value) for f in around.figures if f.name == demand.figure and f.on <= today)
    early = [value for on, value in known if one.days[0] <= on <= one.due]
    late = [value for on, value in known if one.due < on <= one.closes]

    def fits(value: Number) -> bool:
        return value <= demand.target if demand.direction == Direction.FALL else value >= demand.target

    if demand.direction == Direction.HOLD and any(not fits(value) for value in early):
        return Outcome(next(value for value in early if not fits(value)), done=False, in_time=False, broken=True)
    if early and fits(early[-1]):
        return Outcome(early[-1], done=True, in_time=True)
    last = [*early, *late][-1:]
    return Outcome(last[0] if last else None, done=bool(late) and fits(late[-1]), in_time=False)


def grown(demand: Growth, one: Stretch, around: Circumstances, end: date) -> Outcome:
    """A figure beside another, from before the period to its end."""
    changes: list[Number | None] = []
    for name in (demand.figure, demand.reference):
        known = sorted((f.on, f.value) for f in around.figures if f.name == name and f.on <= end)
        before = [value for on, value in known if on < one.days[0]]
        inside = [value for on, value in known if on >= one.days[0]]
        chain = before[-1:] + inside
        is_known = bool(inside) and len(chain) > 1 and chain[0] > 0 and chain[-1] >= 0
        changes.append(chain[-1] / chain[0] * 100 if is_known else None)
    ours, theirs = changes
    done = ours is not None and theirs is not None and ours >= theirs - 1e-6
    return Outcome(ours, done, done)


def stand(
    commitment: Commitment, one: Stretch, end: Outcome, around: Circumstances, today: date, *, is_exempt: bool
) -> State:
    """The state, from the first rule that holds."""
    objects = any(d.first <= min(today, one.closes) and (d.last is None or d.last > today) for d in around.disputes)
    over = today > one.closes
    soon = not over and (one.due - today).days <= commitment.soon_days
    rules = [
        (is_exempt, State.EXEMPT),
        (today < one.days[0], State.NOT_DUE),
        (end.done and end.in_time, State.MET),
        (end.done, State.LATE),
        (objects, State.DISPUTED),
        (one.stands_still, State.EXEMPT),
        (end.broken, State.MISSED),
        (over and not end.waits, State.MISSED),
        (soon, State.DUE_SOON),
    ]
    return next((state for holds, state in rules if holds), State.OPEN)
