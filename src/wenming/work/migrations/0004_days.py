from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("work", "0003_evidence_bands"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="LocalDays",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("off", "放假"),
                            ("work", "调休上班"),
                            ("festival", "公布的节日"),
                            ("autumn", "秋季学期"),
                            ("spring", "春季学期"),
                            ("notice", "放假通知已录齐"),
                        ],
                        max_length=8,
                    ),
                ),
                ("first", models.DateField()),
                ("last", models.DateField()),
                ("name", models.CharField(max_length=40)),
                ("source", models.CharField(blank=True, max_length=100)),
                ("added_at", models.DateTimeField()),
                (
                    "added_by",
                    models.ForeignKey(on_delete=models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                ),
            ],
            options={
                "verbose_name_plural": "local days",
                "ordering": ["first", "kind", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("kind", "first"), name="local_days_begin_once"),
                    models.CheckConstraint(
                        condition=models.Q(("last__gte", models.F("first"))),
                        name="local_days_end_after_they_begin",
                    ),
                ],
            },
        ),
    ]
