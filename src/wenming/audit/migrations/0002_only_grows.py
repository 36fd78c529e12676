from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from wenming.audit import triggers


def guard(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    triggers.make(schema_editor.connection)


def unguard(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    triggers.remove(schema_editor.connection)


class Migration(migrations.Migration):
    """The database refuses to change or remove events."""

    dependencies = [("audit", "0001_initial")]

    operations = [migrations.RunPython(guard, unguard)]
