"""Addresses of signing in; each of allauth's own is left out."""

from django.urls import path

from wenming.accounts.sign_in import account_views, invitation_views, provider_views, second_factor_views, views

urlpatterns = [
    path("sign-in/", views.sign_in, name="sign_in"),
    path("sign-in/code/", views.second_step, name="second_step"),
    path("sign-in/confirm/", views.confirm, name="confirm"),
    path("sign-in/stay", views.stay, name="stay"),
    path("sign-in/provider/", provider_views.provider_start, name="provider_start"),
    path("sign-in/provider/back/", provider_views.provider_callback, name="provider_callback"),
    path("sign-out/", views.sign_out, name="sign_out"),
    path("demo/sign-in", views.sign_in_as_sample, name="sign_in_as_sample"),
    path("invitation/", invitation_views.accept_invitation, name="accept_invitation"),
    path("invitation/<str:secret>/", invitation_views.invitation, name="invitation"),
    path("account/", account_views.account, name="account"),
    path("account/password/", account_views.password, name="password"),
    path("account/rules/", account_views.rules, name="rules"),
    path("account/sessions/", account_views.my_sessions, name="sessions"),
    path("account/sessions/<int:pk>/end", account_views.end_session, name="end_session"),
    path("account/sessions/end-others", account_views.end_other_sessions, name="end_other_sessions"),
    path("account/code/", second_factor_views.set_up, name="set_up"),
    path("account/code/recovery/", second_factor_views.recovery_codes, name="recovery_codes"),
    path("account/code/remove/", second_factor_views.take_away, name="take_away"),
    path("account/provider/link", provider_views.provider_link, name="provider_link"),
    path("account/provider/unlink", provider_views.provider_unlink, name="provider_unlink"),
]
