"""A version's measures as items to compare."""

import pytest

from tests.plans.making import Says, make_unit, make_version
from wenming.plans.compare.items import items_of, with_earlier
from wenming.plans.models import MarkState, PlanVersion, VersionState
from wenming.reading.model import Role, TermKind

pytestmark = pytest.mark.django_db


def test_each_version_is_compared_with_the_readable_one_before_it() -> None:
    states = [VersionState.READING, VersionState.REVIEW, VersionState.UNREADABLE, VersionState.IN_FORCE]
    newest, second, broken, first = (PlanVersion(number=4 - at, state=state) for at, state in enumerate(states))
    assert [earlier and earlier.number for _version, earlier in with_earlier([newest, second, broken, first])] == [
        None,
        1,
        None,
        None,
    ]


def test_who_answers_and_what_binds_are_its_facts() -> None:
    version = make_version(
        Says(
            "修好路灯",
            path=("一", "修好路灯"),
            duties=[("城管局", Role.LEAD, make_unit("县城管局")), ("某局", Role.COOPERATING, None)],
            terms=[("底前", TermKind.DATE, {"from": None, "to": "2026-06"})],
        ),
        Says("甲"),
    )
    version.measures.filter(title="甲").update(state=MarkState.REMOVED)
    (item,) = items_of(version)
    assert (item.title, item.path) == ("修好路灯", ("一",))
    assert {field: words for field, words in item.facts if words} == {
        "lead": ("城管局",),
        "cooperating": ("某局",),
        "due": ("2026年6月底前",),
    }
