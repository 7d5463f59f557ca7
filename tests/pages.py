"""The tables of a page, as a reader sees them; independent of gir-report. For page-tables.py and
site-numbers.py."""
from html.parser import HTMLParser


class Page(HTMLParser):
    """tables[id] = rows of cells: tag, colspan, rowspan, text, class, v (data-v), link. Both languages
    are in the text, repairs are not."""

    def __init__(self, path):
        super().__init__(convert_charrefs=True)
        self.tables, self.table, self.cell, self.skip = {}, None, None, 0
        with open(path, encoding="utf-8") as f:
            self.feed(f.read())

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "table":
            self.table = self.tables.setdefault(attrs.get("id", ""), [])
        elif tag == "tr" and self.table is not None:
            self.table.append([])
        elif tag in ("td", "th") and self.table is not None:
            self.cell = {"tag": tag, "text": "", "class": attrs.get("class") or "", "link": None,
                         "v": attrs.get("data-v"), "colspan": int(attrs.get("colspan", 1)),
                         "rowspan": int(attrs.get("rowspan", 1))}
        elif tag == "a" and self.cell is not None:
            self.cell["link"] = attrs.get("href")
        elif tag == "ins":
            self.skip += 1

    def handle_endtag(self, tag):
        if tag in ("td", "th") and self.cell is not None:
            self.table[-1].append(self.cell)
            self.cell = None
        elif tag == "table":
            self.table = None
        elif tag == "ins":
            self.skip -= 1

    def handle_data(self, data):
        if self.cell is not None and not self.skip:
            self.cell["text"] += data
