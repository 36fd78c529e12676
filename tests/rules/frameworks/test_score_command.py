"""``wenming score``: as a table, as JSON, and what it refuses."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from wenming.config.cli import run

PACK = """\
format: wenming.framework/1
code: QH
title: 青禾县实地考察
items:
- code: "1"
  title: 公共环境
  items:
  - {code: 1.10, title: 卫生, points: 2, score: mean_of_sites}
  - {code: 1.2, title: 秩序, points: 3.5, score: {mean_of_sites: {}}}
- {code: "2", title: 公共秩序, points: 10, score: mean_of_sites}
"""
ROWS = """\
standard,site,territory,departments,value
1.10,北门菜市场,文昌街道,县市场监管局;县城管局,1
1.10,南门菜市场,书院街道,县市场监管局,0.5
1.2,解放路,文昌街道,,0.75
2,东广场,,县公安局,0.3
9.9,东广场,,县公安局,0.7
"""


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    """The framework and what was seen."""
    (tmp_path / "framework.yaml").write_text(PACK, encoding="utf-8")
    (tmp_path / "seen.csv").write_text(ROWS, encoding="utf-8")
    return [str(tmp_path / "framework.yaml"), str(tmp_path / "seen.csv")]


def test_the_answer_as_json(files: list[str], capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["score", *files, "--json"]) == 0
    answer = json.loads(capfdbinary.readouterr().out)
    assert {name: answer[name] for name in ("points", "score", "rate", "not_scored")} == {
        "points": 15.5,
        "score": 7.125,
        "rate": 7.125 / 15.5,
        "not_scored": ["9.9"],
    }
    assert [(one["code"], one["points"], one["score"], one["rate"]) for one in answer["items"]] == [
        ("1", 5.5, 4.125, 0.75),
        ("2", 10, 3, 0.3),
    ]
    assert [(one["code"], one["score"], one["items"]) for one in answer["items"][0]["items"]] == [
        ("1.10", 1.5, []),
        ("1.2", 2.625, []),
    ]
    assert answer["territories"] == [
        {"name": "文昌街道", "got": 1.75, "of": 2, "rate": 0.875, "rank": 1},
        {"name": "书院街道", "got": 0.5, "of": 1, "rate": 0.5, "rank": 2},
    ]
    assert [(one["name"], one["got"], one["of"], one["rank"]) for one in answer["departments"]] == [
        ("县城管局", 1, 1, 1),
        ("县市场监管局", 1.5, 2, 2),
        ("县公安局", 1, 2, 3),
    ]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh", ["1.10 卫生  1.5/2  75.00 %", "属地", "行业部门", "不计分的编号: 9.9"]),
        ("en", ["1.10 卫生  1.5/2  75.00 %", "Territories", "Departments", "not scored: 9.9"]),
    ],
)
def test_the_answer_as_a_table(
    files: list[str], language: str, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["score", *files, "--lang", language]) == 0
    told = capsys.readouterr().out
    assert [word for word in words if word not in told] == []


def test_what_was_not_seen_is_told(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    Path(files[1]).write_text("\n".join(ROWS.splitlines()[:3]), encoding="utf-8")
    assert run(["score", *files]) == 0
    told = capsys.readouterr().out
    assert "2 公共秩序  还没有考察" in told
    assert "QH 青禾县实地考察  1.5/2  75.00 %  只计已知部分" in told


@pytest.mark.parametrize(
    ("pack", "rows", "said"),
    [
        (None, b"", "framework.yaml: 找不到这个文件"),
        (b"\xff\xfe", b"", "framework.yaml: 文件不是 UTF-8 编码"),
        (b"items: [", b"", "framework.yaml: 第1行：不是能读的 YAML"),
        (PACK.encode(), b"standard\n", "seen.csv: 第1行：表头缺少“site”这一列"),
        (PACK.encode(), ROWS.replace("0.75", "75 %").encode(), "seen.csv: 第4行：“value”写的是“75 %”"),
    ],
)
def test_what_cannot_be_used_is_one_sentence(
    files: list[str], pack: bytes | None, rows: bytes, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(files[0]).unlink()
    if pack is not None:
        Path(files[0]).write_bytes(pack)
    Path(files[1]).write_bytes(rows)
    assert run(["score", *files, "--json"]) == 1
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert err.startswith(said)


def test_a_terminal_that_lacks_a_character_gets_it_written_out(files: list[str]) -> None:
    Path(files[0]).write_text(PACK.replace("卫生", "卫生😀"), encoding="utf-8")
    script = "import sys; from wenming.config.cli import run; sys.exit(run(sys.argv[1:]))"
    told = subprocess.run(
        [sys.executable, "-c", script, "score", *files],
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "gbk"},
        capture_output=True,
    )
    assert (told.returncode, told.stderr) == (0, b"")
    assert "卫生\\U0001f600  1.5/2" in told.stdout.decode("gbk")
