"""Installations of their own, each with its folder and its database, in processes of their own."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

ROOT = Path(__file__).parents[2]

# All that there is, by the models of today and not by the code under test: label → primary key → the row.
EVERYTHING = """
import json
import django
django.setup()
from django.apps import apps
from django.core.files.storage import default_storage
from django.db.models.fields.files import FieldFile, FileField
LEFT_OUT = {"sessions.session", "usersessions.usersession", "jobs.workerbeat"}
rows, files = {}, {}
for model in apps.get_models(include_auto_created=True):
    if model._meta.label_lower not in LEFT_OUT:
        rows[model._meta.label_lower] = {str(one.pk): {
            field.attname: value.name if isinstance(value := getattr(one, field.attname), FieldFile) else value
            for field in model._meta.concrete_fields} for one in model._base_manager.all()}
        for field in model._meta.concrete_fields:
            if isinstance(field, FileField):
                for name in model._base_manager.exclude(**{field.name: ""}).values_list(field.name, flat=True):
                    if default_storage.exists(name):
                        with default_storage.open(name) as file:
                            files[name] = file.read().hex()
print(json.dumps({"rows": rows, "files": files}, default=repr, sort_keys=True))
"""


@dataclass(frozen=True)
class Place:
    """An installation: its folder, and the address of its database (empty: SQLite in the folder)."""

    folder: Path
    database: str = ""

    @property
    def environment(self) -> dict[str, str]:
        """What its processes are told."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("WENMING_")}
        own = {"WENMING_DATA": str(self.folder), "DJANGO_SETTINGS_MODULE": "wenming.config.settings"}
        return {**kept, **own, **({"WENMING_DATABASE_URL": self.database} if self.database else {})}

    def start(self, *command: object, **more: str) -> "subprocess.Popen[str]":
        """A process of this place."""
        return subprocess.Popen(
            [sys.executable, *map(str, command)],
            cwd=ROOT,
            env={**self.environment, **more},
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def wenming(self, *arguments: object, **more: str) -> "subprocess.CompletedProcess[str]":
        """Run a command to its end."""
        running = self.start("-W", "error", "-m", "wenming", *arguments, **more)
        out, err = running.communicate(timeout=600)
        return subprocess.CompletedProcess(running.args, running.returncode, out, err)

    def script(self, text: str) -> str:
        """What a script prints that ends well."""
        running = self.start("-W", "error", "-c", text)
        out, err = running.communicate(timeout=600)
        assert running.returncode == 0, err
        return out

    def everything(self) -> dict[str, Any]:
        """Every row of every table, and every stored file."""
        found: dict[str, Any] = json.loads(self.script(EVERYTHING))
        return found


Kinds = Mapping[str, Callable[[Path], Place]]


def address(uri: Mapping[str, Any], name: str) -> str:
    """The setting that leads to a database of the tests' PostgreSQL."""
    return f"postgresql://{uri['user']}@/{name}?{urlencode({'host': uri['host']})}"
