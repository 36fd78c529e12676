"""What was done to a chain is found and named: a table of deeds, then chains and deeds of chance."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming.rules.chain import SHA256, SM3, commitment, seal
from wenming.rules.tampering import Fault, Finding, Head, Kept, Link, Report, examine

Chain = list[Link]


def make_link(number: int, previous: str, says: str = "", algorithm: str = SHA256) -> Link:
    """A link with one detail."""
    details = {"name": commitment("沈知远", salt="s", algorithm=algorithm)}
    content: dict[str, Any] = {"number": number, "verb": says or f"deed {number}", "details": details}
    digest = seal(content, previous=previous, algorithm=algorithm)
    return Link(number, content, previous, digest, {"name": Kept("沈知远", "s")})


def make_chain(length: int, algorithms: Sequence[str] = (SHA256, SM3)) -> Chain:
    """A whole chain, sealed by one algorithm after the other."""
    chain: Chain = []
    for number in range(1, length + 1):
        previous = chain[-1].digest if chain else ""
        chain.append(make_link(number, previous, algorithm=algorithms[number % len(algorithms)]))
    return chain


def end_of(chain: Chain) -> Head:
    """The tip that agrees with the chain."""
    return Head(chain[-1].number, chain[-1].digest)


def judge(chain: Chain, whole: Chain, heads: Sequence[Head] = ()) -> Report:
    """What is found in a chain whose tip is still that of the whole one."""
    return examine(chain, tip=lambda: end_of(whole), heads=heads)


def put(chain: Chain, number: int, link: Link) -> Chain:
    """The chain with another link in that place."""
    return [*chain[: number - 1], link, *chain[number:]]


def at(link: Link, number: int) -> Link:
    """The same link with another number, as raw SQL would leave it."""
    return replace(link, number=number, content={**link.content, "number": number})


def saying(link: Link, says: str) -> Link:
    """The link with other words and the old seal."""
    return replace(link, content={**link.content, "verb": says})


def resealed(chain: Chain, number: int) -> Chain:
    """One link changed, and all from there on sealed again."""
    made = chain[: number - 1]
    for link in chain[number - 1 :]:
        says = "forged" if link.number == number else str(link.content["verb"])
        made.append(make_link(link.number, made[-1].digest if made else "", says))
    return made


def _insert(chain: Chain) -> Chain:
    forged = make_link(4, chain[2].digest, "forged")
    return [*chain[:3], forged, *(at(link, link.number + 1) for link in chain[3:])]


WHOLE = make_chain(9)
DEEDS: dict[str, tuple[Callable[[Chain], Chain], list[tuple[Fault, int, int]]]] = {
    "nothing": (lambda chain: chain, []),
    "changed": (lambda chain: put(chain, 4, saying(chain[3], "x")), [(Fault.CHANGED, 4, 4)]),
    "the digest changed": (lambda chain: put(chain, 4, replace(chain[3], digest="sha256:00")), [(Fault.CHANGED, 4, 4)]),
    "changed and sealed again": (
        lambda chain: put(chain, 4, make_link(4, chain[2].digest, "x")),
        [(Fault.RESEALED, 4, 5)],
    ),
    "the first made to follow another": (
        lambda chain: put(chain, 1, make_link(1, "x")),
        [(Fault.RESEALED, 1, 1), (Fault.RESEALED, 1, 2)],
    ),
    "the last sealed again": (lambda chain: put(chain, 9, make_link(9, chain[7].digest, "x")), [(Fault.TIP, 9, 9)]),
    "removed": (lambda chain: [*chain[:3], *chain[5:]], [(Fault.REMOVED, 4, 5)]),
    "the first removed": (lambda chain: chain[2:], [(Fault.REMOVED, 1, 2)]),
    "the tail cut off": (lambda chain: chain[:7], [(Fault.REMOVED, 8, 9)]),
    "all removed": (lambda chain: [], [(Fault.REMOVED, 1, 9)]),
    "removed and the rest moved up": (
        lambda chain: [*chain[:3], *(at(link, link.number - 1) for link in chain[4:])],
        [(Fault.REMOVED, 4, 4), (Fault.MOVED, 4, 8)],
    ),
    "neighbours changed places": (
        lambda chain: put(put(chain, 4, at(chain[4], 4)), 5, at(chain[3], 5)),
        [(Fault.MOVED, 4, 4), (Fault.MOVED, 5, 5)],
    ),
    "far ones changed places": (
        lambda chain: put(put(chain, 2, at(chain[7], 2)), 8, at(chain[1], 8)),
        [(Fault.MOVED, 2, 2), (Fault.MOVED, 8, 8)],
    ),
    "one moved to the end": (
        lambda chain: [*chain[:3], *chain[4:], at(chain[3], 10)],
        [(Fault.TIP, 9, 10), (Fault.MOVED, 10, 10)],
    ),
    "inserted and the rest moved down": (
        _insert,
        [(Fault.INSERTED, 4, 4), (Fault.MOVED, 5, 10), (Fault.TIP, 9, 10)],
    ),
    "added at the end": (
        lambda chain: [*chain, make_link(10, chain[8].digest)],
        [(Fault.TIP, 9, 10)],
    ),
}  # fmt: skip


@pytest.mark.parametrize("deed", DEEDS)
def test_deeds_are_named(deed: str) -> None:
    do, findings = DEEDS[deed]
    report = judge(do(WHOLE), WHOLE)
    assert sorted((one.fault, one.number, one.until) for one in report.findings) == sorted(findings)


def test_a_whole_chain_is_counted() -> None:
    erased = put(WHOLE, 2, replace(WHOLE[1], kept={}))
    assert judge(erased, WHOLE) == Report((), 9, 8, 1, end_of(WHOLE))


def test_an_empty_chain_is_whole() -> None:
    assert examine([], tip=lambda: None) == Report((), 0, 0, 0, None)


@pytest.mark.parametrize(
    ("kept", "fault"),
    [
        ({"name": Kept("许青", "s")}, Fault.DETAIL_TOUCHED),
        ({"name": Kept("沈知远", "t")}, Fault.DETAIL_TOUCHED),
        ({"name": Kept("沈知远", "s"), "phone": Kept("1", "s")}, Fault.DETAIL_FOREIGN),
    ],
)
def test_details_that_are_kept_are_those_that_were_sealed(kept: dict[str, Kept], fault: Fault) -> None:
    report = judge(put(WHOLE, 2, replace(WHOLE[1], kept=kept)), WHOLE)
    name = "phone" if fault is Fault.DETAIL_FOREIGN else "name"
    assert report.findings == (Finding(fault, 2, 2, name),)


def heads_of(chain: Chain, *numbers: int) -> list[Head]:
    """Heads taken from the chain as it was."""
    return [Head(number, chain[number - 1].digest, f"day {number}") for number in numbers]


def test_who_seals_all_again_is_found_by_the_first_head_after_it() -> None:
    forged = resealed(WHOLE, 5)
    assert examine(forged, tip=lambda: end_of(forged)).findings == ()
    found = examine(forged, tip=lambda: end_of(forged), heads=heads_of(WHOLE, 3, 6)).findings
    assert found == (Finding(Fault.HEAD, 4, 6, "day 6"),)


def test_a_head_beyond_the_end_tells_that_the_end_was_cut_off() -> None:
    cut = WHOLE[:7]
    found = examine(cut, tip=lambda: end_of(cut), heads=heads_of(WHOLE, 9)).findings
    assert found == (Finding(Fault.HEAD, 1, 9, "day 9"), Finding(Fault.REMOVED, 8, 9))


def test_a_tip_that_is_gone_is_missed() -> None:
    assert examine(WHOLE, tip=lambda: None).findings == (Finding(Fault.TIP, 1, 9),)


def covered(report: Report) -> set[int]:
    """All numbers that a finding names."""
    return {number for one in report.findings for number in range(one.number, one.until + 1)}


chains = st.tuples(st.integers(3, 24), st.lists(st.sampled_from([SHA256, SM3]), min_size=1, max_size=5))


@given(chains, st.data())
def test_whatever_is_changed_is_named(given_chain: tuple[int, list[str]], data: st.DataObject) -> None:
    chain = make_chain(*given_chain)
    number = data.draw(st.integers(1, len(chain)))
    says = data.draw(st.text(max_size=5))
    changed = put(chain, number, saying(chain[number - 1], f"not {says}"))
    assert [(one.fault, one.number) for one in judge(changed, chain).findings] == [(Fault.CHANGED, number)]


@given(chains, st.data())
def test_whatever_is_removed_is_named(given_chain: tuple[int, list[str]], data: st.DataObject) -> None:
    chain = make_chain(*given_chain)
    gone = data.draw(st.sets(st.integers(1, len(chain)), min_size=1))
    report = judge([link for link in chain if link.number not in gone], chain)
    assert {one.fault for one in report.findings} == {Fault.REMOVED}
    assert covered(report) == gone


@given(chains, st.data())
def test_whatever_is_put_in_another_order_is_named(given_chain: tuple[int, list[str]], data: st.DataObject) -> None:
    chain = make_chain(*given_chain)
    order = data.draw(st.permutations(range(1, len(chain) + 1)))
    report = judge([at(chain[was - 1], number) for number, was in enumerate(order, start=1)], chain)
    moved = {number: was for number, was in enumerate(order, start=1) if number != was}
    found = {
        one.number + step: one.was + step
        for one in report.findings
        if one.fault is Fault.MOVED
        for step in range(one.until - one.number + 1)
    }
    assert found == moved


@given(chains, st.data())
def test_whatever_is_changed_and_sealed_again_is_found_by_any_later_head(
    given_chain: tuple[int, list[str]], data: st.DataObject
) -> None:
    chain = make_chain(*given_chain)
    number = data.draw(st.integers(1, len(chain)))
    head = data.draw(st.integers(number, len(chain)))
    forged = resealed(chain, number)
    report = examine(forged, tip=lambda: end_of(forged), heads=heads_of(chain, head))
    assert [(one.fault, one.until) for one in report.findings] == [(Fault.HEAD, head)]
