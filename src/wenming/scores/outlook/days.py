"""How many days the standards of a round take: what earlier filings took, and what the office says."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wenming.frameworks.models import Framework, Piece, PieceState
from wenming.rules.scoring.effort import Effort, Ground, efforts
from wenming.scores.models import SaidEffort


def efforts_of(framework: Framework, codes: Collection[str], supposed: int) -> dict[str, Effort]:
    """The effort of each of these standards; two queries, however many they are."""
    said = dict(SaidEffort.objects.filter(framework=framework).values_list("standard", "days"))
    return efforts(codes, _took(framework), said, supposed)


def _took(framework: Framework) -> Mapping[str, Sequence[int]]:
    """By standard the days from the opening of a filing until the last of a unit's material was accepted."""
    accepted = Piece.objects.current().filter(want__filing__edition__framework=framework, state=PieceState.ACCEPTED)
    rows = accepted.order_by().values_list("want__code", "want__filing", "unit", "want__filing__opened_at")
    found: dict[str, list[int]] = defaultdict(list)
    for code, _filing, _unit, opened, judged in rows.annotate(done=Max("judged_at")):
        found[code].append(_days(opened, judged))
    return found


def _days(opened: datetime, done: datetime) -> int:
    """Whole days, and one for what was begun."""
    return max((done - opened).days, 0) + 1


def effort_words(effort: Effort) -> str:
    """What the number of days rests on."""
    about = {"count": effort.times, "fewest": effort.fewest, "most": effort.most}
    match effort.ground:
        case Ground.SAID:
            return _("文明办估计")
        case Ground.OWN if effort.fewest == effort.most:
            return ngettext("以前做过 %(count)d 次", "以前做过 %(count)d 次", effort.times) % about
        case Ground.OWN:
            words = ngettext(
                "以前做过 %(count)d 次，%(fewest)d 到 %(most)d 天，取中位数",
                "以前做过 %(count)d 次，%(fewest)d 到 %(most)d 天，取中位数",
                effort.times,
            )
            return words % about
        case Ground.OTHERS:
            return _("没有做过，取做过的各条的中位数")
        case Ground.SUPPOSED:
            return _("都没有做过，先这样估")
