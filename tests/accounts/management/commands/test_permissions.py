"""Printing the table of permissions."""

import io

from django.core.management import call_command

from wenming.accounts.permissions import page


def test_it_prints_the_page() -> None:
    said = io.StringIO()
    call_command("permissions", stdout=said)
    assert said.getvalue() == page()
