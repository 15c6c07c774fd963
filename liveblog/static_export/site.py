"""What belongs to no one live blog: lists, sitemaps, pictures that were killed, static files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.db.models import Exists, OuterRef

from liveblog import render
from liveblog.models import LiveBlog, MediaAsset, Topic
from liveblog.static_export.blog import put, put_all
from liveblog.static_export.tree import Tree, file_of

LISTS = ("/", "/sitemap.xml", "/news-sitemap.xml", "/robots.txt")
ERRORS = (404, 410)
FOR_EDITORS = ("newsroom/admin/", "newsroom/desk/")


def put_lists(tree: Tree) -> Iterator[None]:
    """The front page, the topics, the sitemaps; topics that are no longer there go."""
    days = LiveBlog.objects.public().filter(topic=OuterRef("pk"))
    topics = [topic.get_absolute_url() for topic in Topic.objects.filter(Exists(days))]
    written = set()
    for address in (*LISTS, *topics):
        for at, _ in put_all(tree, address):
            written.add(file_of(at))
            yield
    for file in [*tree.below("topics"), *tree.below("_page")]:
        if file not in written:
            tree.forget(file)
    for status in ERRORS:
        tree.write(f"_errors/{status}.html", render.render_error(status).encode())


def take_killed_pictures(tree: Tree) -> None:
    """Mark what is there of killed pictures, whether or not an update shows them still."""
    for asset in MediaAsset.objects.filter(killed_at__isnull=False):
        for name in [asset.file.name, *_renditions_there(tree, asset)]:
            address = asset.file.storage.url(name)
            if tree.has(file_of(address)):
                put(tree, address)


def _renditions_there(tree: Tree, asset: MediaAsset) -> Iterator[str]:
    """Also those of an earlier focal point, which the row names no more."""
    token = PurePosixPath(asset.file.name).stem
    for folder in {PurePosixPath(made["path"]).parent for made in asset.renditions}:
        for file in tree.below(f"media/{folder}"):
            if PurePosixPath(file).name.startswith(token):
                yield file.removeprefix("media/")


def put_static(tree: Tree) -> Iterator[None]:
    """What pages are made with. Earlier releases' files stay: open pages may ask for them."""
    for name, path in _static_files():
        if name.startswith("newsroom/") and not name.startswith(FOR_EDITORS):
            tree.write(f"static/{name}", path.read_bytes())
            yield


def _static_files() -> Iterator[tuple[str, Path]]:
    """Names and files as the pages know them: collected, or in development where they are."""
    root = Path(settings.STATIC_ROOT)
    if not settings.DEBUG and root.is_dir():
        for path in sorted(root.rglob("*")):
            if path.is_file():
                yield path.relative_to(root).as_posix(), path
        return
    for finder in get_finders():
        for name, storage in finder.list([]):
            yield name, Path(storage.path(name))
