"""Whose programme a plan belongs to, and who answers for a version that is not issued yet."""

import django.db.models.deletion
from django.apps.registry import Apps
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import F


def fill(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Until now there was one programme: that of the topmost county. Who brought a version answered for it."""
    areas = apps.get_model("places", "Area").objects.order_by("pk")
    county = areas.filter(kind="county").first() or areas.filter(parent=None).first()
    apps.get_model("plans", "Plan").objects.filter(area=None).update(area=county)
    apps.get_model("plans", "PlanVersion").objects.filter(handled_by=None).update(handled_by=F("uploaded_by"))


class Migration(migrations.Migration):
    dependencies = [
        ("places", "0002_codes_and_history"),
        ("plans", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="plan",
            name="area",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="plans", to="places.area"
            ),
        ),
        migrations.AddField(
            model_name="planversion",
            name="handled_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
