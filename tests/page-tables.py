"""page-tables PAGE TABLE...: the cells of tables of a page, by their ids, as a reader sees them: spans
resolved, a line a row, tabs between; both languages are in the text."""
import sys

from pages import Page


def grid(rows):
    """Text by row and column; a spanning cell in each place it covers."""
    out = [{} for _ in rows]
    for y, row in enumerate(rows):
        x = 0
        for cell in row:
            while x in out[y]:
                x += 1
            for dy in range(cell["rowspan"]):
                for dx in range(cell["colspan"]):
                    if y + dy >= len(out):
                        sys.exit(f"a cell of row {y + 1} reaches below the table: {cell['text']}")
                    if x + dx in out[y + dy]:
                        sys.exit(f"two cells in one place, row {y + 1}: {cell['text']}")
                    out[y + dy][x + dx] = cell["text"].strip()
            x += cell["colspan"]
    widths = {len(line) for line in out}
    if len(widths) > 1:
        sys.exit(f"rows of different widths: {sorted(widths)}")
    return [[line[x] for x in sorted(line)] for line in out]


page = Page(sys.argv[1])
for name in sys.argv[2:]:
    for line in grid(page.tables[name]):
        print("\t".join(line))
