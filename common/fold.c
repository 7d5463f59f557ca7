#include "common/fold.h"

#include "common/data.h"
#include "common/diag.h"
#include "common/utf8.h"

static void set_range(struct fold *f, uint32_t from, uint32_t to, uint16_t as)
{
	uint32_t cp;

	for (cp = from; cp <= to; cp++)
		f->to[cp] = as;
}

static void set_each(struct fold *f, struct str characters, uint16_t as)
{
	size_t i = 0;

	while (i < characters.n)
		f->to[utf8_next(characters, &i)] = as;
}

/* The blocks of code points that differ in width or kind only. */
static void set_marks(struct fold *f)
{
	uint32_t cp;

	for (cp = 0xff01; cp <= 0xff5e; cp++) /* full-width ASCII */
		f->to[cp] = (uint16_t)(cp - 0xfee0);
	set_range(f, 0x01, 0x20, ' ');
	set_range(f, 0x7f, 0xa0, ' ');
	set_range(f, 0x2000, 0x200f, ' '); /* spaces, zero-width characters, direction marks */
	set_range(f, 0x2028, 0x202f, ' ');
	set_range(f, 0x205f, 0x206f, ' ');
	set_range(f, 0x3000, 0x3000, ' ');
	set_range(f, 0xfeff, 0xfeff, ' ');
	set_range(f, 0xad, 0xad, ' ');
	set_range(f, 0x2010, 0x2015, '-');
	set_each(f, STR("−﹣─━"), '-');
	set_each(f, STR("“”„‟«»「」『』〝〞"), '"');
	set_each(f, STR("‘’‚‛`´"), '\'');
	set_each(f, STR("〔〘【〖﹙［［"), '(');
	set_each(f, STR("〕〙】〗﹚］"), ')');
	f->to['['] = '(';
	f->to[']'] = ')';
	f->to[0x2236] = ':';
	f->to[0x3007] = 0x96f6; /* 〇 零 */
}

void fold_init(struct fold *f)
{
	struct data d;
	uint32_t cp;

	for (cp = 0; cp < 0x10000; cp++)
		f->to[cp] = (uint16_t)cp;
	set_marks(f);
	if (data_open(&d, "characters.tsv", data_text("characters.tsv")) != 0)
		die("characters.tsv: cannot be read");
	while (data_next(&d)) {
		size_t from = 0, to = 0;

		f->to[utf8_next(data_get(&d, "from"), &from) & 0xffff] =
			(uint16_t)utf8_next(data_get(&d, "to"), &to);
	}
}

void fold_text(const struct fold *f, struct str s, struct buf *to)
{
	size_t i = 0, from = 0; /* what stands between is its own folding, as most is */

	while (i < s.n) {
		size_t at = i;
		uint32_t source = utf8_next(s, &i), cp = fold_cp(f, source);

		if (cp == source && cp != UTF8_BAD)
			continue;
		buf_put(to, str_sub(s, from, at));
		buf_put_cp(to, cp);
		from = i;
	}
	buf_put(to, str_from(s, from));
}

/* Letters, digits and ideographs carry a label's meaning; marks between them do not. */
static inline bool carries_meaning(uint32_t cp)
{
	if (cp < 0x80)
		return (cp >= '0' && cp <= '9') || (cp >= 'a' && cp <= 'z') ||
		       (cp >= 'A' && cp <= 'Z');
	if (cp >= 0x3400 && cp < 0xa000) /* as most are */
		return true;
	return !(cp >= 0x80 && cp < 0xc0) && !(cp >= 0x2010 && cp < 0x2e80) &&
	       !(cp >= 0x3001 && cp < 0x3021) && cp != UTF8_BAD && !(cp >= 0xfe30 && cp < 0xfe70);
}

void fold_label(const struct fold *f, struct str s, struct buf *to)
{
	fold_label_start(f, s, SIZE_MAX, to);
}

void fold_label_start(const struct fold *f, struct str s, size_t enough, struct buf *to)
{
	size_t i = 0, from = 0; /* what stands between is its own folding, as most is */

	while (i < s.n && to->n + (i - from) <= enough) {
		size_t at = i;
		uint32_t source = utf8_next(s, &i), cp = fold_cp(f, source);
		bool kept = carries_meaning(cp);

		if (kept && cp == source)
			continue;
		buf_put(to, str_sub(s, from, at));
		if (kept)
			buf_put_cp(to, cp);
		from = i;
	}
	buf_put(to, str_sub(s, from, i));
}

uint32_t fold_label_first(const struct fold *f, struct str s)
{
	size_t i = 0;

	while (i < s.n) {
		uint32_t cp = fold_cp(f, utf8_next(s, &i));

		if (carries_meaning(cp))
			return cp;
	}
	return 0;
}
