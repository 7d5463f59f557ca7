"""site-numbers SITE FIGURES SUMS RATES: compares every number of the tables of totals, of applicants
and of areas, on every page of a region and on the front page, with the streams; prints what differs,
then how many were compared. FIGURES is site-figures.tsv."""
import csv
import re
import sys
from pathlib import Path

from pages import Page


def rows(path):
    with open(path, encoding="utf-8", newline="") as f:
        yield from csv.DictReader((line for line in f if not line.startswith("#")), delimiter="\t",
                                  quoting=csv.QUOTE_NONE)


def value(cell):
    v = cell["v"] if cell["v"] is not None else cell["text"]
    return "" if v == "–" else v


class Checker:
    def __init__(self, figures, sums, rates):
        self.figures = list(rows(figures))
        self.sums, self.rates, self.level = {}, {}, {}
        for r in rows(sums):
            key = (r["level"], r["region"], r["year"])
            self.sums[key + (f"{r['table']}/{r['row']}/{r['col']}",)] = r
            if r["level"] in ("prefecture", "province") and r["region"]:
                self.level[r["region"]] = r["level"]
        for r in rows(rates):
            self.rates[(r["level"], r["region"], r["year"], r["indicator"])] = r["value"]
        self.compared = 0

    def sum_of(self, key, figure):
        cells = [self.sums.get(key + (c,)) for c in figure["cells"].split("+")]
        cells = [c for c in cells if c]
        numbers = [c["sum"] for c in cells if c["sum"]]
        total = str(sum(map(int, numbers))) if numbers else ""
        return total, sum(int(c["missing"]) for c in cells)

    def same(self, where, shown, expected):
        self.compared += 1
        if shown != expected:
            print(f"{where}: {shown!r}, the stream has {expected!r}")

    def amount(self, where, cell, key, figure):
        total, missing = self.sum_of(key, figure)
        self.same(where, value(cell), total)
        stated = re.search(r"缺missing (\d+)", cell["text"])
        self.same(where + " missing", int(stated[1]) if stated else 0, missing)
        self.same(where + " marked", "gap" in cell["class"].split(), missing > 0)

    def totals(self, page, table, level, code):
        lacks = "未报机关" in "".join(c["text"] for c in table[0])
        for row in table[1:]:
            year, cells = row[0]["text"], iter(row[1:])
            key = (level, code, "" if not year.isdigit() else year)
            where = f"{page} totals {year}"
            first = self.sums.get(key + ("requests/new/total",))
            self.same(where + " reports", next(cells)["text"], first["reports"] if first else "0")
            if lacks:
                next(cells)
            for figure in self.figures:
                if figure["chart"] == "applicants":
                    continue
                self.amount(f"{where} {figure['id']}", next(cells), key, figure)
                if figure["id"] == "new":
                    self.change(where, next(cells), key, figure)
                if figure["rate"]:
                    self.same(f"{where} {figure['rate']}", value(next(cells)),
                              self.rates.get(key + (figure["rate"],), ""))

    def change(self, where, cell, key, figure):
        now = self.sum_of(key, figure)[0]
        then = self.sum_of(key[:2] + (str(int(key[2] or 0) - 1),), figure)[0]
        self.same(where + " change", value(cell), str(int(now) - int(then)) if now and then else "")

    def applicants(self, page, table, level, code):
        figures = [f for f in self.figures if f["chart"] == "applicants"]
        for row in table[1:]:
            for figure, cell in zip(figures, row[1:]):
                self.amount(f"{page} {figure['id']} {row[0]['text']}", cell,
                            (level, code, row[0]["text"]), figure)

    def areas(self, page, table, caption_year, code):
        new = self.figures[0]
        rates = [figure["rate"] for figure in self.figures if figure["rate"]]
        for row in table[1:]:
            link = row[0]["link"]
            own = link == "#organs"
            at = code if own or not link else re.sub(r"\.html$", "", link.split("/")[-1])
            at = "" if at == "=unknown" else at
            level = "county" if own else self.level.get(at, "county")
            key = (level, at, caption_year)
            where = f"{page} area {at} {caption_year}"
            first = self.sums.get(key + ("requests/new/total",))
            self.same(where + " reports", value(row[1]), first["reports"] if first else "")
            self.amount(where + " new", row[2], key, new)
            self.change(where, row[3], key, new)
            for rate, cell in zip(rates, row[4:]):
                self.same(f"{where} {rate}", value(cell), self.rates.get(key + (rate,), ""))


def main():
    site = Path(sys.argv[1])
    check = Checker(*sys.argv[2:5])
    for path in [site / "index.html", *sorted(site.glob("region/*.html"))]:
        text = path.read_text(encoding="utf-8")
        page = Page(path)
        for table in page.tables.values():
            table[:] = [row for row in table if len(row) > 1]  # no dash of a table without lines
        code = path.stem
        if "totals" not in page.tables:
            continue
        code = "000000" if code == "index" else "" if code == "=unknown" else code
        level = "nation" if path.stem == "index" else check.level.get(code, "county")
        check.totals(path.name, page.tables["totals"], level, code)
        check.applicants(path.name, page.tables["applicants"], level, code)
        for name in ("areas", "children", "neighbours"):
            year = re.search(rf'id="t-{name}">.*?(\d{{4}})</span>', text)
            if name in page.tables:
                check.areas(path.name, page.tables[name], year[1], code)
    print(check.compared)


main()
