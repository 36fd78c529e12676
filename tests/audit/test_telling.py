"""Events in words."""

import pytest

from tests.accounts.making import make_unit
from tests.audit.making import NOON, person, tell
from wenming.audit.forms import Sought
from wenming.audit.models import Detail
from wenming.audit.origin import Origin, OriginKind, coming_from
from wenming.audit.queries import found
from wenming.audit.recording import action, record
from wenming.audit.telling import Difference, Told
from wenming.audit.telling import tell as in_words
from wenming.places.models import Area

pytestmark = pytest.mark.django_db


def last() -> Told:
    """The last event in words."""
    return in_words(list(found(Sought())[:1]))[0]


@action
def note(**after: object) -> None:
    """An event of a unit, by nobody."""
    record("places.change_unit", make_unit("县教育局"), by=None, at=NOON, before=dict.fromkeys(after), after=after)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "（空）"),
        ("", "（空）"),
        (True, "是"),
        (False, "否"),
        (["一", "二"], "一、二"),
        (7, "7"),
        ({"a": 1}, '{"a": 1}'),
    ],
)
def test_values_in_words(value: object, words: str) -> None:
    note(remark=value)
    assert last().differences == [Difference("remark", "（空）", words)]


def test_choices_and_keys_become_the_words_of_the_screen() -> None:
    note(kind="school", area=Area.objects.get_or_create(name="青禾县", kind="county")[0].pk)
    assert [one.after for one in last().differences] == ["学校", "青禾县"]


def test_the_key_of_a_thing_that_is_gone_stands_for_itself() -> None:
    note(area=999)
    assert [one.after for one in last().differences] == ["999"]


def test_who_and_in_which_role() -> None:
    unit, one = make_unit("县教育局"), person()
    with coming_from(Origin(OriginKind.WEB, address="10.1.2.3", role="liaison", held_for=f"unit:{unit.pk}")):
        tell("一县", by=one)
    told = last()
    assert (told.who, told.role, told.held_for) == ("shen先生", "联络员", "县教育局")
    assert (told.verb, told.thing, told.origin, told.address) == ("增加辖区", "shen先生", "网页", "10.1.2.3")


@pytest.mark.parametrize(
    ("kind", "who"), [(OriginKind.WEB, "未登录者"), (OriginKind.WORKER, "系统"), (OriginKind.COMMAND, "系统")]
)
def test_nobody_has_a_name_too(kind: OriginKind, who: str) -> None:
    with coming_from(Origin(kind)):
        tell("一县")
    assert last().who == who


def test_what_was_erased_is_said_to_be_so() -> None:
    @action
    def name() -> None:
        record("accounts.sign_in", person(), by=None, at=NOON, after={"full_name": "沈知远", "is_active": True})

    name()
    assert [(one.after, one.is_personal) for one in last().differences] == [("沈知远", True), ("是", False)]
    Detail.objects.all().delete()
    assert [one.after for one in last().differences] == ["（已依法删去）", "是"]
