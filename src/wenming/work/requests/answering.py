"""What a unit says to a request, and what the office makes of it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from wenming.accounts.models import User
from wenming.audit.recording import Typed, action, record, state_of
from wenming.work.models import Answer, AnswerState, Evidence, Record, Request
from wenming.work.requests.actions import open_request
from wenming.work.requests.states import OPEN, Act, allows


class NotAllowed(ValueError):
    """The answer is in a state that does not take the act."""


class NothingSaid(ValueError):
    """No record, no evidence and no word."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a unit answers with: keys of its records and evidence, words, how many minutes it took."""

    records: Collection[int] = ()
    evidence: Collection[int] = ()
    words: str = ""
    minutes: int | None = None


@action
def answer(*, answer: Answer, said: Said, by: User, at: datetime) -> Answer:
    """The unit answers with what it has; raises NotOpen, NotAllowed, NothingSaid."""
    found = _locked(answer, Act.ANSWER)
    records = Record.objects.counting().filter(pk__in=said.records, unit=found.unit_id)
    evidence = Evidence.objects.filter(pk__in=said.evidence, unit=found.unit_id)
    if not said.words and not records and not evidence:
        raise NothingSaid(_("请勾选已有的材料，或者写几句话。"))
    found.records.set(records)
    found.evidence.set(evidence)
    found.words, found.minutes = said.words, said.minutes
    _answered(found, AnswerState.ANSWERED, by, at)
    told = {"records": len(records), "evidence": len(evidence)}
    after = {**state_of(found, "unit", "state", "minutes"), **told}
    record("work.answer_request", found, by=by, at=at, after=after)
    return found


@action
def not_ours(*, answer: Answer, reason: str, by: User, at: datetime) -> Answer:
    """The unit says that it has nothing to do with it; the office decides. Raises NotOpen, NotAllowed."""
    found = _locked(answer, Act.NOT_OURS)
    found.words = reason
    _answered(found, AnswerState.NOT_OURS, by, at)
    after = state_of(found, "unit", "state") | {"reason": Typed(reason)}
    record("work.say_not_ours", found, by=by, at=at, after=after)
    return found


def _answered(found: Answer, state: AnswerState, by: User, at: datetime) -> None:
    found.state, found.reason, found.answered_by, found.answered_at = state, "", by, at
    found.judged_by, found.judged_at = None, None
    found.save()


@action
def accept(*, answer: Answer, by: User, at: datetime) -> Answer:
    """It is what was asked for. Raises NotOpen, NotAllowed."""
    found = _locked(answer, Act.ACCEPT)
    _judge(found, AnswerState.ACCEPTED, "", by, at)
    _record("work.accept_answer", found, by, at)
    return found


@action
def agree(*, answer: Answer, by: User, at: datetime) -> Answer:
    """It is not theirs; they are left out the next time. Raises NotOpen, NotAllowed."""
    found = _locked(answer, Act.AGREE)
    if found.judged_at is not None:
        raise NotAllowed(_("这一条已经同意过了。"))
    _judge(found, AnswerState.NOT_OURS, "", by, at)
    _record("work.agree_not_theirs", found, by, at)
    return found


@action
def return_(*, answer: Answer, reason: str, by: User, at: datetime) -> Answer:
    """It is the unit's turn again, and it sees why. Raises NotOpen, NotAllowed."""
    found = _locked(answer, Act.RETURN)
    _judge(found, AnswerState.RETURNED, reason, by, at)
    _record("work.return_answer", found, by, at)
    return found


@action
def accept_many(*, request: Request, answers: Collection[int], by: User, at: datetime) -> list[Answer]:
    """Those of the answers that wait for it; the others are left as they are. Raises NotOpen."""
    found = open_request(request)
    rows = found.answers.select_for_update().filter(pk__in=answers, state=AnswerState.ANSWERED).order_by("pk")
    accepted = list(rows)
    for one in accepted:
        _judge(one, AnswerState.ACCEPTED, "", by, at)
        _record("work.accept_answer", one, by, at)
    return accepted


@action
def remind(*, request: Request, by: User, at: datetime) -> int:
    """Mark all whose turn it is; how many. Raises NotOpen."""
    found = open_request(request)
    count = found.answers.filter(state__in=OPEN).update(reminded_by=by, reminded_at=at)
    if count:
        record("work.remind_units", found, by=by, at=at, after={"count": count})
    return count


def _judge(found: Answer, state: AnswerState, reason: str, by: User, at: datetime) -> None:
    found.state, found.reason, found.judged_by, found.judged_at = state, reason, by, at
    found.save()


def _record(verb: str, found: Answer, by: User, at: datetime) -> None:
    record(verb, found, by=by, at=at, after=state_of(found, "unit", "state") | {"reason": Typed(found.reason)})


def _locked(answer: Answer, act: Act) -> Answer:
    """The answer as it is now, in a request that is open; the request is locked first."""
    open_request(answer.request)
    found = Answer.objects.select_for_update().get(pk=answer.pk)
    if not allows(found.state, act):
        raise NotAllowed(_("这一条%(state)s，不能再这样做。") % {"state": found.get_state_display()})
    return found
