"""To whose office a request is not there."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.plans.making import make_person, make_unit
from tests.work.requests.making import answer_of, make_request
from wenming.accounts.models import PostRole

pytestmark = pytest.mark.django_db


def test_a_liaison_neither_sees_nor_judges(client: Client) -> None:
    unit = make_unit("甲镇")
    made = make_request(make_person(), unit)
    client.force_login(make_person("顾兰", PostRole.LIAISON, unit))
    assert client.get(reverse("work:request", args=[made.pk])).status_code in {403, 404}
    answer = answer_of(made, unit)
    assert client.post(reverse("work:judge_answer", args=[answer.pk]), {"accept": "1"}).status_code in {403, 404}
    client.force_login(made.made_by)
    assert client.get(reverse("work:request", args=[made.pk])).status_code == 200
    assert client.get(reverse("work:request", args=[made.pk + 1])).status_code == 404
