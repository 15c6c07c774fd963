"""Who may sign in. Whoever may change this may do everything: superusers alone (SR-26).

Accounts are never deleted: what a person wrote stays under their name.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import User
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from liveblog import security_log
from liveblog.actions.actors import Actor
from liveblog.actions.cleaning import Cleaners, clean, line
from liveblog.actions.errors import Invalid, NotAllowed, NotFound
from liveblog.actions.teams import require_full_trust


def create_person(*, user: Actor, fields: Mapping[str, Any], password: str = "") -> User:
    """Make an account. Without a password the person sets one by “Forgot your password?”.

    Args:
        fields: `username, first_name, last_name, email, is_superuser`; all but the first optional.
    """
    require_full_trust(user)
    person = User(is_staff=True)
    _take(person, fields)
    if not password and not person.email:
        raise Invalid({"password": ["Without a mail address the account needs a first password."]})
    if password:
        _set_password(person, password)
    else:
        person.set_unusable_password()
    with transaction.atomic():
        person.save()
        _keep_address(person)
        _tell("user.created", user, person, superuser=person.is_superuser)
    return person


def change_person(*, user: Actor, person_id: int, fields: Mapping[str, Any]) -> User:
    """Change name, mail address or full trust; what is left out stays."""
    require_full_trust(user)
    with transaction.atomic():
        person = _locked(person_id)
        before = person.email
        _take(person, fields)
        if not person.is_superuser:
            _require_another(person, user)
        person.save()
        if person.email != before:
            _keep_address(person)
        _tell("user.changed", user, person, superuser=person.is_superuser)
    return person


def set_active(*, user: Actor, person_id: int, active: bool) -> User:
    """Let a person in, or keep them out from their next request on; their tokens go with it."""
    require_full_trust(user)
    with transaction.atomic():
        person = _locked(person_id)
        if not active:
            _require_another(person, user)
        person.is_active = active
        person.save(update_fields=["is_active"])
        _tell("user.changed", user, person, active=active)
    return person


def set_password(*, user: Actor, person_id: int, password: str) -> User:
    """Give a person another password. Ends every session they have."""
    require_full_trust(user)
    with transaction.atomic():
        person = _locked(person_id)
        _set_password(person, password)
        person.save(update_fields=["password"])
        _tell("password.changed", user, person)
    return person


def drop_second_factor(*, user: Actor, person_id: int) -> User:
    """Take away app, passkeys and recovery codes: for a person who has lost all of them."""
    require_full_trust(user)
    with transaction.atomic():
        person = _locked(person_id)
        Authenticator.objects.filter(user=person).delete()
        _tell("second_factor.removed", user, person)
    return person


def _locked(person_id: int) -> User:
    person = User.objects.select_for_update().filter(pk=person_id).first()
    if person is None:
        raise NotFound("There is no such person.")
    return person


def _take(person: User, fields: Mapping[str, Any]) -> None:
    named = {"username": person.username, **fields}
    for name, value in clean(named, _CLEANERS, person, "a person").items():
        setattr(person, name, value)


def _require_another(person: User, user: Actor) -> None:
    """Nobody locks the newsroom, or themselves, out."""
    if person == user:
        raise NotAllowed("Another administrator has to do this to your own account.")
    if not User.objects.filter(is_superuser=True, is_active=True).exclude(pk=person.pk).exists():
        raise NotAllowed("There must be at least one active administrator.")


def _set_password(person: User, password: str) -> None:
    try:
        validate_password(password, person)
    except ValidationError as error:
        raise Invalid({"password": list(error.messages)}) from error
    person.set_password(password)


def _keep_address(person: User) -> None:
    """The mail address given here replaces those that the person had added."""
    EmailAddress.objects.filter(user=person).delete()
    if person.email:
        EmailAddress.objects.create(user=person, email=person.email, primary=True, verified=True)


def _tell(event: str, user: Actor, person: User, **facts: Any) -> None:
    security_log.on_commit(event, user=user, person=person.username, person_id=person.pk, **facts)


def _username(value: Any, person: User) -> str:
    name = line(150, "The user name")(value, None)
    if not name:
        raise ValueError("A person needs a user name.")
    try:
        User.username_validator(name)
    except ValidationError as error:
        raise ValueError(" ".join(error.messages)) from error
    if User.objects.filter(username__iexact=name).exclude(pk=person.pk).exists():
        raise ValueError("There is a person with this user name already.")
    return name


def _email(value: Any, person: User) -> str:
    address = line(254, "The mail address")(value, None).lower()
    if not address:
        return ""
    try:
        validate_email(address)
    except ValidationError as error:
        raise ValueError("This is not a mail address.") from error
    taken = EmailAddress.objects.filter(email__iexact=address).exclude(user=person.pk).exists()
    if taken or User.objects.filter(email__iexact=address).exclude(pk=person.pk).exists():
        raise ValueError("Another person has this mail address.")
    return address


def _flag(value: Any, _: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError("Full trust is given or not.")
    return value


_CLEANERS: Cleaners = {
    "username": _username,
    "first_name": line(150, "The first name"),
    "last_name": line(150, "The last name"),
    "email": _email,
    "is_superuser": _flag,
}
