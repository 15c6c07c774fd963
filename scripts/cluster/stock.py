"""Makes the tables and fills them, through the verbs; prints what is needed to work with it."""

from __future__ import annotations

import json
import secrets

LIVE_BLOGS = {"slug": "storm", "quiet": "harvest"}


def main() -> None:
    import django

    django.setup()

    from django.contrib.auth.models import User
    from django.core.management import call_command

    from liveblog import actions
    from liveblog.models import Scope

    call_command("migrate", verbosity=0)
    password = secrets.token_urlsafe(12)
    ada = User.objects.create_superuser("ada", password=password)
    team = actions.create_team(user=ada, name="Foreign desk")
    for slug in LIVE_BLOGS.values():
        fields = {"headline": f"The {slug} on the coast", "slug": slug}
        blog = actions.create_blog(user=ada, team_id=team.pk, fields=fields)
        actions.open_coverage(user=ada, blog_id=blog.pk)
    scopes = [Scope.PUBLISH, Scope.TAKEDOWN]
    _, key = actions.create_token(user=ada, name="Cluster", scopes=scopes)
    print(json.dumps({**LIVE_BLOGS, "key": key, "account": f"ada, password {password}"}))


if __name__ == "__main__":
    main()
