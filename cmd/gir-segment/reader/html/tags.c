#include "cmd/gir-segment/reader/html/tags.h"

#include <stdlib.h>
#include <string.h>

/* In the order of the names. */
static const struct tag tags[] = {
	{"a", TAG_LINK, 0},
	{"address", TAG_PLAIN, TAG_BLOCK},
	{"article", TAG_PLAIN, TAG_BLOCK | TAG_BOX},
	{"aside", TAG_PLAIN, TAG_BLOCK | TAG_BOX | TAG_OUTSIDE},
	{"audio", TAG_PLAIN, TAG_DROP},
	{"blockquote", TAG_PLAIN, TAG_BLOCK | TAG_BOX},
	{"body", TAG_PLAIN, TAG_BLOCK | TAG_BOX},
	{"br", TAG_BREAK, 0},
	{"button", TAG_PLAIN, TAG_DROP},
	{"canvas", TAG_PICTURE, TAG_DROP},
	{"caption", TAG_PLAIN, TAG_BLOCK},
	{"center", TAG_PLAIN, TAG_BLOCK | TAG_BOX},
	{"datalist", TAG_PLAIN, TAG_DROP},
	{"dd", TAG_PLAIN, TAG_BLOCK},
	{"del", TAG_PLAIN, TAG_DROP},
	{"details", TAG_PLAIN, TAG_BLOCK | TAG_BOX},
	{"dialog", TAG_PLAIN, TAG_BLOCK | TAG_BOX},
	{"dir", TAG_PLAIN, TAG_BLOCK | TAG_BOX},
	{"div", TAG_PLAIN, TAG_BLOCK | TAG_BOX},
	{"dl", TAG_PLAIN, TAG_BLOCK | TAG_BOX},
	{"dt", TAG_PLAIN, TAG_BLOCK},
	{"fieldset", TAG_PLAIN, TAG_BLOCK | TAG_BOX},
	{"figcaption", TAG_PLAIN, TAG_BLOCK},
	{"figure", TAG_PLAIN, TAG_BLOCK | TAG_BOX},
	{"footer", TAG_PLAIN, TAG_BLOCK | TAG_BOX | TAG_OUTSIDE},
	{"form", TAG_PLAIN, TAG_BLOCK | TAG_BOX | TAG_OUTSIDE},
	{"h1", TAG_PLAIN, TAG_BLOCK | TAG_HEADING},
	{"h2", TAG_PLAIN, TAG_BLOCK | TAG_HEADING},
	{"h3", TAG_PLAIN, TAG_BLOCK | TAG_HEADING},
	{"h4", TAG_PLAIN, TAG_BLOCK},
	{"h5", TAG_PLAIN, TAG_BLOCK},
	{"h6", TAG_PLAIN, TAG_BLOCK},
	{"header", TAG_PLAIN, TAG_BLOCK | TAG_BOX},
	{"hgroup", TAG_PLAIN, TAG_BLOCK | TAG_BOX},
	{"hr", TAG_PLAIN, TAG_BLOCK},
	{"iframe", TAG_PLAIN, TAG_DROP},
	{"img", TAG_PICTURE, 0},
	{"input", TAG_INPUT, 0},
	{"legend", TAG_PLAIN, TAG_BLOCK},
	{"li", TAG_PLAIN, TAG_BLOCK},
	{"listing", TAG_PRE, TAG_BLOCK},
	{"main", TAG_PLAIN, TAG_BLOCK | TAG_BOX},
	{"marquee", TAG_PLAIN, TAG_BLOCK},
	{"math", TAG_PICTURE, TAG_DROP},
	{"menu", TAG_PLAIN, TAG_BLOCK | TAG_BOX | TAG_OUTSIDE},
	{"meta", TAG_META, 0},
	{"multicol", TAG_PLAIN, TAG_BLOCK},
	{"nav", TAG_PLAIN, TAG_BLOCK | TAG_BOX | TAG_OUTSIDE},
	{"noembed", TAG_PLAIN, TAG_DROP},
	{"noframes", TAG_PLAIN, TAG_DROP},
	{"noscript", TAG_PLAIN, TAG_DROP},
	{"ol", TAG_PLAIN, TAG_BLOCK | TAG_BOX},
	{"optgroup", TAG_PLAIN, TAG_BLOCK},
	{"p", TAG_PLAIN, TAG_BLOCK},
	{"plaintext", TAG_PRE, TAG_BLOCK},
	{"pre", TAG_PRE, TAG_BLOCK},
	{"rp", TAG_PLAIN, TAG_DROP},
	{"rt", TAG_PLAIN, TAG_DROP},
	{"s", TAG_PLAIN, TAG_DROP},
	{"script", TAG_PLAIN, TAG_DROP},
	{"section", TAG_PLAIN, TAG_BLOCK | TAG_BOX},
	{"select", TAG_PLAIN, TAG_DROP},
	{"strike", TAG_PLAIN, TAG_DROP},
	{"style", TAG_PLAIN, TAG_DROP},
	{"sub", TAG_LOWERED, 0},
	{"summary", TAG_PLAIN, TAG_BLOCK},
	{"sup", TAG_RAISED, 0},
	{"svg", TAG_PICTURE, TAG_DROP},
	{"table", TAG_TABLE, TAG_BLOCK | TAG_BOX},
	{"tbody", TAG_GROUP, TAG_BLOCK},
	{"td", TAG_CELL, TAG_BLOCK | TAG_BOX},
	{"template", TAG_PLAIN, TAG_DROP},
	{"textarea", TAG_PLAIN, TAG_DROP},
	{"tfoot", TAG_GROUP, TAG_BLOCK},
	{"th", TAG_CELL, TAG_BLOCK | TAG_BOX},
	{"thead", TAG_GROUP, TAG_BLOCK},
	{"title", TAG_TITLE, 0},
	{"tr", TAG_ROW, TAG_BLOCK},
	{"ul", TAG_PLAIN, TAG_BLOCK | TAG_BOX},
	{"video", TAG_PICTURE, TAG_DROP},
	{"xml", TAG_PLAIN, TAG_DROP},
	{"xmp", TAG_PRE, TAG_BLOCK},
};

static int compare(const void *name, const void *tag)
{
	return strcmp(name, ((const struct tag *)tag)->name);
}

const struct tag *tag_named(const char *name)
{
	static const struct tag none = {"", TAG_PLAIN, 0};
	const struct tag *found =
		bsearch(name, tags, sizeof tags / sizeof *tags, sizeof *tags, compare);

	return found ? found : &none;
}
