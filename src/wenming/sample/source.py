"""The sample county's files, read and checked: ``load_units``, ``load_people``, ``load_plan``."""

import tomllib
from importlib.resources import files

from wenming.sample.draft import Draft, amend, read_draft
from wenming.sample.register import Person, Register, read_people, read_register

VERSIONS = (1, 2)  # as issued in January, and as amended in July


def load_units() -> Register:
    """The areas, units and classes of 青禾县."""
    return read_register(tomllib.loads(_file("units.toml")))


def load_people() -> tuple[Person, ...]:
    """The sample people, each with units of ``load_units``."""
    return read_people(tomllib.loads(_file("people.toml")), load_units())


def load_plan(version: int = 1) -> Draft:
    """The sample plan in one of ``VERSIONS``; ``ValueError`` for another."""
    if version not in VERSIONS:
        raise ValueError(f"there is no version {version} of the sample plan; there are {VERSIONS}")
    draft = read_draft(_file("plan.md"))
    return draft if version == 1 else amend(draft, tomllib.loads(_file("amendment.toml")))


def _file(name: str) -> str:
    return files("wenming.sample").joinpath(name).read_text(encoding="utf-8")
