"""What the pages of this room show; nothing here writes."""

from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from wenming.rules.scoring.model import Result
from wenming.rules.scoring.scoring import score
from wenming.scores.models import Department, Measurement, Round, RoundState
from wenming.scores.standing import framework_in, observations_of
from wenming.scores.words import points_words

_LAST_ROUNDS = 6


def measured(found: Round) -> QuerySet[Measurement]:
    """All values of the round, those taken back as well, the newest first."""
    answering = Department.objects.select_related("unit").order_by("pk")
    rows = found.measurements.select_related("territory", "made_by", "withdrawn_by")
    return rows.prefetch_related(Prefetch("departments", answering, to_attr="answering")).order_by("-pk")


@dataclass(frozen=True, slots=True)
class Past:
    """One standard in one round."""

    round: Round
    result: Result

    @property
    def score(self) -> str:
        """What it brought, of how much."""
        return f"{points_words(self.result.score)} / {points_words(self.result.known)}" if self.result.known else ""


def history(code: str, rounds: QuerySet[Round]) -> list[Past]:
    """The standard in these rounds, as far as they have it, the newest first."""
    begun = rounds.exclude(state=RoundState.PREPARING).order_by("-last", "-pk")[:_LAST_ROUNDS]
    found = []
    for one in begun:
        node = next((leaf for leaf in framework_in(one).tree.leaves() if leaf.code == code), None)
        if node is not None:
            seen = observations_of(one, code)
            found.append(Past(one, score(node, seen, not_applicable=one.left_out)))
    return found
