"""Asking embedded addresses what they show of themselves: oEmbed where it is known, else OpenGraph.

Of every answer only plain text and a picture are taken; a provider's HTML is never kept.
"""
