"""The command line finds its commands."""

import subprocess
import sys
from importlib.metadata import version

import pytest

from wenming.config.cli import COMMANDS, run


@pytest.mark.parametrize("asked", ["--help", "-h", "help"])
def test_help_names_every_command(asked: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([asked]) == 0
    shown = capsys.readouterr().out
    assert [name for name in COMMANDS if f"  {name} " not in shown] == []


@pytest.mark.parametrize("arguments", [[], ["dance"]])
def test_an_unknown_command_is_a_wrong_call(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 2
    assert capsys.readouterr().err.startswith("usage: wenming COMMAND")


@pytest.mark.parametrize(
    ("word", "said"),
    [("raed", "no command 'raed'; did you mean 'read'?"), ("dance", "no command 'dance'\n")],
)
def test_an_unknown_word_is_named_with_the_one_it_is_like(
    word: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([word, "plan.txt"]) == 2
    assert said in capsys.readouterr().err


def test_it_tells_its_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"wenming {version('wenming')}\n"


def test_the_module_is_the_command() -> None:
    done = subprocess.run([sys.executable, "-m", "wenming", "read"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.startswith("usage: wenming read")) == (2, True)
