"""Who is at the review of a version."""

from datetime import timedelta

import pytest

from tests.plans.making import NOON, Says, make_version
from wenming.plans.actions import presence
from wenming.plans.models import Presence


@pytest.mark.django_db
def test_each_person_is_there_once_as_last_seen() -> None:
    version = make_version(Says("清扫"))
    by, later = version.uploaded_by, NOON + timedelta(seconds=12)
    presence.note(version=version, by=by, at=NOON)
    presence.note(version=version, by=by, at=later)
    assert list(Presence.objects.values_list("version", "seen_by", "seen_at")) == [(version.pk, by.pk, later)]
