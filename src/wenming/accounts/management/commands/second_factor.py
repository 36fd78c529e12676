"""``wenming manage second_factor USERNAME --remove``: the phone is lost, and nobody with the right is there."""

from argparse import ArgumentParser

from django.core.management import BaseCommand, CommandError
from django.utils.timezone import now
from django.utils.translation import gettext as _

from wenming.accounts.models import User
from wenming.accounts.sign_in import actions, second_factor


class Command(BaseCommand):
    """Says whether somebody has a second factor, or takes it away."""

    help = "Say whether a person signs in with a second factor; --remove takes it away and ends their sessions."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whose, and whether to take it away."""
        parser.add_argument("username")
        parser.add_argument("--remove", action="store_true", help="they set it up again")

    def handle(self, *, username: str, remove: bool, **_options: object) -> None:
        """Do it, or say what stands in the way."""
        user = User.objects.filter(username=username).first()
        if user is None:
            raise CommandError(_("没有用“%(username)s”登录的人。") % {"username": username})
        said = {"name": user.full_name or username}
        if not remove:
            has_one = second_factor.has_one(user)
            self.stdout.write(
                (_("%(name)s 已启用动态验证码。") if has_one else _("%(name)s 没有启用动态验证码。")) % said
            )
            return
        if not actions.take_second_factor_away(user=user, by=None, at=now()):
            raise CommandError(_("%(name)s 没有启用动态验证码。") % said)
        actions.end_all_sessions(user=user, by=None, at=now())
        self.stdout.write(_("%(name)s 的动态验证码已停用，登录都已结束。") % said)
