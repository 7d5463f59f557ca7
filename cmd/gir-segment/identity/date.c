#include "cmd/gir-segment/identity/date.h"

#include <stdio.h>

#include "common/year.h"

static bool is_digit(struct str s, size_t i)
{
	return i < s.n && s.p[i] >= '0' && s.p[i] <= '9';
}

static int chinese_digit(struct str s)
{
	static const struct str digits[] = {{"一", 3}, {"二", 3}, {"三", 3}, {"四", 3}, {"五", 3},
					    {"六", 3}, {"七", 3}, {"八", 3}, {"九", 3}};
	int d;

	for (d = 0; d < 9; d++)
		if (str_starts(s, digits[d]))
			return d + 1;
	return 0;
}

/* 1 to 99, in ASCII or Chinese digits (二十九, 廿九); 0 for none. */
static int small_number(struct str s, size_t *i)
{
	int tens = 0, units;

	if (is_digit(s, *i)) {
		for (units = 0; is_digit(s, *i) && units < 10; ++*i)
			units = units * 10 + (s.p[*i] - '0');
		return units;
	}
	if (str_starts(str_from(s, *i), STR("元"))) { /* 元月 */
		*i += 3;
		return 1;
	}
	units = chinese_digit(str_from(s, *i));
	*i += units ? 3 : 0;
	if (str_starts(str_from(s, *i), STR("十"))) {
		tens = units ? units : 1;
	} else if (units == 0 && str_starts(str_from(s, *i), STR("廿"))) {
		tens = 2;
	} else {
		return units;
	}
	*i += 3;
	units = chinese_digit(str_from(s, *i));
	*i += units ? 3 : 0;
	return tens * 10 + units;
}

static int days_of(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return month == 2 && leap ? 29 : days[month - 1];
}

/* Skips the mark behind a number: the word, or the separator that the date uses. */
static bool skip_mark(struct str s, size_t *i, struct str word, char *separator)
{
	if (str_starts(str_from(s, *i), word)) {
		*i += word.n;
		return true;
	}
	if (*i < s.n && strchr("-./", s.p[*i]) && (!*separator || *separator == s.p[*i])) {
		*separator = s.p[*i];
		*i += 1;
		return true;
	}
	return false;
}

bool date_read(struct str s, struct date *date, size_t *end)
{
	char separator = 0;
	size_t i;

	date->year = year_at(s, 0, &i);
	if (date->year == 0)
		return false;
	if (is_digit(s, 4)) { /* 20241月10日 has lost its 年 */
		if (i > 6 || !str_starts(str_from(s, i), STR("月")))
			return false;
		i = 4;
	} else if (!str_ends(str_sub(s, 0, i), STR("年")) &&
		   !skip_mark(s, &i, STR("年"), &separator)) {
		return false;
	}
	date->month = small_number(s, &i);
	if (date->month < 1 || date->month > 12 || !skip_mark(s, &i, STR("月"), &separator))
		return false;
	date->day = small_number(s, &i);
	if (!separator) {
		if (!str_starts(str_from(s, i), STR("日")) &&
		    !str_starts(str_from(s, i), STR("号")))
			return false;
		i += 3;
	}
	*end = i;
	return date->day >= 1 && date->day <= days_of(date->year, date->month);
}

void date_write(struct date date, char to[11])
{
	snprintf(to, 11, "%04u-%02u-%02u", (unsigned)date.year % 10000, (unsigned)date.month % 100,
		 (unsigned)date.day % 100);
}
