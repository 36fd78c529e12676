"""The directory as rows: in few queries, however many units."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.plans.making import make_area, make_class, make_unit
from wenming.places.excel.rows import directory_rows
from wenming.places.models import AreaKind, UnitKind

pytestmark = pytest.mark.django_db


def test_the_rows() -> None:
    county = make_area()
    make_area("云桥镇", AreaKind.TOWN, county)
    unit, above = make_unit("县一中", UnitKind.SCHOOL), make_unit("县教育局")
    unit.parents.add(above)
    unit.aliases.create(name="一中、高中部")
    make_class("各学校", [UnitKind.SCHOOL], [above])
    rows = {key: list(found) for key, found in directory_rows().items()}
    assert [row["parent"] for row in rows["areas"]] == ["", "青禾县"]
    assert rows["units"][0] == {
        "key": str(unit.pk),
        "name": "青禾县一中",
        "short": "县一中",
        "kind": "学校",
        "area": "青禾县",
        "parents": "青禾县教育局",
        "aliases": "一中、高中部\n",
        "credit_code": "",
        "dissolved_on": "",
    }
    assert rows["classes"] == [
        {"name": "各学校", "kinds": "学校", "area": "", "members": "青禾县教育局", "aliases": ""}
    ]


def test_queries_do_not_grow() -> None:
    def queries(upto: int) -> int:
        for n in range(upto):
            make_unit(f"第{n}局").aliases.get_or_create(name=f"{n}局")
        with CaptureQueriesContext(connection) as asked:
            assert len(list(directory_rows()["units"])) == upto
        return len(asked)

    assert queries(3) == queries(40)
