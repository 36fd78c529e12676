"""Addresses of this room."""

from django.urls import path

from wenming.accounts import views

app_name = "accounts"
urlpatterns = [
    path("sign-in/", views.sign_in, name="sign_in"),
    path("sign-out/", views.sign_out, name="sign_out"),
    path("account/", views.account, name="account"),
    path("demo/sign-in", views.sign_in_as_sample, name="sign_in_as_sample"),
]
