"""Pictures the project draws itself, the same every time."""

from collections.abc import Callable

from PIL import Image

from liveblog.demo.scenes.gauge import draw_gauge
from liveblog.demo.scenes.harbor import draw_harbor
from liveblog.demo.scenes.storm_map import draw_storm_map

SCENES: dict[str, Callable[[], Image.Image]] = {
    "harbor": draw_harbor,
    "storm-map": draw_storm_map,
    "gauge": draw_gauge,
}

__all__ = ["SCENES", "draw_gauge", "draw_harbor", "draw_storm_map"]
