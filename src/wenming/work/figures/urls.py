"""Addresses of figures."""

from django.urls import path

from wenming.work.figures import import_views, views

urlpatterns = [
    path("figures/", views.series_list, name="figures"),
    path("figures/import/", import_views.import_figures, name="import_figures"),
    path("figures/import/confirm/", import_views.confirm, name="confirm_figures"),
    path("figures/empty/", import_views.empty_workbook, name="empty_figures"),
    path("figures/<int:pk>/correct/", views.correct, name="correct_figure"),
    path("figures/<int:pk>/withdraw/", views.withdraw, name="withdraw_figure"),
    path("figures/enter/<int:unit>/<path:name>/", views.enter, name="enter_figure"),
    path("figures/of/<int:unit>/<path:name>/", views.one_series, name="series"),
]
