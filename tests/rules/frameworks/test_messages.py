"""Every refusal has a sentence in both languages, and every sentence a refusal."""

import ast
from pathlib import Path

import pytest

import wenming.rules.frameworks
from wenming.rules.frameworks.located import PackError
from wenming.rules.frameworks.messages import SENTENCES, say

FOLDER = Path(wenming.rules.frameworks.__file__).parent


def raised() -> dict[str, set[str]]:
    """The gaps that each refusal fills, by its code."""
    found: dict[str, set[str]] = {}
    for path in FOLDER.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "PackError":
                code = ast.literal_eval(node.args[0])
                found.setdefault(code, set()).update(word.arg for word in node.keywords if word.arg)
    return found


def test_each_refusal_has_a_sentence() -> None:
    assert set(raised()) == set(SENTENCES)


@pytest.mark.parametrize(("code", "gaps"), sorted(raised().items()))
def test_the_sentence_fits_its_gaps(code: str, gaps: set[str]) -> None:
    error = PackError(code, 7, **dict.fromkeys(gaps, "§"))
    chinese, english = say(error), say(error, "en")
    assert chinese.startswith("第7行：")
    assert english.startswith("Line 7: ")
    assert chinese.endswith("。")
    assert english.endswith(".")
    assert chinese.count("§") == english.count("§")


def test_without_a_line_only_the_sentence_is_said() -> None:
    assert say(PackError("empty"), "en").startswith("The file is empty")
