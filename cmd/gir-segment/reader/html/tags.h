/* tags: what the elements of HTML do to the text in them.
 *
 * Source: the HTML standard's rendering section (display of elements by default), and for Word's
 * own elements the files that Word saves.
 */
#ifndef GIR_HTML_TAGS_H
#define GIR_HTML_TAGS_H

enum tag_does {
	TAG_BLOCK = 1 << 0,   /* lines end before it and behind it */
	TAG_BOX = 1 << 1,     /* it may hold several lines */
	TAG_DROP = 1 << 2,    /* nothing in it is text */
	TAG_OUTSIDE = 1 << 3, /* it stands around a report, not in it */
	TAG_HEADING = 1 << 4
};

enum tag_kind {
	TAG_PLAIN,
	TAG_TABLE,
	TAG_GROUP, /* of rows */
	TAG_ROW,
	TAG_CELL,
	TAG_LINK,
	TAG_BREAK,
	TAG_PRE,
	TAG_TITLE,
	TAG_META,
	TAG_PICTURE,
	TAG_INPUT,
	TAG_RAISED, /* sup and sub */
	TAG_LOWERED
};

struct tag {
	const char *name;
	unsigned char kind, does;
};

/* The tag of a name in small letters; of an unknown one, an element that does nothing. */
const struct tag *tag_named(const char *name);

#endif
