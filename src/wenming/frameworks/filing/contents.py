"""What lies in a pack, in its order: for each file its name, and where its bytes come from. Nothing is read here."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from wenming.frameworks.filing.standings import Line
from wenming.frameworks.models import Piece, PieceKind, PieceState
from wenming.rules.filing.formats import is_paper
from wenming.rules.filing.naming import file_stem, folder, told_apart
from wenming.work.models import Evidence, EvidenceKind

_OF_PHONES = (".heic", ".heif")


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of the pack: an original, the pages of one, a report, or what has no file, in a few words."""

    name: str
    piece: Piece
    evidence: Evidence | None = None
    page: str = ""  # head or seal: a picture of that page only; copy: a photo that few programs open, as JPEG

    @property
    def is_report(self) -> bool:
        """Written here."""
        return self.piece.kind == PieceKind.TEXT


def entries_of(lines: Sequence[Line], *, pages_only: bool) -> list[Entry]:
    """Everything that is given and was not returned, in the framework's order, each under a name of its own."""
    found = [one for line in lines for one in _of_line(line, pages_only=pages_only)]
    names = told_apart(one.name for one in found)
    return [Entry(name, one.piece, one.evidence, one.page) for name, one in zip(names, found, strict=True)]


def _of_line(line: Line, *, pages_only: bool) -> Iterator[Entry]:
    want = line.want
    place = folder(want.standard, want.code, want.title)
    number = 0
    for piece in line.pieces:
        if piece.state == PieceState.RETURNED:
            continue
        for evidence in _originals(piece):
            number += 1
            stem = f"{place}/{file_stem(want.code, want.number, number, piece.title)}"
            yield from _files(stem, piece, evidence, pages_only=pages_only and is_paper(want.format))


def _originals(piece: Piece) -> Sequence[Evidence | None]:
    """Its evidence; None where it is a link or a text."""
    if piece.evidence:
        return [piece.evidence]
    if piece.record:
        return [proof.evidence for proof in piece.record.proofs.all()]
    return [None]


def _files(stem: str, piece: Piece, evidence: Evidence | None, *, pages_only: bool) -> Iterator[Entry]:
    if evidence is None:
        yield Entry(f"{stem}{'.docx' if piece.kind == PieceKind.TEXT else '.txt'}", piece)
    elif not evidence.original:
        yield Entry(f"{stem}.txt", piece, evidence)
    elif pages_only and evidence.kind == EvidenceKind.PDF:
        yield Entry(f"{stem} 红头页.jpg", piece, evidence, "head")
        yield Entry(f"{stem} 盖章页.jpg", piece, evidence, "seal")
    else:
        suffix = _suffix(evidence)
        yield Entry(f"{stem}{suffix}", piece, evidence)
        if suffix in _OF_PHONES:
            yield Entry(f"{stem}.jpg", piece, evidence, "copy")


# What a file of each kind may be called; the first where its own name says something else. Office programs open .doc
# and .xls whatever is in them.
_SUFFIXES: Mapping[str, Sequence[str]] = {
    EvidenceKind.PHOTO: (".jpg", ".jpeg", ".png", *_OF_PHONES),
    EvidenceKind.VIDEO: (".mp4", ".mov", ".m4v", ".3gp"),
    EvidenceKind.PDF: (".pdf",),
    EvidenceKind.WORD: (".doc", ".docx", ".wps"),
    EvidenceKind.EXCEL: (".xls", ".xlsx", ".et"),
}


def _suffix(evidence: Evidence) -> str:
    """That of the file's name where its kind bears it: nobody is to be handed a photo that calls itself a program."""
    own = PurePosixPath(evidence.file_name).suffix.lower()
    usual = _SUFFIXES.get(evidence.kind, ("",))
    return own if own in usual else usual[0]
