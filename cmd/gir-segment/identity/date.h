/* date: the days that signatures and pages bear.
 */
#ifndef GIR_DATE_H
#define GIR_DATE_H

#include "common/str.h"

struct date {
	int year, month, day;
};

/* Reads the date at the start of folded text without spaces: 2024年1月10日, 2024-01-10,
 * 2024/1/10, 2024.1.10, 二〇二四年一月十日. *end is then the offset behind it. False for none, or
 * for a day that the calendar does not have. */
bool date_read(struct str s, struct date *date, size_t *end);

/* YYYY-MM-DD and a NUL. */
void date_write(struct date date, char to[11]);

#endif
