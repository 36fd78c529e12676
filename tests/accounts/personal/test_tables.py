"""Every table of the database either says what is personal in it, or why nothing is."""

import pytest
from django.apps import apps
from django.db import models

from tests.accounts.making import make_person
from wenming.accounts.models import FormerPassword, Post, User
from wenming.accounts.personal.tables import Declared, declared, tables
from wenming.accounts.personal_data import NOT_PERSONAL
from wenming.rules.personal_data import Kind

# What is surely about a person, by its name.
TELLING = {"full_name", "first_name", "last_name", "phone", "email", "address", "ip", "user_agent", "username", "uid"}
DECLARED = list(declared())


def is_ours(model: type[models.Model]) -> bool:
    return model.__module__.startswith("wenming.")


@pytest.mark.parametrize("model", apps.get_models(), ids=lambda model: model._meta.label_lower)
def test_every_table_is_told_of(model: type[models.Model]) -> None:
    name, personal = model._meta.label_lower, set(getattr(model, "PERSONAL_FIELDS", ()))
    if name in tables():
        assert personal <= set(tables()[name].fields)
        assert name not in NOT_PERSONAL
    elif is_ours(model):
        assert personal == set()
    else:
        assert NOT_PERSONAL[name]


@pytest.mark.parametrize("model", apps.get_models(), ids=lambda model: model._meta.label_lower)
def test_no_field_that_names_a_person_is_forgotten(model: type[models.Model]) -> None:
    table = tables().get(model._meta.label_lower)
    fields = model._meta.concrete_fields
    naming = {one.name for one in fields if one.related_model is User or one.name in TELLING}
    assert naming <= (set(table.fields) if table else set())


@pytest.mark.parametrize("one", DECLARED, ids=lambda one: one.name)
def test_what_is_told_is_there(one: Declared) -> None:
    names = {field.name for field in one.model._meta.concrete_fields}
    assert set(one.table.fields) | one.table.secret <= names
    assert one.table.words
    for field in one.table.fields.values():
        assert field.words
        assert field.purpose.words
        assert field.purpose.basis
    for removal in one.table.removals:
        assert str(one.rows().filter(**{f"{removal.ages_by}__isnull": False}).query)
    assert not one.table.goes or one.table.whose


@pytest.mark.parametrize("one", DECLARED, ids=lambda one: one.name)
def test_who_did_something_is_an_act_or_whose_the_row_is(one: Declared) -> None:
    acts = {name for name in one.acts() if name.endswith("_by")}
    assert {one.table.fields[name].kind for name in acts} <= {Kind.ACT}


@pytest.mark.django_db
def test_rows_about_somebody_and_done_by_them() -> None:
    person, other = make_person("xuqing"), make_person("shenzhiyuan")
    Post.objects.filter(user=other).update(given_by=person, given_at=person.date_joined)
    FormerPassword.objects.create(user=person, password="a hash", until=person.date_joined)
    post = next(one for one in declared() if one.model is Post)
    assert [row.pk for row in post.about(person)] == [person.posts.get().pk]
    assert [row.pk for row in post.done_by(person, "given_by")] == [other.posts.get().pk]
    assert post.acts() == ["given_by", "ended_by"]
