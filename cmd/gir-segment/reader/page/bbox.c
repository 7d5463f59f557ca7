#include "cmd/gir-segment/reader/page/bbox.h"

#include "cmd/gir-segment/reader/page/glyphs.h"
#include "cmd/gir-segment/reader/xml/sax.h"
#include "common/utf8.h"

struct reader {
	struct pages *pages;
	struct bbox_counts *counts;
	struct buf word;
	struct box box;
	bool in_word;
};

static void on_start(void *context, struct str name, const struct sax_attributes *a)
{
	struct reader *r = context;

	if (str_is(name, "page")) {
		pages_add(r->pages, sax_number_of(a, "width", 0), sax_number_of(a, "height", 0));
	} else if (str_is(name, "word")) {
		r->box = (struct box){sax_number_of(a, "xMin", 0), sax_number_of(a, "yMin", 0),
				      sax_number_of(a, "xMax", 0), sax_number_of(a, "yMax", 0)};
		buf_clear(&r->word);
		r->in_word = true;
	}
}

static void on_text(void *context, struct str s)
{
	struct reader *r = context;

	if (r->in_word)
		buf_put(&r->word, s);
}

static void on_end(void *context, struct str name)
{
	struct reader *r = context;
	struct str s = buf_str(&r->word);

	if (str_is(name, "page") && r->pages->n)
		page_turn(&r->pages->page[r->pages->n - 1]);
	if (!str_is(name, "word") || !r->in_word)
		return;
	r->in_word = false;
	if (r->pages->n == 0)
		return;
	r->counts->unmapped += glyphs_unmapped(s);
	r->counts->glyphs += glyphs_count(s);
	page_word(r->pages, &r->pages->page[r->pages->n - 1], s, r->box);
}

/* Control characters and what is not UTF-8 become replacement characters. */
static void make_valid(struct buf *b)
{
	struct buf valid = BUF_INIT;
	struct str s = buf_str(b);
	size_t i = 0;

	buf_reserve(&valid, s.n + 1);
	while (i < s.n) {
		uint32_t cp = utf8_next(s, &i);
		bool control = cp < ' ' && cp != '\n' && cp != '\t' && cp != '\r';

		buf_put_cp(&valid, control || cp == 0xfffe || cp == 0xffff ? UTF8_BAD : cp);
	}
	buf_free(b);
	*b = valid;
}

bool bbox_read(struct buf *xhtml, struct pages *pages, struct bbox_counts *counts)
{
	static const struct sax handler = {on_start, on_end, on_text};
	struct reader r = {.pages = pages, .counts = counts};
	bool done;

	make_valid(xhtml);
	done = sax_parse(buf_str(xhtml), true, &handler, &r);
	buf_free(&r.word);
	return done;
}
