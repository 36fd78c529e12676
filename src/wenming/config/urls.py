"""Every address of the product."""

from django.contrib.auth.decorators import login_not_required
from django.urls import include, path
from django.views.i18n import set_language

from wenming.web import views as web
from wenming.work.desk import views as desk
from wenming.work.finding import views as search

urlpatterns = [
    path("", desk.home, name="home"),
    path("search", search.search, name="search"),
    path("language/", login_not_required(set_language), name="set_language"),
    path("components/", web.components, name="components"),
    path("components/why", web.components_why, name="components_why"),
    path("health", web.health, name="health"),
    path("", include("wenming.accounts.urls")),
    path("", include("wenming.audit.urls")),
    path("", include("wenming.command.urls")),
    path("", include("wenming.jobs.urls")),
    path("", include("wenming.places.urls")),
    path("", include("wenming.plans.urls")),
    path("", include("wenming.work.urls")),
    path("", include("wenming.frameworks.urls")),
    path("", include("wenming.scores.urls")),
    path("", include("wenming.reminders.urls")),
    path("", include("wenming.papers.urls")),
]

handler400 = "wenming.web.views.bad_request"
handler403 = "wenming.web.views.forbidden"
handler404 = "wenming.web.views.not_found"
handler500 = "wenming.web.views.server_error"
