"""Reading a page as its readers' browsers do: elements, found by tag, class, id or attribute."""

from html.parser import HTMLParser

from liveblog import render
from liveblog.window import find_blog, load_window

VOID = {"meta", "link", "img", "br", "hr", "input"}


class Element:
    def __init__(self, tag, attributes, parent=None):
        self.tag, self.attributes, self.parent = tag, attributes, parent
        self.children = []

    def __getitem__(self, name):
        return self.attributes[name]

    @property
    def classes(self):
        return (self.attributes.get("class") or "").split()

    @property
    def elements(self):
        return [child for child in self.children if isinstance(child, Element)]

    @property
    def text(self):
        """The text with its white space folded, as it is shown."""
        return " ".join(self._raw_text().split())

    def _raw_text(self):
        parts = (each if isinstance(each, str) else each._raw_text() for each in self.children)
        return "".join(parts)

    def all(self, tag=None, **attributes):
        """Elements below, in page order; `class_` is one class, `_` in names stands for `-`."""
        return [found for child in self.elements for found in child._all(tag, attributes)]

    def one(self, tag=None, **attributes):
        (found,) = self.all(tag, **attributes)
        return found

    def _all(self, tag, attributes):
        own = [self] if self._is(tag, attributes) else []
        return own + [found for child in self.elements for found in child._all(tag, attributes)]

    def _is(self, tag, attributes):
        if tag and self.tag != tag:
            return False
        wanted = dict(attributes)
        if wanted.pop("class_", None) not in (None, *self.classes):
            return False
        return all(self.attributes.get(n.replace("_", "-")) == v for n, v in wanted.items())


class Reader(HTMLParser):
    """Raises where an element is closed that is not the open one."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.root = self.open = Element("document", {})
        self.feed(html)
        self.close()
        assert self.open is self.root, f"<{self.open.tag}> is never closed"

    def handle_starttag(self, tag, attrs):
        element = Element(tag, dict(attrs), self.open)
        self.open.children.append(element)
        if tag not in VOID:
            self.open = element

    def handle_endtag(self, tag):
        assert tag == self.open.tag, f"</{tag}> closes <{self.open.tag}>"
        self.open = self.open.parent

    def handle_data(self, data):
        self.open.children.append(data)


def read(html):
    return Reader(html).root


def live_page(blog, **window):
    """The live page as it would be served now."""
    return read(render.render_page(load_window(find_blog(blog.slug), **window)))


def entry_of(blog, number=1):
    """The article of an entry in the timeline."""
    return live_page(blog).one("article", id=f"entry-{number}")


def regions(blog):
    """Region → its element."""
    wrappers = [each for each in live_page(blog).all() if "data-region" in each.attributes]
    return {wrapper["data-region"]: wrapper for wrapper in wrappers}
