"""The pictures, clips and graphics of NewsML 1.x: each with its own caption and credit, which are
none of the story's, and in its largest size only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from liveblog.wire.fields import line
from liveblog.wire.parsed import Media, Parsed
from liveblog.wire.xmltree import Element, attribute, child, children, every, name, text

KINDS = {"text": "text", "photo": "picture", "picture": "picture", "image": "picture",
         "video": "video", "audio": "audio", "graphic": "graphic"}  # fmt: skip
# How the files of each kind are called, as a format or at the end of an address.
_FORMATS = {
    "picture": re.compile(r"\b(jpe?g|png|gif|webp|tiff?)\b", re.IGNORECASE),
    "video": re.compile(r"\b(mp4|mpe?g-?[24]?|mov|webm|quicktime)\b", re.IGNORECASE),
    "audio": re.compile(r"\b(mp3|wav|ogg|m4a|aac)\b", re.IGNORECASE),
}
_SMALL = re.compile("thumb|icon|preview|quick|low", re.IGNORECASE)


def take_pictures(item: Parsed, element: Element) -> None:
    """Move every component of an item that is a picture out of it; an item that is a picture
    itself keeps its lines, which are its own."""
    for top in children(element, "NewsComponent"):
        if _is_picture(top) and not _is_gallery(top):
            item.media.append(_picture(top))
            item.kind = item.media[-1].kind
            for content in [*every(top, "ContentItem")]:
                if not _is_title(content):
                    _remove(content)
            continue
        for found in [*_pictures_in(top)]:
            item.media.append(_picture(found))
            _remove(found)


def _pictures_in(component: Element) -> Iterator[Element]:
    """The outermost components below this one that are one picture each."""
    for each in children(component, "NewsComponent"):
        if _is_picture(each) and not _is_gallery(each):
            yield each
        else:
            yield from _pictures_in(each)


def _is_picture(component: Element) -> bool:
    """Whether there is nothing in it but one thing in as many sizes as it may be, and captions;
    beside a caption it may have a title."""
    contents = [*every(component, "ContentItem")]
    others = [each for each in contents if not _is_medium(each)]
    captions = [*filter(is_caption, others)]
    about = [*captions, *(filter(_is_title, others) if captions else ())]
    return len(others) < len(contents) and len(about) == len(others)


def _is_gallery(component: Element) -> bool:
    """Whether several of its parts are pictures with words of their own."""
    parts = [each for each in children(component, "NewsComponent") if _is_picture(each)]
    spoken = [
        each
        for each in parts
        if child(each, "NewsLines") is not None or any(map(is_caption, every(each, "ContentItem")))
    ]
    return len(parts) > 1 and bool(spoken)


def _is_medium(content: Element) -> bool:
    return bool(attribute(content, "Href")) and kind_of(content) not in ("", "text")


def kind_of(content: Element) -> str:
    """What a content is, by its medium or else its type, its format or the end of its address:
    "picture", "text"; "" if all are silent."""
    medium = attribute(child(content, "MediaType"), "FormalName").lower()
    mime = attribute(child(content, "MimeType"), "FormalName").lower().partition("/")[0]
    if stated := KINDS.get(medium) or KINDS.get(mime, ""):
        return stated
    address = attribute(content, "Href").partition("?")[0]
    for called in (
        attribute(child(content, "Format"), "FormalName"),
        address.rpartition("/")[2].rpartition(".")[2] if address else "",
    ):
        for kind, names in _FORMATS.items():
            if names.search(called[:100]):
                return kind
    return ""


def is_caption(content: Element) -> bool:
    """Whether it is the caption of a picture."""
    return "caption" in role_of(content)


def _is_title(content: Element) -> bool:
    return role_of(content) in ("title", "headline")


def role_of(content: Element) -> str:
    """The role of the component a content is in, in small letters: "title", "lead", "body"."""
    inside = (each for each in content.iterancestors() if name(each) == "NewsComponent")
    return attribute(child(next(inside, None), "Role"), "FormalName").lower()


def _picture(component: Element) -> Media:
    contents = [*every(component, "ContentItem")]
    best = max(filter(_is_medium, contents), key=_size)
    captions = [_said(each) for each in contents if is_caption(each)]
    captions += captions_in(best)
    lines = child(component, "NewsLines")
    captions.append(text(child(lines, "HeadLine")))
    credits = dict.fromkeys(
        text(each) for tag in ("ByLine", "CreditLine") for each in children(lines, tag)
    ) or _makers(component)
    return Media(
        url=attribute(best, "Href"),
        kind=kind_of(best),
        mime_type=attribute(child(best, "MimeType"), "FormalName"),
        caption=line(next(filter(None, captions), "")),
        credit=line(", ".join(filter(None, credits))),
    )


def _makers(component: Element) -> dict[str, None]:
    """Who made a picture and whose it is, where no line says it."""
    held = child(component, "AdministrativeMetadata")
    parties = [
        child(each, "Party") for tag in ("Creator", "Provider") for each in children(held, tag)
    ]
    return dict.fromkeys(attribute(each, "FormalName") for each in parties)


def captions_in(content: Element) -> Iterator[str]:
    """What a picture says of itself in its own properties."""
    for each in every(content, "Property"):
        if attribute(each, "FormalName").lower() == "caption":
            yield attribute(each, "Value", "value")


def _said(content: Element) -> str:
    data = child(content, "DataContent")
    return text(child(content, "Encoding", "DataContent") if data is None else data)


def _size(content: Element) -> tuple[int, bool]:
    """How large a rendition is; without numbers what is not called small."""
    stated = [attribute(each, "Value") for each in every(content, "Property")
              if attribute(each, "FormalName").lower() in ("width", "pixelwidth")]  # fmt: skip
    width = next((int(each) for each in stated if each.isdecimal() and len(each) < 8), 0)
    return width, not _SMALL.search(role_of(content))


def _remove(element: Element) -> None:
    above = element.getparent()
    if above is not None:
        above.remove(element)
