"""The Django project: settings, URLs, ASGI and WSGI. Configuration only; the product is `liveblog`."""
