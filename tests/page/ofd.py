#!/usr/bin/env python3
"""ofd [-f FILE] [OPTION...] <SCRIPT: an OFD (default: to standard output) of what draw.py's script says.

Options, any of: ctm (objects are scaled by a CTM, as in OFD made from print), groups (advances as
"g N D"), template (lines stand in a template), text-template (all stands in one), block (objects in
page blocks), doctype, cut (a part is not well-formed), missing (a page's part is not there), key (the
characters have no meaning), hidden (text is not visible), scan (a picture instead of text).
"""
import io
import sys
import zipfile
from xml.sax.saxutils import escape

MM = 25.4 / 72
SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
count = 10


def number():
    global count
    count += 1
    return count


def advance(c):
    return 1 if ord(c) >= 0x1100 else 0.5


def text(fields, options):
    x, y, size = (float(v) * MM for v in fields[1:4])
    s = fields[4]
    if "key" in options:
        s = "".join(chr(0xE000 + ord(c) % 4096) for c in s)
    unit, ctm = (MM, f'CTM="{MM} 0 0 {MM} 0 0" ') if "ctm" in options else (1, "")
    steps = [advance(c) * size / unit for c in s[:-1]]
    if "groups" in options and steps and len(set(steps)) == 1:
        delta = f"g {len(steps)} {steps[0]:.4f}"
    else:
        delta = " ".join(f"{v:.4f}" for v in steps)
    delta = f' DeltaX="{delta}"' if delta else ""
    visible = 'Visible="false" ' if "hidden" in options else ""
    return (f'<ofd:TextObject ID="{number()}" {ctm}{visible}Boundary="{x:.4f} {y - size:.4f} '
            f'{sum(map(advance, s)) * size:.4f} {1.2 * size:.4f}" Font="2" Size="{size / unit:.4f}">'
            f'<ofd:TextCode X="0" Y="{size / unit:.4f}"{delta}>{escape(s)}</ofd:TextCode></ofd:TextObject>\n')


def path(d, box, width, options, fill=None):
    x, y, w, h = box
    unit, ctm = (MM, f'CTM="{MM} 0 0 {MM} 0 0" ') if "ctm" in options else (1, "")
    d = " ".join(c if c.isalpha() else f"{float(c) / unit:.4f}" for c in d)
    kind = 'Stroke="false" Fill="true" ' if fill else ""
    colour = f'<ofd:FillColor Value="{fill}"/>' if fill else ""
    return (f'<ofd:PathObject ID="{number()}" {ctm}{kind}Boundary="{x:.4f} {y:.4f} {w or .2:.4f} {h or .2:.4f}" '
            f'LineWidth="{width / unit}">{colour}<ofd:AbbreviatedData>{d}</ofd:AbbreviatedData></ofd:PathObject>\n')


def draw(line, options):
    if line[0] in "TV":
        return text(line.split(" ", 4), options)
    v = [float(n) * MM for n in line.split()[1:]]
    if line[0] in "LD":
        x, y = min(v[0], v[2]), min(v[1], v[3])
        d = ["M", v[0] - x, v[1] - y, "L", v[2] - x, v[3] - y]
        return path(list(map(str, d)), (x, y, abs(v[2] - v[0]), abs(v[3] - v[1])), 0.18, options)
    x, y, w, h = v[:4]
    d = list(map(str, ["S", 0, 0, "M", 0, 0, "L", w, 0, "L", w, h, "L", 0, h, "C"]))
    return path(d, (x, y, w, h), 0.18, options, "200 200 200" if line[0] == "R" else None)


def page(lines, options):
    whole = "text-template" in options
    template = [l for l in lines if whole or ("template" in options and l[0] != "T")]
    rest = [l for l in lines if l not in template]
    block = ("<ofd:PageBlock>", "</ofd:PageBlock>") if "block" in options else ("", "")
    out = []
    for part, above in ((rest, "TemplateID='7'" if template else ""), (template, "")):
        body = "".join(draw(l, options) for l in part)
        body = body if "scan" not in options else '<ofd:ImageObject ID="9" Boundary="0 0 210 297" ResourceID="3"/>'
        above = f'<ofd:Template {above} ZOrder="Background"/>' if above else ""
        out.append(f"{HEAD}<ofd:Page {SPACE}>"
                   f'{above}<ofd:Content><ofd:Layer ID="{number()}">{block[0]}{body}{block[1]}</ofd:Layer>'
                   "</ofd:Content></ofd:Page>")
    return out


def main():
    args = sys.argv[1:]
    target = None
    if args[:1] == ["-f"]:
        target, args = args[1], args[2:]
    options, pages = set(args), [[]]
    for line in sys.stdin.read().splitlines():
        if line == "P":
            pages.append([])
        elif line:
            pages[-1].append(line)
    doctype = '<!DOCTYPE a [<!ENTITY b "c">]>' if "doctype" in options else ""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("OFD.xml", f'{HEAD}<ofd:OFD {SPACE} Version="1.0" DocType="OFD"><ofd:DocBody>'
                   "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>")
        names, template = "", ""
        for i, lines in enumerate(pages):
            own, below = page(lines, options)
            if "cut" in options:
                own = own[:-9]
            if "missing" not in options:
                z.writestr(f"Doc_0/Pages/Page_{i}/Content.xml", own)
            names += f'<ofd:Page ID="{number()}" BaseLoc="Pages/Page_{i}/Content.xml"/>'
            if "TemplateID" in own:
                z.writestr("Doc_0/Tpls/Tpl_0/Content.xml", below)
                template = '<ofd:TemplatePage ID="7" BaseLoc="/Doc_0/Tpls/Tpl_0/Content.xml"/>'
        z.writestr("Doc_0/Document.xml", f'{HEAD}{doctype}<ofd:Document {SPACE}><ofd:CommonData><ofd:PageArea>'
                   f"<ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>{template}</ofd:CommonData>"
                   f"<ofd:Pages>{names}</ofd:Pages></ofd:Document>")
    if target:
        with open(target, "wb") as f:
            f.write(out.getvalue())
    else:
        sys.stdout.buffer.write(out.getvalue())


main()
