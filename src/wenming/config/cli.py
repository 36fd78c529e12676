"""The command line: ``wenming read``, ``lint``, ``score``, ``serve``, ``demo``, ``audit``, ``manage …``."""

import os
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from importlib import import_module
from importlib.metadata import version

USAGE = """\
usage: wenming COMMAND …

wenming (文明): runs a city's civilised-city programme

  read FILE    what a plan asks of whom: a table, --json, --xlsx OUT
  lint FILE    what a plan leaves open or says twice
  score FRAMEWORK OBSERVATIONS.csv
               the score of a framework with its working: a table, --json
  serve        run the product
  demo         run it with a sample county
  audit        whether the log is whole: audit verify; what fixes it: audit head
  backup       everything in one file, while others go on working
  restore      a backup put back into an empty place
  doctor       what is wrong with this installation, and how to mend it
  manage …     Django's own commands: wenming manage migrate

wenming COMMAND --help tells more; wenming --version tells which version this is.
"""
# Loaded when it is called: reading a plan needs no server, and is done before Django would have started.
COMMANDS = {
    "read": "wenming.reading.command",
    "lint": "wenming.reading.command",
    "score": "wenming.rules.frameworks.score_command",
    "serve": "wenming.config.server_command",
    "demo": "wenming.config.server_command",
    "audit": "wenming.config.server_command",
    "backup": "wenming.config.server_command",
    "restore": "wenming.config.server_command",
    "doctor": "wenming.config.server_command",
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
    if name == "--version":
        sys.stdout.write(f"wenming {version('wenming')}\n")
        return 0
    if name in {"-h", "--help", "help"}:
        sys.stdout.write(USAGE)
        return 0
    sys.stderr.write(USAGE + _unknown(name))
    return 2


def _unknown(name: str) -> str:
    """What to say of a word that is no command, with the one that it is most like; nothing where there is no word."""
    if not name:
        return ""
    alike = get_close_matches(name, COMMANDS, n=1)
    return f"\nwenming: no command {name!r}" + (f"; did you mean {alike[0]!r}?\n" if alike else "\n")
