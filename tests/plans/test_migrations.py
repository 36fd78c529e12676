"""The migrations of this room on rows that are there already."""

from collections.abc import Iterator

import pytest
from django.apps.registry import Apps
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from tests.accounts.making import NOON

BEFORE, AFTER = [("plans", "0001_initial")], [("plans", "0003_area_and_who_handles_always")]


@pytest.fixture(autouse=True)
def _all_the_way(transactional_db: None) -> Iterator[None]:
    """Afterwards the database has again what every later test needs, of all rooms."""
    del transactional_db
    yield
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())


def migrate(targets: list[tuple[str, str]]) -> Apps:
    """Bring the database there; the models as they are then."""
    executor = MigrationExecutor(connection)
    return executor.migrate(targets).apps


@pytest.mark.django_db(transaction=True)
def test_plans_that_are_there_become_the_countys_and_their_uploaders_answer_for_them() -> None:
    apps = migrate(BEFORE)
    try:
        area, user = apps.get_model("places", "Area"), apps.get_model("accounts", "User")
        city = area.objects.create(name="云岭市", kind="city")
        county = area.objects.create(name="青禾县", kind="county", parent=city)
        one, other = (user.objects.create(username=name, full_name=name) for name in ("许青", "沈知远"))
        plan = apps.get_model("plans", "Plan").objects.create(title="方案", created_by=one, created_at=NOON)
        apps.get_model("plans", "PlanVersion").objects.create(
            plan=plan, number=1, file_name="a", sha256="0" * 64, uploaded_by=other, uploaded_at=NOON
        )
    finally:
        apps = migrate(AFTER)
    assert apps.get_model("plans", "Plan").objects.get().area_id == county.pk
    assert apps.get_model("plans", "PlanVersion").objects.get().handled_by_id == other.pk
