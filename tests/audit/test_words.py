"""Every verb that is recorded has words, and every verb with words is recorded."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from wenming.audit import words
from wenming.plans.models import Act

SOURCE = Path(__file__).parents[2] / "src/wenming"


def recorded() -> Iterator[tuple[str, str | None]]:
    """For each call of ``record`` where it stands and its verb, None where that is no plain string.

    A function of a room may hand a verb on; then it is called ``_record``, and its own calls count.
    """
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"record", "_record"}:
                first = node.args[0]
                if not (isinstance(first, ast.Name) and first.id == "verb"):
                    verb = first.value if isinstance(first, ast.Constant) else None
                    yield f"{path.relative_to(SOURCE)}:{node.lineno}", verb if isinstance(verb, str) else None


def test_a_verb_is_a_plain_string_so_that_it_can_be_found() -> None:
    assert [place for place, verb in recorded() if verb is None] == []


def test_every_verb_has_words() -> None:
    assert {verb for _place, verb in recorded()} - set(words.verbs()) == set()


def test_words_are_of_verbs_that_are_recorded() -> None:
    assert set(words.verbs()) - {verb for _place, verb in recorded()} == set()


def test_a_verb_begins_with_its_room() -> None:
    rooms = {path.name for path in SOURCE.iterdir()}
    assert {verb for verb in words.verbs() if verb.partition(".")[0] not in rooms} == set()


def test_every_verb_stands_under_its_room() -> None:
    rooms = words.verbs_by_room()
    assert sorted(verb for _room, its in rooms for verb, _words in its) == sorted(words.verbs())
    assert [str(room) for room, _its in rooms][:3] == ["日志", "后台任务", "辖区与单位"]


def test_what_no_room_knows_stands_for_itself() -> None:
    assert words.verb_words("voices.praise") == "voices.praise"
    assert words.field_words("voices.voice", "tone") == "tone"
    assert words.choices_of("voices.voice", "tone") == {}
    assert words.history_right("voices.voice") == ""


@pytest.mark.parametrize(
    ("kind", "name", "value", "word"),
    [
        ("places.unit", "kind", "school", "学校"),  # the model's own choices
        ("plans.plan", "act", Act.MATCH.value, "对应单位"),  # told by the room
    ],
)
def test_values_have_words(kind: str, name: str, value: str, word: str) -> None:
    assert words.choices_of(kind, name)[value] == word
