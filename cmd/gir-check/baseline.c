#include "cmd/gir-check/baseline.h"

#include "common/tsv.h"

static const char *const names[BASELINE_FIELDS] = {"doc", "rule", "table", "row", "col", "actual"};

/* The fields of the stream hold no tab, so that none can run into the next. */
static struct str make_key(struct baseline *b, const struct str *field)
{
	size_t i;

	buf_clear(&b->room);
	for (i = 0; i < BASELINE_FIELDS; i++) {
		buf_put(&b->room, field[i]);
		buf_putc(&b->room, '\t');
	}
	return buf_str(&b->room);
}

static int read_keys(struct baseline *b, struct tsv *t)
{
	size_t at[BASELINE_FIELDS], i;
	struct str field[BASELINE_FIELDS];
	int status = 0, got;

	for (i = 0; i < BASELINE_FIELDS; i++)
		at[i] = tsv_need(t, names[i], &status);
	if (status != 0)
		return -1;
	while ((got = tsv_next(t)) > 0) {
		for (i = 0; i < BASELINE_FIELDS; i++)
			field[i] = t->field[at[i]];
		intern_add(&b->keys, make_key(b, field));
	}
	return got < 0 || t->bad_lines ? -1 : 0;
}

int baseline_load(struct baseline *b, const char *path)
{
	struct tsv t;
	int status;

	if (tsv_open(&t, path) != 0)
		return -1;
	status = read_keys(b, &t);
	tsv_close(&t);
	return status;
}

void baseline_free(struct baseline *b)
{
	intern_free(&b->keys);
	buf_free(&b->room);
}

bool baseline_has(struct baseline *b, const struct str field[BASELINE_FIELDS])
{
	return intern_find(&b->keys, make_key(b, field)) != STR_NONE;
}
