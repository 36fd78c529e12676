"""``wenming read`` and ``wenming lint`` as a person calls them."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.reading.second.serving import Reply, serve
from tests.reading.second.test_answers import completion
from wenming.reading.command import main
from wenming.reading.read import read_text
from wenming.reading.reading_json import as_json

PLAN = """白塔县夜市文明经营工作方案

一、总体要求
让夜市热闹而不扰民，方便摊主，也方便住户。
二、重点任务
1. 规范摊位。划定摊位80个，每月检查不少于2次。
责任单位：县城市管理局、县市场监管局
2. 减少噪声。二十二点以后不用音响。
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A small plan in a file."""
    path = tmp_path / "夜市.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


def test_read_prints_a_table_and_a_sum(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(plan)]) == 0
    out = capsys.readouterr().out
    assert "责任 县城市管理局、县市场监管局" in out
    assert "频次 每月检查不少于2次  目标 划定摊位80个" in out
    assert "2 条措施 · 2 项责任（2 个单位）" in out
    assert "\x1b" not in out


def test_read_json_prints_the_reading_and_nothing_else(plan: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["read", str(plan), "--json"]) == 0
    out, errors = capfdbinary.readouterr()
    printed = json.loads(out.decode("utf-8"))
    expected = read_text(PLAN, name="夜市.txt", sha256=printed["source"]["sha256"])
    assert (printed, errors) == (as_json(expected), b"")


def test_read_writes_excel(plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "夜市.xlsx"
    assert main(["read", str(plan), "--xlsx", str(out), "--lang", "en"]) == 0
    assert str(out) in capsys.readouterr().out
    assert [row[0] for row in load_workbook(out)["Responsibilities"].values] == ["No.", 1, 2]


def test_lint_says_what_is_missing(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lint", str(plan)]) == 0
    assert "第 8 行" in capsys.readouterr().out
    assert main(["lint", str(plan), "--json", "--lang", "en"]) == 0
    remarks = json.loads(capsys.readouterr().out)
    assert {remark["code"] for remark in remarks} >= {"measure_without_owner"}
    assert all(" ".join(remark) == "code start end about line quote sentence grade" for remark in remarks)


def test_lint_has_nothing_to_say_of_a_sound_plan(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(PLAN.replace("白塔县", "白塔县2026年").partition("2. 减少")[0], encoding="utf-8")
    assert main(["lint", str(path)]) == 0
    assert capsys.readouterr().out == "没有发现需要核对的地方。\n"


@pytest.mark.parametrize("command", ["read", "lint"])
@pytest.mark.parametrize("name", ["missing.txt", ".", "empty.txt", "binary.txt"])
def test_a_bad_document_is_refused_in_one_sentence(
    command: str, name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 40)
    assert main([command, str(tmp_path / name)]) == 1
    out, errors = capsys.readouterr()
    assert (out, errors.count("\n")) == ("", 1)
    assert errors.endswith("。\n")


def test_a_bad_place_for_the_table_is_refused(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(plan), "--xlsx", str(plan), "--lang", "en"]) == 1
    assert capsys.readouterr() == ("", f"“{plan}” is the file to be read: please choose another name for the table.\n")
    assert plan.read_text(encoding="utf-8") == PLAN


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["read"],
        ["dance"],
        ["read", "x", "--lang", "fr"],
        ["read", "x", "--second-url", "http://10.0.0.1"],
        ["read", "x", "--second-model", "m"],
        ["read", "x", "--json", "--second-url", "http://10.0.0.1", "--second-model", "m"],
    ],
)
def test_arguments_that_make_no_sense(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(arguments)
    assert end.value.code == 2
    assert "usage: wenming" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["read", "lint"])
def test_help_tells_which_files_can_be_read(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([command, "--help"])
    shown = capsys.readouterr().out
    assert [name for name in (".docx", ".pdf", ".xlsx", ".html", ".txt") if name not in shown] == []


def test_the_second_reader_has_a_part_of_its_own(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with serve(Reply(completion({"duties": [], "terms": []}))) as service:
        assert main(["read", str(plan), "--second-url", service.url, "--second-model", "small"]) == 0
    assert (
        capsys.readouterr()
        .out.rstrip()
        .endswith("第二读者（small）：0 项与规则读取的结果相同；另有 0 项建议，仅供核对，没有采用。")
    )


def test_an_old_terminal_gets_what_it_can_show(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", out)
    assert main(["read", str(plan)]) == 0
    assert main(["read", str(plan), "--json"]) == 0
    assert "县城市管理局".encode() in out.buffer.getvalue()


def test_a_reader_that_has_seen_enough(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(PLAN + "3. 清扫地面。由县城市管理局负责。\n" * 1000, encoding="utf-8")
    command = [sys.executable, "-m", "wenming", "read", str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""


def test_it_starts_without_a_server() -> None:
    code = "import sys, wenming.config.cli as c; c.run(['read', '/']); print(sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "'wenming.reading.command'" in done.stdout
    assert not {"'django'", "'xlsxwriter'", "'http.client'"} & set(done.stdout.strip("[]\n").split(", "))
