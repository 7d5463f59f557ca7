/* docx_xml: the XML parts of a DOCX as a stream of the elements that a reader must know.
 *
 * Source: ECMA-376 (Office Open XML), in its transitional and its strict namespaces. No entity is
 * expanded, nothing is fetched; a part with a DOCTYPE is refused.
 */
#ifndef GIR_DOCX_XML_H
#define GIR_DOCX_XML_H

#include "cmd/gir-segment/reader/xml/sax.h"

enum docx_element {
	EL_OTHER,
	EL_ABSTRACT_NUM,
	EL_ABSTRACT_NUM_ID,
	EL_ALTERNATE,
	EL_BASED_ON,
	EL_BREAK,
	EL_CARRIAGE_RETURN,
	EL_CELL,
	EL_CELL_DELETED,
	EL_CELL_PROPERTIES,
	EL_CHANGE, /* w:rPrChange and its like: how it was before */
	EL_CHOICE,
	EL_DELETED,
	EL_FALLBACK,
	EL_FIELD,
	EL_FIELD_CODE,
	EL_GRID_AFTER,
	EL_GRID_BEFORE,
	EL_GRID_SPAN,
	EL_H_MERGE,
	EL_LEGAL,
	EL_LEVEL,
	EL_LEVEL_INDEX,
	EL_LEVEL_OVERRIDE,
	EL_LEVEL_RESTART,
	EL_LEVEL_TEXT,
	EL_MOVED_AWAY,
	EL_NO_BREAK_HYPHEN,
	EL_NUM,
	EL_NUM_FORMAT,
	EL_NUM_ID,
	EL_NUM_STYLE_LINK,
	EL_PARAGRAPH,
	EL_PARAGRAPH_PROPERTIES,
	EL_PARAGRAPH_STYLE,
	EL_PLACEHOLDER,
	EL_RELATIONSHIP,
	EL_ROW,
	EL_ROW_PROPERTIES,
	EL_RUBY_TEXT,
	EL_RUN,
	EL_RUN_PROPERTIES,
	EL_RUN_STYLE,
	EL_SDT_CONTENT,
	EL_START,
	EL_START_OVERRIDE,
	EL_STRIKE,
	EL_STYLE,
	EL_STYLE_BREAK, /* w:specVanish: the next paragraph goes on in the same line */
	EL_SYMBOL,
	EL_TAB,
	EL_TABLE,
	EL_TEXT,
	EL_TEXT_BOX,
	EL_VANISH,
	EL_VERTICAL_ALIGN,
	EL_V_MERGE,
	EL_WORD_ART
};

struct docx_handler {
	/* False ends the reading. */
	bool (*start)(void *context, enum docx_element e, const struct sax_attributes *a);
	void (*end)(void *context, enum docx_element e);
	void (*text)(void *context, struct str s);
};

/* Reads a part. False where it is not well-formed, has a DOCTYPE, is nested too deep, or was ended
 * by the handler. */
bool docx_xml_read(struct str xml, const struct docx_handler *handler, void *context);

/* The decimal value of an attribute; `otherwise` where it has none; clamped to -1 ... 1,000,000. */
int docx_number(const struct sax_attributes *a, const char *name, int otherwise);
/* The value of a property that is on or off: on where w:val does not say off. */
bool docx_on(const struct sax_attributes *a);

#endif
