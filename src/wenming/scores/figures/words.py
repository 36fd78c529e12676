"""How a figure stands to what a round has, in words, and in which of the frame's shapes and colours."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wenming.scores.figures.lines import State


@dataclass(frozen=True, slots=True)
class Shown:
    """A state on a page."""

    words: str | Promise
    shape: str


STATES: Mapping[State, Shown] = {
    State.NEW: Shown(_("可以填入"), "due"),
    State.MOVED: Shown(_("数据变了，可以换新的"), "late"),
    State.SAME: Shown(_("已填入，没有变"), "met"),
    State.BY_HAND: Shown(_("已有录入的数据，不动"), "exempt"),
    State.NO_FIGURE: Shown(_("这一段还没有数"), "open"),
    State.UNFIT: Shown(_("这条标准的算法用不上，请改取数"), "missed"),
    State.UNSEEN: Shown(_("这个指标不在您能看的范围"), "exempt"),
}
