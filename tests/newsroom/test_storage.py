"""A release's scripts import that release's modules."""

from django.core.files.storage import FileSystemStorage

from newsroom.storage import StaticFilesStorage


def test_a_module_imports_its_siblings_by_their_hashed_names(tmp_path, settings):
    settings.DEBUG = False
    (tmp_path / "live.js").write_text('import { wait } from "./wait.js";\nwait();\n')
    (tmp_path / "wait.js").write_text("export const wait = () => 1;\n")
    source = FileSystemStorage(tmp_path)
    storage = StaticFilesStorage(location=tmp_path, base_url="/static/")
    done = storage.post_process({name: (source, name) for name in ("live.js", "wait.js")})
    assert [error for _, _, error in done if isinstance(error, Exception)] == []
    script = (tmp_path / storage.stored_name("live.js")).read_text()
    assert storage.stored_name("wait.js") in script
