"""What the office says of a round."""

import pytest

from tests.plans.making import make_person
from tests.scores.making import scored_edition
from wenming.accounts.models import User
from wenming.frameworks.models import Edition
from wenming.scores.models import Missing, RoundKind
from wenming.scores.rounds.forms import MakeForm, PeopleForm, ReasonForm, SettingsForm

SAID = {
    "title": "一季度自查",
    "kind": "mock",
    "first": "2026-02-01",
    "last": "2026-02-20",
    "missing": "mean",
    "status": "holder",
}


def test_what_was_said() -> None:
    form = SettingsForm(SAID)
    assert form.is_valid()
    assert (form.settings.kind, form.settings.missing, form.settings.applies_on) == (RoundKind.MOCK, Missing.MEAN, None)


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("last", "2026-01-01", "结束日期早于开始日期"),
        ("title", "", "请填写"),
        ("kind", "all", ""),
        ("first", "昨天", ""),
    ],
)
def test_what_is_wrong(name: str, value: str, words: str) -> None:
    form = SettingsForm({**SAID, name: value})
    assert not form.is_valid()
    assert words in str(form.errors[name])


@pytest.mark.django_db
def test_one_of_the_frameworks_in_force() -> None:
    edition = scored_edition(make_person())
    assert MakeForm({**SAID, "edition": edition.pk}, editions=Edition.objects.all()).is_valid()
    assert not MakeForm({**SAID, "edition": edition.pk}, editions=Edition.objects.none()).is_valid()


@pytest.mark.django_db
def test_people_and_reasons() -> None:
    one = make_person()
    assert PeopleForm({"people": [one.pk]}, people=User.objects.all()).is_valid()
    assert not PeopleForm({"people": [one.pk]}, people=User.objects.none()).is_valid()
    assert not ReasonForm({"reason": " "}).is_valid()
