"""``wenming manage permissions``: prints docs/permissions.md."""

from django.core.management import BaseCommand

from wenming.accounts.permissions import page


class Command(BaseCommand):
    """The table of permissions."""

    help = "Print who may do what, and how far: docs/permissions.md."

    def handle(self, **_options: object) -> None:
        """Print it."""
        self.stdout.write(page(), ending="")
