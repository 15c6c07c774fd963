"""Signing in: django-allauth, closed to the public and told apart by address and account."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.usersessions.adapter import DefaultUserSessionsAdapter
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from liveblog import security_log

# What allauth tells a person by mail is what the log is told, too.
_EVENTS = {
    "account/email/password_changed": "password.changed",
    "account/email/password_reset": "password.changed",
    "account/email/password_set": "password.changed",
    "mfa/email/totp_activated": "second_factor.added",
    "mfa/email/webauthn_added": "second_factor.added",
    "mfa/email/recovery_codes_generated": "second_factor.added",
    "mfa/email/totp_deactivated": "second_factor.removed",
    "mfa/email/webauthn_removed": "second_factor.removed",
}


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # untyped
    """Accounts are given by a superuser; every event of one is logged."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """The peer as the server reports it: X-Forwarded-For has been judged there (SR-12)."""
        return str(request.META.get("REMOTE_ADDR", ""))

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Per account *and* address: whoever guesses cannot lock the editor out (SR-23)."""
        account = str(super()._get_login_attempts_cache_key(request, **credentials))
        return f"{account}:{self.get_client_ip(request)}"

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        # Not what was typed: people type their password into the wrong field.
        security_log.event("login.failed")

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            security_log.event("login.blocked")
            raise

    def login(self, request: HttpRequest, user: Any) -> None:
        super().login(request, user)
        security_log.event("login.ok", user=user)

    def logout(self, request: HttpRequest) -> None:
        security_log.event("logout", user=request.user)
        super().logout(request)

    def send_notification_mail(
        self, template_prefix: str, user: Any, *args: Any, **more: Any
    ) -> None:
        if template_prefix in _EVENTS:
            security_log.event(_EVENTS[template_prefix], user=user)
        super().send_notification_mail(template_prefix, user, *args, **more)


class SessionsAdapter(DefaultUserSessionsAdapter):  # type: ignore[misc]  # untyped
    def end_sessions(self, sessions: Iterable[Any]) -> None:
        for session in sessions:
            security_log.event("session.ended", user=session.user)
        super().end_sessions(sessions)


class MFAAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # untyped
    """Secrets of second factors are stored under the site's own key."""

    def encrypt(self, text: str) -> str:
        return str(_cipher().encrypt(text.encode()).decode())

    def decrypt(self, encrypted_text: str) -> str:
        return str(_cipher().decrypt(encrypted_text.encode()).decode())


def _cipher() -> MultiFernet:
    """Encrypts with SECRET_KEY; what an older key encrypted can still be read."""
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(_derived(key)) for key in keys])


def _derived(key: str) -> bytes:
    digest = hashlib.sha256(b"newsroom.second-factor:" + key.encode()).digest()
    return base64.urlsafe_b64encode(digest)
