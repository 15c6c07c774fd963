"""A person at the admin: opens pages, changes fields of the form that is there, presses buttons."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

from django.test import Client
from django.urls import reverse


@dataclass
class Form:
    """One form of a page: where it goes and what a browser would send."""

    action: str = ""
    values: dict = field(default_factory=dict)
    buttons: list = field(default_factory=list)


class _Forms(HTMLParser):
    """Reads the successful controls of every form, as HTML defines them; templates are inert."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.forms, self.form, self.inert = [], None, 0
        self.text = self.select = None
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        at = dict(attrs)
        if tag == "template":
            self.inert += 1
        if tag == "form":
            self.form = Form(at.get("action") or "")
            self.forms.append(self.form)
        if self.form is None or self.inert:
            return
        name, kind = at.get("name"), at.get("type", "text")
        if tag == "button" and name:
            self.form.buttons.append(at.get("value"))
        elif tag == "textarea" and name:
            self.text = name
            self.form.values[name] = ""
        elif tag == "select" and name:
            self.select = name
        elif tag == "option" and self.select:
            # The first option, unless another is selected.
            if "selected" in at or self.select not in self.form.values:
                self.form.values[self.select] = at.get("value", "")
        elif tag == "input" and name and kind not in ("checkbox", "radio", "file", "submit"):
            self.form.values[name] = at.get("value", "")
        elif tag == "input" and name and kind == "checkbox" and "checked" in at:
            self.form.values[name] = at.get("value", "on")

    def handle_data(self, data):
        if self.text:
            self.form.values[self.text] += data.removeprefix("\r\n").removeprefix("\n")

    def handle_endtag(self, tag):
        if tag == "template":
            self.inert -= 1
        elif tag == "form":
            self.form = None
        elif tag == "textarea":
            self.text = None
        elif tag == "select":
            self.select = None


class Page:
    """An answer, with its main form if it has one."""

    def __init__(self, desk, url, response):
        self.desk, self.url, self.response = desk, url, response
        self.status = response.status_code
        self.html = response.content.decode() if not response.streaming else ""
        forms = [form for form in _Forms(self.html).forms if "logout" not in form.action]
        self.forms = {form.action: form for form in forms}
        self.form = next((form for form in forms if not form.action), None)

    def __contains__(self, text):
        return text in self.html

    @property
    def buttons(self):
        return self.form.buttons if self.form else []

    def press(self, verb=None, *, files=None, **typed):
        """Type into the page's form and press a button; returns the page that comes of it."""
        data = self.form.values | typed | ({"verb": verb} if verb else {}) | (files or {})
        data = {name: value for name, value in data.items() if value is not None}
        return self.desk.post(self.url, data)


class Desk:
    """A browser in which `user` is signed in (or nobody)."""

    def __init__(self, user=None):
        self.client = Client()
        if user:
            self.client.force_login(user)

    def open(self, url):
        return Page(self, url, self.client.get(url, follow=True))

    def post(self, url, data):
        response = self.client.post(url, data, follow=True)
        landed = response.redirect_chain[-1][0] if response.redirect_chain else url
        return Page(self, landed, response)

    def write(self, blog):
        return self.open(f"{reverse('admin:liveblog_entry_add')}?blog={blog.pk}")

    def entry(self, entry):
        return self.open(change_url(entry))

    def verb(self, row, name):
        return self.open(verb_url(row, name))

    def do(self, row, name, **typed):
        """Press a verb's button on the page that asks for it."""
        return self.verb(row, name).press(**typed)


def _named(row, page):
    return f"admin:{row._meta.app_label}_{row._meta.model_name}_{page}"


def change_url(row):
    return reverse(_named(row, "change"), args=[row.pk])


def history_url(row):
    return reverse(_named(row, "history"), args=[row.pk])


def compare_url(row, old, new):
    return f"{reverse(_named(row, 'compare'), args=[row.pk])}?old={old}&new={new}"


def restore_url(entry, number):
    return reverse("admin:liveblog_entry_restore", args=[entry.pk, number])


def verb_url(row, name):
    return reverse(_named(row, "verb"), args=[row.pk, name])


def rows(name, *typed):
    """Form set data: `rows("attributions", {"source": 1})`."""
    data = {f"{name}-TOTAL_FORMS": len(typed), f"{name}-INITIAL_FORMS": 0}
    for index, row in enumerate(typed):
        data |= {f"{name}-{index}-{key}": value for key, value in row.items()}
    return data
