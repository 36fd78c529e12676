"""Which words of a piece prove what is wanted (印证), and where each figure of a report comes from."""

from collections.abc import Mapping
from datetime import datetime

from django.utils.translation import gettext as _

from wenming.accounts.models import User
from wenming.audit.recording import Typed, action, record
from wenming.frameworks.actions.filing_rounds import locked_open
from wenming.frameworks.models import SAID_LENGTH, FigureSource, Piece, Proving
from wenming.rules.filing.figures import figures_of
from wenming.rules.seen import one_line


class NotInText(ValueError):
    """The words do not stand in the report."""


class NotCurrent(ValueError):
    """The piece was replaced or taken away meanwhile."""


def locked_current(piece: Piece) -> Piece:
    """The piece in a round that is open; raises FilingClosed, NotCurrent."""
    locked_open(piece.want.filing_id)
    kept = Piece.objects.select_related("want").get(pk=piece.pk)
    if not kept.is_current:
        raise NotCurrent(_("这份材料已经被替换或拿掉，请刷新页面再看。"))
    return kept


@action
def mark_proving(*, piece: Piece, words: str, page: int | None, by: User, at: datetime) -> Proving:
    """These words prove it. Raises FilingClosed, NotCurrent, NotInText for a report that was written here."""
    locked_current(piece)
    words = words.strip()
    if not words or (piece.text and words not in piece.text):
        raise NotInText(_("报告里没有这句话。请从正文里原样复制要印证的语句。"))
    made = Proving.objects.create(piece=piece, words=words, page=page, made_by=by, made_at=at)
    record("frameworks.mark_proving", piece, by=by, at=at, after={"words": Typed(words), "page": page})
    return made


@action
def unmark_proving(*, proving: Proving, by: User, at: datetime) -> None:
    """They do not. Raises FilingClosed, NotCurrent."""
    locked_current(proving.piece)
    told = {"words": Typed(proving.words), "page": proving.page}
    record("frameworks.unmark_proving", proving.piece, by=by, at=at, before=told)
    proving.delete()


@action
def source_figures(*, piece: Piece, sources: Mapping[str, str], by: User, at: datetime) -> int:
    """Where each figure comes from; an empty word takes a source away. How many changed.

    Raises FilingClosed, NotCurrent.
    """
    locked_current(piece)
    known = {one.words for one in figures_of(piece.text)}
    before = dict(piece.sources.values_list("figure", "source"))
    wanted = {figure: one_line(source)[:SAID_LENGTH] for figure, source in sources.items() if figure in known}
    changed = {figure: source for figure, source in wanted.items() if before.get(figure, "") != source}
    for figure, source in changed.items():
        if source:
            said = {"source": source, "made_by": by, "made_at": at}
            FigureSource.objects.update_or_create(piece=piece, figure=figure, defaults=said)
        else:
            FigureSource.objects.filter(piece=piece, figure=figure).delete()
    if changed:
        record("frameworks.source_figures", piece, by=by, at=at, after={"count": len(changed)})
    return len(changed)


def carry_proofs(old: Piece, new: Piece) -> None:
    """What still stands in the new version of a report is marked there too, by whoever marked it."""
    if not (old.text and new.text):
        return
    provings = [one for one in old.provings.all() if one.words in new.text]
    known = {one.words for one in figures_of(new.text)}
    sources = [one for one in old.sources.all() if one.figure in known]
    for proving in provings:
        proving.pk, proving.piece = None, new
    for source in sources:
        source.pk, source.piece = None, new
    Proving.objects.bulk_create(provings)
    FigureSource.objects.bulk_create(sources)
