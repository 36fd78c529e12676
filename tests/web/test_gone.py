"""What is gone."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.http import Http404

from wenming.web.gone import gone_is_404


@pytest.mark.django_db
def test_what_somebody_else_removed_is_404() -> None:
    with pytest.raises(Http404), gone_is_404():
        ContentType.objects.get(pk=0)
    with pytest.raises(ValueError, match="else"), gone_is_404():
        raise ValueError("else")
