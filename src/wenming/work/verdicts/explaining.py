"""The working of a verdict: the rule, what counted, what did not and why, for one subject and all its periods."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from wenming.rules.commitments.counting import Counted, LeftOut
from wenming.rules.commitments.judging import Verdict
from wenming.rules.commitments.model import Commitment as Rule
from wenming.work.commitments.subjects import ALL
from wenming.work.models import Commitment, Record
from wenming.work.verdicts.days import calendar
from wenming.work.verdicts.loading import load
from wenming.work.verdicts.refreshing import current_of, verdicts_of


@dataclass(frozen=True, slots=True)
class Working:
    """All that a verdict rests on; ``shown`` is the period that is asked about."""

    commitment: Commitment
    rule: Rule
    verdicts: Sequence[Verdict]
    shown: Verdict
    records: Mapping[int, Record]

    @property
    def counted(self) -> list[tuple[Counted, Record]]:
        """What counted, with its record, in the order of the days."""
        return [(one, self.records[one.key]) for one in self.shown.counted if one.key in self.records]

    @property
    def left_out(self) -> list[tuple[LeftOut, Record]]:
        """What did not, with its record."""
        return [(one, self.records[one.key]) for one in self.shown.left_out if one.key in self.records]


def working_of(commitment: Commitment, subject: int, *, first: date | None, today: date) -> Working | None:
    """The working for the period that begins on ``first`` (None: the current one); None where nobody is judged so."""
    units = None if subject == ALL else [subject]
    cases = load(Commitment.objects.filter(pk=commitment.pk), units)
    case = next((one for one in cases if subject in one.subjects), None)
    if case is None:
        return None
    verdicts = verdicts_of(case, subject, today, calendar())
    shown = next((one for one in verdicts if one.period.first == first), None) if first else current_of(verdicts, today)
    if shown is None:
        return None
    keys = [counted.key for counted in shown.counted] + [left.key for left in shown.left_out]
    records = Record.objects.select_related("unit", "kind").in_bulk(keys)
    return Working(commitment, case.rule, verdicts, shown, records)
