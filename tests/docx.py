"""DOCX files for the tests.

docx.py FILE [PART=XML...] <BODY
	a document whose body is the XML on standard input; a PART, as word/numbering.xml, holds XML too:
	the element around its content, with its namespaces, is added where the content does not begin
	with '<?' or '<!'. PART= with nothing behind it leaves the part out.
docx.py --report FORM FILE <STREAM
	a whole report as Word writes it, from the streams of gir-segment (title, heads, paragraphs) and
	gir-tables (cells), one behind the other; FORM is a file of common/data/forms.
"""
import csv
import io
import sys
import zipfile
from xml.sax.saxutils import escape

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
W = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
     'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
     'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
     'xmlns:v="urn:schemas-microsoft-com:vml" '
     'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"')
ROOTS = {"word/document.xml": "document", "word/numbering.xml": "numbering",
         "word/styles.xml": "styles", "word/footnotes.xml": "footnotes",
         "word/header1.xml": "hdr", "word/footer1.xml": "ftr"}


def part(name, xml):
    if xml.startswith(("<?", "<!")) or name not in ROOTS:
        return xml
    return '<?xml version="1.0" encoding="UTF-8"?><w:%s %s>%s</w:%s>' % (
        ROOTS[name], W, xml, ROOTS[name])


def write(file, parts):
    kinds = ["numbering", "styles", "footnotes", "header", "footer"]
    names = ["word/numbering.xml", "word/styles.xml", "word/footnotes.xml", "word/header1.xml",
             "word/footer1.xml"]
    types = ('<Types xmlns="%s/content-types"><Default Extension="rels" '
             'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
             '<Default Extension="xml" ContentType="application/xml"/>%s</Types>')
    override = ('<Override PartName="/%s" ContentType="application/'
                'vnd.openxmlformats-officedocument.wordprocessingml.%s+xml"/>')
    relations = '<Relationships xmlns="%s/relationships">%s</Relationships>'
    relation = '<Relationship Id="r%d" Type="%s/%s" Target="%s"/>'
    all_parts = {
        "[Content_Types].xml": types % (PACKAGE, "".join(
            override % (name, kind) for name, kind in zip(
                names + ["word/document.xml"], kinds + ["document.main"]) if name in parts)),
        "_rels/.rels": relations % (PACKAGE, relation % (1, OFFICE, "officeDocument",
                                                         "word/document.xml")),
        "word/_rels/document.xml.rels": relations % (PACKAGE, "".join(
            relation % (i, OFFICE, kind, names[i].split("/")[1])
            for i, kind in enumerate(kinds) if names[i] in parts)),
    }
    all_parts.update(parts)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, xml in all_parts.items():
            if xml:
                packed.writestr(zipfile.ZipInfo(name), part(name, xml), zipfile.ZIP_DEFLATED)


def paragraph(text):
    return '<w:p><w:r><w:t xml:space="preserve">%s</w:t></w:r></w:p>' % escape(text)


def cell(text, cols=1, merge=None):
    properties = '<w:tcW w:w="%d" w:type="dxa"/>' % (cols * 800)
    if cols > 1:
        properties += '<w:gridSpan w:val="%d"/>' % cols
    if merge:
        properties += '<w:vMerge w:val="restart"/>' if merge == "restart" else "<w:vMerge/>"
    return "<w:tc><w:tcPr>%s</w:tcPr>%s</w:tc>" % (properties, paragraph(text))


def table(rows):
    return "<w:tbl><w:tblPr/><w:tblGrid/>%s</w:tbl>" % "".join(
        "<w:tr>%s</w:tr>" % "".join(row) for row in rows)


class Form:
    def __init__(self, path):
        self.blocks, self.labels, self.rows = {}, {}, []
        with open(path, encoding="utf-8") as lines:
            for line in csv.reader((l for l in lines if not l.startswith("#")), delimiter="\t",
                                   quoting=csv.QUOTE_NONE):
                what, of, name, within, _, labels = (line + [""] * 6)[:6]
                self.labels[what, of, name] = labels.split("|")[0]
                if what == "block":
                    self.blocks[of, name] = within.split(",")
                elif what == "row":
                    self.rows.append((of, name, within))

    def label(self, what, of, name):
        return self.labels[what, of, name]


def active(form, value):
    rows = []
    for (of, block), columns in form.blocks.items():
        if of != "active":
            continue
        spans = [1] * (len(columns) - 1) + [4 - len(columns)]
        rows.append([cell(form.label("block", of, block), 4)])
        rows.append([cell("信息内容")] + [cell(form.label("column", of, c), s)
                                      for c, s in zip(columns, spans)])
        for _, name, _ in (r for r in form.rows if r[0] == of and r[2] == block):
            rows.append([cell(form.label("row", of, name))] +
                        [cell(value(of, name, c), s) for c, s in zip(columns, spans)])
    return table(rows)


def requests(form, value):
    columns = form.blocks["requests", "requests"]
    name = lambda c: form.label("column", "requests", c)
    rows = [[cell(form.label("block", "requests", "requests"), 3, "restart"),
             cell("申请人情况", 7)],
            [cell("", 3, "go on"), cell(name("natural"), 1, "restart"), cell("法人或其他组织", 5),
             cell(name("total"), 1, "restart")],
            [cell("", 3, "go on"), cell("", 1, "go on")] + [cell(name(c)) for c in columns[1:6]] +
            [cell("", 1, "go on")]]
    seen = set()
    for of, row, within in form.rows:
        if of != "requests":
            continue
        group = within.partition(":")[2]
        outer = "result" if group else ""
        label = form.label("row", of, row)
        cells = []
        for g in (outer, group if group != outer else ""):
            if g:
                cells.append(cell("" if g in seen else form.label("group", of, g), 1,
                                  "go on" if g in seen else "restart"))
                seen.add(g)
        cells.append(cell(label, 3 - len(cells)))
        rows.append(cells + [cell(value(of, row, c)) for c in columns])
    return table(rows)


def review(form, value):
    columns = form.blocks["review", "review"]
    names = [form.label("column", "review", c) for c in columns]
    return table([
        [cell("行政复议", 5), cell("行政诉讼", 10)],
        [cell(n, 1, "restart") for n in names] + [cell("未经复议直接起诉", 5), cell("复议后起诉", 5)],
        [cell("", 1, "go on") for _ in names] + [cell(n) for n in names * 2],
        [cell(value("review", r, c)) for r in ("review", "suit_direct", "suit_after")
         for c in columns]])


def unescape(field):
    return field.replace("\\n", "\n").replace("\\t", "\t").replace("\\\\", "\\")


def report(form_path, file):
    form, values, text, at = Form(form_path), {}, [], None
    for line in sys.stdin.read().split("\n"):
        fields = line.split("\t")
        if fields[0] == "doc":
            at = {name: i for i, name in enumerate(fields)}
        elif line and "kind" in at:
            if fields[at["kind"]] in ("title", "head", "para"):
                text.append((int(fields[at["sect"]]), fields[at["kind"]],
                             unescape(fields[at["text"]])))
        elif line:
            values[fields[at["table"]], fields[at["row"]], fields[at["col"]]] = \
                unescape(fields[at["raw"]])
    value = lambda *key: values[key]
    tables, body = {2: active, 3: requests, 4: review}, ""
    for section, kind, words in text:
        body += paragraph(words)
        if kind == "head" and section in tables:
            body += tables[section](form, value)
    write(file, {"word/document.xml": "<w:body>%s<w:sectPr/></w:body>" % body})


def main():
    sys.stdin = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", newline="\n")
    if sys.argv[1] == "--report":
        report(sys.argv[2], sys.argv[3])
        return
    parts = {"word/document.xml": None}
    for argument in sys.argv[2:]:
        name, _, xml = argument.partition("=")
        parts[name] = xml
    if parts["word/document.xml"] is None:
        body = sys.stdin.read()
        parts["word/document.xml"] = body if body.startswith(("<?", "<!")) else \
            "<w:body>%s</w:body>" % body
    write(sys.argv[1], parts)


main()
