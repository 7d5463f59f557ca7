#include "cmd/gir-segment/layout/layout.h"

#include "cmd/gir-segment/layout/layouts.h"
#include "common/utf8.h"

/* What the lines of a region look like. */
struct marks {
	size_t tab_cells; /* lines that are one cell behind one tab */
	size_t tab_rows;  /* lines with tabs otherwise */
	size_t bars;      /* lines with a bar */
	size_t bar_rows;  /* of them, with two texts or more */
	size_t bar_cells; /* of them, with one text */
};

static inline bool is_blank(const struct fold *f, struct str s)
{
	size_t i = 0;

	while (i < s.n)
		if (fold_cp(f, utf8_next(s, &i)) != ' ')
			return false;
	return true;
}

bool layout_is_blank(const struct fold *f, struct str s)
{
	return is_blank(f, s);
}

bool layout_is_sentence(struct str s)
{
	return str_has(s, STR("。"));
}

static void count_bars(const struct fold *f, struct str s, struct marks *m)
{
	size_t texts = 0, i = 0;

	while (i < s.n && texts < 2) {
		uint32_t cp = utf8_next(s, &i);
		const char *bar;

		if (cp == '|' || fold_cp(f, cp) == ' ')
			continue;
		texts++;
		bar = memchr(s.p + i, '|', s.n - i);
		i = bar ? (size_t)(bar - s.p) : s.n;
	}
	m->bars++;
	m->bar_rows += texts == 2;
	m->bar_cells += texts == 1;
}

static struct marks count_marks(const struct fold *f, const struct piece *p, size_t n)
{
	struct marks m = {0, 0, 0, 0, 0};
	size_t i;

	for (i = 0; i < n; i++) {
		struct str s = p[i].s;

		if (s.n && memchr(s.p, '|', s.n))
			count_bars(f, s, &m);
		else if (s.n && s.p[0] == '\t' && !memchr(s.p + 1, '\t', s.n - 1))
			m.tab_cells++;
		else if (s.n && memchr(s.p, '\t', s.n))
			m.tab_rows++;
	}
	return m;
}

void layout_cut(const struct fold *f, const struct piece *p, size_t n, struct blocks *out)
{
	struct marks m = count_marks(f, p, n);

	blocks_table(out);
	if (m.bars >= 3 && m.bars >= m.tab_cells + m.tab_rows) {
		if (m.bar_rows && m.bar_rows * 3 >= m.bar_cells)
			layout_bar_rows(f, p, n, out);
		else
			layout_bar_cells(f, p, n, out);
	} else if (m.tab_cells > m.tab_rows) {
		layout_tab_cells(f, p, n, out);
	} else if (m.tab_rows) {
		layout_tab_rows(f, p, n, out);
	} else {
		layout_spaces(f, p, n, out);
	}
}
