#!/usr/bin/env python3
"""Makes the fonts of the web site from the faces beside this file: WOFF2, cut by script.

    pip install fonttools brotli
    python3 third-party/libertinus-serif/subset.py

The files go to web/ beside it and are committed; nobody needs this script to build. `latin` is what
every page needs, with real small capitals, tabular and old-style figures; `more` is the rest of Latin,
Greek and Cyrillic, which a browser fetches only where a name has such letters (unicode-range).
"""

from pathlib import Path

from fontTools import subset

HERE = Path(__file__).parent
OUT = HERE / "web"

# What French and English need, names of the Latin alphabets of Europe that are frequent in them, and our signs.
LATIN = "U+0020-007E,U+00A0-017F,U+0218-021B,U+02C6,U+02DC,U+2009,U+200A,U+200B,U+200C,U+200D,U+2010-2015,U+2018-201E,U+2020-2022,U+2026,U+202F,U+2030,U+2032,U+2033,U+2039,U+203A,U+2044,U+20AC,U+2116,U+2122,U+2190-2193,U+2212,U+2215,U+FB01,U+FB02"
MORE = "U+0180-0217,U+021C-02C5,U+02C7-02DB,U+02DD-02FF,U+0300-036F,U+0370-03FF,U+0400-052F,U+1E00-1FFF,U+2070-209F,U+20A0-20AB,U+20AD-20CF,U+2100-2115,U+2117-2121,U+2123-218F"

FACES = {"Regular": "regular", "Italic": "italic", "Semibold": "semibold"}
# Figures, capitals and joins; the face has many more that no page asks for.
FEATURES = {
    "Regular": ["kern", "mark", "mkmk", "ccmp", "locl", "liga", "lnum", "onum", "pnum", "tnum", "smcp", "c2sc", "sups"],
    "Italic": ["kern", "mark", "mkmk", "ccmp", "locl", "liga", "lnum", "tnum"],
    "Semibold": ["kern", "mark", "mkmk", "ccmp", "locl", "liga", "lnum", "tnum"],
}


def make(face: str, name: str, script: str, ranges: str) -> None:
    options = subset.Options()
    options.flavor = "woff2"
    options.layout_features = FEATURES[face]
    options.hinting = False
    options.desubroutinize = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    font = subset.load_font(str(HERE / f"LibertinusSerif-{face}.otf"), options)
    # The same bytes from the same script on any day.
    font.recalcTimestamp = False
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=subset.parse_unicodes(ranges.replace("U+", "")))
    cutter.subset(font)
    out = OUT / f"{name}-{script}.woff2"
    subset.save_font(font, str(out), options)
    print(f"{out.name}: {out.stat().st_size} bytes")


def main() -> None:
    OUT.mkdir(exist_ok=True)
    for face, name in FACES.items():
        make(face, name, "latin", LATIN)
        make(face, name, "more", MORE)


if __name__ == "__main__":
    main()
