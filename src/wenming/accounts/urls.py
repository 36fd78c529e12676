"""Addresses of this room."""

from wenming.accounts.people import urls as people
from wenming.accounts.sign_in import urls as sign_in

app_name = "accounts"
urlpatterns = [*sign_in.urlpatterns, *people.urlpatterns]
