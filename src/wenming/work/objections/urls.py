"""Addresses of objections."""

from django.urls import path

from wenming.work.objections import views

urlpatterns = [
    path("objections/", views.objection_list, name="objections"),
    path("objections/<int:pk>/withdraw/", views.withdraw, name="withdraw_objection"),
    path("objections/<int:pk>/decide/", views.decide, name="decide_objection"),
    path("commitments/<int:pk>/object/<int:unit>/", views.object_to, name="object"),
]
