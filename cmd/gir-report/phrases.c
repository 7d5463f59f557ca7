#include "cmd/gir-report/phrases.h"

#include <stdlib.h>

#include "cmd/gir-report/html.h"
#include "common/alloc.h"
#include "common/data.h"
#include "common/diag.h"

static void load(struct phrases *p, const char *file)
{
	struct data d;

	if (data_open(&d, file, data_text(file)) != 0)
		die("%s: cannot be read", file);
	while (data_next(&d)) {
		size_t at = intern_add(&p->ids, data_get(&d, "id"));

		p->v = grow(p->v, &p->cap, at + 1, sizeof *p->v);
		p->v[at] = (struct phrase){data_get(&d, "zh"), data_get(&d, "en")};
	}
}

void phrases_load(struct phrases *p)
{
	*p = (struct phrases){.v = NULL};
	load(p, "site.tsv");
	load(p, "labels.tsv");
}

void phrases_free(struct phrases *p)
{
	intern_free(&p->ids);
	free(p->v);
}

struct phrase phrase(const struct phrases *p, const char *id)
{
	size_t at = intern_find(&p->ids, str_of(id));

	if (at == STR_NONE)
		die("no phrase \"%s\" in site.tsv", id);
	return p->v[at];
}

static size_t find_of(const struct phrases *p, const char *kind, struct str name)
{
	struct buf id = BUF_INIT;
	size_t at;

	buf_put(&id, str_of(kind));
	buf_putc(&id, '.');
	buf_put(&id, name);
	at = intern_find(&p->ids, buf_str(&id));
	buf_free(&id);
	return at;
}

bool phrase_is(const struct phrases *p, const char *kind, struct str name)
{
	return find_of(p, kind, name) != STR_NONE;
}

struct phrase phrase_of(const struct phrases *p, const char *kind, struct str name)
{
	size_t at = find_of(p, kind, name);

	return at == STR_NONE ? (struct phrase){name, name} : p->v[at];
}

struct phrase label(const struct phrases *p, enum table_id table, const char *what, struct str name,
		    struct str labels)
{
	struct phrase found = {STR_EMPTY, name};
	struct buf id = BUF_INIT;
	size_t at;

	str_cut(&labels, '|', &found.zh);
	buf_put(&id, str_of(table_names[table]));
	buf_putc(&id, '/');
	buf_put(&id, str_of(what));
	buf_putc(&id, '/');
	buf_put(&id, name);
	at = intern_find(&p->ids, buf_str(&id));
	if (at != STR_NONE)
		found.en = p->v[at].en;
	buf_free(&id);
	return found;
}

static void say_by(struct buf *to, struct phrase p, void (*put)(struct buf *to, struct str text))
{
	if (str_eq(p.zh, p.en)) {
		put(to, p.zh);
		return;
	}
	html_raw(to, "<span lang=\"zh\">");
	put(to, p.zh);
	html_raw(to, "</span><span lang=\"en\">");
	put(to, p.en);
	html_raw(to, "</span>");
}

void say_phrase(struct buf *to, struct phrase p)
{
	say_by(to, p, html_text);
}

void say_fields(struct buf *to, struct phrase p)
{
	say_by(to, p, html_field);
}

void say(struct buf *to, const struct phrases *p, const char *id)
{
	say_phrase(to, phrase(p, id));
}

void say_plain(struct buf *to, struct phrase p)
{
	html_text(to, p.zh);
	if (str_eq(p.zh, p.en))
		return;
	buf_putc(to, ' ');
	html_text(to, p.en);
}
