"""The framework of the sample county: brought in, split as it says itself, in force; and two rounds by it."""

from datetime import datetime, timedelta
from importlib.resources import files

from django.utils.timezone import localdate

from wenming.accounts.models import User
from wenming.frameworks.actions.assigning import assign_as_written
from wenming.frameworks.actions.bringing import bring_in, put_in_force
from wenming.frameworks.models import Edition, Framework
from wenming.places.models import Unit
from wenming.places.queries import directory
from wenming.rules.frameworks.model import Framework as Pack
from wenming.rules.frameworks.pack import read_pack
from wenming.rules.scoring.negative import Status
from wenming.scores.actions.measuring import bring_in as bring_in_values
from wenming.scores.actions.rounds import Settings, begin, close, make_round
from wenming.scores.actions.supplying import Source, set_supply
from wenming.scores.models import Round, RoundKind
from wenming.scores.values.table import Table, read_table

SETTLED = "群众反映问题按期办结率"  # a figure that the plan asks for, from which a standard takes its value


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
    load_rounds(edition, by=by, at=at)


def load_rounds(edition: Edition, *, by: User, at: datetime) -> None:
    """A round by the county itself, over; and a mock one that is going on."""
    today = localdate(at)
    earlier = Settings(
        "上半年自查", RoundKind.SELF, today - timedelta(150), today - timedelta(140), status=Status.NOMINEE
    )
    now = Settings("年底模拟测评", RoundKind.MOCK, today - timedelta(12), today + timedelta(3), status=Status.NOMINEE)
    over = _measured(edition, earlier, "round-1.csv", by=by, at=at)
    close(closed=over, by=by, at=at)
    _measured(edition, now, "round-2.csv", by=by, at=at)
    set_supply(framework=edition.framework, standard="E-2", method="", source=Source(SETTLED, None), by=by, at=at)


def _measured(edition: Edition, settings: Settings, name: str, *, by: User, at: datetime) -> Round:
    made = make_round(edition=edition, settings=settings, by=by, at=at)
    begin(begun=made, by=by, at=at)
    bring_in_values(measured=made, seen=sample_values(name).rows, by=by, at=at)
    return made


def sample_values(name: str) -> Table:
    """What was seen, as the file tells it, matched to the directory."""
    leaves = {leaf.code: leaf for leaf in sample_pack().tree.leaves()}
    data = (files("wenming.sample") / name).read_bytes()
    return read_table(data, name, leaves, directory(), Unit.objects.standing().in_bulk())
