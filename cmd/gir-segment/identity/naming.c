#include "cmd/gir-segment/identity/naming.h"

#include "cmd/gir-segment/identity/branch.h"
#include "common/utf8.h"

enum { LONGEST = 120 /* bytes of an organ's name */ };

bool is_traditional(const struct fold *fold, struct str source)
{
	size_t i = 0, changed = 0;

	while (i < source.n && changed < 2) {
		uint32_t cp = utf8_next(source, &i);

		changed += cp >= 0x4e00 && cp < 0xa000 && fold_cp(fold, cp) != cp;
	}
	return changed >= 2;
}

/* One character of a canonical name. */
static void put_char(struct buf *to, uint32_t folded, uint32_t source, bool traditional)
{
	bool form = (source >= 0x2e80 && source < 0x2fe0) || (source >= 0xf900 && source < 0xfb00);

	if (folded == '(')
		buf_put_cp(to, 0xff08);
	else if (folded == ')')
		buf_put_cp(to, 0xff09);
	else if (form || (source >= 0xff01 && source < 0xff5f) ||
		 (traditional && source >= 0x3400 && source < 0xa000))
		buf_put_cp(to, folded);
	else
		buf_put_cp(to, source);
}

/* Bytes [i, j) of the phrase as the streams carry an organ's name. */
static struct str canonical(const struct folded *phrase, struct str source, size_t i, size_t j,
			    bool traditional, struct pool *pool)
{
	struct str s = folded_str(phrase), org;
	struct buf room = BUF_INIT;

	while (i < j) {
		size_t at = phrase->from[i];
		uint32_t folded = utf8_next(s, &i);

		put_char(&room, folded, utf8_next(source, &at), traditional);
	}
	org = pool_dup(pool, buf_str(&room));
	buf_free(&room);
	return org;
}

/* The name without a remark in brackets behind it. */
static struct str without_remark(struct str s)
{
	size_t open = str_ends(s, STR(")")) ? str_find(s, STR("("), 0) : STR_NONE;

	return open == STR_NONE ? s : str_sub(s, 0, open);
}

static bool has_marks(struct str s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		switch (s.p[i]) {
		case ',':
		case ';':
		case '!':
		case '?':
		case ':':
		case '|':
		case '/':
		case '_':
		case '<':
		case '>':
		case '=':
		case '"':
		case '\\':
			return true;
		default:
			break;
		}
	return str_has(s, STR("。")) || str_has(s, STR("《")) || str_has(s, STR("》"));
}

static bool is_organ(const struct words *w, struct str s)
{
	struct str name = without_remark(s);

	return name.n >= 6 && s.n <= LONGEST && !has_marks(s) && words_end(w, WORD_ORGAN, name) &&
	       !words_start(w, WORD_PRONOUN, s);
}

/* Cuts what stands around a name; the range is of s. */
static void strip(const struct words *w, struct str s, size_t *i, size_t *j)
{
	static const struct str behind[] = {{"(盖章)", 8}, {"(公章)", 8}, {"(章)", 5}, {"关于", 6},
					    {"的", 3},     {"印发", 6},   {"公布", 6}, {"发布", 6},
					    {"公开", 6},   {"报送", 6},   {"上报", 6}, {":", 1},
					    {"-", 1},      {"(", 1},      {"《", 3},   {"\"", 1},
					    {"<", 1},      {"·", 2},      {"、", 3}};
	size_t n, k;

	while (*i < *j && (n = words_start(w, WORD_BEFORE, str_sub(s, *i, *j))) > 0)
		*i += n;
	for (k = 0; k < sizeof behind / sizeof *behind; k++) {
		if (str_ends(str_sub(s, *i, *j), behind[k])) {
			*j -= behind[k].n;
			k = SIZE_MAX; /* start again */
		}
	}
	if (str_ends(str_sub(s, *i, *j), STR(")")) && !str_has(str_sub(s, *i, *j), STR("(")))
		*j -= 1;
}

/* The word for a kind of division that s starts with: 区 of 区科技局. */
static size_t kind_word(struct str s)
{
	static const struct str kinds[] = {{"市", 3}, {"区", 3}, {"县", 3}, {"省", 3},
					   {"州", 3}, {"旗", 3}, {"盟", 3}};
	size_t k;

	for (k = 0; k < sizeof kinds / sizeof *kinds; k++)
		if (str_starts(s, kinds[k]))
			return kinds[k].n;
	return 0;
}

/* Whether a name that begins so keeps the 市 or 县 before it (市级, 市委). */
static bool clings(const struct words *w, struct str s)
{
	return words_start(w, WORD_CLINGING, s) && !str_starts(s, STR("委员会"));
}

/* 区科技局 is the 科技局 of a district not named; 市场监督管理局 and 区委办公室 are names. */
static size_t skip_kind(const struct words *w, struct str s)
{
	size_t n = kind_word(s);
	struct str rest = str_from(s, n);

	if (n == 0 || words_start(w, WORD_SHARED, s) || clings(w, rest))
		return 0;
	return words_has(w, WORD_WHOLE, rest) || is_organ(w, rest) ? n : 0;
}

/* 国家税务总局宁波市税务局: the name is whole, the place is in it; 国网浙江省…宁波供电公司: the
 * place is the last one that lies in the one before. */
static void read_within(const struct gazetteer *g, struct str s, int year, struct place *place)
{
	struct place next;
	size_t i = 0;

	if (words_start(&g->words, WORD_STATELESS, s) || !words_start(&g->words, WORD_NATIONAL, s))
		return;
	while (i < s.n && !place_read(g, s, i, year, place))
		i = place_next(s, i);
	for (i = place->end; place->named && i < s.n; i = place_next(s, i))
		if (place_read(g, s, i, year, &next) && place_only(&next) && place_only(place) &&
		    place_below(place_only(&next), place_only(place)))
			*place = next;
	place_of_branch(g, s, place->end, year, place);
}

/* Where the organ's name begins, behind the place's. */
static size_t organ_start(const struct gazetteer *g, struct str s, const struct place *place)
{
	struct str rest = str_from(s, place->end);

	/* 鹿城区人民政府五马街道办事处 is the street's office. */
	if (str_starts(rest, STR("人民政府")) && rest.n > strlen("人民政府街道") &&
	    (str_ends(rest, STR("街道办事处")) || str_ends(rest, STR("街道"))))
		return place->end + strlen("人民政府");
	if (place->full && place->end >= 3 && clings(&g->words, rest) &&
	    kind_word(str_from(s, place->end - 3)))
		return place->end - 3;
	return place->end;
}

/* The whole area's: 人民政府, 全区, nothing at all; 人民政府(本级). */
static bool is_whole(const struct words *w, struct str s)
{
	struct str name = without_remark(s), remark = str_from(s, name.n);

	if (remark.n > 2 && words_has(w, WORD_WHOLE, str_sub(remark, 1, remark.n - 1)))
		s = name;
	return words_has(w, WORD_WHOLE, s);
}

/* The organ in s, which begins with what place was read. */
static bool read_organ(const struct gazetteer *g, struct str s, int year, struct naming *out,
		       size_t *i)
{
	struct str rest;
	bool whole;

	place_of_bureau(g, s, year, &out->place);
	*i = out->place.named ? organ_start(g, s, &out->place) : skip_kind(&g->words, s);
	rest = str_from(s, *i);
	/* 政府 alone may be what is left of a town's name. */
	whole = is_whole(&g->words, rest);
	out->whole = out->place.named ? rest.n == 0 || whole
				      : whole && (*i > 0 || str_starts(rest, STR("全")));
	if (!out->whole && (whole || !is_organ(&g->words, rest)))
		return false;
	if (!out->place.named)
		read_within(g, s, year, &out->place);
	else if (!out->whole)
		place_of_branch(g, s, *i, year, &out->place);
	return true;
}

/* Behind 第八师 of 第八师石河子市, also with the corps' name before it; 0 for none. */
static size_t division_end(const struct words *w, struct str s)
{
	size_t i = words_start(w, WORD_STATELESS, s), end = str_find(s, STR("师"), i);

	if (!str_starts(str_from(s, i), STR("第")) || end == STR_NONE || end - i > strlen("第十四"))
		return 0;
	return end + strlen("师");
}

/* The place that a name begins with. */
static void read_place(const struct gazetteer *g, struct str s, int year, struct place *place)
{
	size_t at = division_end(&g->words, s);

	if (at > 0 && place_read(g, s, at, year, place) && place->full)
		return;
	*place = (struct place){.named = false};
	if (!words_start(&g->words, WORD_STATELESS, s))
		place_read(g, s, 0, year, place);
}

bool naming_read(const struct gazetteer *g, const struct folded *phrase, struct str source,
		 int year, bool traditional, struct pool *pool, struct naming *out)
{
	struct str s = folded_str(phrase);
	size_t i = 0, j = s.n, from;

	*out = (struct naming){.org = STR_EMPTY};
	strip(&g->words, s, &i, &j);
	s = str_sub(s, i, j);
	if (s.n == 0)
		return false;
	read_place(g, s, year, &out->place);
	if (read_organ(g, s, year, out, &from))
		out->org = out->whole ? STR("人民政府")
				      : canonical(phrase, source, i + from, j, traditional, pool);
	return out->place.named || out->org.n;
}
