"""Addresses of sign-ups: those of the liaison, and the short ones that everybody opens."""

from django.urls import path

from wenming.work.signup import public_views, views

urlpatterns = [
    path("signups/", views.sign_up_list, name="sign_ups"),
    path("signups/new/", views.open_, name="open_sign_up"),
    path("signups/<int:pk>/", views.sign_up_page, name="sign_up"),
    path("signups/<int:pk>/change/", views.change, name="change_sign_up"),
    path("signups/<int:pk>/poster/", views.poster, name="sign_up_poster"),
    path("signups/<int:pk>/names/", views.names, name="sign_up_names"),
    path("s/", public_views.find, name="find_sign_up"),
    path("s/<str:code>/", public_views.sign, name="sign"),
    path("s/<str:code>/<uuid:token>/", public_views.signed, name="signed"),
]
