"""``wenming manage appoint``: makes one of the three administrators, who are three people."""

from argparse import ArgumentParser

from django.core.exceptions import ValidationError
from django.core.management import BaseCommand, CommandError
from django.utils.timezone import now
from django.utils.translation import gettext as _

from wenming.accounts import actions
from wenming.accounts.management.passwords import asked_password
from wenming.accounts.models import NOBODY_TWICE, PostRole


class Command(BaseCommand):
    """系统管理员, 安全管理员 or 审计管理员."""

    help = "Make one of the three administrators: system, security or audit. Asks for a password."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which, and who."""
        parser.add_argument("role", choices=NOBODY_TWICE)
        parser.add_argument("--username", required=True, help="what the person types to sign in")
        parser.add_argument("--name", required=True, help="the person's name: 王恪")

    def handle(self, *, role: str, username: str, name: str, **_options: object) -> None:
        """Do it, or say what stands in the way."""
        try:
            password = asked_password(username=username, full_name=name)
            who = {"username": username, "full_name": name, "password": password}
            actions.appoint(role=PostRole(role), at=now(), **who)
        except ValidationError as error:
            raise CommandError("\n".join(error.messages)) from error
        except ValueError as error:
            raise CommandError(str(error)) from error
        said = {"name": name, "username": username, "role": PostRole(role).label}
        self.stdout.write(_("%(name)s 可以用“%(username)s”登录了：%(role)s。") % said)
