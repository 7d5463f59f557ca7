#include "pipelines/settle/index.h"

#include "common/area.h"
#include "common/diag.h"
#include "common/map.h"
#include "common/output.h"
#include "common/sorted.h"
#include "common/tsv.h"

struct area {
	bool seen;
	uint64_t hash;
};

struct contents {
	struct area area[AREAS];
	bool year[10000];
};

/* ---- the hash ---- */

enum { LANES = 4, BLOCK = LANES * 8 };

static uint64_t step(uint64_t h, uint64_t word)
{
	h = (h ^ word) * 0x9e3779b97f4a7c15U;
	return h ^ h >> 32;
}

/* Many bytes, which str_hash would take longer for. Each step is one to one, so that no change of a
 * single word is lost. */
static uint64_t hash_text(struct str s)
{
	uint64_t lane[LANES] = {1, 2, 3, 4}, word[LANES], h = s.n;
	size_t i;

	for (; s.n >= BLOCK; s = str_from(s, BLOCK)) {
		memcpy(word, s.p, BLOCK);
		for (i = 0; i < LANES; i++)
			lane[i] = step(lane[i], word[i]);
	}
	for (i = 0; i < LANES; i++)
		h = step(h, lane[i]);
	return step(h, str_hash(s));
}

/* ---- reading ---- */

/* Lines of one area. 0, or -1 after a message. */
static int take(struct contents *c, struct str region, struct str lines, const char *file,
		size_t line)
{
	size_t number = area_of(region);

	if (region.n > 0 && (region.n != 6 || number == AREA_NONE)) {
		diag(file, line, "the region is no code of six digits");
		return -1;
	}
	c->area[number].seen = true;
	c->area[number].hash = step(c->area[number].hash, hash_text(lines));
	return 0;
}

/* The lines of an area stand together. */
static int take_sums(struct contents *c, struct str table, const char *path)
{
	size_t at = line_end(table, 0);
	int status = 0;

	if (!str_starts(table, STR("region\tyear\t"))) {
		diag(path, 1, "no columns region and year at the left");
		return -1;
	}
	while (status == 0 && at < table.n) {
		struct str rest = str_from(table, at), region = STR_EMPTY, lines;

		str_cut(&rest, '\t', &region);
		lines = sorted_run(table, at, region.n ? str_sub(region, 0, 2) : STR("\t"));
		status = take(c, region, lines, path, 0);
		at += lines.n;
	}
	return status;
}

static int read_sums(struct contents *c, const char *path)
{
	struct str table;
	int status;

	if (map_path(path, &table) != 0) {
		diag_errno(path, "cannot read");
		return -1;
	}
	status = take_sums(c, table, path);
	map_close(table);
	return status;
}

/* 0 where it is none. */
static size_t year_of(struct str s)
{
	size_t i, year = 0;

	for (i = 0; i < s.n && i < 4 && s.p[i] >= '0' && s.p[i] <= '9'; i++)
		year = year * 10 + (size_t)(s.p[i] - '0');
	return i == s.n && i == 4 ? year : 0;
}

static int read_digest(struct contents *c, const char *path)
{
	size_t region, year;
	struct tsv t;
	int got = 0, status = 0;

	if (tsv_open(&t, path) != 0)
		return -1;
	region = tsv_need(&t, "region", &status);
	year = tsv_need(&t, "year", &status);
	while (status == 0 && (got = tsv_next(&t)) > 0) {
		status = take(c, t.field[region], t.line, path, t.in.line);
		c->year[year_of(t.field[year])] = true;
	}
	if (got < 0 || t.bad_lines > 0)
		status = -1;
	tsv_close(&t);
	return status;
}

/* ---- writing ---- */

static void put_area(struct output *to, const struct contents *c, size_t number)
{
	const struct area *a = &c->area[number];
	char room[3];
	int shift;

	if (!a->seen)
		return;
	output_put(to, str_of(area_name(number, room)));
	output_putc(to, '\t');
	for (shift = 60; shift >= 0; shift -= 4)
		output_putc(to, "0123456789abcdef"[a->hash >> shift & 15]);
	output_putc(to, '\n');
}

static void put(const struct contents *c, struct output *to)
{
	char before = '\t';
	size_t i;

	put_area(to, c, AREA_NONE);
	for (i = 0; i < AREA_NONE; i++)
		put_area(to, c, i);
	output_put(to, STR("years"));
	for (i = 1; i < sizeof c->year / sizeof *c->year; i++) {
		if (!c->year[i])
			continue;
		output_putc(to, before);
		output_size(to, i);
		before = ' ';
	}
	output_putc(to, '\n');
}

int index_write(const char *path, const char *sums, const char *digest)
{
	struct contents c = {.year = {false}};
	struct output to;

	if (read_sums(&c, sums) != 0 || read_digest(&c, digest) != 0)
		return -1;
	if (output_open(&to, path) != 0) {
		diag_errno(path, "cannot create");
		return -1;
	}
	put(&c, &to);
	return output_close(&to);
}
