"""Django's settings, all from the environment; each variable is described in docs/settings.md."""

import os
from pathlib import Path

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from wenming.config import environment
from wenming.reading.files.document import LARGEST_FILE
from wenming.rules.chain import ALGORITHMS
from wenming.rules.personal_data import LEAST_LOG_DAYS, USUAL_INVITATION_DAYS, USUAL_LOG_DAYS

HERE = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("WENMING_DATA", "var")).resolve()
DATA.mkdir(mode=0o700, parents=True, exist_ok=True)  # documents and the database are nobody else's

DEBUG = environment.flag("WENMING_DEBUG")
DEMO = environment.flag("WENMING_DEMO")  # offers the sample people on the sign-in page
HTTPS = environment.flag("WENMING_HTTPS")
SECRET_KEY = environment.secret_key(DATA)
ALLOWED_HOSTS = [*environment.words("WENMING_HOSTS"), "127.0.0.1", "localhost", "[::1]"]  # monitors ask from here
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS] if HTTPS else []

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "wenming.web",
    "wenming.files",
    "wenming.audit",
    "wenming.jobs",
    "wenming.places",
    "wenming.accounts",
    "wenming.command",
    "wenming.plans",
    "wenming.work",
    "wenming.frameworks",
    "wenming.scores",
    "wenming.reminders",
    "wenming.papers",
    "wenming.backup",
]

MIDDLEWARE = [
    "wenming.web.headers.headers_middleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "wenming.web.headers.methods_middleware",
    "wenming.web.caching.no_store_middleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "wenming.web.language.language_middleware",
    "django.middleware.common.CommonMiddleware",
    "wenming.web.sizes.Sizes",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "wenming.web.rates.Rates",
    "wenming.audit.origin.origin_middleware",
    "allauth.account.middleware.AccountMiddleware",
    "wenming.accounts.sign_in.lapsing.lapsing_middleware",
    "wenming.accounts.sign_in_required.SignInRequired",
    "wenming.accounts.sign_in.first_things.FirstThings",
    "wenming.accounts.access.rights_middleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "wenming.web.nul.no_nul_middleware",
    "wenming.web.keys.KeysInReach",
]

BEHIND_PROXY = environment.flag("WENMING_BEHIND_PROXY")
if BEHIND_PROXY:
    MIDDLEWARE.insert(0, "wenming.web.proxy.client_address_middleware")

ROOT_URLCONF = "wenming.config.urls"
WSGI_APPLICATION = "wenming.config.wsgi.application"
DATABASES = {"default": environment.database(os.environ.get("WENMING_DATABASE_URL", ""), DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["django.templatetags.i18n", "django.templatetags.static"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wenming.accounts.access.rail",
                "wenming.accounts.sign_in.lapsing.session_end",
            ],
        },
    }
]

AUTH_USER_MODEL = "accounts.User"
LOGIN_URL = "accounts:sign_in"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "accounts:sign_in"
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
SECURITY = environment.one_of("WENMING_SECURITY", ("dengbao", "dengbao3", "asvs"))  # see accounts/sign_in/policy.py
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"wenming.accounts.sign_in.passwords.{name}"} for name in ("Length", "Classes", "Known", "About", "Former")
]
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]

# Of allauth only what accounts/sign_in calls; its own pages, and its limits, which forget with the process, stay off.
ACCOUNT_ADAPTER = "wenming.accounts.sign_in.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_RATE_LIMITS = False
MFA_ADAPTER = "wenming.accounts.sign_in.adapters.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "文明"
MFA_TOTP_TOLERANCE = 0  # a code holds for its own 30 seconds
SOCIALACCOUNT_ADAPTER = "wenming.accounts.sign_in.adapters.ProviderAdapter"
SOCIALACCOUNT_REQUESTS_TIMEOUT = 5  # seconds
_oidc = environment.oidc()  # None: nobody signs in through a provider
OIDC_NAME = _oidc.name if _oidc else ""
OIDC_CLAIM = _oidc.claim if _oidc else ""
OIDC_APP = _oidc.app if _oidc else {}

CSRF_FAILURE_VIEW = "wenming.web.views.form_too_old"

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", _("简体中文")), ("en", "English")]
LOCALE_PATHS = [HERE / "locale"]
FORMAT_MODULE_PATH = "wenming.locale"
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = DATA / "static"
MEDIA_ROOT = DATA / "files"  # never served by address: views check rights and stream
UPLOADS = DATA / "uploads"  # large files on their way in, in pieces; nothing else reads them
STORAGES = {
    "default": environment.files(os.environ.get("WENMING_FILES_URL", "")),
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler", "wenming.web.sizes.BoundedFile"]
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024  # bytes of a request without files
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000  # boxes of a long page can be ticked at once
DATA_UPLOAD_MAX_NUMBER_FILES = 100
DOCUMENT_BYTES = LARGEST_FILE  # of a document that may be imported: the reader takes no more
VIDEO_BYTES = 512 * 1024 * 1024  # of a video that proves something; other evidence is no larger than a document

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
WORKER_BEAT = 10  # seconds between two signs of life of a worker
WORKER_DEAD = 60  # seconds of silence after which its jobs are given to another
WORKER_WAITS = (10, 60, 300, 1800)  # seconds until a job is tried again that a passing fault ended: longer each time
WORKER_TRIES = 3  # how often a job is given out before it counts as failed

AUDIT_ALGORITHM = environment.one_of("WENMING_AUDIT_ALGORITHM", ALGORITHMS)  # seals what is recorded from now on

HANDLER = os.environ.get("WENMING_HANDLER", "")  # who answers for personal data; empty: the county's office
HANDLER_CONTACT = os.environ.get("WENMING_HANDLER_CONTACT", "")  # how people reach them
KEEP_LOG_DAYS = environment.days("WENMING_KEEP_LOG_DAYS", default=USUAL_LOG_DAYS, least=LEAST_LOG_DAYS)
KEEP_INVITATION_DAYS = environment.days("WENMING_KEEP_INVITATION_DAYS", default=USUAL_INVITATION_DAYS)

# Any OpenAI-compatible endpoint on the local network. While empty, nothing leaves the machine.
SECOND_READER_URL = os.environ.get("WENMING_SECOND_READER_URL", "")
SECOND_READER_MODEL = os.environ.get("WENMING_SECOND_READER_MODEL", "")
SECOND_READER_SECONDS = environment.seconds("WENMING_SECOND_READER_SECONDS", default=30)  # for one measure

# Reminders. Mail is sent only where a server is named; bots inside the local network only where their hosts are.
MAIL = environment.mail(os.environ.get("WENMING_MAIL_URL", ""))
globals().update(MAIL)
DEFAULT_FROM_EMAIL = os.environ.get("WENMING_MAIL_FROM", "") or "wenming@localhost"
WEBHOOK_HOSTS = environment.words("WENMING_WEBHOOK_HOSTS")
SITE_ADDRESS = os.environ.get("WENMING_ADDRESS", "").rstrip("/")  # that messages lead to; empty: none
REMINDER_SECONDS = 10  # for connecting to a server of mail or chat, and as long again for its answer

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "worker-src": [SELF],
        "form-action": [SELF, *([_oidc.origin] if _oidc else [])],  # browsers apply it to where a form is sent on to
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
RATES = not environment.flag("WENMING_NO_RATES")
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SESSION_COOKIE_AGE = 12 * 60 * 60  # at most; the preset of WENMING_SECURITY may end a session earlier
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
COOKIE_PREFIX = "__Host-" if HTTPS else ""  # browsers take it over HTTPS only
SESSION_COOKIE_NAME = f"{COOKIE_PREFIX}sessionid"
CSRF_COOKIE_NAME = f"{COOKIE_PREFIX}csrftoken"
SECURE_REDIRECT_EXEMPT = ["^health$"]  # monitors ask without HTTPS
SECURE_HSTS_SECONDS = 31536000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"lines": {"()": "wenming.web.logs.Lines"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "lines"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"wenming": {"level": "INFO"}, "django_tasks": {"level": "WARNING"}},
}
