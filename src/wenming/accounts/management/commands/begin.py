"""``wenming manage begin``: makes an empty installation ready for its first person."""

import sys
from argparse import ArgumentParser
from getpass import getpass

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management import BaseCommand, CommandError
from django.utils.timezone import now

from wenming.accounts import actions


class Command(BaseCommand):
    """The county, its 文明办, and one person of it who can sign in."""

    help = "Make an empty installation ready: the county, its office, the first person. Asks for a password."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Who and where."""
        parser.add_argument("county", help="as people write it: 青禾县")
        parser.add_argument("--username", required=True, help="what the person types to sign in")
        parser.add_argument("--name", required=True, help="the person's name: 许青")
        parser.add_argument("--office", help="the full name of the office (default: COUNTY精神文明建设办公室)")

    def handle(self, *, county: str, username: str, name: str, office: str | None, **_options: object) -> None:
        """Do it, or say what stands in the way."""
        password = _password()
        try:
            validate_password(password)
            actions.begin(
                county=county,
                office=office or f"{county}精神文明建设办公室",
                username=username,
                full_name=name,
                password=password,
                at=now(),
            )
        except ValidationError as error:
            raise CommandError("\n".join(error.messages)) from error
        except ValueError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{county}: {name} may sign in as {username}")


def _password() -> str:
    """Typed unseen where somebody types, else one line of the input."""
    return getpass() if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
