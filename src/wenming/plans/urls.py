"""Addresses of this room."""

from django.urls import path

from wenming.plans.imports import views as imports

app_name = "plans"

_imports = [
    path("plans/", imports.plan_list, name="list"),
    path("plans/import/", imports.import_plan, name="import"),
    path("plans/<int:pk>/", imports.plan_page, name="plan"),
    path("plans/versions/<int:pk>/", imports.version_page, name="version"),
    path("plans/versions/<int:pk>/progress/", imports.progress, name="progress"),
    path("plans/versions/<int:pk>/cancel/", imports.cancel, name="cancel"),
    path("plans/versions/<int:pk>/read-again/", imports.read_again, name="read_again"),
    path("plans/versions/<int:pk>/discard/", imports.discard, name="discard"),
    path("plans/versions/<int:pk>/document/", imports.document, name="document"),
]

urlpatterns = [*_imports]
