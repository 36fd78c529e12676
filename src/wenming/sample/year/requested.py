"""What the sample county's office asks its units for: one request long answered, one open, one still a draft."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.timezone import localdate

from wenming.accounts.models import PostRole, User
from wenming.places.models import Unit, UnitClass
from wenming.work.models import Answer, AnswerState, Record, Request, RequestState

_DAY = timedelta(days=1)
_ASKED = ("县教育局", "县城管局", "县卫健局", "县爱卫办", "文昌街道", "书院社区")


@dataclass(frozen=True, slots=True)
class Reply:
    """What one unit made of a request, so many days after it was asked; without a day it has not answered."""

    state: AnswerState
    after: int | None = None
    words: str = ""
    minutes: int | None = None
    reason: str = ""


_LONG_AGO = (
    Reply(AnswerState.ACCEPTED, 2, minutes=10),
    Reply(AnswerState.ACCEPTED, 3, minutes=25),
    Reply(AnswerState.ACCEPTED, 5, words="已登记的活动都在里面。", minutes=15),
    Reply(AnswerState.ACCEPTED, 1, minutes=5),
    Reply(AnswerState.ACCEPTED, 6, minutes=40),
    Reply(AnswerState.ACCEPTED, 4, minutes=20),
)
_NOW = (
    Reply(AnswerState.ACCEPTED, 1, minutes=5),
    Reply(AnswerState.RETURNED, 1, minutes=15, reason="照片看不清公益广告的内容，请换一张"),
    Reply(AnswerState.ANSWERED, 2, words="两处候诊区的都拍了。", minutes=10),
    Reply(AnswerState.NOT_OURS, 1, words="公益广告由县卫健局统一布置"),
    Reply(AnswerState.ASKED),
    Reply(AnswerState.ASKED),
)


def load_requests(*, by: User, at: datetime) -> None:
    """Put them in; without the units of the sample nothing is asked."""
    found = {unit.short: unit for unit in Unit.objects.filter(short__in=_ASKED).select_related("area")}
    units = [found[short] for short in _ASKED if short in found]
    if not units:
        return
    past = _request("三季度志愿服务活动材料", "半年总结", by, at - 60 * _DAY, days=10)
    past.words = "请把三季度做过的志愿服务活动勾选进来，不用另写材料。"
    past.state, past.ended_by, past.ended_at = RequestState.CLOSED, by, at - 49 * _DAY
    _send(past, units, _LONG_AGO, by)
    present = _request("公共场所公益广告照片", "年底迎检准备", by, at - 3 * _DAY, days=10)
    present.words = "每个单位两张，拍清楚内容和位置。已经登记过的直接勾选。"
    present.state = RequestState.SENT
    _send(present, units, _NOW, by)
    draft = _request("冬季消防演练情况", "平安创建例行汇总", by, at, days=14)
    draft.save()
    draft.unit_classes.set(UnitClass.objects.order_by("pk")[:1])


def _request(title: str, basis: str, by: User, at: datetime, *, days: int) -> Request:
    area = Unit.objects.get(short="县文明办").area
    return Request(title=title, basis=basis, area=area, due=localdate(at) + days * _DAY, made_by=by, made_at=at)


def _send(request: Request, units: Sequence[Unit], replies: Sequence[Reply], by: User) -> None:
    request.sent_by, request.sent_at = by, request.made_at
    request.save()
    clerks = dict(
        User.objects.filter(posts__role=PostRole.LIAISON, posts__unit__in=units).values_list("posts__unit", "pk")
    )
    for unit, reply in zip(units, replies, strict=False):
        _answer(request, unit, reply, clerks.get(unit.pk, by.pk))


def _answer(request: Request, unit: Unit, reply: Reply, clerk: int) -> None:
    made = Answer(
        request=request,
        unit=unit,
        state=reply.state,
        words=reply.words,
        minutes=reply.minutes,
        reason=reply.reason,
        asked_by=request.sent_by,
        asked_at=request.sent_at,
    )
    if reply.after is not None:
        made.answered_by_id, made.answered_at = clerk, request.made_at + reply.after * _DAY
    if reply.state in {AnswerState.ACCEPTED, AnswerState.RETURNED}:
        made.judged_by, made.judged_at = request.made_by, request.made_at + ((reply.after or 0) + 1) * _DAY
    made.save()
    if reply.state in {AnswerState.ACCEPTED, AnswerState.ANSWERED}:
        until = localdate(made.answered_at)
        made.records.set(Record.objects.counting().filter(unit=unit, first__lte=until).order_by("-first", "pk")[:2])
