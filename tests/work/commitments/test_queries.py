"""Measures with their commitments, and what has no rule."""

import pytest

from tests.plans.making import Says, make_version
from tests.work.making import make_commitment
from wenming.plans.terms import Json
from wenming.reading.model import TermKind
from wenming.work.commitments.queries import counts_of, lines_of, measures_of
from wenming.work.models import CommitmentState

pytestmark = pytest.mark.django_db
OFTEN: Json = {"min": 1, "max": None, "unit": "次", "every": 1, "period": "month"}


def test_terms_that_no_live_commitment_uses_stay_visible() -> None:
    terms: list[tuple[str, TermKind, Json]] = [("每月", TermKind.FREQUENCY, OFTEN), ("长期", TermKind.HORIZON, "long")]
    version = make_version(Says("走访", "每月走访，长期坚持", terms=terms), Says("宣传"))
    measure = version.measures.first()
    assert measure is not None
    commitment = make_commitment(measure)
    commitment.terms.add(measure.terms.get(kind="frequency"))
    first, second = lines_of(list(measures_of(version)))
    assert ([str(words) for words in first.without_rule], second.without_rule) == (["长期"], ())
    assert [line.measure.pk for line in lines_of(list(measures_of(version, "confirmed")))] == [measure.pk]
    commitment.state = CommitmentState.SET_ASIDE
    commitment.save()
    assert len(lines_of(list(measures_of(version)))[0].without_rule) == 2
    assert counts_of(version) == {"proposed": 0, "confirmed": 0, "set_aside": 1}
