"""Handing over: everything open goes, in one step, and comes back in another."""

from datetime import date, timedelta

import pytest
from django.apps import apps

from tests.accounts.making import NOON
from tests.frameworks.making import make_edition
from tests.plans.making import Says, make_person, make_unit, make_version
from tests.scores.making import make as make_round
from wenming.accounts import actions
from wenming.accounts.actions import NewPost
from wenming.accounts.models import Post, PostRole, User
from wenming.accounts.people import inviting
from wenming.accounts.people.handing_over import NothingInHand, SamePerson, Stopped, hand_over, moves, open_work_of
from wenming.audit.models import Event
from wenming.plans.models import VersionState

pytestmark = pytest.mark.django_db
DAY = NOON.date()


@pytest.fixture
def keeper() -> User:
    """The security administrator, who hands over."""
    return make_person("保卫", PostRole.SECURITY)


@pytest.fixture
def giver() -> User:
    """Somebody of the office with all there is: posts, a deputy, an invitation, a draft."""
    giver = make_person("许青", PostRole.OFFICE)
    Post.objects.create(user=giver, role=PostRole.LIAISON, unit=make_unit("县教育局"), until=DAY + timedelta(days=30))
    days = {"since": DAY, "until": DAY + timedelta(days=5)}
    actions.make_deputy(post=giver.posts.get(role="office"), user=make_person("代理", None), at=NOON, by=None, **days)
    new = NewPost(role=PostRole.LIAISON, unit=make_unit("县城管局"))
    inviting.invite(full_name="新人", phone="", new=new, by=giver, at=NOON)
    make_version(Says("清扫"), title="草案", state=VersionState.REVIEW, by=giver)
    make_version(Says("清扫"), title="执行的", by=giver)
    make_edition(giver)
    make_round(giver)
    return giver


@pytest.fixture
def taker() -> User:
    """Who takes over."""
    return make_person("沈知远", None)


def held(person: User) -> set[tuple[str, str]]:
    """The posts of a person that are not ended."""
    return {(post.role, str(post.unit)) for post in person.posts.filter(ended_at=None)}


def in_hand(person: User) -> dict[str, int]:
    """How much open work of each kind."""
    return {work.key: work.rows.count() for work in open_work_of(person)}


def test_everything_open_goes_at_once(keeper: User, giver: User, taker: User) -> None:
    before, work = held(giver), in_hand(giver)
    assert set(work.values()) == {1}
    hand_over(giver=giver, taker=taker, stops=False, by=keeper, at=NOON)
    assert (held(giver), held(taker)) == (set(), before)
    assert in_hand(taker) == work
    assert set(in_hand(giver).values()) == {0}
    assert Post.objects.get(user__full_name="代理").deputy_of == taker.posts.get(role="office")
    assert taker.posts.get(role="liaison").until == DAY + timedelta(days=30)
    assert set(taker.posts.values_list("since", flat=True)) == {DAY}
    assert giver.is_active


def test_one_event_tells_of_it(keeper: User, giver: User, taker: User) -> None:
    Event.objects.count()
    before = set(Event.objects.values_list("pk", flat=True))
    hand_over(giver=giver, taker=taker, stops=False, by=keeper, at=NOON)
    (event,) = Event.objects.exclude(pk__in=before)
    assert (event.verb, event.thing_id, event.after["to"]) == ("accounts.hand_over", str(giver.pk), taker.pk)
    assert len(event.after["posts"]) == 2


def test_handed_back_it_is_as_before(keeper: User, giver: User, taker: User) -> None:
    before, work = held(giver), in_hand(giver)
    hand_over(giver=giver, taker=taker, stops=False, by=keeper, at=NOON)
    hand_over(giver=taker, taker=giver, stops=False, by=keeper, at=NOON)
    assert (held(giver), held(taker), in_hand(giver)) == (before, set(), work)


def test_the_account_may_be_stopped_with_it(keeper: User, giver: User, taker: User) -> None:
    hand_over(giver=giver, taker=taker, stops=True, by=keeper, at=NOON)
    giver.refresh_from_db()
    assert not giver.is_active


def test_what_the_other_holds_already_only_ends(keeper: User, giver: User, taker: User) -> None:
    own = Post.objects.create(user=taker, role=PostRole.LIAISON, unit=make_unit("县教育局"))
    planned = {move.post.role: move.is_held for move in moves(giver, taker, on=DAY)}
    assert planned == {"office": False, "liaison": True}
    hand_over(giver=giver, taker=taker, stops=False, by=keeper, at=NOON)
    assert list(taker.posts.filter(role="liaison")) == [own]
    assert held(giver) == set()


def test_who_stood_in_takes_the_post_itself(keeper: User, giver: User) -> None:
    deputy = User.objects.get(full_name="代理")
    hand_over(giver=giver, taker=deputy, stops=False, by=keeper, at=NOON)
    assert [post.deputy_of for post in deputy.posts.filter(role="office", ended_at=None)] == [None]


def test_standing_in_for_another_is_handed_on(keeper: User, taker: User) -> None:
    boss, deputy = make_person("领导", PostRole.LEADER), make_person("秘书", None)
    days = {"since": DAY, "until": DAY}
    post = actions.make_deputy(post=boss.posts.get(), user=deputy, at=NOON, by=None, **days)
    hand_over(giver=deputy, taker=taker, stops=False, by=keeper, at=NOON)
    assert taker.posts.get().deputy_of == post.deputy_of
    hand_over(giver=taker, taker=boss, stops=False, by=keeper, at=NOON)
    assert [one.deputy_of for one in boss.posts.filter(ended_at=None)] == [None]


def test_what_has_run_out_is_not_handed_on(keeper: User, giver: User, taker: User) -> None:
    giver.posts.filter(role="liaison").update(until=date(2026, 3, 4))
    hand_over(giver=giver, taker=taker, stops=False, by=keeper, at=NOON)
    assert held(taker) == {("office", "县文明办")}


def test_a_post_from_a_later_day_begins_then(keeper: User, giver: User, taker: User) -> None:
    later = DAY + timedelta(days=7)
    giver.posts.filter(role="liaison").update(since=later)
    hand_over(giver=giver, taker=taker, stops=False, by=keeper, at=NOON)
    assert taker.posts.get(role="liaison").since == later


class TestRefused:
    """Nothing has moved then."""

    def check(self, giver: User, taker: User, by: User, error: type[ValueError]) -> None:
        before = held(giver), in_hand(giver), held(taker)
        with pytest.raises(error):
            hand_over(giver=giver, taker=taker, stops=True, by=by, at=NOON)
        assert (held(giver), in_hand(giver), held(taker)) == before

    def test_to_oneself(self, keeper: User, giver: User) -> None:
        self.check(giver, giver, keeper, SamePerson)

    def test_to_an_account_that_is_stopped(self, keeper: User, giver: User, taker: User) -> None:
        User.objects.filter(pk=taker.pk).update(is_active=False)
        self.check(giver, taker, keeper, Stopped)

    def test_a_second_time(self, keeper: User, giver: User, taker: User) -> None:
        hand_over(giver=giver, taker=taker, stops=False, by=keeper, at=NOON)
        self.check(giver, taker, keeper, NothingInHand)
        assert User.objects.get(pk=giver.pk).is_active
        assert Event.objects.filter(verb="accounts.hand_over").count() == 1

    def test_what_is_apart(self, keeper: User, giver: User) -> None:
        self.check(giver, make_person("另一位", PostRole.SECURITY), keeper, actions.HeldApart)

    def test_to_whoever_does_it(self, keeper: User, giver: User) -> None:
        colleague = make_person("同事", PostRole.LIAISON)
        self.check(giver, colleague, colleague, actions.GivenToSelf)


def test_what_models_declare_is_a_person(django_user_model: type[User]) -> None:
    declared = [(model, field) for model in apps.get_models() for field in getattr(model, "HANDED_OVER", {})]
    assert len(declared) >= 2
    assert {model._meta.get_field(field).related_model for model, field in declared} == {django_user_model}
