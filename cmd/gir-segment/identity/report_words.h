/* report_words: where folded text says 政府信息公开工作年度报告, in any of its wordings.
 */
#ifndef GIR_REPORT_WORDS_H
#define GIR_REPORT_WORDS_H

#include "cmd/gir-segment/identity/folded.h"
#include "cmd/gir-segment/identity/words.h"

/* [begin, end) holds the words; years may stand among them. What names the organ is before. */
struct report_words {
	size_t begin, end;
	bool notice; /* ...年度报告的通知: another document */
};

/* The first such words at or after `from`. */
bool report_words_find(const struct words *w, struct str s, size_t from, struct report_words *out);

/* Bytes [i, j) of `text` without years and the months behind them, and with the 政府 that ends
 * 人民政府 and begins 政府信息公开 at once. */
void phrase_of(const struct folded *text, size_t i, size_t j, struct folded *phrase);

#endif
