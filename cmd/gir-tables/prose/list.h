/* prose_list: enumerations, 共公开N条，其中A类a条、B类b条.
 *
 * An enumeration is sure when it looks complete: two parts or more that come to at least half of
 * the total, no 等 behind the last, no remark among them, none approximate. A doubtful one whose
 * parts come to the total after all is sure too: that is no accident.
 */
#ifndef GIR_PROSE_LIST_H
#define GIR_PROSE_LIST_H

#include "cmd/gir-tables/prose/lex.h"
#include "common/buf.h"

struct list_part {
	size_t name, name_end; /* bytes in list->names */
	size_t first, last;    /* tokens of the sentence: the clause it was read from */
	struct dec value;
};

struct list {
	struct list_part *v;
	size_t n, cap;
	struct buf names;
	size_t tried; /* tokens before it were looked through for an enumeration in vain */
	size_t end;   /* the token behind it */
	bool sure;
};

void list_free(struct list *l);

/* Reads the enumeration of `total` that begins behind token `from` (STR_NONE: with the sentence).
 * `again`: the total has had one already, so that this one must add up or name its scheme. */
bool list_read(struct list *l, const struct lexer *x, size_t from, struct dec total, bool again);

#endif
