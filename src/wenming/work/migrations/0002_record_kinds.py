from django.db import migrations

NAMES = "学习 培训 会议 评议 活动 演出 放映 整治 志愿服务 走访 宣传 签约 比赛 其他".split()


def add(apps, schema_editor):
    RecordKind = apps.get_model("work", "RecordKind")
    for number, name in enumerate(NAMES, start=1):
        position = 9000 if name == "其他" else number * 10
        RecordKind.objects.get_or_create(name=name, defaults={"position": position})


class Migration(migrations.Migration):
    dependencies = [("work", "0001_initial")]
    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
