"""The presets of the rules of signing in."""

from dataclasses import fields
from datetime import timedelta

import pytest
from pytest_django import Settings

from wenming.accounts.models import PostRole
from wenming.accounts.sign_in.policy import POLICIES, Policy, policy

PRESETS = sorted(POLICIES)


@pytest.mark.parametrize("preset", PRESETS)
def test_every_number_names_its_clause(preset: str) -> None:
    numbers = {field.name for field in fields(Policy)} - {"clauses"}
    assert set(POLICIES[preset].clauses) == numbers


@pytest.mark.parametrize("preset", PRESETS)
def test_no_preset_is_weaker_than_what_assessors_expect(preset: str) -> None:
    rules = POLICIES[preset]
    assert rules.password_length >= 8
    assert rules.delays.free < 5
    assert rules.idle <= timedelta(hours=1)
    assert rules.lifetime <= timedelta(hours=12)


@pytest.mark.parametrize("preset", ["dengbao", "dengbao3"])
def test_the_usual_values_of_dengbao(preset: str) -> None:
    rules = POLICIES[preset]
    assert (rules.password_classes, rules.password_days, rules.former_passwords) == (3, 90, 5)
    assert rules.delays.first >= timedelta(minutes=10)
    assert rules.idle <= timedelta(minutes=30)


def test_asvs_asks_for_no_composition_and_no_rotation() -> None:
    assert (POLICIES["asvs"].password_classes, POLICIES["asvs"].password_days) == (0, None)


OFFICE, LIAISON = frozenset({PostRole.OFFICE}), frozenset({PostRole.LIAISON})


@pytest.mark.parametrize(
    ("preset", "roles", "needs"),
    [
        ("dengbao", OFFICE, False),
        ("dengbao3", OFFICE, True),
        ("dengbao3", frozenset({PostRole.AUDIT}), True),
        ("dengbao3", OFFICE | LIAISON, True),
        ("dengbao3", LIAISON, False),
        ("dengbao3", frozenset(), False),
        ("asvs", LIAISON, True),
        ("asvs", frozenset(), True),
    ],
)
def test_who_must_have_a_second_factor(preset: str, roles: frozenset[PostRole], needs: bool) -> None:
    assert POLICIES[preset].needs_second_factor(roles) == needs


def test_the_preset_is_chosen_in_the_settings(settings: Settings) -> None:
    settings.SECURITY = "asvs"
    assert policy() == POLICIES["asvs"]
