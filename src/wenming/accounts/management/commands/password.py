"""``wenming manage password``: for who has forgotten theirs."""

from argparse import ArgumentParser

from django.core.exceptions import ValidationError
from django.core.management import BaseCommand, CommandError
from django.utils.timezone import now
from django.utils.translation import gettext as _

from wenming.accounts.management.passwords import asked_password
from wenming.accounts.models import User
from wenming.accounts.sign_in import actions


class Command(BaseCommand):
    """A password for the next sign-in, after which the person takes their own; the log tells of it."""

    help = "Give a person who has forgotten theirs a password for one sign-in. Asks for it; ends their sessions."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whose."""
        parser.add_argument("username")

    def handle(self, *, username: str, **_options: object) -> None:
        """Do it, or say what stands in the way."""
        user = User.objects.filter(username=username, is_active=True).first()
        if user is None:
            raise CommandError(_("没有用“%(username)s”登录的人，或者账号已停用。") % {"username": username})
        try:
            password = asked_password(username=username, full_name=user.full_name)
        except ValidationError as error:
            raise CommandError("\n".join(error.messages)) from error
        actions.give_password(user=user, password=password, at=now())
        self.stdout.write(
            _("%(name)s 可以用这个密码登录一次，登录后要换成自己的。原来的登录都已结束。") % {"name": user.full_name}
        )
