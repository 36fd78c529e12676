"""What is typed about posts: what is beyond reach is no choice."""

import pytest

from tests.plans.making import make_area, make_person, make_unit
from wenming.accounts.models import PostRole, User
from wenming.accounts.people.forms import DeputyForm, InvitationForm, PostForm, TakerForm
from wenming.places.models import Alias, AreaKind, Unit
from wenming.places.reach import Scope

pytestmark = pytest.mark.django_db


@pytest.fixture
def town() -> Unit:
    """A unit of a town."""
    return make_unit("文昌街道", area=make_area("文昌街道", AreaKind.TOWN, make_area()))


@pytest.fixture
def givable(town: Unit) -> dict[PostRole, Scope]:
    """What an office of the town gives, and administrators."""
    scope = Scope(areas=frozenset({town.area_id}))
    return {PostRole.LIAISON: scope, PostRole.LEADER: scope, PostRole.AUDIT: Scope(everywhere=True)}


# what is filled in → the field that is wrong, or the post
CASES = [
    ({"role": "liaison", "unit": "文昌街道"}, ""),
    ({"role": "liaison", "unit": "文昌街道", "since": "2026-03-01", "until": "2026-03-31"}, ""),
    ({"role": "audit"}, ""),
    ({"role": "liaison"}, "unit"),
    ({"role": "liaison", "unit": "县教育局"}, "unit"),
    ({"role": "liaison", "unit": "没有的局"}, "unit"),
    ({"role": "office", "unit": "文昌街道"}, "role"),
    ({"role": "", "unit": "文昌街道"}, "role"),
    ({"role": "liaison", "unit": "文昌街道", "until": "明天"}, "until"),
]


@pytest.mark.parametrize(("data", "wrong"), CASES, ids=str)
def test_a_post(data: dict[str, str], wrong: str, givable: dict[PostRole, Scope]) -> None:
    make_unit("县教育局")
    form = PostForm(data, givable=givable)
    assert list(form.errors) == ([wrong] if wrong else [])
    if not wrong:
        assert (form.new_post.role, str(form.new_post.unit or "")) == (data["role"], data.get("unit", ""))


def test_an_area_within_reach_only(town: Unit, givable: dict[PostRole, Scope]) -> None:
    data = {"role": "leader", "area": town.area_id}
    assert PostForm(data, givable=givable).is_valid()
    assert list(PostForm({**data, "area": make_area().pk}, givable=givable).errors) == ["area"]
    assert list(PostForm({**data, "unit": "文昌街道"}, givable=givable).errors) == ["unit"]
    assert list(PostForm({**data, "role": "audit"}, givable=givable).errors) == ["role"]


def test_a_name_of_two_units_is_asked_for_in_full(town: Unit, givable: dict[PostRole, Scope]) -> None:
    other = make_unit("文昌中学", area=town.area)
    Alias.objects.create(name="文昌", unit=town)
    Alias.objects.create(name="文昌", unit=other)
    form = PostForm({"role": "liaison", "unit": "文昌"}, givable=givable)
    assert town.name in str(form.errors["unit"])
    assert other.name in str(form.errors["unit"])


def test_an_invitation_begins_when_it_is_accepted(givable: dict[PostRole, Scope]) -> None:
    form = InvitationForm({"full_name": "李敏", "role": "liaison", "unit": "文昌街道"}, givable=givable)
    assert form.is_valid(), form.errors
    assert form.new_post.since is None
    assert list(InvitationForm({"role": "audit"}, givable=givable).errors) == ["full_name"]


@pytest.mark.parametrize("typed", ["xuqing", "许青", "许青（xuqing）", " 许青 (xuqing) "])
def test_a_person_by_user_name_or_name(typed: str) -> None:
    person = make_person("xuqing", None)
    User.objects.update(full_name="许青")
    form = TakerForm({"person": typed}, people=User.objects.all())
    assert form.is_valid(), form.errors
    assert form.cleaned_data["person"] == person


def test_who_is_not_meant_by_one_name_or_is_not_among_them() -> None:
    for name in ("xuqing", "xuqing2"):
        make_person(name, None)
    User.objects.update(full_name="许青")
    people = User.objects.filter(username__startswith="xu")
    assert "用户名" in str(TakerForm({"person": "许青"}, people=people).errors["person"])
    assert "没有找到" in str(TakerForm({"person": "秦素"}, people=people).errors["person"])
    assert not TakerForm({"person": "xuqing"}, people=User.objects.none()).is_valid()
    User.objects.update(is_active=False)
    assert not TakerForm({"person": "xuqing"}, people=people).is_valid()


def test_a_deputy_acts_in_a_period() -> None:
    assert set(DeputyForm({"person": "x"}, people=User.objects.none()).errors) == {"person", "since", "until"}
