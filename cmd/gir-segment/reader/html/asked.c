#include "cmd/gir-segment/reader/html/asked.h"

#include "cmd/gir-segment/reader/html/page.h"

enum {
	NAME = 64,   /* bytes; the parser cuts longer names in pieces */
	BLANKS = 512 /* of more at once it may make a paragraph */
};

/* What is asked of an attribute. */
enum ask { ASK_VALUE, ASK_STYLE /* the first, if it may tell something */, ASK_FIRST_BYTE };

/* The attributes that are asked for, and of which element: NULL for any. */
static const struct asked {
	struct str name;
	const char *tag;
	enum ask what;
} asked[] = {
	{{"style", 5}, NULL, ASK_STYLE},     {{"class", 5}, NULL, ASK_VALUE},
	{{"id", 2}, NULL, ASK_VALUE},        {{"role", 4}, NULL, ASK_VALUE},
	{{"hidden", 6}, NULL, ASK_VALUE},    {{"aria-hidden", 11}, NULL, ASK_VALUE},
	{{"href", 4}, "a", ASK_FIRST_BYTE},  {{"rowspan", 7}, NULL, ASK_VALUE},
	{{"colspan", 7}, NULL, ASK_VALUE},   {{"type", 4}, "input", ASK_VALUE},
	{{"value", 5}, "input", ASK_VALUE},  {{"name", 4}, "meta", ASK_VALUE},
	{{"content", 7}, "meta", ASK_VALUE},
};

/* What a text is copied from and to. The copy is never longer, and may overwrite the source. */
struct copy {
	struct str s;
	size_t done; /* bytes of the source that are copied or left out */
	bool styled; /* the tag has had a style; of two the first counts */
	bool pre;    /* from here on blanks may be text */
	bool nests;  /* paragraphs count among the elements that nest */
	struct buf *to;
};

static void keep_to(struct copy *c, size_t end)
{
	memmove(c->to->p + c->to->n, c->s.p + c->done, end - c->done);
	c->to->n += end - c->done;
	c->done = end;
}

/* Leaves out bytes [from, end), but for the line feeds. */
static void leave_out(struct copy *c, size_t from, size_t end)
{
	const char *feed;

	keep_to(c, from);
	while ((feed = memchr(c->s.p + c->done, '\n', end - c->done))) {
		c->done = (size_t)(feed - c->s.p);
		keep_to(c, c->done + 1);
	}
	c->done = end;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

static bool is_letter(char c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

static bool is_name(char c)
{
	return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == ':';
}

/* Whether a byte of a value may stand without quotes around it. */
static bool is_bare(char c)
{
	return !is_blank(c) && c != '"' && c != '\'' && c != '=' && c != '`';
}

static size_t skip_blanks(struct str s, size_t i)
{
	while (i < s.n && is_blank(s.p[i]))
		i++;
	return i;
}

static size_t skip_name(struct str s, size_t i)
{
	while (i < s.n && is_name(s.p[i]))
		i++;
	return i;
}

/* Whether `name` is a word, which is in small letters. */
static bool name_is(struct str name, struct str word)
{
	size_t i;

	if (name.n != word.n)
		return false;
	for (i = 0; i < name.n && (name.p[i] | 0x20) == word.p[i]; i++)
		;
	return i == name.n;
}

/* What is asked of an attribute of the element `tag`; NULL for nothing. */
static const struct asked *find_asked(struct str tag, struct str name)
{
	size_t i;

	for (i = 0; i < sizeof asked / sizeof *asked; i++)
		if (name_is(name, asked[i].name))
			return !asked[i].tag || name_is(tag, str_of(asked[i].tag)) ? &asked[i]
										   : NULL;
	return NULL;
}

/* An attribute: its name, and the bytes of its value within the quotes, if there are any. */
struct attribute {
	struct str name, value;
	size_t end;
};

/* Reads the value behind the sign at `i`; false where it is not written as it ought to be. */
static bool read_value(struct str s, size_t i, struct attribute *a)
{
	const char *end;
	size_t from;

	from = i = skip_blanks(s, i + 1);
	if (i == s.n)
		return false;
	if (s.p[i] != '"' && s.p[i] != '\'') {
		while (i < s.n && is_bare(s.p[i]))
			i++;
		a->value = str_sub(s, from, i);
		a->end = i;
		return i > from;
	}
	end = memchr(s.p + i + 1, s.p[i], s.n - i - 1);
	if (!end)
		return false;
	a->end = (size_t)(end - s.p) + 1;
	a->value = str_sub(s, i + 1, a->end - 1);
	return true;
}

static bool read_attribute(struct str s, size_t i, struct attribute *a)
{
	size_t sign;

	if (!is_letter(s.p[i]))
		return false;
	a->end = skip_name(s, i);
	a->name = str_sub(s, i, a->end);
	a->value = STR_EMPTY;
	sign = skip_blanks(s, a->end);
	return a->name.n <= NAME && (sign == s.n || s.p[sign] != '=' || read_value(s, sign, a));
}

/* Whether anything is asked of an attribute of the element `tag`. */
static bool is_asked(struct str tag, const struct attribute *a)
{
	const struct asked *ask = find_asked(tag, a->name);

	return ask && (ask->what != ASK_STYLE || style_may_tell(a->value));
}

/* Leaves the attribute out, or what is not asked of it: where a link leads is told by a byte. */
static void thin_attribute(struct copy *c, struct str tag, size_t from, const struct attribute *a)
{
	const struct asked *ask = find_asked(tag, a->name);
	size_t value = (size_t)(a->value.p - c->s.p);

	if (!ask || (ask->what == ASK_STYLE && (c->styled || !style_may_tell(a->value))))
		leave_out(c, from, a->end);
	else if (ask->what == ASK_FIRST_BYTE && a->value.n > 1 &&
		 (is_letter(a->value.p[0]) || a->value.p[0] == '/'))
		leave_out(c, value + 1, value + a->value.n);
	c->styled |= ask && ask->what == ASK_STYLE;
}

/* Thins out the start tag of `name`, whose attributes are from `gap` to `end`. False where it is
 * not written as it ought to be. */
static bool thin_tag(struct copy *c, struct str name, size_t gap, size_t end)
{
	struct str s = str_sub(c->s, 0, end);
	struct attribute a;
	size_t i;

	if (name.n > NAME || memchr(s.p + gap, '<', end - gap))
		return false;
	c->styled = false;
	while ((i = skip_blanks(s, gap)) < end && !(s.p[i] == '/' && i + 1 == end)) {
		if (i == gap || !read_attribute(s, i, &a))
			return false;
		thin_attribute(c, name, i, &a);
		gap = a.end;
	}
	return true;
}

/* Whether a line of text ends where the start tag of `name` begins, however the element looks. */
static bool ends_line(struct str name, bool attributes)
{
	static const struct str always[] = {{"td", 2},    {"tr", 2},    {"th", 2},   {"table", 5},
					    {"tbody", 5}, {"thead", 5}, {"tfoot", 5}},
				plain[] = {{"li", 2}, {"p", 1}, {"div", 3}, {"ul", 2}};
	size_t i;

	for (i = 0; i < sizeof always / sizeof *always; i++)
		if (name_is(name, always[i]))
			return true;
	for (i = 0; !attributes && i < sizeof plain / sizeof *plain; i++)
		if (name_is(name, plain[i]))
			return true;
	return false;
}

/* Leaves out the blanks between a tag and the start tag of `name` that ends at `end`, if a line
 * ends there: the parser takes as long over them as over a cell. Returns how many line feeds are
 * among them. */
static size_t leave_out_blanks(struct copy *c, struct str name, size_t end)
{
	size_t tag = (size_t)(name.p - c->s.p) - 1, gap = tag + 1 + name.n, from = tag, feeds = 0;

	while (from > c->done && is_blank(c->s.p[from - 1]))
		feeds += c->s.p[--from] == '\n';
	if (from == tag || from == c->done || tag - from > BLANKS || c->s.p[from - 1] != '>' ||
	    (gap < end && !is_blank(c->s.p[gap])) || !ends_line(name, gap < end))
		return 0;
	keep_to(c, from);
	c->done = tag;
	return feeds;
}

/* Whether blanks are text in an element. */
static bool is_pre(struct str name)
{
	return name_is(name, STR("pre")) || name_is(name, STR("xmp")) ||
	       name_is(name, STR("listing")) || name_is(name, STR("plaintext"));
}

/* Where the content of a script or a style sheet ends: its end tag; STR_NONE for none. */
static size_t raw_end(struct str s, size_t i, struct str name)
{
	for (i = str_find(s, STR("</"), i); i != STR_NONE; i = str_find(s, STR("</"), i + 2))
		if (name_is(str_sub(s, i + 2, i + 2 + name.n), name))
			return i;
	return STR_NONE;
}

/* The name of an element whose content is no text; empty for any other. */
static struct str raw_name(struct str name)
{
	return name_is(name, STR("script"))  ? STR("script")
	       : name_is(name, STR("style")) ? STR("style")
					     : STR_EMPTY;
}

/* Leaves out what stands behind the start tag that ends at `end`, if nothing in it is a tag.
 * Returns where that ends, or STR_NONE. */
static size_t leave_out_raw(struct copy *c, struct str raw, size_t end)
{
	size_t from = end + 1;

	if (raw.n == 0 || c->s.p[end - 1] == '/')
		return from;
	end = raw_end(c->s, from, raw);
	if (end != STR_NONE)
		leave_out(c, from, end);
	return end;
}

/* The bracket that ends the start tag of a paragraph at `i` that nothing is asked of; STR_NONE for
 * none. */
static size_t end_of_paragraph_tag(struct str s, size_t i)
{
	static const struct str name = {"p", 1};
	size_t gap = i + 1 + name.n;
	struct attribute a;
	const char *end;

	if (gap >= s.n || s.p[i] != '<' || !name_is(str_sub(s, i + 1, gap), name))
		return STR_NONE;
	end = memchr(s.p + gap, '>', s.n - gap);
	if (!end || memchr(s.p + gap, '<', (size_t)(end - s.p) - gap))
		return STR_NONE;
	s.n = (size_t)(end - s.p);
	while ((i = skip_blanks(s, gap)) < s.n) {
		if (i == gap || !read_attribute(s, i, &a) || is_asked(name, &a))
			return STR_NONE;
		gap = a.end;
	}
	return s.n;
}

/* Whether the end tag of `name` is at `i`, with no blanks in it. */
static bool is_end_tag(struct str s, size_t i, struct str name)
{
	return i + name.n + 2 < s.n && s.p[i] == '<' && s.p[i + 1] == '/' &&
	       name_is(str_sub(s, i + 2, i + 2 + name.n), name) && s.p[i + 2 + name.n] == '>';
}

/* Leaves out the tags of a paragraph that is all there is behind the start tag of `name`, a cell,
 * up to its end tag: lines begin and end with the cell, too. Returns where to look for the next
 * tag. */
static size_t leave_out_paragraph(struct copy *c, struct str name, size_t i)
{
	size_t from = skip_blanks(c->s, i), text = end_of_paragraph_tag(c->s, from), end, behind;
	const char *bracket;

	if (text == STR_NONE || !(bracket = memchr(c->s.p + text, '<', c->s.n - text)))
		return i;
	end = (size_t)(bracket - c->s.p);
	behind = end + strlen("</p>");
	if (!is_end_tag(c->s, end, STR("p")) || !is_end_tag(c->s, skip_blanks(c->s, behind), name))
		return i;
	leave_out(c, from, text + 1);
	leave_out(c, end, behind);
	return behind;
}

static bool is_cell(struct str name)
{
	return name_is(name, STR("td")) || name_is(name, STR("th"));
}

/* Thins out the start tag at `i` that ends at `end`, and what stands around it. Returns where to
 * look for the next one, or STR_NONE. */
static size_t thin_start(struct copy *c, size_t i, size_t end)
{
	size_t gap = skip_name(c->s, i + 1), feeds;
	struct str name = str_sub(c->s, i + 1, gap), raw = raw_name(name);

	c->pre |= is_pre(name);
	feeds = c->pre ? 0 : leave_out_blanks(c, name, end);
	if (feeds || gap < end) {
		keep_to(c, gap);
		name.p = c->to->p + c->to->n - name.n; /* the source is perhaps overwritten */
		for (; feeds; feeds--)
			buf_putc(c->to, '\n');
	}
	if (gap < end && !thin_tag(c, name, gap, end))
		return STR_NONE;
	if (is_cell(name) && !c->pre && !c->nests && c->s.p[end - 1] != '/')
		return leave_out_paragraph(c, name, end + 1);
	return leave_out_raw(c, raw, end);
}

/* The end of the comment at `i`; STR_NONE where it has none, or one that parsers disagree on. */
static size_t comment_end(struct str s, size_t i)
{
	size_t from = i + strlen("<!--"), end = str_find(s, STR("-->"), from);
	struct str text = str_sub(s, from, end);

	return end == STR_NONE || str_starts(text, STR(">")) || str_has(text, STR("--!>"))
		       ? STR_NONE
		       : end;
}

/* The bracket that ends the end tag whose name begins at `i`; STR_NONE where it is not written as
 * it ought to be. */
static size_t end_of_end_tag(struct str s, size_t i)
{
	i = skip_blanks(s, skip_name(s, i));
	return i < s.n && s.p[i] == '>' ? i : STR_NONE;
}

/* Thins out what begins with the bracket at `i`, and returns where to look for the next one, or
 * STR_NONE. */
static size_t thin(struct copy *c, size_t i)
{
	struct str s = c->s;
	const char *end;

	if (i + 1 < s.n && s.p[i + 1] == '/')
		return end_of_end_tag(s, i + 2);
	if (str_starts(str_from(s, i), STR("<!--")))
		return comment_end(s, i);
	end = memchr(s.p + i, '>', s.n - i);
	if (!end)
		return STR_NONE;
	if (is_letter(s.p[i + 1]))
		return thin_start(c, i, (size_t)(end - s.p));
	c->pre |= memchr(s.p + i + 1, '<', (size_t)(end - s.p) - i - 1) != NULL;
	return (size_t)(end - s.p);
}

struct str asked_text(struct str s, bool nests, struct buf *room)
{
	struct copy c = {.s = s, .nests = nests, .to = room};
	const char *bracket;
	size_t i = 0;

	if (s.n == 0)
		return s;
	buf_clear(room);
	buf_reserve(room, s.n); /* which is there, if `s` is in it */
	while (i < s.n && (bracket = memchr(s.p + i, '<', s.n - i)))
		i = thin(&c, (size_t)(bracket - s.p));
	keep_to(&c, s.n);
	return buf_str(room);
}
