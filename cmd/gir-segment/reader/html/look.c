/* How an element looks, by its attributes. */
#include "cmd/gir-segment/reader/html/page.h"

struct str attribute(const char *const *attributes, const char *name)
{
	for (; attributes && attributes[0]; attributes += 2)
		if (strcmp(attributes[0], name) == 0)
			return attributes[1] ? str_of(attributes[1]) : STR_EMPTY;
	return STR_EMPTY;
}

enum { STYLE = 512, PROPERTY = 24 }; /* bytes of a style that are looked at; of a property */

/* Whether a property's value begins so, or is so up to the semicolon. */
static bool value_is(struct str s, struct str value)
{
	if (str_ends(value, STR(";")))
		return str_eq(s, str_sub(value, 0, value.n - 1));
	return str_starts(s, value);
}

/* Whether a style, in small letters and without blanks, gives a property the value. */
static bool style_is(struct str style, const char *property, const char *value)
{
	struct str rest = style, part;
	size_t name = strlen(property);

	while (str_cut(&rest, ';', &part))
		if (part.n > name && part.p[name] == ':' &&
		    str_starts(part, (struct str){property, name}) &&
		    value_is(str_from(part, name + 1), str_of(value)))
			return true;
	return false;
}

static bool is_blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static unsigned look_of_style(struct str style)
{
	static const struct {
		const char *property, *value;
		unsigned look;
	} rules[] = {
		{"display", "none", LOOK_HIDDEN},
		{"mso-hide", "all", LOOK_HIDDEN},
		{"text-decoration", "line-through", LOOK_HIDDEN},
		{"visibility", "collapse", LOOK_HIDDEN},
		{"visibility", "hidden", LOOK_UNSEEN},
		{"font-size", "0;", LOOK_HIDDEN},
		{"font-size", "0p", LOOK_HIDDEN},
		{"opacity", "0;", LOOK_HIDDEN},
		{"display", "block", LOOK_BLOCK},
		{"display", "inline", LOOK_INLINE},
	};
	char plain[STYLE];
	size_t n = 0, i;
	unsigned look = 0;
	struct str s;

	for (i = 0; i < style.n && n < sizeof plain; i++)
		if (!is_blank(style.p[i]))
			plain[n++] = style.p[i] >= 'A' && style.p[i] <= 'Z'
					     ? (char)(style.p[i] | 0x20)
					     : style.p[i];
	s = (struct str){plain, n};
	for (i = 0; i < sizeof rules / sizeof *rules; i++)
		if (style_is(s, rules[i].property, rules[i].value))
			look |= rules[i].look;
	if (style_is(s, "display", "inline-"))
		look &= ~(unsigned)LOOK_INLINE;
	return look;
}

/* Whether what stands behind a dash may begin as in mso-HIde or text-DEcoration; blanks may stand
 * anywhere. */
static bool is_hide_or_decoration(struct str s)
{
	char first = s.n > 0 && !is_blank(s.p[0]) ? (char)(s.p[0] | 0x20) : ' ';
	char next = s.n > 1 && !is_blank(s.p[1]) ? (char)(s.p[1] | 0x20) : ' ';

	return first == ' ' || (first == 'h' && (next == 'i' || next == ' ')) ||
	       (first == 'd' && (next == 'e' || next == ' '));
}

bool style_may_tell(struct str style)
{
	static const bool telling[256] = {
		['y'] = true, ['Y'] = true, /* displaY, visibilitY, opacitY */
		['z'] = true, ['Z'] = true, /* font-siZe */
		['&'] = true,               /* a character written as its number */
		['-'] = true,
	};
	size_t i;

	for (i = 0; i < style.n; i++)
		if (telling[(unsigned char)style.p[i]] &&
		    (style.p[i] != '-' || is_hide_or_decoration(str_from(style, i + 1))))
			return true;
	return false;
}

static unsigned look_of_attribute(const struct page *p, const struct tag *tag, const char *name,
				  struct str value)
{
	bool box = tag->does & TAG_BLOCK;

	switch (name[0]) {
	case 's':
		return strcmp(name, "style") == 0 && style_may_tell(value) ? look_of_style(value)
									   : 0;
	case 'c':
	case 'i':
		return box && tag->kind != TAG_CELL && tag->kind != TAG_ROW &&
				       (strcmp(name, "class") == 0 || strcmp(name, "id") == 0) &&
				       page_words_part(p->r->words, PAGE_CLASS, value)
			       ? LOOK_OUTSIDE
			       : 0;
	case 'r':
		return box && strcmp(name, "role") == 0 &&
				       page_words_part(p->r->words, PAGE_ROLE, value)
			       ? LOOK_OUTSIDE
			       : 0;
	case 'h':
		if (strcmp(name, "hidden") == 0)
			return LOOK_HIDDEN;
		return tag->kind == TAG_LINK && strcmp(name, "href") == 0 && value.n &&
				       value.p[0] != '#'
			       ? LOOK_LINK
			       : 0;
	case 'a':
		return strcmp(name, "aria-hidden") == 0 && str_is(value, "true") ? LOOK_HIDDEN : 0;
	default:
		return 0;
	}
}

unsigned look_of(const struct page *p, const struct tag *tag, const char *const *attributes)
{
	unsigned look = tag->does & TAG_OUTSIDE ? LOOK_OUTSIDE : 0;

	for (; attributes && attributes[0]; attributes += 2)
		look |= look_of_attribute(p, tag, attributes[0],
					  attributes[1] ? str_of(attributes[1]) : STR_EMPTY);
	return look;
}
