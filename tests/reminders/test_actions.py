"""Changes of how reminders go, each told in the log."""

from dataclasses import replace

import pytest

from tests.plans.making import NOON, make_area, make_person
from tests.reading.second.serving import Reply, serve
from tests.reminders.making import SECRET, Post
from wenming.accounts.models import User
from wenming.audit.models import Event
from wenming.reminders import actions
from wenming.reminders.actions import NewBot, Wish
from wenming.reminders.models import AreaSteps, Bot, BotKind, Channel, Preference
from wenming.reminders.sealing import opened
from wenming.rules.reminding.matters import Steps

pytestmark = pytest.mark.django_db
ADDRESS = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6"


@pytest.fixture
def me() -> User:
    return make_person()


def new_bot(address: str | None = ADDRESS, secret: str | None = SECRET, **other: object) -> NewBot:
    made = NewBot(make_area(), "创建工作群", BotKind.WECOM, address, secret, 8, is_on=True)
    return replace(made, **other)  # type: ignore[arg-type]


def verbs() -> list[str]:
    return list(Event.objects.order_by("number").values_list("verb", flat=True))


def test_a_choice_replaces_the_one_before(me: User) -> None:
    actions.choose(user=me, wish=Wish(Channel.MAIL, 9, "a@example.org"), by=me, at=NOON)
    actions.choose(user=me, wish=Wish(Channel.DESK, 14, "b@example.org"), by=me, at=NOON)
    chosen = Preference.objects.get()
    assert (chosen.channel, chosen.hour, User.objects.get(pk=me.pk).email) == ("desk", 14, "b@example.org")
    assert verbs() == ["reminders.choose"] * 2
    assert "example.org" not in str(Event.objects.values())


def test_steps_of_an_area(me: User) -> None:
    actions.set_steps(area=make_area(), steps=Steps(2, 4), by=me, at=NOON)
    actions.set_steps(area=make_area(), steps=Steps(2, None), by=me, at=NOON)
    kept = AreaSteps.objects.get()
    assert (kept.unit_leader, kept.in_charge, kept.changed_by) == (2, None, me)
    event = Event.objects.latest("number")
    assert (event.before, event.after) == ({"unit_leader": 2, "in_charge": 4}, {"unit_leader": 2, "in_charge": None})


def test_a_bots_address_and_secret_are_nowhere_to_be_read(me: User) -> None:
    bot = actions.save_bot(bot=None, new=new_bot(), by=me, at=NOON)
    row = Bot.objects.filter(pk=bot.pk).values().get()
    told = str(row) + str(Event.objects.values())
    assert "693a91f6" not in told
    assert SECRET not in told
    assert (opened(row["sealed_address"]), opened(row["sealed_secret"])) == (ADDRESS, SECRET)
    assert row["host"] == "qyapi.weixin.qq.com"


def test_what_is_not_given_anew_stays(me: User) -> None:
    bot = actions.save_bot(bot=None, new=new_bot(), by=me, at=NOON)
    actions.save_bot(bot=bot, new=new_bot(None, None, name="新群名", is_on=False), by=me, at=NOON)
    kept = Bot.objects.get()
    assert (kept.name, kept.is_on, opened(kept.sealed_address), opened(kept.sealed_secret)) == (
        "新群名",
        False,
        ADDRESS,
        SECRET,
    )
    actions.save_bot(bot=bot, new=new_bot(None, ""), by=me, at=NOON)
    assert Bot.objects.get().sealed_secret == ""
    assert verbs() == ["reminders.add_bot", "reminders.change_bot", "reminders.change_bot"]


@pytest.mark.parametrize(("address", "code"), [("http://bot.example/", "needs_https"), ("什么", "bad_address")])
def test_an_address_that_cannot_be_used(address: str, code: str, me: User) -> None:
    with pytest.raises(actions.BadAddress) as caught:
        actions.save_bot(bot=None, new=new_bot(address), by=me, at=NOON)
    assert caught.value.code == code
    assert (Bot.objects.count(), verbs()) == (0, [])


def test_a_name_stands_once_in_an_area(me: User) -> None:
    actions.save_bot(bot=None, new=new_bot(), by=me, at=NOON)
    with pytest.raises(actions.NameTaken):
        actions.save_bot(bot=None, new=new_bot(), by=me, at=NOON)
    assert Bot.objects.count() == 1


def test_a_bot_is_forgotten(me: User) -> None:
    actions.remove_bot(bot=actions.save_bot(bot=None, new=new_bot(), by=me, at=NOON), by=me, at=NOON)
    assert Bot.objects.count() == 0
    assert verbs()[-1] == "reminders.remove_bot"


def test_a_test_into_a_group(me: User, named: None) -> None:
    with serve(Reply(b'{"errcode": 0}'), Reply(b'{"errcode": 93000, "errmsg": "no"}')) as service:
        bot = actions.save_bot(bot=None, new=new_bot(service.url), by=me, at=NOON)
        assert actions.try_bot(bot=bot, by=me, at=NOON) == ""
        assert actions.try_bot(bot=bot, by=me, at=NOON) == "rejected"
    assert "试发" in service.requests[0].body.decode()
    tried = Event.objects.filter(verb="reminders.try_bot").order_by("number")
    assert list(tried.values_list("succeeded", flat=True)) == [True, False]


def test_a_test_by_mail(me: User, post: Post) -> None:
    me.email = "a@example.org"
    assert actions.try_mail(user=me, by=me, at=NOON) == ""
    post.to_recipient = "550 no"
    assert actions.try_mail(user=me, by=me, at=NOON) == "mail_refused"
    assert len(post.taken) == 1
    assert verbs() == ["reminders.try_mail"] * 2
