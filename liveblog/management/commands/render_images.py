"""`manage.py render_images`: what is missing of pictures that were stored before."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from tqdm import tqdm

from liveblog import actions
from liveblog.models import MediaAsset


class Command(BaseCommand):
    help = "Makes the AVIF, WebP and JPEG renditions that pictures lack."

    def handle(self, *args: Any, **options: Any) -> None:
        pictures = MediaAsset.objects.filter(killed_at=None, renditions=[])
        failed = 0
        ids = list(pictures.values_list("pk", flat=True))
        for asset_id in tqdm(ids, desc="Pictures", disable=None):
            try:
                actions.make_renditions(asset_id=asset_id)
            except (OSError, ValueError, actions.ActionError) as error:
                failed += 1
                self.stderr.write(f"Picture {asset_id}: {error}")
        self.stdout.write(f"{len(ids) - failed} pictures rendered, {failed} could not be.")
