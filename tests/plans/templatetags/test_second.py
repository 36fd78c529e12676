"""The second reader's standing in a template."""

import pytest
from django.template import Context, Template

from wenming.plans.models import PlanVersion

pytestmark = pytest.mark.django_db


def test_nothing_of_a_version_that_nobody_asked_about(version: PlanVersion) -> None:
    template = Template("{% load second %}{% second_of version as second %}{{ second|default_if_none:'-' }}")
    assert template.render(Context({"version": version})) == "-"
