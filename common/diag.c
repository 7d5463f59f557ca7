#include "common/diag.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "common/utf8.h"

/* One letter for the usual control characters, \xHH for the rest. */
static void put_escaped(FILE *to, struct str s)
{
	static const char letters[] = "abtnvfr"; /* from 7, BEL, on */
	size_t i = 0;

	while (i < s.n) {
		unsigned char c = (unsigned char)s.p[i];
		size_t start = i;
		uint32_t cp = utf8_next(s, &i);

		if (c >= 7 && c <= 13)
			fprintf(to, "\\%c", letters[c - 7]);
		else if (cp < 0x20 || cp == 0x7f || (cp == UTF8_BAD && i == start + 1))
			fprintf(to, "\\x%02x", c);
		else if (cp >= 0x80 && cp < 0xa0)
			fprintf(to, "\\u%04x", (unsigned)cp);
		else
			fwrite(s.p + start, 1, i - start, to);
	}
}

static void say(const char *file, size_t line, const char *format, va_list args, int error)
{
	char text[8192];

	fprintf(stderr, "%s: ", program_name);
	if (file) {
		put_escaped(stderr, str_of(file));
		if (line)
			fprintf(stderr, ":%zu", line);
		fputs(": ", stderr);
	}
	if (vsnprintf(text, sizeof text, format, args) > 0)
		put_escaped(stderr, str_of(text));
	if (error)
		fprintf(stderr, ": %s", strerror(error));
	fputc('\n', stderr);
}

void diag(const char *file, size_t line, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	say(file, line, format, args, 0);
	va_end(args);
}

void diag_errno(const char *file, const char *format, ...)
{
	int error = errno;
	va_list args;

	va_start(args, format);
	say(file, 0, format, args, error);
	va_end(args);
}

_Noreturn void die(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	say(NULL, 0, format, args, 0);
	va_end(args);
	exit(EXIT_TROUBLE);
}
