/* The charset that a page declares, which only counts where the bytes leave it open. */
#include "cmd/gir-segment/reader/html/declared.h"

enum { LOOK = 4096 }; /* bytes; browsers look at 1024 */

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

static bool is_name(char c)
{
	return (c >= '0' && c <= '9') || (lower(c) >= 'a' && lower(c) <= 'z') || c == '-' ||
	       c == '_';
}

/* Behind `word`, in any case, at or after `from`; STR_NONE for none. */
static size_t behind(struct str s, const char *word, size_t from)
{
	size_t n = strlen(word), i, k;

	for (i = from; i + n <= s.n; i++) {
		for (k = 0; k < n && lower(s.p[i + k]) == word[k]; k++)
			;
		if (k == n)
			return i + n;
	}
	return STR_NONE;
}

bool declared_charset(struct str page, char name[DECLARED])
{
	static const char *const words[] = {"charset", "encoding"};
	struct str s = str_sub(page, 0, LOOK);
	size_t w, i, n;

	for (w = 0; w < sizeof words / sizeof *words; w++)
		for (i = behind(s, words[w], 0); i != STR_NONE; i = behind(s, words[w], i)) {
			while (i < s.n && strchr(" \t\r\n", s.p[i]) && s.p[i])
				i++;
			if (i == s.n || s.p[i] != '=')
				continue;
			for (i++; i < s.n && strchr(" \t\r\n\"'", s.p[i]) && s.p[i];)
				i++;
			for (n = 0; i < s.n && is_name(s.p[i]) && n + 1 < DECLARED; i++)
				name[n++] = s.p[i];
			name[n] = '\0';
			if (n > 0)
				return true;
		}
	return false;
}
