"""Every verb of signing in has words, and every word its verb."""

import re
from pathlib import Path

from wenming.accounts.sign_in import events

SOURCE = Path(events.__file__).parent


def test_verbs_and_words_agree() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in SOURCE.glob("*.py") if path.stem != "events")
    assert set(re.findall(r'record\(\s*"([a-z._]+)"', code)) == set(events.EVENTS)
