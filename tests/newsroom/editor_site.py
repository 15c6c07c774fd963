"""URLs of a site with one page: the rich text editor below /admin/, on a bare form."""

from django import forms
from django.http import HttpResponse
from django.template import Context, Template
from django.urls import path
from django_prose_editor.widgets import AdminProseEditorWidget

EXTENSIONS = {
    "Bold": True,
    "Italic": True,
    "Link": True,
    "BulletList": True,
    "ListItem": True,
    "Blockquote": True,
}
PAGE = Template(
    "<!doctype html><title>Editor</title>{{ form.media }}<form method=post>{{ form }}</form>"
)


class EntryForm(forms.Form):
    body = forms.CharField(
        widget=AdminProseEditorWidget(config={"extensions": EXTENSIONS}, preset="configurable")
    )


def editor(request):
    return HttpResponse(PAGE.render(Context({"form": EntryForm()})))


urlpatterns = [path("admin/editor/", editor)]
