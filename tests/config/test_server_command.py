"""The commands that need Django."""

import pytest

from wenming.config.cli import run


@pytest.mark.parametrize("command", ["serve", "demo"])
def test_a_port_is_a_number(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        run([command, "--port", "eighty"])
    assert end.value.code == 2
    assert "--port" in capsys.readouterr().err


def test_manage_hands_its_options_to_django(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["manage", "version"]) == 0
    assert capsys.readouterr().out.startswith("5.2")
