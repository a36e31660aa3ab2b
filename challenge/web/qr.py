"""QR codes as inline SVG."""

from functools import lru_cache

import segno
from markupsafe import Markup


@lru_cache(maxsize=512)
def qr_svg(address: str) -> Markup:
    """A QR code that leads to `address`: SVG that scales with its box, dark on light with a quiet zone."""
    svg = segno.make(address, error="m", boost_error=False).svg_inline(
        svgclass="qr", lineclass=None, omitsize=True, border=1, dark="#000", light="#fff"
    )
    return Markup(svg)  # noqa: S704 - made here, of an address
