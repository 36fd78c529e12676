"""Addresses of this room."""

from django.urls import include, path

from wenming.frameworks.coverage import views as coverage
from wenming.frameworks.crosswalk import views as crosswalk
from wenming.frameworks.disputes import views as disputes
from wenming.frameworks.filing.urls import urlpatterns as filing
from wenming.frameworks.imports import views as imports
from wenming.frameworks.outline import views as outline
from wenming.frameworks.sheets import views as sheets
from wenming.frameworks.table import column_views as columns
from wenming.frameworks.table import reading_views as reading
from wenming.frameworks.table import views as table

app_name = "frameworks"
urlpatterns = [
    path("", include(filing)),
    path("frameworks/", imports.framework_list, name="list"),
    path("frameworks/bring-in/", imports.bring_in, name="bring_in"),
    path("frameworks/bring-in/sheet/", sheets.from_sheet, name="bring_in_sheet"),
    path("frameworks/<int:pk>/rename/", imports.rename, name="rename"),
    path("frameworks/editions/<int:pk>/", outline.edition, name="edition"),
    path("frameworks/editions/<int:pk>/put-in-force/", imports.put_in_force, name="put_in_force"),
    path("frameworks/editions/<int:pk>/discard/", imports.discard, name="discard"),
    path("frameworks/editions/<int:pk>/download/<slug:form>/", imports.download, name="download"),
    path("frameworks/editions/<int:pk>/compare/", outline.compare, name="compare"),
    path("frameworks/editions/<int:pk>/table/", table.table, name="table"),
    path("frameworks/editions/<int:pk>/table/excel/", table.table_excel, name="table_excel"),
    path("frameworks/editions/<int:pk>/table/read/", reading.read_table, name="read_table"),
    path("frameworks/editions/<int:pk>/table/apply/", reading.apply_table, name="apply_table"),
    path("frameworks/editions/<int:pk>/columns/", columns.columns, name="columns"),
    path("frameworks/columns/<int:pk>/change/", columns.change_column, name="change_column"),
    path("frameworks/editions/<int:pk>/fill-in/", columns.fill_in, name="fill_in"),
    path("frameworks/editions/<int:pk>/assign/", table.assign, name="assign"),
    path("frameworks/editions/<int:pk>/assign-as-written/", table.assign_as_written, name="assign_as_written"),
    path("frameworks/editions/<int:pk>/units/<int:unit>/", table.unit_table, name="unit_table"),
    path("frameworks/editions/<int:pk>/coverage/", coverage.coverage, name="coverage"),
    path("frameworks/standards/<int:pk>/back/", coverage.back, name="back"),
    path("frameworks/standards/<int:pk>/", outline.standard, name="standard"),
    path("frameworks/standards/<int:pk>/points/", outline.points, name="points"),
    path("frameworks/editions/<int:pk>/crosswalk/", crosswalk.crosswalk, name="crosswalk"),
    path("frameworks/editions/<int:pk>/crosswalk/<int:other>/oscal/", crosswalk.as_mapping, name="crosswalk_oscal"),
    path("frameworks/standards/<int:pk>/link/", crosswalk.link, name="link"),
    path("frameworks/editions/<int:pk>/disputes/", disputes.dispute_list, name="disputes"),
    path("frameworks/standards/<int:pk>/<int:wanted>/units/<int:unit>/dispute/", disputes.object_to, name="object_to"),
    path("frameworks/disputes/<int:pk>/", disputes.decide, name="dispute"),
    path("frameworks/disputes/<int:pk>/withdraw/", disputes.withdraw, name="withdraw_dispute"),
    path("frameworks/disputes/<int:pk>/end/", disputes.end, name="end_ruling"),
    path("frameworks/assignments/<int:pk>/take-back/", table.take_back, name="take_back"),
]
