"""The rules of the house that a linter does not know; each exception is named here with its reason."""

import ast
import re
import statistics
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models
from django.urls import URLPattern, URLResolver, get_resolver

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src/wenming"
DRAWERS = {"utils", "util", "helpers", "helper", "common", "core", "misc", "tools", "lib"}
ROOMS = (
    "audit", "jobs", "places", "accounts", "command", "plans", "work", "frameworks", "scores", "reminders", "papers",
)  # fmt: skip

# Declarations: the tests of what reads them look at all rooms.
WITHOUT_OWN_TEST = {"__init__.py", "apps.py", "models.py", "urls.py", "events.py", "personal_data.py"}
UNTESTED: dict[str, str] = {
    "__main__.py": "one call of config.cli.main",
    "config/wsgi.py": "one line of Django's; the server's own test runs it",
    "config/settings.py": "values only; the deployment check reads them",
    "locale/en/formats.py": "a value only; test_translations.py sees it at work",
}
LONG: dict[str, str] = {}  # function: why it is longer than 40 lines
AT_WITHOUT_BY: dict[str, str] = {
    "jobs.Job.ended_at": "the machine ends it",
    "accounts.User.date_joined": "Django's own",
}


def modules() -> Iterator[Path]:
    """Every module of ours, migrations left out."""
    return (path for path in sorted(SOURCE.rglob("*.py")) if "migrations" not in path.parts)


@cache
def functions() -> list[tuple[str, int]]:
    """Every function with its length in lines, the docstring left out."""
    return [
        (f"{path.relative_to(SOURCE)}:{node.name}", _length(node)) for path in modules() for node in _functions(path)
    ]


def _functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def _length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    first = node.body[0]
    said = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str)
    docstring = (first.end_lineno or 0) - first.lineno + 1 if said else 0
    return (node.end_lineno or 0) - node.lineno + 1 - docstring


def our_models() -> list[type[models.Model]]:
    """The models of our rooms."""
    return [model for room in ROOMS for model in apps.get_app_config(room).get_models()]


def test_no_drawers() -> None:
    drawers = [path for path in modules() if path.stem in DRAWERS or DRAWERS & set(path.relative_to(SOURCE).parts)]
    assert drawers == []


def test_files_are_short() -> None:
    long = {str(path): n for path in modules() if (n := len(path.read_text(encoding="utf-8").splitlines())) > 500}
    assert long == {}


def test_functions_are_short() -> None:
    lengths = sorted(length for _, length in functions())
    assert statistics.median(lengths) <= 10
    assert lengths[int(len(lengths) * 0.9)] <= 25
    assert {name: length for name, length in functions() if length > 40 and name not in LONG} == {}


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        path for path in modules() if path.stat().st_size and not ast.get_docstring(ast.parse(path.read_text("utf-8")))
    ]
    assert silent == []


def test_every_module_has_its_test() -> None:
    missing = [str(path.relative_to(SOURCE)) for path in modules() if not _is_tested(path)]
    assert missing == []


def _is_tested(path: Path) -> bool:
    place = path.relative_to(SOURCE)
    if path.name in WITHOUT_OWN_TEST or path.parent.name == "models" or str(place) in UNTESTED:
        return True
    named = ROOT / "tests" / place.parent / f"test_{path.stem}.py"
    return named.exists() or any((ROOT / "tests" / place.parent).glob(f"test_{path.stem}_*.py"))


def test_every_test_folder_is_a_package() -> None:
    folders = {path.parent for path in (ROOT / "tests").rglob("test_*.py")}
    assert [folder for folder in folders if not (folder / "__init__.py").exists()] == []


@pytest.mark.parametrize("model", our_models(), ids=lambda model: model.__name__)
def test_every_model_declares_its_personal_fields(model: type[models.Model]) -> None:
    declared = set(model.PERSONAL_FIELDS)  # type: ignore[attr-defined]
    people = {field.name for field in model._meta.fields if field.name.endswith("_by") or field.name == "user"}
    assert declared <= {field.name for field in model._meta.get_fields()}
    assert people <= declared


@pytest.mark.parametrize("model", our_models(), ids=lambda model: model.__name__)
def test_who_and_when_go_together(model: type[models.Model]) -> None:
    fields = {field.name: field for field in model._meta.fields}
    constraints = {constraint.name for constraint in model._meta.constraints}
    for name, field in fields.items():
        if not name.endswith("_at") or f"{model._meta.label}.{name}" in AT_WITHOUT_BY:
            continue
        by = f"{name.removesuffix('_at')}_by"
        assert by in fields, f"{model.__name__}.{name} has nobody"
        if field.null:
            assert any(constraint.endswith(f"{name.removesuffix('_at')}_by_and_at") for constraint in constraints), name


def test_every_setting_is_described() -> None:
    described = (ROOT / "docs/settings.md").read_text(encoding="utf-8")
    code = "".join(path.read_text(encoding="utf-8") for path in [*modules(), *(ROOT / "tests").rglob("*.py")])
    assert {name for name in re.findall(r"WENMING_[A-Z_]+", code) if f"`{name}" not in described} == set()


def test_no_sentence_is_built_inside_a_translation_call() -> None:
    pattern = re.compile(r"\b(?:_|gettext|gettext_lazy|ngettext|pgettext)\(\s*f[\"']")
    assert [path for path in modules() if pattern.search(path.read_text(encoding="utf-8"))] == []


def test_templates_hold_no_inline_script_or_style() -> None:
    pattern = re.compile(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=|javascript:", re.IGNORECASE)
    templates = SOURCE.rglob("templates/**/*.html")
    assert [str(path) for path in templates if pattern.search(path.read_text(encoding="utf-8"))] == []


def test_templates_are_not_told_that_text_is_safe() -> None:
    pattern = re.compile(r"\|\s*safe\b|autoescape off")
    assert [str(path) for path in SOURCE.rglob("templates/**/*.html") if pattern.search(path.read_text("utf-8"))] == []


def addresses(resolver: URLResolver, before: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every address with its view."""
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from addresses(entry, before + str(entry.pattern))
        else:
            yield before + str(entry.pattern), entry


OPEN = {  # what anybody may see, each with its reason
    "health": "says only that the server runs",
    "language/": "keeps the choice of language in a cookie",
    "sign-in/": "the way in",
    "sign-in/code/": "the second step of the way in",
    "sign-in/provider/": "the way in through a provider",
    "sign-in/provider/back/": "the way back from the provider",
    "invitation/": "makes an account, for who holds the secret of an invitation",
    "invitation/<str:secret>/": "takes that secret out of the address",
    "calendar/<str:secret>.ics": "a calendar for whoever holds its secret; calendar programs cannot sign in",
    "sign-out/": "ends a session, and does no harm without one",
    "personal-data/": "the notice about personal data: told before anything is asked",
    "records/new/worker.js": "a program without anything of anybody; browsers ask for it by themselves",
    "s/": "whoever takes part in an activity types its code",
    "s/<str:code>/": "their name, without an account",
    "s/<str:code>/<uuid:token>/": "their own entry, for who holds its address",
    "demo/sign-in": "answers only in demo mode",
}


def test_every_page_asks_for_sign_in() -> None:
    free = [
        address for address, entry in addresses(get_resolver()) if not getattr(entry.callback, "login_required", True)
    ]
    assert [address for address in free if address not in OPEN] == []
