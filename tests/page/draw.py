#!/usr/bin/env python3
"""draw [-r DEGREES] [-e KIND] <SCRIPT >PDF: a PDF of what the script says, for tests of the reader.

One operation a line, points from the upper left corner of an A4 page:
  T x y size text   text whose baseline begins there (V: not drawn, as under a scanned page)
  L x y x y [w]     a line      D: dashes of 2 points
  R x y w h [grey]  a filled rectangle, black or grey
  S x y w h         the outline of one
  C x y w s         a pie whose slices are pieces of curves (not a table)
  I                 a grey picture over the whole page
  G x y size text   text in a font of the file's own, without a map to Unicode
  P                 the next page
-r turns every page, and its content the other way, so that it looks the same. -e user: encrypted so
that a password is needed; -e copy: the same with none, but copying forbidden; -e key: no map from the
characters of the font to Unicode; -e group: everything is drawn half transparent.
"""
import hashlib
import struct
import sys

HEIGHT = 842
OWN = ("/G << /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [.001 0 0 .001 0 0] /Encoding "
       "<< /Type /Encoding /Differences [48 /a0 /a1] >> /FirstChar 48 /LastChar 49 /Widths [500 500] "
       "/CharProcs << >> >>")
PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def rc4(key, data):
    s, j, out = list(range(256)), 0, bytearray()
    for i in range(256):
        j = (j + s[i] + key[i % len(key)]) % 256
        s[i], s[j] = s[j], s[i]
    i = j = 0
    for c in data:
        i = (i + 1) % 256
        j = (j + s[i]) % 256
        s[i], s[j] = s[j], s[i]
        out.append(c ^ s[(s[i] + s[j]) % 256])
    return bytes(out)


def show(fields, mode):
    x, y, size = (float(v) for v in fields[1:4])
    text = fields[4].encode("utf-16-be").hex()
    return f"BT {mode} Tr /F {size} Tf 1 0 0 1 {x} {HEIGHT - y} Tm <{text}> Tj ET"


def draw(line):
    kind = line[0]
    if kind == "G":
        x, y, size, text = line.split(" ", 4)[1:]
        return f"BT 0 Tr /G {size} Tf 1 0 0 1 {x} {HEIGHT - float(y)} Tm ({text}) Tj ET"
    if kind in "TV":
        return show(line.split(" ", 4), 3 if kind == "V" else 0)
    v = [float(n) for n in line.split()[1:]]
    if kind in "LD":
        dash = "[2 2] 0 d" if kind == "D" else "[] 0 d"
        return f"{dash} {v[4] if len(v) > 4 else 0.5} w {v[0]} {HEIGHT - v[1]} m {v[2]} {HEIGHT - v[3]} l S"
    if kind == "R":
        grey = v[4] if len(v) > 4 else 0
        return f"{grey} g {v[0]} {HEIGHT - v[1] - v[3]} {v[2]} {v[3]} re f 0 g"
    if kind == "S":
        return f"0.5 w {v[0]} {HEIGHT - v[1] - v[3]} {v[2]} {v[3]} re S"
    if kind == "C":
        x, y, w, s = v[0], HEIGHT - v[1], v[2], v[3]
        return f"{x} {y} m {x + w} {y} l {x + w} {y - s} {x + s} {y - w} {x} {y - w} c h S"
    return "q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q"


GROUP = ("<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Group << /S /Transparency >> "
         "/Resources << /Font << /F 3 0 R >> >>")


def objects(pages, turn, mapped, grouped):
    turned = {0: "", 90: "0 1 -1 0 842 0 cm\n", 180: "-1 0 0 -1 595 842 cm\n", 270: "0 -1 1 0 0 595 cm\n"}
    box = "0 0 842 595" if turn % 180 else "0 0 595 842"
    encoding = "/UniGB-UTF16-H" if mapped else "/Identity-H"
    ordering = "GB1" if mapped else "Identity"
    out = ["<< /Type /Catalog /Pages 2 0 R >>",
           f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{5 + 2 * i} 0 R' for i in range(len(pages)))}] >>",
           f"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding {encoding} "
           "/DescendantFonts [4 0 R] >>",
           "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500] "
           f"/CIDSystemInfo << /Registry (Adobe) /Ordering ({ordering}) /Supplement 4 >> /FontDescriptor "
           "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -120 1000 880] "
           "/ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >> >>"]
    forms = []
    for i, page in enumerate(pages):
        stream = turned[turn] + "\n".join(page) + "\n"
        use = f"/XObject << /X {5 + 2 * len(pages) + i} 0 R >> /ExtGState << /A << /ca .5 /CA .5 >> >>"
        out.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] /Rotate {turn} "
                   f"/Resources << /Font << /F 3 0 R {OWN if '/G ' in stream else ''} >> {use if grouped else ''} >> /Contents {6 + 2 * i} 0 R >>")
        out.append(b"/A gs /X Do" if grouped else stream.encode("latin-1"))
        forms.append((GROUP, stream.encode("latin-1")))
    return out + (forms if grouped else [])


def encryption(kind):
    """The /Encrypt dictionary of revision 2 and the key; with `user` the key of another password."""
    owner = rc4(hashlib.md5(PAD).digest()[:5], PAD)
    allowed = -1 if kind == "user" else -64
    key = hashlib.md5(PAD + owner + struct.pack("<i", allowed) + b"0123456789abcdef").digest()[:5]
    user = rc4(b"other" if kind == "user" else key, PAD)
    return (f"<< /Filter /Standard /V 1 /R 2 /P {allowed} /O <{owner.hex()}> /U <{user.hex()}> >>", key)


def scramble(key, number, data):
    """Bytes of object `number` as they stand in an encrypted file."""
    return rc4(hashlib.md5(key + struct.pack("<I", number)[:3] + b"\0\0").digest()[:10], data)


def main():
    options = dict(zip(sys.argv[1::2], sys.argv[2::2]))
    kind = options.get("-e", "")
    pages = [[]]
    for line in sys.stdin.read().splitlines():
        if line == "P":
            pages.append([])
        elif line:
            pages[-1].append(draw(line))
    parts = objects(pages, int(options.get("-r", 0)), kind != "key", kind == "group")
    dictionary, key = encryption(kind) if kind in ("user", "copy") else (None, None)
    out, at = bytearray(b"%PDF-1.6\n%\xe2\xe3\xcf\xd3\n"), []
    for i, part in enumerate(parts + ([dictionary] if dictionary else [])):
        at.append(len(out))
        head = "<<"
        if isinstance(part, tuple):
            head, part = part
        if isinstance(part, bytes):
            if key:
                part = scramble(key, i + 1, part)
            part = b"%s /Length %d >>\nstream\n" % (head.encode(), len(part)) + part + b"\nendstream"
        else:
            for name in ("Adobe", "GB1") if key else ():
                part = part.replace(f"({name})", f"<{scramble(key, i + 1, name.encode()).hex()}>")
            part = part.encode("latin-1")
        out += b"%d 0 obj\n" % (i + 1) + part + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(at) + 1)
    for place in at:
        out += b"%010d 00000 n \n" % place
    encrypt = b""
    if dictionary:
        name = b"0123456789abcdef".hex().encode()
        encrypt = b"/Encrypt %d 0 R /ID [<%s> <%s>]" % (len(at), name, name)
    out += b"trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(at) + 1, encrypt, start)
    sys.stdout.buffer.write(out)


main()
