/* sections: the rules about what sections 5 and 6 say. Their text stands in doc/section, the
 * heading first, then the prose, with the line breaks of the source. */
#include "cmd/gir-check/check.h"
#include "common/utf8.h"

/* A section that is there and whose text the stream carries, or NULL. */
static const struct entry *section(const struct report *r, size_t number)
{
	const struct entry *e = report_fact(r, FACT_SECTION + number - 1);

	return e && e->state == STATE_NUM ? e : NULL;
}

enum { HEADING = 30 }; /* code points; a longer line has prose behind its heading */

/* The text as a label, whole where it is no longer than a heading. */
static struct str label(struct check *c, struct str text)
{
	buf_clear(&c->folded);
	fold_label_start(&c->fold, text, (size_t)HEADING * 4, &c->folded);
	return buf_str(&c->folded);
}

/* Whether the text says nothing: the heading alone, or the heading and 无. */
static bool says_nothing(struct check *c, struct str text)
{
	size_t end = str_find(text, STR("\n"), 0);
	struct str heading, prose;

	if (end != STR_NONE) {
		prose = label(c, str_from(text, end));
		if (prose.n > 0 && !words_has(&c->words, WORD_NOTHING, prose))
			return false;
	}
	heading = label(c, str_sub(text, 0, end));
	if (utf8_length(heading) > HEADING)
		return false;
	if (end != STR_NONE)
		return true;
	/* Heading and prose on one line: nothing follows the heading's last word. */
	heading.n -= words_end(&c->words, WORD_NOTHING, heading);
	return words_end(&c->words, WORD_HEADING, heading) > 0;
}

static void check_empty(struct check *c, struct report *r, size_t number)
{
	const struct entry *e = section(r, number);
	struct str n;

	if (!e || !says_nothing(c, tsv_unescape(e->raw, &c->plain)))
		return;
	n = size_text(r, number);
	mark_by(c, r, r->fact[FACT_SECTION + number - 1], RULE_EMPTY_SECTION);
	find(c, r,
	     &FINDING(.name = RULE_EMPTY_SECTION, .row = n, .line = e->at,
		      .args = {arg_same("number", n), section_arg(number)}));
}

static void check_fees(struct check *c, struct report *r)
{
	size_t cell = form_find_cell(r->form, STR("active"), STR("fees"), STR("amount"));
	const struct entry *e = section(r, 6);
	const struct slot *fees = cell == STR_NONE ? NULL : &r->slot[cell];

	if (!fees || !fees->num || fees->value.m <= 0 || !e ||
	    words_in(&c->words, WORD_FEE, e->raw))
		return;
	mark_by(c, r, fees->entry, RULE_FEES_UNEXPLAINED);
	find(c, r,
	     &CELL_FINDING(.name = RULE_FEES_UNEXPLAINED, .cell = cell,
			   .actual = r->v[fees->entry].value, .line = r->v[fees->entry].at));
}

void check_sections(struct check *c, struct report *r)
{
	if (rule_is_on(c, RULE_STALE_YEAR)) {
		check_stale_year(c, r, 5);
		check_stale_year(c, r, 6);
	}
	if (r->form)
		check_fees(c, r);
	check_empty(c, r, 5);
}
