"""Addresses of this room."""

from django.urls import path

from wenming.plans.compare import views as compare
from wenming.plans.desk import views as desk
from wenming.plans.imports import views as imports
from wenming.plans.review import acts, adding
from wenming.plans.review import enforce as enforcing
from wenming.plans.review import views as review
from wenming.plans.table import measure
from wenming.plans.table import views as table

app_name = "plans"

_imports = [
    path("plans/", imports.plan_list, name="list"),
    path("plans/import/", imports.import_plan, name="import"),
    path("plans/<int:pk>/", imports.plan_page, name="plan"),
    path("plans/<int:pk>/rename/", imports.rename, name="rename"),
    path("plans/versions/<int:pk>/", imports.version_page, name="version"),
    path("plans/versions/<int:pk>/progress/", imports.progress, name="progress"),
    path("plans/versions/<int:pk>/cancel/", imports.cancel, name="cancel"),
    path("plans/versions/<int:pk>/read-again/", imports.read_again, name="read_again"),
    path("plans/versions/<int:pk>/discard/", imports.discard, name="discard"),
    path("plans/versions/<int:pk>/document/", imports.document, name="document"),
]

_review = [
    path("plans/versions/<int:pk>/review/", review.review, name="review"),
    path("plans/versions/<int:pk>/review/news/", review.news, name="review_news"),
    path("plans/versions/<int:pk>/review/second/", review.second, name="review_second"),
    path("plans/versions/<int:pk>/review/history/", review.history, name="review_history"),
    path("plans/versions/<int:pk>/review/undo/", review.undo, name="review_undo"),
    path("plans/versions/<int:pk>/review/confirm-all/<slug:code>/", review.confirm_all, name="review_confirm_all"),
    path("plans/versions/<int:pk>/review/add/<slug:code>/", adding.add, name="review_add"),
    path("plans/versions/<int:pk>/review/marks/<slug:key>/", review.show, name="review_mark"),
    path("plans/versions/<int:pk>/review/marks/<slug:key>/units/", review.units, name="review_units"),
    path("plans/versions/<int:pk>/review/marks/<slug:key>/<slug:verb>/", acts.act, name="review_act"),
    path("plans/versions/<int:pk>/enforce/", enforcing.enforce, name="enforce"),
]

_in_force = [
    path("plans/<int:pk>/table/", table.table, name="table"),
    path("plans/<int:pk>/table/print/", table.table_print, name="table_print"),
    path("plans/<int:pk>/table/excel/", table.table_excel, name="table_excel"),
    path("plans/<int:pk>/compare/<int:before>/<int:after>/", compare.compare_versions, name="compare"),
    path("plans/measures/<int:pk>/", measure.measure, name="measure"),
    path("units/<int:pk>/", desk.unit, name="unit"),
]

urlpatterns = [*_imports, *_review, *_in_force]
