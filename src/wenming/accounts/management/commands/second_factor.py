"""``wenming manage second_factor USERNAME --remove``: the phone is lost, and nobody with the right is there."""

from argparse import ArgumentParser

from django.core.management import BaseCommand, CommandError
from django.utils.timezone import now

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
            raise CommandError(f"nobody signs in as {username}")
        if not remove:
            self.stdout.write(f"{username}: {'has' if second_factor.has_one(user) else 'has no'} second factor")
            return
        if not actions.take_second_factor_away(user=user, by=None, at=now()):
            raise CommandError(f"{username} has no second factor")
        actions.end_all_sessions(user=user, by=None, at=now())
        self.stdout.write(f"{username}: second factor removed")
