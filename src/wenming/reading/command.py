"""``wenming read`` and ``wenming lint``: a document in; a table, JSON, Excel or remarks out. Knows no server."""

import argparse
import json
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from importlib import import_module
from pathlib import Path

from wenming.reading.files.document import open_document
from wenming.reading.lint import lint
from wenming.reading.messages import say
from wenming.reading.model import Doubt, Reading, UnreadableDocument
from wenming.reading.read import read_text
from wenming.reading.reading_json import as_json
from wenming.reading.rows import DoubtRow, doubt_rows, rows_of
from wenming.reading.saving import UnwritableOutput, save
from wenming.reading.terminal import Style, doubts_as_text, reading_as_text

REFUSED = 1  # the exit status where the document, or the place for the result, cannot be used
STOPPED = 130  # the exit status of a command that was stopped by Ctrl-C
_WIDEST = 120  # columns; longer lines are hard to read
_NARROWEST = 40


def main(arguments: Sequence[str]) -> int:
    """Run ``read …`` or ``lint …`` and return the exit status: 0, or 1 with one sentence on standard error.

    Arguments that make no sense raise ``SystemExit`` with status 2, after a line on how to call it.
    """
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.command is _read:
        _check(parser, options)
    try:
        options.command(options)
        sys.stdout.flush()
    except (UnreadableDocument, UnwritableOutput) as refusal:
        sys.stderr.write(f"{say(refusal.code, refusal.about, options.lang)}\n")
        return REFUSED
    except KeyboardInterrupt:
        return STOPPED
    except BrokenPipeError:  # whoever read our output has seen enough
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - so that the exit stays quiet
        return REFUSED
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="wenming", description="Read an implementation plan")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    read = _command(commands.add_parser("read", help="what a plan asks of whom"), _read)
    read.add_argument("--xlsx", metavar="OUT", type=Path, help="write the responsibility table as Excel")
    read.add_argument("--second-url", metavar="URL", help="ask a second reader (OpenAI-compatible, local network)")
    read.add_argument("--second-model", metavar="NAME", help="the model that the second reader uses")
    read.add_argument("--second-outside", action="store_true", help="allow a second reader outside the local network")
    _command(commands.add_parser("lint", help="what a plan leaves open or says twice"), _lint)
    return parser


def _command(parser: argparse.ArgumentParser, command: Callable[..., None]) -> argparse.ArgumentParser:
    parser.add_argument(
        "file",
        metavar="FILE",
        type=Path,
        help="the plan: .docx, .pdf, .xlsx, .xls, .html or .txt; .doc and .wps with LibreOffice",
    )
    parser.add_argument("--json", action="store_true", help="print JSON and nothing else")
    parser.add_argument("--lang", choices=("zh", "en"), default="zh", help="the language of the report")
    parser.set_defaults(command=command)
    return parser


def _check(parser: argparse.ArgumentParser, options: argparse.Namespace) -> None:
    if bool(options.second_url) != bool(options.second_model):
        parser.error("--second-url and --second-model go together")
    if options.second_url and options.json:
        parser.error("--json prints the rules' reading only: leave out --second-url")


def _open(path: Path) -> Reading:
    document = open_document(path)
    return read_text(document.text, name=document.name, sha256=document.sha256, is_plain=document.is_plain)


def _read(options: argparse.Namespace) -> None:
    reading = _open(options.file)
    if options.xlsx:
        _write_table(reading, options)
    if options.json:
        _print_json(as_json(reading))
    else:
        _report(reading, options)


def _write_table(reading: Reading, options: argparse.Namespace) -> None:
    # loaded when it is wanted: importing the writer of Excel takes longer than reading a plan
    workbook = import_module("wenming.reading.workbook").workbook
    rows, doubts = rows_of(reading, options.lang), doubt_rows(reading.text, reading.doubts, options.lang)
    title = next((plan.title.text for plan in reading.plans if plan.title), reading.source.name)
    save(workbook(rows, doubts, title=title, language=options.lang), options.xlsx, source=options.file)


def _report(reading: Reading, options: argparse.Namespace) -> None:
    style = _style(options.lang)
    _print_lines(reading_as_text(reading, doubt_rows(reading.text, reading.doubts, options.lang), style))
    remarks = lint(reading)
    if remarks:
        _print_lines(["", say("lint_found", {"count": str(len(remarks))}, options.lang)])
    if options.xlsx:
        _print_lines(["", say("table_written", {"path": str(options.xlsx)}, options.lang)])
    if options.second_url:
        _ask_second(reading, options, style)


def _ask_second(reading: Reading, options: argparse.Namespace, style: Style) -> None:
    second, report = import_module("wenming.reading.second.asking"), import_module("wenming.reading.second.report")
    reader = second.SecondReader(options.second_url, options.second_model, outside=options.second_outside)
    sys.stdout.flush()  # asking may take minutes; the rules' reading need not wait
    _print_lines(report.second_as_text(reading, reader, style))


def _lint(options: argparse.Namespace) -> None:
    reading = _open(options.file)
    doubts = sorted([*reading.doubts, *lint(reading)], key=lambda doubt: doubt.start)
    rows = doubt_rows(reading.text, doubts, options.lang)
    if options.json:
        _print_json([_remark(doubt, row) for doubt, row in zip(doubts, rows, strict=True)])
    else:
        _print_lines(doubts_as_text(rows, _style(options.lang)))
        _print_lines([] if rows else [say("lint_nothing", {}, options.lang)])


def _remark(doubt: Doubt, row: DoubtRow) -> dict[str, object]:
    return {"code": doubt.code, "start": doubt.start, "end": doubt.end, "about": dict(doubt.about), **asdict(row)}


def _style(language: str) -> Style:
    columns = shutil.get_terminal_size((100, 24)).columns
    has_colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    return Style(min(max(columns, _NARROWEST), _WIDEST), language, has_colour)


def _print_json(value: object) -> None:
    """JSON is UTF-8 whatever the terminal speaks; what is no text (half a character) is escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace") + b"\n")


def _print_lines(lines: Iterable[str]) -> None:
    encoding = sys.stdout.encoding or "utf-8"
    for line in lines:
        sys.stdout.write(line.encode(encoding, "replace").decode(encoding) + "\n")
