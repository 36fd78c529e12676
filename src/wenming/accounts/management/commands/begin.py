"""``wenming manage begin``: makes an empty installation ready for its first person."""

from argparse import ArgumentParser

from django.core.exceptions import ValidationError
from django.core.management import BaseCommand, CommandError
from django.utils.timezone import now
from django.utils.translation import gettext as _

from wenming.accounts import actions
from wenming.accounts.management.passwords import asked_password
from wenming.accounts.models import NOBODY_TWICE, PostRole


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
        try:
            password = asked_password(username=username, full_name=name)
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
        said = {"county": county, "name": name, "username": username}
        self.stdout.write(_("%(county)s已建好，%(name)s 可以用“%(username)s”登录了。") % said)
        self.stdout.write(_("接着请用下面的命令指定三员。三员要由三个人担任，也不能是文明办的人："))
        for role in NOBODY_TWICE:
            self.stdout.write(f"  wenming manage appoint {role} --username … --name …    {PostRole(role).label}")
