"""The frameworks that come with the program, as packs: facts of real ones, their standards in shortened wording."""

from functools import cache
from importlib.resources import files

from wenming.rules.frameworks.model import Framework
from wenming.rules.frameworks.pack import read_pack

_FOLDER = files("wenming.rules.frameworks") / "packs"


def names() -> list[str]:
    """What they are called, in order."""
    return sorted(one.name.removesuffix(".yaml") for one in _FOLDER.iterdir() if one.name.endswith(".yaml"))


@cache
def shipped(name: str) -> Framework:
    """The framework of that name; raises KeyError where none comes with the program."""
    if name not in names():
        raise KeyError(name)
    return read_pack((_FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
