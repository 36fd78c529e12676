"""The command line: ``wenming read``, ``wenming serve``, ``wenming demo``, ``wenming manage …``."""

import argparse
import os
import sys
from collections.abc import Sequence

from django.core.management import ManagementUtility

from wenming.config import demo, serve


def main() -> None:
    """Run the command that the arguments name and exit with its status."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wenming.config.settings")
    if sys.argv[1:2] == ["manage"]:  # before argparse sees options that are Django's
        ManagementUtility(["wenming manage", *sys.argv[2:]]).execute()
        return
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit status."""
    options = _parser().parse_args(arguments)
    status: int = options.command(options)
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="wenming", description="文明: a city's civilised-city programme")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _serving(commands.add_parser("serve", help="run the product"), lambda o: serve.serve(o.host, o.port))
    _serving(commands.add_parser("demo", help="run it with a sample county"), lambda o: demo.demo(o.host, o.port))
    commands.add_parser("manage", help="Django's own commands: wenming manage migrate")
    return parser


def _serving(parser: argparse.ArgumentParser, command: object) -> None:
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on (default: this computer only)")
    parser.add_argument("--port", type=int, default=8000)
    parser.set_defaults(command=command)
