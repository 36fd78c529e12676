"""How every wanted piece of a round stands: its pieces as values for the rule, and what the rule says of them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Prefetch

from wenming.frameworks.filing.reach import Sight
from wenming.frameworks.models import Assignment, Filing, Piece, PieceKind, Want
from wenming.places.models import Unit
from wenming.rules.filing.formats import FileKind
from wenming.rules.filing.judging import Asked, Given, Review, Standing, Verdict, judge
from wenming.rules.filing.lengths import length
from wenming.work.models import Proof


@dataclass(frozen=True, slots=True)
class Line:
    """A wanted piece with what is given for it, how it stands, and whom to ask."""

    want: Want
    pieces: Sequence[Piece]
    standing: Standing
    holders: Sequence[Assignment]
    units: frozenset[int]

    @property
    def acceptable(self) -> list[Piece]:
        """What nobody has judged and has no fault: it may be accepted together with others."""
        return [one for one in self.pieces if one.state == "open" and not self.standing.fault_of(one.pk)]


@dataclass(frozen=True, slots=True)
class Group:
    """A standard with its lines."""

    number: int
    code: str
    title: str
    item: int | None
    lines: Sequence[Line]

    @property
    def has_gap(self) -> bool:
        """Whether anything of it is missing."""
        return any(line.standing.is_gap for line in self.lines)


def lines_of(filing: Filing, sight: Sight) -> list[Line]:
    """All that the person sees, in the framework's order; three queries however many there are."""
    wants = [one for one in filing.wants.all() if sight.sees(one)]
    pieces = pieces_of(wants, filing)
    return [_line(filing, want, pieces.get(want.pk, []), sight) for want in wants]


def line_of(want: Want, sight: Sight) -> Line:
    """One of them."""
    return _line(want.filing, want, pieces_of([want], want.filing).get(want.pk, []), sight)


def pieces_of(wants: Sequence[Want], filing: Filing) -> Mapping[int, list[Piece]]:
    """What is given now, by the key of the want; each with its unit, and a record with what proves it."""
    proofs = Prefetch("record__proofs", Proof.objects.select_related("evidence").order_by("position", "pk"))
    rows = Piece.objects.current().filter(want__filing=filing)
    if len(wants) == 1:
        rows = rows.filter(want=wants[0])
    found: dict[int, list[Piece]] = defaultdict(list)
    for piece in rows.select_related("evidence", "record", "unit").prefetch_related(proofs).order_by("want", "line"):
        found[piece.want_id].append(piece)
    return found


def _line(filing: Filing, want: Want, pieces: Sequence[Piece], sight: Sight) -> Line:
    standing = judge(asked_of(filing, want), [given_of(one) for one in pieces])
    return Line(want, pieces, standing, sight.answering.holders(want), sight.answering.units_of(want))


def asked_of(filing: Filing, want: Want) -> Asked:
    """What is wanted, as the rule sees it."""
    return Asked(want.format, want.count, want.window, want.max_words, filing.first, filing.last)


def given_of(piece: Piece) -> Given:
    """A piece as the rule sees it."""
    return Given(piece.pk, files_of(piece), piece.first, piece.last, length_of(piece), Review(piece.state))


def length_of(piece: Piece) -> int | None:
    """How many characters its text has; None for what is no text, or a file that none could be read from."""
    if piece.kind == PieceKind.TEXT:
        return length(piece.text)
    return piece.evidence.characters if piece.evidence else None


def files_of(piece: Piece) -> tuple[FileKind, ...]:
    """Its files by kind: a record has as many as prove it."""
    if piece.evidence:
        return (FileKind(piece.evidence.kind),)
    if piece.record:
        return tuple(FileKind(proof.evidence.kind) for proof in piece.record.proofs.all())
    return (FileKind.LINK,) if piece.link else (FileKind.TEXT,)


def counts_of(lines: Iterable[Line]) -> dict[Verdict, int]:
    """How many stand how, every verdict in its order."""
    found = Counter(line.standing.verdict for line in lines)
    return {verdict: found[verdict] for verdict in Verdict}


def groups_of(lines: Iterable[Line]) -> list[Group]:
    """By standard, those with gaps first."""
    by_standard: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        by_standard[line.want.standard].append(line)
    groups = [_group(number, own) for number, own in by_standard.items()]
    return sorted(groups, key=lambda one: (not one.has_gap, one.number))


def _group(number: int, lines: Sequence[Line]) -> Group:
    want = lines[0].want
    return Group(number, want.code, want.title, want.item_id, lines)


@dataclass(frozen=True, slots=True)
class Share:
    """How much one unit has to hand in, and how much of it is there."""

    unit: Unit
    total: int
    done: int
    waiting: int
    gaps: int


def shares_of(lines: Sequence[Line], among: frozenset[int] | None = None) -> list[Share]:
    """Each unit that is to be asked, those with most gaps first; one query."""
    own: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        for unit in line.units:
            if among is None or unit in among:
                own[unit].append(line)
    units = Unit.objects.filter(pk__in=own).order_by("pk")
    return sorted((_share(unit, own[unit.pk]) for unit in units), key=lambda one: (-one.gaps, one.unit.pk))


def _share(unit: Unit, lines: Sequence[Line]) -> Share:
    counts = counts_of(lines)
    done, waiting = counts[Verdict.COMPLETE], counts[Verdict.NOT_REVIEWED]
    return Share(unit, len(lines), done, waiting, len(lines) - done - waiting)
