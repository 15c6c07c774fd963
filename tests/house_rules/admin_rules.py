"""What Django's admin offers and this one may not use (SR-26): read from the syntax tree."""

import ast

from tests.house_rules.rules import files

ADMIN = ("liveblog/admin/**/*.py", "newsroom/admin.py")
WRITERS = {"save", "delete", "create", "bulk_create", "bulk_update", "update", "get_or_create",
           "update_or_create", "save_form", "log_action", "log_actions"}  # fmt: skip
HARMLESS = {"fields", "context", "errors", "widget", "data", "self"}  # dicts, not rows
CLASS_NAMES = {"ModelForm", "InlineModelAdmin", "TabularInline", "StackedInline", "URLField",
               "GenericTabularInline", "GenericStackedInline", "BaseModelFormSet"}  # fmt: skip
CALLS = {"modelformset_factory", "inlineformset_factory", "modelform_factory"}
OPTIONS = {"list_editable", "inlines", "actions", "date_hierarchy", "raw_id_fields", "formset"}


def writing_around_the_verbs(root):
    """No row is stored here, no model's own form or form set is used, no list is edited."""
    for name, path in files(root, *ADMIN):
        for node in ast.walk(ast.parse(path.read_text())):
            for what in _offences(node):
                yield f"{name}:{node.lineno} {what}"


def _offences(node):
    if isinstance(node, ast.Call):
        called = _name(node.func)
        if called in CALLS:
            yield f"{called} makes keys of rows editable"
        if called in CLASS_NAMES:
            yield f"uses {called}"
        if isinstance(node.func, ast.Attribute) and called in WRITERS and not _excused(node.func):
            yield f".{called}() writes around the verbs"
    elif isinstance(node, ast.ClassDef):
        yield from (f"uses {_name(base)}" for base in node.bases if _name(base) in CLASS_NAMES)
        for line in node.body:
            yield from _option(line)


def _option(line):
    targets = line.targets if isinstance(line, ast.Assign) else []
    for target in targets:
        empty = isinstance(line.value, ast.Constant) and line.value.value is None
        if _name(target) in OPTIONS and not empty:
            yield f"{_name(target)} writes or counts around the verbs"


def _excused(func):
    return isinstance(func.value, ast.Name) and func.value.id in HARMLESS | {"actions"}


def _name(node):
    if isinstance(node, ast.Subscript):
        node = node.value
    return getattr(node, "attr", None) or getattr(node, "id", "")
