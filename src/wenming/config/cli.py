"""The command line: ``wenming read``, ``wenming serve``, ``wenming manage …``."""

import os
import sys

from django.core.management import ManagementUtility


def main() -> None:
    """Run the command that the arguments name."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wenming.config.settings")
    if sys.argv[1:2] == ["manage"]:
        ManagementUtility(["wenming manage", *sys.argv[2:]]).execute()
