"""Makes the fonts of reports, and the list of what they can draw. Wants fonttools and brotli."""

from pathlib import Path
from fontTools.merge import Merger
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

here = Path(__file__).parent
files = here / "../../node_modules/@fontsource-variable/literata/files"
scripts = ("latin", "latin-ext", "vietnamese", "cyrillic", "cyrillic-ext", "greek", "greek-ext")
# What shapes letters into others stays out: a report is searched, and copied from.
left_out = "GSUB GPOS GDEF STAT vhea vmtx HVAR MVAR VVAR DSIG gasp prep fpgm meta".split() + ["cvt "]


def part(script, weight):
    font = TTFont(files / f"literata-{script}-standard-normal.woff2")
    font.flavor = None
    font = instantiateVariableFont(font, {"opsz": 8, "wght": weight})
    for table in left_out:
        if table in font:
            del font[table]
    for glyph in font["glyf"].glyphs.values():
        glyph.expand(font["glyf"])
        glyph.removeHinting()
    path = here / f"{script}.ttf"
    font.save(path)
    return path


def whole(name, weight):
    paths = [part(script, weight) for script in scripts]
    font = Merger().merge([str(path) for path in paths])
    for path in paths:
        path.unlink()
    font["head"].created = font["head"].modified = 0
    for number, text in ((2, name), (4, f"Literata {name}"), (6, f"Literata-{name}")):
        font["name"].setName(text, number, 3, 1, 0x409)
    font.save(here / f"literata-{name.lower()}.ttf")
    return [code for code in sorted(font.getBestCmap()) if code >= 32 and code != 0xFEFF]


codes = whole("Regular", 400)
assert codes == whole("Bold", 700)
runs = []
for code in codes:
    if runs and code == runs[-1][1] + 1:
        runs[-1][1] = code
    else:
        runs.append([code, code])
lines = "".join(f"  [{first:#06x}, {last:#06x}],\n" for first, last in runs)
(here / "literata.ts").write_text(
    "/** Letters that both weights of Literata beside this file can draw: first and last of each run of code points. */\n"
    "export const literataLetters: readonly (readonly [first: number, last: number])[] = [\n" + lines + "]\n"
)
