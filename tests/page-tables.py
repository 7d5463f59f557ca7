"""page-tables PAGE TABLE...: the cells of tables of a page, by their ids, as a reader sees them: spans
resolved, a line a row, tabs between; both languages are in the text. Independent of gir-report."""
import sys
from html.parser import HTMLParser


class Page(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.tables, self.table, self.cell, self.skip = {}, None, None, 0

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "table":
            self.table = self.tables.setdefault(attrs.get("id", ""), [])
        elif tag == "tr" and self.table is not None:
            self.table.append([])
        elif tag in ("td", "th") and self.table is not None:
            self.cell = [tag, int(attrs.get("colspan", 1)), int(attrs.get("rowspan", 1)), ""]
        elif tag in ("ins", "button"):
            self.skip += 1

    def handle_endtag(self, tag):
        if tag in ("td", "th") and self.cell:
            self.table[-1].append(self.cell)
            self.cell = None
        elif tag == "table":
            self.table = None
        elif tag in ("ins", "button"):
            self.skip -= 1

    def handle_data(self, data):
        if self.cell and not self.skip:
            self.cell[3] += data


def grid(rows):
    """Text by row and column; a spanning cell in each place it covers."""
    out = [{} for _ in rows]
    for y, row in enumerate(rows):
        x = 0
        for tag, colspan, rowspan, text in row:
            while x in out[y]:
                x += 1
            for dy in range(rowspan):
                for dx in range(colspan):
                    if y + dy >= len(out):
                        sys.exit(f"a cell of row {y + 1} reaches below the table: {text}")
                    if x + dx in out[y + dy]:
                        sys.exit(f"two cells in one place, row {y + 1}: {text}")
                    out[y + dy][x + dx] = (tag, text.strip())
            x += colspan
    widths = {len(line) for line in out}
    if len(widths) > 1:
        sys.exit(f"rows of different widths: {sorted(widths)}")
    return [[line[x] for x in sorted(line)] for line in out]


def main():
    page = Page()
    with open(sys.argv[1], encoding="utf-8") as f:
        page.feed(f.read())
    for name in sys.argv[2:]:
        for line in grid(page.tables[name]):
            print("\t".join(text for tag, text in line))


main()
