#include "cmd/gir-segment/identity/identity.h"

#include <stdlib.h>

#include "cmd/gir-segment/identity/date.h"
#include "cmd/gir-segment/identity/mentions.h"
#include "cmd/gir-segment/identity/naming.h"
#include "cmd/gir-segment/identity/opening.h"
#include "cmd/gir-segment/identity/path.h"
#include "cmd/gir-segment/identity/signature.h"
#include "cmd/gir-segment/identity/title.h"
#include "common/alloc.h"
#include "common/year.h"

enum {
	MENTION_BYTES = 256 * 1024, /* of text that may settle between places of one name */
	LINES_ALONE = 400           /* lines looked at where there is no section */
};

struct identity_finder {
	struct gazetteer g;
};

struct identity_finder *identity_new(const struct fold *fold, const struct divisions *divisions)
{
	struct identity_finder *finder = xcalloc(1, sizeof *finder);
	struct gazetteer *g = &finder->g;

	g->fold = fold;
	g->divisions = divisions;
	identity_words_load(&g->words);
	names_build(&g->names, &g->stems, &g->words, divisions);
	return finder;
}

void identity_free(struct identity_finder *finder)
{
	if (!finder)
		return;
	words_free(&finder->g.words);
	names_free(&finder->g.names);
	names_free(&finder->g.stems);
	free(finder);
}

/* All that is read of one report. */
struct evidence {
	const struct gazetteer *g;
	const struct identity_source *in;
	struct title title;
	struct naming named; /* by the title */
	struct signature signature;
	struct naming presented; /* by the opening */
	struct title head; /* of the web page, as its head says: where its title lacks something */
	struct naming headed; /* which names the organ where nothing else does */
	struct place path;
};

/* ---- the year ---- */

static int find_year(const struct evidence *e)
{
	const struct identity_source *in = e->in;
	bool report = in->first_section < in->lines;
	size_t lines = report || in->lines < LINES_ALONE ? in->lines : LINES_ALONE, i;
	int year = e->title.year;

	for (i = 0; i < lines && year == 0; i++)
		year = year_of_period(e->g->fold, identity_line(in, i));
	if (year == 0)
		year = e->head.year;
	for (i = 0; i < lines && year == 0 && report; i++)
		year = year_in_text(e->g->fold, identity_line(in, i));
	return year;
}

/* ---- the region ---- */

static void mention_lines(const struct evidence *e, size_t from, size_t to, bool briefs,
			  struct mentions *m)
{
	size_t most = MENTION_BYTES;
	struct folded text = {.cap = 0};
	size_t i;

	for (i = from; i < to && most > 0; i++) {
		struct str line = str_sub(identity_shown(e->in, i), 0, most);

		folded_set(&text, e->g->fold, line);
		mentions_add(e->g, folded_str(&text), briefs, m);
		most -= line.n;
	}
	folded_free(&text);
}

enum stage { STAGE_TITLE, STAGE_PATH, STAGE_SIGNATURE, STAGE_PAGE, STAGE_TEXT, STAGES };

/* The parents that one part of the report speaks of. */
static void gather(const struct evidence *e, enum stage stage, struct mentions *m)
{
	struct folded text = {.cap = 0};

	memset(m, 0, sizeof *m);
	switch (stage) {
	case STAGE_TITLE:
		mention_lines(e, e->title.from, e->title.to, true, m);
		break;
	case STAGE_PATH:
		path_mentions(e->g, e->in->doc, m);
		break;
	case STAGE_SIGNATURE:
		folded_set(&text, e->g->fold, e->signature.source);
		mentions_add(e->g, folded_str(&text), true, m);
		break;
	case STAGE_PAGE: /* the opening, and the site's name */
		mention_lines(e, 0, e->in->first_section, true, m);
		mention_lines(e, e->in->last_section, e->in->lines, true, m);
		break;
	default: /* prose: what looks like a short name may be two words */
		mention_lines(e, 0, e->in->lines, false, m);
		break;
	}
	folded_free(&text);
}

/* Leaves of the bearers of a name those that the report's own words point to. */
static void settle(const struct evidence *e, struct place *place)
{
	struct mentions m;
	size_t stage;

	for (stage = 0; stage < STAGES && place->n + place->stale_n > 1; stage++) {
		gather(e, (enum stage)stage, &m);
		place_narrow(place, &m);
	}
}

/* The most specific division named. What the title leaves open another place may settle, but
 * only among the bearers of the title's name. */
static const struct division *find_region(const struct evidence *e)
{
	const struct place *const places[] = {&e->named.place, &e->signature.name.place,
					      &e->presented.place, &e->headed.place, &e->path};
	const struct division *region = NULL;
	struct place open = {.named = false};
	size_t i;

	for (i = 0; i < sizeof places / sizeof *places; i++) {
		struct place place = *places[i];

		if (!place.named)
			continue;
		if (open.named)
			place_within(&place, &open);
		settle(e, &place);
		if (!place_only(&place)) {
			if (!region && !open.named)
				open = place;
			continue;
		}
		if (!region || place_below(place_only(&place), region))
			region = place_only(&place);
		if (i == 0 && e->named.whole)
			break;
	}
	return region;
}

/* ---- the organ ---- */

/* A government's office signs for the government. */
static bool signs_for_government(const struct naming *name)
{
	return name->whole || str_starts(name->org, STR("人民政府")) ||
	       str_starts(name->org, STR("政府办"));
}

/* The name of the organ: the title's, else the signature's, the opening's, the page's. A
 * government's name on a line of its own above the title may be the site's, if another organ signs.
 */
static const struct naming *find_organ(const struct evidence *e)
{
	const struct naming *signer = &e->signature.name;
	bool borrowed = e->named.whole && e->title.to - e->title.from > 1;

	if (e->named.org.n && !(borrowed && signer->org.n && !signs_for_government(signer)))
		return &e->named;
	if (signer->org.n)
		return signer;
	return e->presented.org.n ? &e->presented : &e->headed;
}

static struct str find_date(const struct evidence *e, struct pool *pool)
{
	struct date date = e->signature.date;
	char text[11];

	if (date.year == 0 && !page_date_find(e->g, e->in, &date) &&
	    !(e->title.report && head_date_find(e->g, e->in, e->title.from, &date)) &&
	    !head_says_date(e->g, e->in, &date))
		return STR_EMPTY;
	date_write(date, text);
	return pool_dup(pool, str_of(text));
}

/* The titles of the text and of the page; the page's is the text's where that has none. */
static void read_titles(struct evidence *e, struct pool *pool)
{
	bool alone = e->in->first_section == e->in->lines;

	title_find(e->g, e->in, pool, &e->title);
	if (!e->title.report || e->title.phrase.text.n == 0 || e->title.year == 0)
		title_of_page(e->g, e->in, pool, &e->head);
	if (e->head.report && !e->title.report && (alone || e->title.text.n == 0)) {
		title_free(&e->title);
		e->title = e->head;
		e->head = (struct title){.text = STR_EMPTY};
	}
}

static void read_all(struct evidence *e, struct pool *pool, struct identity *out)
{
	const struct gazetteer *g = e->g;
	int year;

	read_titles(e, pool);
	out->year = find_year(e);
	year = e->in->year ? e->in->year : out->year;
	if (e->title.report)
		naming_read(g, &e->title.phrase, e->title.source, year, e->title.traditional, pool,
			    &e->named);
	signature_find(g, e->in, year, pool, &e->signature);
	if ((!e->named.org.n && !e->signature.name.org.n) || !e->named.place.named)
		opening_find(g, e->in, e->title.to, e->in->first_section, year, pool,
			     &e->presented);
	if (e->head.report && !e->named.org.n && !e->signature.name.org.n && !e->presented.org.n)
		naming_read(g, &e->head.phrase, e->head.source, year, e->head.traditional, pool,
			    &e->headed);
	if (e->named.org.n && !str_eq(e->named.org, e->presented.org))
		e->presented = (struct naming){.org = STR_EMPTY};
	path_read(g, e->in->doc, year, &e->path);
}

void identity_find(const struct identity_finder *finder, const struct identity_source *source,
		   struct pool *pool, struct identity *out)
{
	struct evidence e = {.g = &finder->g,
			     .in = source,
			     .named = {.org = STR_EMPTY},
			     .presented = {.org = STR_EMPTY},
			     .headed = {.org = STR_EMPTY}};
	const struct division *region;
	const struct naming *organ;

	e.head.text = STR_EMPTY;
	*out = (struct identity){
		.title = STR_EMPTY, .org = STR_EMPTY, .region = STR_EMPTY, .published = STR_EMPTY};
	read_all(&e, pool, out);
	organ = find_organ(&e);
	out->title = e.title.text;
	out->title_from = e.title.from;
	out->title_to = e.title.to;
	out->org = organ->org;
	out->consolidated = organ->whole;
	region = find_region(&e);
	if (region)
		out->region = pool_dup(pool, region->code);
	out->published = find_date(&e, pool);
	title_free(&e.title);
	title_free(&e.head);
}
