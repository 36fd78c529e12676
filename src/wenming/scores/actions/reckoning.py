"""The office says how many days a standard takes, or leaves it to what it took elsewhere."""

from datetime import datetime

from wenming.accounts.models import User
from wenming.audit.recording import action, record, state_of
from wenming.frameworks.models import Framework
from wenming.scores.models import SaidEffort


@action
def say_effort(*, framework: Framework, standard: str, days: int | None, by: User, at: datetime) -> None:
    """So many days; None: what it took elsewhere holds again."""
    kept = Framework.objects.select_for_update().get(pk=framework.pk)
    known = SaidEffort.objects.filter(framework=kept, standard=standard).first()
    if (known.days if known else None) == days:
        return
    before = state_of(known, "days") if known else None
    if days is None:
        SaidEffort.objects.filter(framework=kept, standard=standard).delete()
    else:
        about = {"days": days, "made_by": by, "made_at": at}
        known, _made = SaidEffort.objects.update_or_create(framework=kept, standard=standard, defaults=about)
    after = {"standard": standard} | ({} if days is None else {"days": days})
    record("scores.say_effort", kept, by=by, at=at, before=before, after=after)
