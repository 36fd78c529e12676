"""The English of the screens: ``update`` gathers new Chinese sentences, ``check`` fails on missing or fuzzy ones.

Django's own makemessages needs GNU gettext; this finds the same sentences with Babel alone.
"""

import os
import re
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po

ROOT = Path("src/wenming")
CATALOG = ROOT / "locale/en/LC_MESSAGES/django.po"
KEYWORDS = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop")),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), ((1, "c"), 2, 3)),
}
HEADER = "# English sentences of the screens; the Chinese of the code and the templates is the source."


def sources() -> Iterator[bytes]:
    """Every file of the package that can hold sentences, as Python."""
    from django.utils.translation.template import templatize  # noqa: PLC0415  needs settings first

    for path in sorted(ROOT.rglob("*.py")):
        yield path.read_bytes()
    for path in sorted([*ROOT.rglob("templates/**/*.html"), *ROOT.rglob("templates/**/*.txt")]):
        python = templatize(path.read_text(encoding="utf-8"), origin=str(path))
        yield re.sub(r"^\s+", "", python, flags=re.MULTILINE).encode()


def gathered() -> Catalog:
    """All sentences of the code and the templates, in the order of the files."""
    catalog = Catalog(locale="en", project="wenming", header_comment=HEADER, charset="utf-8")
    for source in sources():
        for _line, message, _comments, context in extract("python", BytesIO(source), KEYWORDS):
            catalog.add(message, context=context, flags=["python-format"] if "%(" in str(message) else [])
    return catalog


def known() -> Catalog:
    """The catalog as it stands in the tree."""
    with CATALOG.open("rb") as file:
        return read_po(file, locale="en", domain="django")


def update() -> int:
    """Write the catalog anew: new sentences empty, those no longer used left out."""
    catalog = known() if CATALOG.exists() else Catalog(locale="en", header_comment=HEADER, charset="utf-8")
    made = catalog.creation_date
    catalog.update(gathered(), no_fuzzy_matching=True)
    catalog.creation_date = made  # a new one each time would be a change that says nothing
    catalog.obsolete.clear()
    catalog.fuzzy = False  # Babel marks a new catalog's head so
    with CATALOG.open("wb") as file:
        write_po(file, catalog, width=0, omit_header=False, ignore_obsolete=True, sort_output=False)
    return 0


def faults() -> list[str]:
    """What is wrong with the catalog, a sentence each."""
    wanted, have = gathered(), known()
    keys = {(message.id, message.context) for message in wanted if message.id}
    missing = [key for key in keys if (message := have.get(*key)) is None or not _translated(message.string)]
    fuzzy = [message.id for message in have if message.fuzzy and message.id]
    unused = [message.id for message in have if message.id and (message.id, message.context) not in keys]
    wrong = [f"{message.id}: {error}" for message, errors in have.check() for error in errors]
    named = (("no English", missing), ("fuzzy", fuzzy), ("no longer used", unused), ("wrong", wrong))
    return [f"{what}: {item}" for what, items in named for item in items]


def _translated(string: object) -> bool:
    return all(string) if isinstance(string, tuple) else bool(string)


def main(command: str) -> int:
    """``update`` or ``check``; 1 when a check finds faults."""
    if command == "update":
        return update()
    found = faults()
    print(*found, sep="\n", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wenming.config.settings")
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "check"))
