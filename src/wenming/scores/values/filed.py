"""What was filed as values of a round: of each standard the share of what it wants that is complete and accepted."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext as _

from wenming.frameworks.filing.standings import asked_of, given_of, pieces_of
from wenming.frameworks.models import Filing
from wenming.rules.filing.judging import Verdict, judge
from wenming.rules.scoring.model import Node
from wenming.rules.scoring.scoring_rules import AllMethods, MeanOfSites
from wenming.scores.actions.measuring import Seen
from wenming.scores.models import NAME_LENGTH
from wenming.scores.values.table import kept

Place = tuple[str, str]  # a standard's code, and by which of its methods; empty where it has one at most


@dataclass(frozen=True, slots=True)
class Filed:
    """The values, and how many standards are left out: they have one already, or are not scored by a share."""

    seen: tuple[Seen, ...]
    there: int
    other: int


def filed(filing: Filing, method: str, leaves: Mapping[str, Node], there: Collection[Place]) -> Filed:
    """A value for each standard of which the filing wants something and which that method measures; three queries."""
    shares = _shares(filing)
    measured = {code: leaves[code] for code in shares if code in leaves and _is_measured(leaves[code], method)}
    open_ones = {code: leaf for code, leaf in measured.items() if (code, _method(leaf, method)) not in there}
    scored = {code: leaf for code, leaf in open_ones.items() if isinstance(leaf.rule, MeanOfSites | AllMethods)}
    seen = tuple(_seen(filing, code, *shares[code], _method(leaf, method)) for code, leaf in scored.items())
    return Filed(seen, len(measured) - len(open_ones), len(open_ones) - len(scored))


def methods_of(leaves: Mapping[str, Node]) -> list[str]:
    """By what standards are measured, those first that sound like material."""
    found = dict.fromkeys(method for leaf in leaves.values() for method in leaf.methods)
    return sorted(found, key=lambda method: not any(word in method for word in ("材料", "申报")))


def _shares(filing: Filing) -> dict[str, tuple[int, int]]:
    """By the standard's code how many of how many wanted pieces are complete."""
    wants = list(filing.wants.all())
    pieces = pieces_of(wants, filing)
    found: dict[str, list[bool]] = defaultdict(list)
    for want in wants:
        verdict = judge(asked_of(filing, want), [given_of(one) for one in pieces.get(want.pk, [])]).verdict
        found[want.code].append(verdict is Verdict.COMPLETE)
    return {code: (sum(its), len(its)) for code, its in found.items()}


def _is_measured(leaf: Node, method: str) -> bool:
    return not leaf.methods or method in leaf.methods


def _method(leaf: Node, method: str) -> str:
    return method if len(leaf.methods) > 1 else ""


def _seen(filing: Filing, code: str, complete: int, wanted: int, method: str) -> Seen:
    words = _("%(filing)s：%(wanted)d 份材料，%(complete)d 份齐了")
    note = words % {"filing": filing, "wanted": wanted, "complete": complete}
    return Seen(code, kept(Fraction(complete, wanted)), method=method, note=note[:NAME_LENGTH])
