/* What is the page's and not the report's. */
#include <stdlib.h>

#include "cmd/gir-segment/reader/html/page.h"
#include "common/alloc.h"

enum {
	FIGURES = 10,      /* cells that hold a number: a report's table */
	BIG = 3000,        /* bytes of text that no menu and no footer has */
	SECTIONS_SHOWN = 3 /* that make a report */
};

/* ---- what the page says of itself ---- */

static void add_outside(struct page *p, struct str label, struct str value)
{
	struct buf *room = &p->cur;

	value = str_trim(value);
	if (value.n == 0)
		return;
	buf_clear(room);
	buf_put(room, label);
	buf_put(room, STR(": "));
	buf_put(room, value);
	page_add(p, STR_EMPTY, p->line, MARK_OUTSIDE);
	p->t->line[p->t->n - 1].outside = pool_dup(&p->r->pool, buf_str(room));
	buf_clear(room);
}

void outside_title(struct page *p)
{
	struct str title = pool_dup(&p->r->pool, buf_str(&p->cur));

	p->in_head = false;
	buf_clear(&p->cur);
	p->gap = p->plain = false;
	add_outside(p, STR("title"), title);
}

static bool is_name(struct str s, const char *name)
{
	size_t i;

	for (i = 0; i < s.n && name[i]; i++)
		if ((s.p[i] | 0x20) != (name[i] | 0x20))
			return false;
	return i == s.n && !name[i];
}

void outside_meta(struct page *p, const char *const *attributes)
{
	static const char *const names[] = {"SiteName", "ArticleTitle", "PubDate", "ContentSource",
					    "Url"};
	struct str name = attribute(attributes, "name");
	size_t i;

	for (i = 0; i < sizeof names / sizeof *names; i++)
		if (is_name(name, names[i])) {
			page_flush(p);
			add_outside(p, str_of(names[i]), attribute(attributes, "content"));
		}
}

/* ---- parts of the page ---- */

static bool is_figure(const struct text_line *l)
{
	return l->cell.table && l->s.n && l->s.p[0] >= '0' && l->s.p[0] <= '9';
}

/* Whether the lines from `from` on are a report or a part of one. */
static bool holds_report(const struct page *p, size_t from)
{
	size_t i, figures = 0, bytes = 0;

	for (i = from; i < p->t->n; i++) {
		if (p->mark[i] & MARK_SECTION)
			return true;
		if (p->mark[i] & MARK_LINK)
			continue;
		if (p->mark[i] & MARK_TITLE && str_has(p->t->line[i].s, STR("报")))
			return true;
		figures += is_figure(&p->t->line[i]);
		bytes += p->t->line[i].s.n;
	}
	return figures >= FIGURES || bytes >= BIG;
}

void outside_region(struct page *p, const struct frame *f)
{
	bool hidden = f->look & (LOOK_HIDDEN | LOOK_UNSEEN);
	bool report = holds_report(p, f->line);

	if (report && !hidden)
		return;
	p->region = grow(p->region, &p->region_cap, p->regions + 1, sizeof *p->region);
	p->region[p->regions++] = (struct region){f->line, p->t->n, hidden, report};
}

static void mark_region(struct page *p, const struct region *r, unsigned mark)
{
	size_t i;

	for (i = r->from; i < r->to; i++)
		p->mark[i] |= (unsigned char)mark;
}

void outside_hide(struct page *p, size_t from)
{
	for (; from < p->regions; from++)
		if (p->region[from].hidden)
			mark_region(p, &p->region[from], MARK_HIDDEN);
}

static size_t sections_shown(const struct page *p)
{
	size_t i, n = 0;

	for (i = 0; i < p->t->n; i++)
		n += (p->mark[i] & (MARK_SECTION | MARK_OUTSIDE | MARK_HIDDEN)) == MARK_SECTION;
	return n;
}

static void set_apart(struct text_line *l)
{
	if (l->s.n)
		l->outside = l->s;
	l->s = STR_EMPTY;
	l->cell = (struct text_cell){.table = 0};
}

/* A report that is not shown stands behind a tab, unless another one is shown. */
void outside_finish(struct page *p)
{
	unsigned apart = MARK_OUTSIDE;
	size_t i;

	for (i = 0; i < p->regions; i++)
		mark_region(p, &p->region[i], p->region[i].report ? MARK_HIDDEN : MARK_OUTSIDE);
	if (sections_shown(p) >= SECTIONS_SHOWN)
		apart |= MARK_HIDDEN;
	for (i = 0; i < p->t->n; i++) {
		struct text_line *l = &p->t->line[i];

		if (p->mark[i] & (l->cell.table ? apart : apart | MARK_LINK))
			set_apart(l);
	}
}
