"""The command line: ``wenming read``, ``lint``, ``serve``, ``demo``, ``manage …``."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module

USAGE = """\
usage: wenming COMMAND …

wenming (文明): runs a city's civilised-city programme

  read FILE    what a plan asks of whom: a table, --json, --xlsx OUT
  lint FILE    what a plan leaves open or says twice
  serve        run the product
  demo         run it with a sample county
  manage …     Django's own commands: wenming manage migrate

wenming COMMAND --help tells more.
"""
# Loaded when it is called: reading a plan needs no server, and is done before Django would have started.
COMMANDS = {
    "read": "wenming.reading.command",
    "lint": "wenming.reading.command",
    "serve": "wenming.config.server_command",
    "demo": "wenming.config.server_command",
    "manage": "wenming.config.server_command",
}


def main() -> None:
    """Run the command that the arguments name and exit with its status."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wenming.config.settings")
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit status; 2 where there is no such command."""
    name = arguments[0] if arguments else ""
    if name in COMMANDS:
        status: int = import_module(COMMANDS[name]).main(arguments)
        return status
    is_asked = name in {"-h", "--help", "help"}
    (sys.stdout if is_asked else sys.stderr).write(USAGE)
    return 0 if is_asked else 2
