"""The framework of the sample county: brought in, split as it says itself, in force."""

from datetime import datetime
from importlib.resources import files

from wenming.accounts.models import User
from wenming.frameworks.actions.assigning import assign_as_written
from wenming.frameworks.actions.bringing import bring_in, put_in_force
from wenming.frameworks.models import Framework
from wenming.rules.frameworks.model import Framework as Pack
from wenming.rules.frameworks.pack import read_pack


def sample_pack() -> Pack:
    """The framework, as the file tells it."""
    return read_pack((files("wenming.sample") / "framework.yaml").read_text(encoding="utf-8"))


def load_framework(*, by: User, at: datetime) -> None:
    """Bring it in where it is not there yet."""
    pack = sample_pack()
    if Framework.objects.filter(title=pack.root.title).exists():
        return
    edition = bring_in(pack=pack, framework=None, by=by, at=at)
    assign_as_written(edition=edition, by=by, at=at)
    put_in_force(edition=edition, by=by, at=at)
