"""Static files under names that change with their content."""

from servestatic.storage import CompressedManifestStaticFilesStorage


class StaticFilesStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # untyped
    """Also rewrites what one JavaScript module imports from another.

    Without it `live.js` would be renamed with every release and the modules it imports would
    not: for a while after an upgrade a browser could mix two releases.
    """

    support_js_module_import_aggregation = True
