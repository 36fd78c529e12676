"""The list: what an address asks for, and what answers it."""

from datetime import date

import pytest
from django.http import QueryDict

from tests.plans.making import make_unit, seeing
from tests.work.making import TODAY, make_record
from tests.work.records.making import ASKED, make_asking
from wenming.accounts.rights import Right
from wenming.work.models import Proof, Record, RecordKind, RecordState
from wenming.work.records import queries
from wenming.work.records.content import keep_uses

pytestmark = pytest.mark.django_db
ALL = seeing(Right.WORK_VIEW)


def titles(address: str) -> list[str]:
    """What the address finds."""
    return [one.title for one in queries.found(queries.Asked.of(QueryDict(address)), ALL)]


@pytest.fixture
def records() -> list[Record]:
    """Three, of two units."""
    one, other = make_unit("清河社区"), make_unit("县团委")
    return [
        make_record(one, title="民主评议会", place="社区会议室"),
        make_record(
            other,
            title="入户宣传",
            kind=RecordKind.objects.get(name="宣传"),
            first=date(2026, 4, 1),
            last=date(2026, 4, 3),
        ),
        make_record(
            one,
            title="党员学习",
            words="学习移风易俗文件",
            state=RecordState.RETURNED,
            first=date(2026, 2, 1),
            last=date(2026, 2, 1),
        ),
    ]


def test_the_last_day_comes_first(records: list[Record]) -> None:
    assert titles("") == ["入户宣传", "民主评议会", "党员学习"]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("q=评议", ["民主评议会"]),
        ("q=会议室", ["民主评议会"]),
        ("q=移风易俗", ["党员学习"]),
        ("q=团委", ["入户宣传"]),
        ("q= 100%", []),
        ("state=returned", ["党员学习"]),
        ("state=nonsense", ["入户宣传", "民主评议会", "党员学习"]),
        ("since=2026-04-03", ["入户宣传"]),
        ("since=2026-04-04", []),
        ("until=2026-03-04", ["党员学习"]),
        ("since=2026-03-01&until=2026-03-31", ["民主评议会"]),
        ("unit=999999999999999999999", ["入户宣传", "民主评议会", "党员学习"]),
    ],
)
def test_each_filter(records: list[Record], address: str, expected: list[str]) -> None:
    assert titles(address) == expected


def test_by_unit_and_by_kind(records: list[Record]) -> None:
    assert titles(f"unit={records[0].unit_id}") == ["民主评议会", "党员学习"]
    assert titles(f"kind={records[1].kind_id}") == ["入户宣传"]
    assert queries.unit_of(queries.Asked(unit=records[0].unit_id)) == records[0].unit


def test_what_is_asked_is_known() -> None:
    assert not queries.Asked.of(QueryDict("q=+&state=x")).is_filtered
    assert queries.Asked.of(QueryDict(f"since={TODAY}")).is_filtered


def test_how_much_proves_each(records: list[Record], django_assert_num_queries) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    unit, by = records[0].unit, records[0].made_by
    for number in range(2):
        piece = records[0].evidence.create(
            unit=unit, kind="link", link=f"https://example.com/{number}", added_by=by, added_at="2026-03-05T04:00Z"
        )
        assert Proof.objects.filter(evidence=piece).exists()
    with django_assert_num_queries(1):
        assert queries.evidence_counts(records) == {records[0].pk: 2}


def test_what_counts_stands_before_what_does_not(records: list[Record]) -> None:
    asking = make_asking(records[0].unit)
    keep_uses(records[0], {asking.pk: ASKED})
    assert [use.commitment for use in queries.uses_shown(records[0])] == [asking]
    assert queries.activities([asking.pk, 0]) == {asking.pk: "民主评议"}
    assert str(queries.kinds_offered()[0]) == "学习"


def test_words_are_looked_for_among_the_newest_unless_older_ones_are_asked_for(
    records: list[Record], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queries, "NEWEST", 1)
    assert titles("q=移风") == []
    assert queries.looked_at_since(queries.Asked(text="移风")) == TODAY
    assert titles("q=移风&older=1") == ["党员学习"]
    assert titles("q=移风&until=2026-12-31") == ["党员学习"]  # whoever names days means them
    assert titles("") == ["入户宣传", "民主评议会", "党员学习"]


def test_a_search_has_an_end(records: list[Record], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "MOST", 2)
    assert titles("q=习") == ["党员学习"]
    assert len(titles("q=社")) == 2
    monkeypatch.setattr(queries, "MOST", 1)
    assert titles("q=社") == ["民主评议会"]
