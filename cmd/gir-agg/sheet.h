/* sheet: rows of fields on standard output, as TSV or as CSV for spreadsheets.
 *
 * CSV is RFC 4180 with a byte order mark and CRLF. A text that a spreadsheet would run as a formula
 * (first character = + - @, of full width too, or a tab or end of line; but no number) gets an
 * apostrophe before it unless `formulas`.
 */
#ifndef GIR_AGG_SHEET_H
#define GIR_AGG_SHEET_H

#include "common/number.h"
#include "common/output.h"

struct sheet {
	struct output out;
	bool csv, formulas;
	char separator;
	bool begun;      /* the row has a field */
	struct buf room; /* a field being put together */
};

/* Onto standard output. */
void sheet_open(struct sheet *s, bool csv, bool formulas);
/* A field of a stream, still escaped. */
void sheet_text(struct sheet *s, struct str escaped);
/* Fields joined by tabs. */
void sheet_fields(struct sheet *s, struct str joined);
void sheet_size(struct sheet *s, size_t v);
void sheet_dec(struct sheet *s, struct dec v);
void sheet_empty(struct sheet *s);
void sheet_end_row(struct sheet *s);

/* For many rows that begin alike: adds to `to` what fields joined by tabs are in a row, a separator
 * behind each. It is padded for write_padded.
 */
void sheet_shape(const struct sheet *s, struct str joined, struct buf *to);

/* Such rows are written in place (output_room of s->out); each of these returns where to go on. */

/* A decimal number needs SHEET_DEC bytes. */
enum { SHEET_DEC = 24 };
char *write_dec(char *to, struct sheet *s, struct dec v);

/* The end of the row. */
static inline char *write_end(char *to, const struct sheet *s)
{
	if (s->csv)
		*to++ = '\r';
	*to++ = '\n';
	return to;
}

/* What is written in place ends, and the row has further fields. */
static inline void sheet_go_on(struct sheet *s, const char *end)
{
	output_end(&s->out, end);
	s->begun = true;
}

/* 0, or -1 after a message. */
int sheet_close(struct sheet *s);

#endif
