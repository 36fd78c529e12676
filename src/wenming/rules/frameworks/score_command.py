"""``wenming score FRAMEWORK OBSERVATIONS.csv``: a score that shows its working, without a database or a server."""

import argparse
import io
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from typing import TypeVar

from wenming.rules.frameworks.located import PackError
from wenming.rules.frameworks.messages import say
from wenming.rules.frameworks.observed import read_observations
from wenming.rules.frameworks.pack import read_pack
from wenming.rules.scoring.model import Node, Observation, Result, State
from wenming.rules.scoring.scoring import score
from wenming.rules.scoring.tallies import Tally, by_department, by_territory

REFUSED = 1  # the exit status where a file cannot be used
STOPPED = 130  # the exit status of a command that was stopped by Ctrl-C
_LARGEST = 200_000_000  # bytes


def main(arguments: Sequence[str]) -> int:
    """Run it and return the exit status: 0, or 1 with one sentence on standard error."""
    options = _parser().parse_args(arguments[1:])
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a terminal that is not in UTF-8 lacks some characters
    try:
        framework = _read(options.framework, read_pack, options.lang).tree
        observations = _read(options.observations, lambda text: read_observations(text, framework), options.lang)
        _print(framework, observations, options)
    except _Refused as refused:
        sys.stderr.write(f"{refused}\n")
        return REFUSED
    except KeyboardInterrupt:
        return STOPPED
    except BrokenPipeError:  # whoever read our output has seen enough
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - so that the exit stays quiet
        return REFUSED
    return 0


class _Refused(ValueError):
    """A file cannot be used; the message is the sentence to print."""


Read = TypeVar("Read")


def _read(path: Path, reader: Callable[[str], Read], language: str) -> Read:
    try:
        return reader(_text(path))
    except PackError as error:
        raise _Refused(f"{path.name}: {say(error, language)}") from error


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > _LARGEST:
            raise PackError("too_large", most=str(_LARGEST // 1_000_000))
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise PackError("unreadable") from error
    except UnicodeDecodeError as error:
        raise PackError("not_utf8") from error


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="wenming score", description="The score of a framework with its working")
    parser.add_argument("framework", metavar="FRAMEWORK", type=Path, help="the framework, wenming.framework/1 in YAML")
    parser.add_argument(
        "observations",
        metavar="OBSERVATIONS.csv",
        type=Path,
        help="what was seen: standard,site,territory,departments,value",
    )
    parser.add_argument("--json", action="store_true", help="print JSON and nothing else")
    parser.add_argument("--lang", choices=("zh", "en"), default="zh", help="the language of the report")
    return parser


def _print(framework: Node, observations: Sequence[Observation], options: argparse.Namespace) -> None:
    result = score(framework, observations)
    territories, departments = by_territory(observations), by_department(observations)
    known = {leaf.code for leaf in framework.leaves()}
    strays = sorted({one.standard for one in observations} - known)
    if options.json:
        told = _as_json(result) | {
            "territories": [_tally(one) for one in territories],
            "departments": [_tally(one) for one in departments],
            "not_scored": strays,
        }
        text = json.dumps(told, ensure_ascii=False, indent=1)
        sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace") + b"\n")
        sys.stdout.flush()
        return
    for line in _report(result, territories, departments, strays, options.lang):
        sys.stdout.write(f"{line}\n")


def _as_json(result: Result) -> dict[str, object]:
    return {
        "code": result.node.code,
        "title": result.node.title,
        "points": _float(result.points),
        "score": _float(result.score),
        "rate": _float(result.share),
        "known": _float(result.known),
        "state": result.state.value,
        "items": [_as_json(item) for item in result.items],
    }


def _float(number: Fraction | None) -> float | None:
    return None if number is None else float(number)


def _tally(one: Tally) -> dict[str, object]:
    return {"name": one.name, "got": float(one.got), "of": one.of, "rate": float(one.rate), "rank": one.rank}


_WORDS = {
    "zh": ("属地", "行业部门", "体系中没有、不计分的编号", "合计"),
    "en": ("Territories", "Departments", "Codes that the framework does not have, not scored", "Total"),
}
_STATES = {
    State.SCORED: ("", ""),
    State.PARTLY: ("只计已知部分", "of what is known"),
    State.UNOBSERVED: ("还没有考察", "not observed yet"),
    State.UNWEIGHTED: ("分值未定", "points not known"),
    State.NOT_APPLICABLE: ("不适用", "not applicable"),
}


def _report(
    result: Result, territories: Iterable[Tally], departments: Iterable[Tally], strays: Sequence[str], language: str
) -> Iterator[str]:
    in_territories, in_departments, not_scored, total = _WORDS[language]
    yield from _tree(result, total, language, 0)
    for heading, tallies in ((in_territories, territories), (in_departments, departments)):
        rows = [f"  {one.rank}  {one.name}  {_number(one.got)}/{one.of}  {_percent(one.rate)}" for one in tallies]
        yield from ["", heading, *rows] if rows else []
    if strays:
        yield from ["", f"{not_scored}: {', '.join(strays)}"]


def _tree(result: Result, total: str, language: str, depth: int) -> Iterator[str]:
    name = " ".join(word for word in (result.node.code, result.node.title) if word) or total
    state = _STATES[result.state][language == "en"]
    numbers = "" if result.score is None else f"{_number(result.score)}/{_number(result.known)}"
    share = "" if result.share is None else _percent(result.share)
    yield "  ".join(word for word in ("  " * depth + name, numbers, share, state) if word)
    for item in result.items:
        yield from _tree(item, total, language, depth + 1)


def _number(number: Fraction) -> str:
    return f"{float(number):.4f}".rstrip("0").rstrip(".")


def _percent(share: Fraction) -> str:
    return f"{float(share) * 100:.2f} %"
