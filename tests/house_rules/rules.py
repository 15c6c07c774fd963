"""The house rules as functions: a tree in, the offences out, each "path:line what is wrong"."""

import ast
import re

LONGEST_FILE = 300  # lines
SKIPPED = {"var", "node_modules", "__pycache__", "htmlcov"}
CODE = ("liveblog/**/*.py", "newsroom/**/*.py", "scripts/*.py", "manage.py")
MEASURED = (*CODE, "tests/**/*.py", "tests/**/*.js", "templates/**/*", "static/**/*.js")
# These rules, which must name what they forbid, and files that are not text.
NOT_TEXT = re.compile(
    r"tests/house_rules/.*|.*\.(png|jpe?g|webp|avif|gif|woff2|ico|sqlite3|gz|zip)"
)

# The only modules that may trust markup. Everything else gets it from them, or escapes.
TRUSTED_PYTHON = re.compile(r"liveblog/render(\.py|/.*\.py|_[a-z]+\.py)")
TRUSTED_SCRIPT = re.compile(r"static/newsroom/live/fragment\.js")


def files(root, *patterns):
    for path in sorted({path for pattern in patterns for path in root.glob(pattern)}):
        inside = path.relative_to(root)
        hidden = (
            any(part.startswith(".") for part in inside.parts[:-1]) and ".ci" not in inside.parts
        )
        if path.is_file() and not hidden and not SKIPPED.intersection(inside.parts):
            yield inside.as_posix(), path


def matches(root, patterns, expression, sentence, *, allowed=None):
    for name, path in files(root, *patterns):
        if allowed is not None and allowed.fullmatch(name):
            continue
        for number, line in enumerate(path.read_text(errors="replace").splitlines(), start=1):
            if expression.search(line):
                yield f"{name}:{number} {sentence}"


def long_files(root):
    for name, path in files(root, *MEASURED):
        if "/migrations/" in name:
            continue
        length = len(path.read_text(errors="replace").splitlines())
        if length > LONGEST_FILE:
            yield f"{name}:{length} longer than {LONGEST_FILE} lines"


def markup_trusted_in_python(root):
    expression = re.compile(r"\bmark_safe\b|\bSafeString\b|\bSafeText\b|__html__")
    return matches(root, CODE, expression, "trusts markup", allowed=TRUSTED_PYTHON)


def markup_trusted_in_templates(root):
    expression = re.compile(r"\|\s*safe(seq)?\b|autoescape\s+off")
    return matches(root, ["templates/**/*", "liveblog/**/*.html"], expression, "trusts markup")


def markup_trusted_in_scripts(root):
    expression = re.compile(
        r"\b(inner|outer)HTML\b|insertAdjacentHTML|document\.write|DOMParser|\beval\(|new Function"
        r"|createContextualFragment|setHTMLUnsafe"
    )
    scripts = ["static/**/*.js", "templates/**/*.html"]
    return matches(root, scripts, expression, "trusts markup", allowed=TRUSTED_SCRIPT)


def inline_scripts_and_styles(root):
    """The policy refuses them anyway; here it is said before a browser does."""
    expression = re.compile(
        r"<style\b|\sstyle=|\son[a-z]+=[\"']|javascript:"
        r"|<script(?![^>]*(\bsrc=|application/(ld\+)?json|importmap))[^>]*>"
    )
    return matches(root, ["templates/**/*.html"], expression, "inline script or style")


def signals(root):
    expression = re.compile(
        r"django\.dispatch|\bmodels\.signals\b|\bcore\.signals\b|\bdb\.backends\.signals\b"
        r"|@receiver\b|\b(pre|post)_(save|delete|init)\b|\bm2m_changed\b"
    )
    return matches(root, CODE, expression, "uses a signal")


def logic_in_save(root):
    for name, path in files(root, "liveblog/models/**/*.py", "liveblog/models.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.FunctionDef) and node.name in ("save", "delete"):
                yield f"{name}:{node.lineno} defines {node.name}()"


def editable_lists(root):
    """Django's admin advisories concern these; the verbs are the way to change a row (SR-26)."""
    expression = re.compile(r"\blist_editable\b|\bGenericInlineModelAdmin\b|\bGeneric\w+Inline\b")
    return matches(root, CODE, expression, "writes around the verbs")


def shared_page_caches(root):
    expression = re.compile(r"\bcache_page\b|\b(Update|FetchFrom)?CacheMiddleware\b")
    return matches(root, CODE, expression, "caches whole pages outside the micro-cache")


def other_matters(root):
    """Texts speak of the project alone: no machine's paths, no package registry."""
    expression = re.compile(
        r"(?<![\w.}])/(work|root|home|tmp|opt)/[\w.-]"
        r"|pypi\.org|pythonhosted\.org|npmjs\.(org|com)|\bA\.?I\.?\b(?!\w)"
    )
    patterns = [f"{top.name}/**/*" if top.is_dir() else top.name for top in root.iterdir()]
    return matches(
        root,
        [pattern for pattern in patterns if not pattern.startswith(".") or pattern[:4] == ".ci/"],
        expression,
        "speaks of something else",
        allowed=NOT_TEXT,
    )


ALL = [
    long_files,
    markup_trusted_in_python,
    markup_trusted_in_templates,
    markup_trusted_in_scripts,
    inline_scripts_and_styles,
    signals,
    logic_in_save,
    editable_lists,
    shared_page_caches,
    other_matters,
]
