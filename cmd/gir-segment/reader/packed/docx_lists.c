#include "cmd/gir-segment/reader/packed/docx_lists.h"

#include <stdlib.h>

#include "cmd/gir-segment/reader/packed/docx_count.h"
#include "cmd/gir-segment/reader/packed/docx_xml.h"
#include "common/alloc.h"
#include "common/intern.h"
#include "common/pool.h"
#include "common/utf8.h"

enum {
	LEVELS = 9,
	MOST = 2048, /* lists and styles: more than a document of Word's can have in use */
	HOPS = 16    /* styles that a style is based on */
};

struct level {
	int start, restart; /* restart: the level that starts it anew, -1: any above; 0: none */
	enum docx_notation notation;
	bool legal; /* all numbers of the label are decimal */
	struct str text;
	size_t style; /* the paragraph style tied to it, or STR_NONE */
};

struct abstract {
	int id;
	struct level level[LEVELS];
	size_t link; /* the style whose list it really is, or STR_NONE */
	int count[LEVELS];
	bool counted[LEVELS];
};

struct num {
	int id, abstract;   /* an id of an abstract */
	int start[LEVELS];  /* -1: as the abstract's */
	struct level **own; /* levels of its own, or NULL */
	bool used[LEVELS];
};

struct style {
	size_t based_on; /* or STR_NONE */
	int num, level;
	struct docx_look look;
};

struct docx_lists {
	struct pool pool;
	struct intern names; /* of styles; a style's index is its name's */
	struct style *style;
	size_t style_cap, default_style;
	struct abstract *abstract;
	size_t abstracts, abstract_cap;
	struct num *num;
	size_t nums, num_cap;
};

/* Where the reading of a part is. */
struct place {
	struct docx_lists *lists;
	struct abstract *abstract;
	struct num *num;
	struct style *style;
	int level; /* of the abstract or of the override at hand, or -1 */
	size_t skip;
};

/* The index of a style, which is added where it is new; STR_NONE where there are too many. */
static size_t style_named(struct docx_lists *l, struct str name)
{
	size_t i = intern_find(&l->names, name);

	if (i != STR_NONE || name.n == 0 || l->names.n >= MOST)
		return name.n ? i : STR_NONE;
	i = intern_add(&l->names, name);
	l->style = grow(l->style, &l->style_cap, i + 1, sizeof *l->style);
	l->style[i] = (struct style){STR_NONE, -1, -1, {false, false}};
	return i;
}

/* ---- word/styles.xml ---- */

static void begin_style(struct place *p, const struct sax_attributes *a)
{
	size_t i = STR_NONE;

	p->style = NULL;
	/* What a table's style hides, it hides in some of its cells only. */
	if (str_is(sax_attribute(a, "type"), "table"))
		return;
	i = style_named(p->lists, sax_attribute(a, "styleId"));
	if (i == STR_NONE)
		return;
	p->style = &p->lists->style[i];
	if (str_is(sax_attribute(a, "type"), "paragraph") &&
	    str_is(sax_attribute(a, "default"), "1"))
		p->lists->default_style = i;
}

static bool style_start(void *context, enum docx_element e, const struct sax_attributes *a)
{
	struct place *p = context;

	if (p->skip || e == EL_CHANGE) {
		p->skip++;
		return true;
	}
	if (e == EL_STYLE) {
		begin_style(p, a);
	} else if (p->style && e == EL_BASED_ON) {
		size_t self = (size_t)(p->style - p->lists->style);
		size_t other = style_named(p->lists, sax_attribute(a, "val"));

		p->style = &p->lists->style[self];
		p->style->based_on = other;
	} else if (p->style && e == EL_NUM_ID) {
		p->style->num = docx_number(a, "val", -1);
	} else if (p->style && e == EL_LEVEL_INDEX) {
		p->style->level = docx_number(a, "val", -1);
	} else if (p->style && (e == EL_VANISH || e == EL_STRIKE)) {
		p->style->look.hidden = docx_on(a);
	} else if (p->style && e == EL_VERTICAL_ALIGN) {
		p->style->look.raised = !str_is(sax_attribute(a, "val"), "baseline");
	}
	return true;
}

static void style_end(void *context, enum docx_element e)
{
	struct place *p = context;

	if (p->skip)
		p->skip--;
	else if (e == EL_STYLE)
		p->style = NULL;
}

/* ---- word/numbering.xml ---- */

static const struct level plain_level = {1, -1, NOTATION_DECIMAL, false, {"", 0}, STR_NONE};

static void begin_abstract(struct place *p, const struct sax_attributes *a)
{
	struct docx_lists *l = p->lists;
	struct abstract *new;
	int i;

	p->level = -1;
	p->abstract = NULL;
	if (l->abstracts == MOST)
		return;
	l->abstract = grow(l->abstract, &l->abstract_cap, l->abstracts + 1, sizeof *l->abstract);
	new = p->abstract = &l->abstract[l->abstracts++];
	*new = (struct abstract){.id = docx_number(a, "abstractNumId", -1), .link = STR_NONE};
	for (i = 0; i < LEVELS; i++)
		new->level[i] = plain_level;
}

static void begin_num(struct place *p, const struct sax_attributes *a)
{
	struct docx_lists *l = p->lists;
	int i;

	p->level = -1;
	p->num = NULL;
	if (l->nums == MOST)
		return;
	l->num = grow(l->num, &l->num_cap, l->nums + 1, sizeof *l->num);
	p->num = &l->num[l->nums++];
	*p->num = (struct num){.id = docx_number(a, "numId", -1), .abstract = -1};
	for (i = 0; i < LEVELS; i++)
		p->num->start[i] = -1;
}

/* The level that is being described: of the abstract, or the num's own. */
static struct level *level_at(struct place *p)
{
	struct num *n = p->num;

	if (p->level < 0)
		return NULL;
	if (!n)
		return p->abstract ? &p->abstract->level[p->level] : NULL;
	return n->own ? n->own[p->level] : NULL;
}

static void begin_level(struct place *p, const struct sax_attributes *a)
{
	struct pool *pool = &p->lists->pool;

	p->level = docx_number(a, "ilvl", p->level);
	p->level = p->level < LEVELS ? p->level : -1;
	if (p->level < 0 || !p->num)
		return;
	if (!p->num->own) {
		p->num->own = pool_alloc(pool, LEVELS * sizeof *p->num->own);
		memset(p->num->own, 0, LEVELS * sizeof *p->num->own);
	}
	if (!p->num->own[p->level])
		p->num->own[p->level] = pool_alloc(pool, sizeof **p->num->own);
	*p->num->own[p->level] = plain_level;
}

static void describe_level(struct place *p, struct level *level, enum docx_element e,
			   const struct sax_attributes *a)
{
	if (e == EL_START)
		level->start = docx_number(a, "val", 1);
	else if (e == EL_LEVEL_RESTART)
		level->restart = docx_number(a, "val", -1);
	else if (e == EL_NUM_FORMAT)
		level->notation = docx_notation_named(sax_attribute(a, "val"));
	else if (e == EL_LEGAL)
		level->legal = docx_on(a);
	else if (e == EL_LEVEL_TEXT && str_is(sax_attribute(a, "null"), "1"))
		level->text = STR_EMPTY;
	else if (e == EL_LEVEL_TEXT)
		level->text = pool_dup(&p->lists->pool, sax_attribute(a, "val"));
	else if (e == EL_PARAGRAPH_STYLE)
		level->style = style_named(p->lists, sax_attribute(a, "val"));
}

static bool number_start(void *context, enum docx_element e, const struct sax_attributes *a)
{
	struct place *p = context;
	struct level *level;

	/* A notation of its own making is spelt out in w14; what stands in for it will do. */
	if (p->skip || e == EL_CHANGE || e == EL_CHOICE) {
		p->skip++;
		return true;
	}
	if (e == EL_ABSTRACT_NUM) {
		begin_abstract(p, a);
	} else if (e == EL_NUM) {
		begin_num(p, a);
	} else if (e == EL_ABSTRACT_NUM_ID && p->num) {
		p->num->abstract = docx_number(a, "val", -1);
	} else if (e == EL_NUM_STYLE_LINK && p->abstract) {
		p->abstract->link = style_named(p->lists, sax_attribute(a, "val"));
	} else if (e == EL_LEVEL_OVERRIDE) {
		p->level = docx_number(a, "ilvl", -1);
		p->level = p->level < LEVELS ? p->level : -1;
	} else if (e == EL_START_OVERRIDE && p->num && p->level >= 0) {
		p->num->start[p->level] = docx_number(a, "val", 1);
	} else if (e == EL_LEVEL) {
		begin_level(p, a);
	} else if ((level = level_at(p))) {
		describe_level(p, level, e, a);
	}
	return true;
}

static void number_end(void *context, enum docx_element e)
{
	struct place *p = context;

	if (p->skip) {
		p->skip--;
	} else if (e == EL_ABSTRACT_NUM || e == EL_NUM) {
		p->abstract = NULL;
		p->num = NULL;
		p->level = -1;
	}
}

/* ---- labels ---- */

static struct abstract *abstract_of(struct docx_lists *l, int id)
{
	size_t i;

	for (i = 0; i < l->abstracts; i++)
		if (l->abstract[i].id == id)
			return &l->abstract[i];
	return NULL;
}

static struct num *num_of(struct docx_lists *l, int id)
{
	size_t i;

	for (i = 0; i < l->nums && id > 0; i++)
		if (l->num[i].id == id)
			return &l->num[i];
	return NULL;
}

/* Fills what is not said yet from the style and those that it is based on. */
static void inherit(const struct docx_lists *l, size_t style, int *num, int *level)
{
	int hops;

	for (hops = 0; style != STR_NONE && *num < 0 && hops < HOPS; hops++) {
		*num = l->style[style].num;
		if (*level < 0)
			*level = l->style[style].level;
		style = l->style[style].based_on;
	}
}

/* The level that the style is tied to, else the first. */
static int level_of_style(const struct docx_lists *l, const struct abstract *a, size_t style)
{
	int i, hops;

	for (hops = 0; style != STR_NONE && hops < HOPS; hops++) {
		for (i = 0; i < LEVELS; i++)
			if (a->level[i].style == style)
				return i;
		style = l->style[style].based_on;
	}
	return 0;
}

static const struct level *level_in(const struct num *n, const struct abstract *a, int i)
{
	return n->own && n->own[i] ? n->own[i] : &a->level[i];
}

static int start_of(const struct num *n, const struct abstract *a, int i)
{
	return n->start[i] >= 0 ? n->start[i] : level_in(n, a, i)->start;
}

/* Counts one more at the level: what is deeper starts anew. */
static void count(struct num *n, struct abstract *a, int level)
{
	int i;

	if (!a->counted[level] || (n->start[level] >= 0 && !n->used[level]))
		a->count[level] = start_of(n, a, level);
	else
		a->count[level]++;
	a->counted[level] = n->used[level] = true;
	for (i = level + 1; i < LEVELS; i++) {
		int restart = level_in(n, a, i)->restart;

		if (restart != 0 && (restart < 0 || level < restart))
			a->counted[i] = false;
	}
}

static void put_label(const struct num *n, const struct abstract *a, int level, struct buf *to)
{
	const struct level *at = level_in(n, a, level);
	size_t i;

	if (at->notation == NOTATION_BULLET)
		return;
	for (i = 0; i < at->text.n; i++) {
		int part;

		if (at->text.p[i] != '%' || i + 1 == at->text.n || at->text.p[i + 1] < '1' ||
		    at->text.p[i + 1] > '9') {
			buf_putc(to, at->text.p[i]);
			continue;
		}
		part = at->text.p[++i] - '1';
		docx_count(at->legal ? NOTATION_DECIMAL : level_in(n, a, part)->notation,
			   a->counted[part] ? a->count[part] : start_of(n, a, part), to);
	}
}

void docx_lists_label(struct docx_lists *l, const struct docx_numbered *p, struct buf *to)
{
	size_t style = p->style.n ? intern_find(&l->names, p->style) : l->default_style;
	int id = p->num, level = p->level;
	struct abstract *a;
	struct num *n;

	buf_clear(to);
	if (l->nums == 0)
		return;
	inherit(l, style, &id, &level);
	n = num_of(l, id);
	a = n ? abstract_of(l, n->abstract) : NULL;
	if (a && a->link != STR_NONE) { /* a list by the name of a style */
		n = num_of(l, l->style[a->link].num);
		a = n ? abstract_of(l, n->abstract) : NULL;
	}
	if (!a)
		return;
	if (level < 0)
		level = level_of_style(l, a, style);
	level = level < LEVELS ? level : LEVELS - 1;
	count(n, a, level);
	put_label(n, a, level, to);
}

struct docx_look docx_lists_look(const struct docx_lists *l, struct str style)
{
	size_t at = style.n && l->names.n ? intern_find(&l->names, style) : STR_NONE;
	struct docx_look look = {false, false};
	int hops;

	for (hops = 0; at != STR_NONE && hops < HOPS; hops++) {
		look.hidden |= l->style[at].look.hidden;
		look.raised |= l->style[at].look.raised;
		at = l->style[at].based_on;
	}
	return look;
}

struct docx_lists *docx_lists_new(struct str styles, struct str numbering)
{
	static const struct docx_handler of_styles = {style_start, style_end, NULL};
	static const struct docx_handler of_numbering = {number_start, number_end, NULL};
	struct docx_lists *l = xcalloc(1, sizeof *l);
	struct place p = {.lists = l, .level = -1};

	l->default_style = STR_NONE;
	/* Most documents have long styles that say nothing of this. */
	if (str_has(styles, STR("numPr")) || str_has(styles, STR("anish")) ||
	    str_has(styles, STR("trike")) || str_has(styles, STR("vertAlign")))
		docx_xml_read(styles, &of_styles, &p);
	p = (struct place){.lists = l, .level = -1};
	docx_xml_read(numbering, &of_numbering, &p);
	return l;
}

void docx_lists_free(struct docx_lists *l)
{
	if (!l)
		return;
	intern_free(&l->names);
	free(l->style);
	free(l->abstract);
	free(l->num);
	pool_free(&l->pool);
	free(l);
}
