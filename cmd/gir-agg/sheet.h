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
/* 0, or -1 after a message. */
int sheet_close(struct sheet *s);

#endif
