"""Addresses of objections."""

from django.urls import path

from wenming.work.objections import cannot_views, views

urlpatterns = [
    path("objections/", views.objection_list, name="objections"),
    path("objections/cannot/", cannot_views.cannot_list, name="cannot"),
    path("objections/<int:pk>/refer/", cannot_views.refer, name="refer_objection"),
    path("referrals/<int:pk>/answer/", cannot_views.answer_referral, name="answer_referral"),
    path("objections/<int:pk>/withdraw/", views.withdraw, name="withdraw_objection"),
    path("objections/<int:pk>/decide/", views.decide, name="decide_objection"),
    path("commitments/<int:pk>/object/<int:unit>/", views.object_to, name="object"),
]
