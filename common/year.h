/* year: the report year as titles and the sentence on the statistics period tell it.
 *
 * Digits may be of any width, in Chinese, spaced, or damaged: `202311日起至20231231日` is 2023
 * (characters dropped behind digits). A cited document, 国办公开办函〔2021〕30号 or
 * 〔202137号, is no year. Only 2008 to 2099 are plausible: the Regulation is of 2008.
 */
#ifndef GIR_YEAR_H
#define GIR_YEAR_H

#include "common/fold.h"
#include "common/str.h"

/* The year a title names, also as 2023年1月至12月; 0 for none, or for two that nothing tells apart.
 */
int year_in_title(const struct fold *f, struct str title);

/* The year of the statistics period (统计期限自…起至…止) that the text states; 0 for none. Where
 * the period runs over New Year from the second half of a year, it is the year it ends in. */
int year_of_period(const struct fold *f, struct str text);

/* The first `YYYY年度` of running text; 0 for none. */
int year_in_text(const struct fold *f, struct str text);

/* year_at, where the first byte allows it. */
int year_read(struct str s, size_t at, size_t *end);

/* Whether the byte at s.p[at] allows it: a year begins with 2 or 二, and most bytes that are looked
 * at do not. */
static inline bool year_may_start(struct str s, size_t at)
{
	return at < s.n &&
	       (s.p[at] == '2' || (s.p[at] == '\xe4' && s.n - at > 2 && s.p[at + 1] == '\xba'));
}

/* For text already folded and without spaces: the year written at s.p[at], with 年, 年度 or 度
 * behind it; *end is then the offset behind all of it. 0 for none. */
static inline int year_at(struct str s, size_t at, size_t *end)
{
	return year_may_start(s, at) ? year_read(s, at, end) : 0;
}

#endif
