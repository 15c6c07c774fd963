"""Every setting of Newsroom, from the environment or a .env file beside manage.py.

.env.example says what each variable means; what is insecure refuses to start without DEBUG.
"""

from contextlib import suppress
from pathlib import Path

from newsroom import caches, databases, logs, release
from newsroom.env import (
    allowed_hosts,
    boolean,
    env,
    headers,
    host_ports,
    integer,
    one_of,
    rate,
    secret,
    secret_key,
    site_url,
    text,
    words,
)
from newsroom.policies import CORS_PATHS

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"  # what the site writes, unless told otherwise
with suppress(OSError):  # the system checks say what cannot be written
    VAR_DIR.mkdir(exist_ok=True)

env.read_env(text("ENV_FILE", str(BASE_DIR / ".env")))

DEBUG = boolean("DEBUG", default=False)
SECRET_KEY = secret_key(debug=DEBUG)
SECRET_KEY_FALLBACKS = words("SECRET_KEY_FALLBACKS")

# --- The site -------------------------------------------------------------------------------
SITE_NAME = text("SITE_NAME", "Newsroom")
SITE_URL = site_url(debug=DEBUG)
SITE_LOGO = text("SITE_LOGO", "")  # an absolute URL; empty: the site's own icon
HTTPS = SITE_URL.startswith("https://")
ALLOWED_HOSTS = allowed_hosts(SITE_URL, debug=DEBUG)
# Addresses of reverse proxies whose X-Forwarded-* headers are believed (read by scripts/serve.py).
TRUSTED_PROXIES = words("TRUSTED_PROXIES", ["127.0.0.1"])
RELEASE = release.digest(BASE_DIR)

ROOT_URLCONF = "newsroom.urls"
ASGI_APPLICATION = "newsroom.asgi.application"
WSGI_APPLICATION = "newsroom.wsgi.application"
APPEND_SLASH = True

INSTALLED_APPS = [
    "newsroom.apps.NewsroomAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "servestatic",
    "django.contrib.staticfiles",
    "rest_framework",
    "django_filters",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "corsheaders",
    "csp",
    "django_prose_editor",
    "rest_framework_api_key",
    "liveblog",
]

MIDDLEWARE = [
    "newsroom.request_metrics.RequestMetricsMiddleware",
    "newsroom.request_log.RequestLogMiddleware",
    "newsroom.middleware.HeadersMiddleware",
    "newsroom.middleware.ContentSecurityPolicyMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "corsheaders.middleware.CorsMiddleware",
    "newsroom.static_files.StaticFilesMiddleware",
    "newsroom.middleware.EditorialSessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "newsroom.middleware.EditorialCsrfMiddleware",
    "newsroom.middleware.EditorialAuthenticationMiddleware",
    "newsroom.middleware.EditorialMessageMiddleware",
    # Opens no session and reads none: it may run everywhere, and allauth insists on its name.
    "allauth.account.middleware.AccountMiddleware",
    "newsroom.middleware.SecondFactorMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "newsroom.replica.ReplicaMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            # The admin needs these; public templates use neither user nor messages.
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# --- Database -------------------------------------------------------------------------------
# ATOMIC_REQUESTS stays off: a read must see what was committed while it ran (DESIGN §4).

DATABASES = databases.all_of(
    secret("DATABASE_URL") or f"sqlite:///{VAR_DIR / 'newsroom.sqlite3'}",
    secret("DATABASE_REPLICA_URL"),
)
DATABASE_ROUTERS = ["newsroom.replica.Router"] if databases.REPLICA in DATABASES else []
# LISTEN does not go through a transaction pooler: the database itself, if DATABASE_URL names one.
NEWSROOM_LISTEN_DATABASE_URL = databases.listen_url(secret("LISTEN_DATABASE_URL"))
# Counts requests and failed passwords: one for all processes, or each counts for itself.
CACHES = {"default": caches.config(secret("CACHE_URL"))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- Language and time ----------------------------------------------------------------------
LANGUAGE_CODE = "en-us"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

# --- Files ----------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [path for path in [BASE_DIR / "static"] if path.is_dir()]
MEDIA_URL = "/media/"
MEDIA_ROOT = Path(text("MEDIA_ROOT", str(VAR_DIR / "media")))
# Where the worker keeps the site as files; empty for nowhere.
STATIC_EXPORT_DIR = text("STATIC_EXPORT_DIR")
# Below it lie the folders that agencies' files are put into; empty for none.
WIRE_FOLDER = text("WIRE_FOLDER")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "newsroom.storage.StaticFilesStorage",
    },
}
SERVESTATIC_SKIP_COMPRESS_EXTENSIONS = [
    "map",
    "jpg",
    "jpeg",
    "png",
    "webp",
    "avif",
    "woff2",
    "gz",
    "br",
]

# Renditions are made by the verbs, never by a signal on save.
IMAGEFIELD_AUTOGENERATE = False
IMAGEFIELD_VALIDATE_ON_SAVE = False  # liveblog.images has decoded and written it anew
IMAGEFIELD_BIN_DEPTH = 2  # folders below __processed__/

# --- Accounts -------------------------------------------------------------------------------
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "admin:index"
LOGOUT_REDIRECT_URL = ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
ACCOUNT_ADAPTER = "newsroom.accounts.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email", "password1*", "password2*"]  # closed by the adapter
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
# Five guesses per account and address in five minutes; another address is not held up by them.
ACCOUNT_RATE_LIMITS = {"login_failed": "20/m/ip,5/300s/key"}
USERSESSIONS_ADAPTER = "newsroom.accounts.SessionsAdapter"
MFA_ADAPTER = "newsroom.accounts.MFAAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = SITE_NAME
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS
REQUIRE_MFA = boolean("REQUIRE_MFA", default=False)
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in [
        ("UserAttributeSimilarityValidator", {}),
        ("MinimumLengthValidator", {"min_length": 12}),
        ("CommonPasswordValidator", {}),
        ("NumericPasswordValidator", {}),
    ]
]

# --- Security headers and cookies -----------------------------------------------------------
TWO_YEARS = 2 * 365 * 24 * 3600  # seconds
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_NAME = "__Host-session" if HTTPS else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrf"
CSRF_COOKIE_HTTPONLY = True
CSRF_TRUSTED_ORIGINS = [SITE_URL]
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$", r"^metrics$"]
SECURE_HSTS_SECONDS = TWO_YEARS if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = boolean("HSTS_INCLUDE_SUBDOMAINS", default=False)
SECURE_HSTS_PRELOAD = SECURE_HSTS_INCLUDE_SUBDOMAINS
SILENCED_SYSTEM_CHECKS = [
    "security.W003",  # looks for Django's CSRF class by name; ours is a subclass of it
    "security.W005",  # the hosts below this one are their owner's to decide about …
    "security.W021",  # … HSTS_INCLUDE_SUBDOMAINS is the way
]
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# On every response, whoever makes it: Django, the event stream, a static file.
SECURITY_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": SECURE_REFERRER_POLICY,
    "Cross-Origin-Opener-Policy": SECURE_CROSS_ORIGIN_OPENER_POLICY,
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
if HTTPS:
    SECURITY_HEADERS["Strict-Transport-Security"] = f"max-age={TWO_YEARS}" + (
        "; includeSubDomains; preload" if SECURE_HSTS_INCLUDE_SUBDOMAINS else ""
    )

CORS_ALLOW_ALL_ORIGINS = True
CORS_URLS_REGEX = CORS_PATHS
CORS_ALLOW_METHODS = ["GET", "HEAD", "OPTIONS"]
CORS_ALLOW_HEADERS = ["accept", "authorization", "if-none-match", "last-event-id"]
CORS_EXPOSE_HEADERS = ["ETag", "Link", "Retry-After"]

# --- Limits (SR-15) -------------------------------------------------------------------------
DATA_UPLOAD_MAX_MEMORY_SIZE = 512 * 1024  # bytes of a form or API body, files apart
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
DATA_UPLOAD_MAX_NUMBER_FILES = 20
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024  # bytes; larger uploads go to a temporary file
FILE_UPLOAD_PERMISSIONS = 0o644

# --- What is fetched from elsewhere (SR-20) --------------------------------------------------
# Addresses outside the public internet that may be asked nevertheless, each host:port.
NEWSROOM_OUTBOUND_ALLOW = host_ports("OUTBOUND_ALLOW")
NEWSROOM_WIRE_HEADERS = headers("WIRE_HEADERS")  # by the slug of a feed: what opens an agency

# --- API ------------------------------------------------------------------------------------
REST_FRAMEWORK = {
    # No session authentication: the API never takes a cookie.
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": [],
    "DEFAULT_RENDERER_CLASSES": ["liveblog.api.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_FILTER_BACKENDS": ["django_filters.rest_framework.DjangoFilterBackend"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "liveblog.api.problems.exception_handler",
    "UNAUTHENTICATED_USER": None,
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
}
# Requests inside Django at once, in one process.
NEWSROOM_DJANGO_THREADS = integer("DJANGO_THREADS", default=8)
# What one process keeps of public answers, in bytes; 0: nothing.
NEWSROOM_CACHE_BYTES = integer("CACHE_MEGABYTES", default=64) * 1024 * 1024
# Open event streams, of this process and of one address in it.
NEWSROOM_MAX_STREAMS = integer("MAX_STREAMS", default=12_000)
NEWSROOM_MAX_STREAMS_PER_ADDRESS = integer("MAX_STREAMS_PER_ADDRESS", default=100)
# Requests per address and second, minute, hour or day; "off" for no limit.
API_RATE = rate("API_RATE", "600/min")
SPECTACULAR_SETTINGS = {
    "TITLE": f"{SITE_NAME} API",
    "DESCRIPTION": (
        "For outlets that carry these live blogs. To keep a copy, compare `blogs/versions/` with "
        "the versions you hold and ask each live blog that moved for its `changes/`. Times are "
        "RFC 3339 with the offset of the live blog's zone. Send back the `ETag` of what you have "
        "in `If-None-Match`. Errors are problem details (RFC 9457)."
    ),
    "VERSION": "1",
    "SERVERS": [{"url": SITE_URL}],
    "SERVE_INCLUDE_SCHEMA": False,
    "SCHEMA_PATH_PREFIX": "/api/v1/",
    "POSTPROCESSING_HOOKS": [],  # values of an enumeration stay where they are used
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "REDOC_DIST": "SIDECAR",
}

# --- What is told to Prometheus ----------------------------------------------------------------
METRICS_TOKEN = secret("METRICS_TOKEN")

# --- Mail and logs --------------------------------------------------------------------------
vars().update(env.email_url_config(secret("EMAIL_URL") or "consolemail://"))
DEFAULT_FROM_EMAIL = SERVER_EMAIL = text("DEFAULT_FROM_EMAIL", "newsroom@localhost")

LOGGING = logs.config(
    one_of("LOG_LEVEL", "INFO", logs.LEVELS),
    one_of("LOG_FORMAT", "LINE" if DEBUG else "JSON", logs.FORMATS),
)
