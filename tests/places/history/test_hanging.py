"""What hangs on a unit."""

import pytest

from tests.places.making import hang_everything_on
from tests.plans.making import NOON, make_person, make_unit
from wenming.accounts.models import Post, PostRole
from wenming.places.history.hanging import hanging_on, open_rows

pytestmark = pytest.mark.django_db


def test_each_sort_is_counted_and_told() -> None:
    unit = make_unit()
    assert hanging_on(unit) == []
    hang_everything_on(unit, make_person())
    Post.objects.create(user=make_person("旧人", None), role=PostRole.LIAISON, unit=unit, ended_at=NOON)
    found = {str(one.word): (one.open, one.past) for one in hanging_on(unit)}
    assert found == {
        "责任": (2, 0),
        "职务": (1, 1),
        "邀请": (1, 0),
        "指挥体系中的职位": (1, 0),
        "机构所在单位": (1, 0),
        "领导挂点": (1, 0),
        "其他叫法": (1, 0),
        "下级单位": (1, 0),
        "单位类别": (1, 0),
        "要求": (1, 0),
        "暂停和免除": (1, 0),
        "异议": (1, 0),
        "名册": (1, 0),
        "测评标准的责任": (1, 0),
        "责任异议": (1, 0),
        "责任异议里改由其负责的标准": (0, 1),
        "材料征集": (1, 0),
        "材料征集的草稿": (1, 0),
        "上传中的文件": (1, 0),
    }
    told = {str(word): [row.words for row in rows] for word, rows in open_rows(unit)}
    assert "青禾县2026年创建工作实施方案 · 甲" in told["责任"]
    assert told["下级单位"] == ["实验小学"]
    assert told["职务"] == ["周以宁"]
