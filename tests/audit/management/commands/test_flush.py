"""Emptying the database: refused while the log is kept, done where nothing keeps it."""

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection

from tests.audit.making import tell
from wenming.audit import triggers
from wenming.audit.models import Event


@pytest.mark.django_db
def test_it_is_refused_in_words() -> None:
    triggers.make(connection)
    tell("一县")
    with pytest.raises(CommandError, match=r"take another data folder \(WENMING_DATA\)"):
        call_command("flush", interactive=False)
    assert Event.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_what_nothing_keeps_is_emptied() -> None:
    tell("一县")
    call_command("flush", interactive=False, verbosity=0)
    assert Event.objects.count() == 0
