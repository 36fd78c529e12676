"""Bringing an edition in, putting it in force, giving it up."""

from datetime import datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from wenming.accounts.models import User
from wenming.accounts.powers import powers_of
from wenming.accounts.rights import Right
from wenming.audit.recording import action, record, state_of
from wenming.frameworks.actions.carrying import carry_over
from wenming.frameworks.actions.columns import copy_columns
from wenming.frameworks.models import LABEL_LENGTH, TITLE_LENGTH, Edition, EditionState, Framework
from wenming.frameworks.rows import make_rows
from wenming.places.models import Area
from wenming.rules.frameworks.model import Framework as Pack


class NotDraft(ValueError):
    """The edition is in force already, or was."""


class NoTitle(ValueError):
    """A framework has a title."""


@action
def bring_in(*, pack: Pack, framework: Framework | None, by: User, at: datetime) -> Edition:
    """The pack as a draft: the next edition of ``framework``, or the first of a new one. Raises Area.DoesNotExist."""
    kept = Framework.objects.select_for_update().get(pk=framework.pk) if framework else _new(pack, by, at)
    latest = kept.editions.order_by("-number").first()
    number = latest.number + 1 if latest else 1
    edition = Edition.objects.create(
        framework=kept,
        number=number,
        label=pack.version[:LABEL_LENGTH],
        brought_by=by,
        brought_at=at,
        handled_by=by,
    )
    make_rows(edition, pack)
    if latest:
        copy_columns(latest, edition)
    standards = edition.items.filter(is_standard=True).count()
    record("frameworks.bring_in", edition, by=by, at=at, after={"edition": number, "standards": standards})
    return edition


def _new(pack: Pack, by: User, at: datetime) -> Framework:
    area = powers_of(by, on=localdate(at)).own_area(Right.FRAMEWORK_EDIT)
    if area is None:
        raise Area.DoesNotExist
    title = (pack.root.title or pack.root.code or _("测评体系"))[:TITLE_LENGTH]
    return Framework.objects.create(title=title, area_id=area, created_by=by, created_at=at)


@action
def put_in_force(*, edition: Edition, by: User, at: datetime) -> int:
    """The edition is what counts from now on; how many assignments came over from the one before. Raises NotDraft.

    Assignments come over where a standard stands word for word, as far as the new edition says nothing itself.
    """
    Framework.objects.select_for_update().get(pk=edition.framework_id)
    kept = _draft(edition)
    earlier = Edition.objects.filter(framework=kept.framework_id, state=EditionState.IN_FORCE).first()
    if earlier:
        Edition.objects.filter(pk=earlier.pk).update(state=EditionState.SUPERSEDED)
    carried = carry_over(earlier, kept, by=by, at=at) if earlier else 0
    kept.state, kept.in_force_by, kept.in_force_at = EditionState.IN_FORCE, by, at
    kept.save(update_fields=["state", "in_force_by", "in_force_at"])
    record("frameworks.put_in_force", kept, by=by, at=at, after={"edition": kept.number, "carried": carried})
    return carried


@action
def discard(*, edition: Edition, by: User, at: datetime) -> None:
    """A draft goes, and its framework with it where nothing else is of it. Raises NotDraft."""
    framework = Framework.objects.select_for_update().get(pk=edition.framework_id)
    kept = _draft(edition)
    record("frameworks.discard", kept, by=by, at=at, before={"edition": kept.number})
    kept.delete()
    if not framework.editions.exists():
        framework.delete()


def _draft(edition: Edition) -> Edition:
    kept = Edition.objects.select_for_update().get(pk=edition.pk)
    if kept.state != EditionState.DRAFT:
        raise NotDraft(_("这一版已经启用，不再是草稿。"))
    return kept


@action
def rename(*, framework: Framework, title: str, by: User, at: datetime) -> None:
    """Another title than that of the pack. Raises NoTitle."""
    title = title.strip()[:TITLE_LENGTH]
    if not title:
        raise NoTitle(_("测评体系要有名称，所以没有改。"))
    kept = Framework.objects.select_for_update().get(pk=framework.pk)
    before = state_of(kept, "title")
    kept.title = title
    kept.save(update_fields=["title"])
    record("frameworks.rename", kept, by=by, at=at, before=before, after=state_of(kept, "title"))
