"""The Django project: settings, URLs, ASGI and WSGI; the product itself is `liveblog`."""
