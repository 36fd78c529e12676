"""The verbs of this room."""

import re
from pathlib import Path

from wenming.places import actions
from wenming.places.events import EVENTS


def test_every_verb_has_words_and_every_word_its_verb() -> None:
    folder = Path(actions.__file__).parent
    code = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    used = set(re.findall(r'"(places\.[a-z_]+)"', code))
    assert used == {verb for verb in EVENTS if verb in used}
    assert {verb for verb in EVENTS if verb not in used} <= {"places.import_directory"}
