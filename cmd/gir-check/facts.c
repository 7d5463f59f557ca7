/* facts: the rules about a report as a whole. */
#include "cmd/gir-check/check.h"

/* Why there is no report: by what the file is, then by what its title says. */
void check_unreadable(struct check *c, struct report *r)
{
	const struct entry *format = report_fact(r, FACT_FORMAT),
			   *title = report_fact(r, FACT_TITLE);
	struct data d;

	if (data_open(&d, "reasons.tsv", data_text("reasons.tsv")) != 0)
		return;
	while (data_next(&d)) {
		struct str by = data_get(&d, "by"), match = data_get(&d, "match");

		if (by.n == 0 || (str_is(by, "format") && format && str_eq(format->raw, match)) ||
		    (str_is(by, "title") && title && str_has(title->raw, match)))
			break;
	}
	find(c, r,
	     &FINDING(.name = RULE_UNREADABLE,
		      .args = {{"reason", {data_get(&d, "en"), data_get(&d, "zh")}}}));
}

/* Which of year, region and organ are not known. */
static struct str list_missing(struct report *r, enum language language)
{
	static const char *const names[LANGUAGE_COUNT][3] = {{"year", "region", "organ"},
							     {"年份", "地区", "机关"}};
	static const char *const commas[LANGUAGE_COUNT] = {", ", "、"};
	const struct str values[3] = {r->year, r->region, r->org};
	struct buf list = BUF_INIT;
	struct str s;
	size_t i;

	for (i = 0; i < 3; i++) {
		if (values[i].n)
			continue;
		if (list.n)
			buf_put(&list, str_of(commas[language]));
		buf_put(&list, str_of(names[language][i]));
	}
	s = pool_dup(&r->pool, buf_str(&list));
	buf_free(&list);
	return s;
}

static void check_identity(struct check *c, struct report *r)
{
	if (r->year.n && r->region.n && r->org.n)
		return;
	find(c, r,
	     &FINDING(.name = RULE_IDENTITY,
		      .args = {{"missing",
				{list_missing(r, LANGUAGE_EN), list_missing(r, LANGUAGE_ZH)}}}));
}

static void check_undecodable(struct check *c, struct report *r)
{
	const struct entry *e = report_fact(r, FACT_UNDECODABLE);

	if (e && e->state == STATE_NUM && entry_number(e).m > 0)
		find(c, r,
		     &FINDING(.name = RULE_UNDECODABLE, .expected = STR("0"), .actual = e->value,
			      .line = e->at));
}

static void check_missing_sections(struct check *c, struct report *r)
{
	size_t i;

	for (i = 0; i < 6; i++) {
		const struct entry *e = report_fact(r, FACT_SECTION + i);
		struct str number;

		if (!e || e->state != STATE_ABSENT)
			continue;
		number = size_text(r, i + 1);
		mark_by(c, r, r->fact[FACT_SECTION + i], RULE_SECTION);
		find(c, r,
		     &FINDING(.name = RULE_SECTION, .row = number,
			      .args = {arg_same("number", number), section_arg(i + 1)}));
	}
}

static void check_missing_tables(struct check *c, struct report *r)
{
	size_t i;

	for (i = 0; i < TABLE_COUNT; i++) {
		const struct entry *e = report_fact(r, FACT_TABLE + i);
		size_t number = i + 2; /* the tables are those of sections 2, 3, 4 */

		if (!e || e->state != STATE_ABSENT)
			continue;
		mark_by(c, r, r->fact[FACT_TABLE + i], RULE_TABLE);
		find(c, r,
		     &FINDING(.name = RULE_TABLE, .table = str_of(table_names[i]),
			      .args = {arg_same("number", size_text(r, number)),
				       section_arg(number)}));
	}
}

static void check_form_year(struct check *c, struct report *r)
{
	const struct form *form = forms_of_year(&c->forms, r->year_number);

	if (r->year_number == 0 || (form && str_eq(form->name, r->form_name)))
		return;
	find(c, r,
	     &FINDING(.name = RULE_FORM_YEAR, .when = form ? NULL : "none",
		      .expected = form ? form->name : STR_EMPTY, .actual = r->form_name,
		      .args = {arg_same("year", r->year)}));
}

static struct str year_in(const struct report *r, size_t fact)
{
	const struct entry *e = report_fact(r, fact);

	return e && e->state == STATE_NUM ? e->value : STR_EMPTY;
}

static struct arg year_arg(const char *name, struct str year)
{
	if (year.n == 0)
		return (struct arg){name, {STR("not stated"), STR("不明")}};
	return arg_same(name, year);
}

static bool differ(struct str a, struct str b)
{
	return a.n && b.n && !str_eq(a, b);
}

/* The year of the column wins (a manifest knows), then the title's. */
static void check_year(struct check *c, struct report *r)
{
	struct str title = year_in(r, FACT_TITLE_YEAR), period = year_in(r, FACT_PERIOD_YEAR);
	struct str known = r->year.n ? r->year : title;
	size_t wrong = differ(known, title) ? FACT_TITLE_YEAR : FACT_PERIOD_YEAR;

	if (!differ(known, title) && !differ(known, period))
		return;
	find(c, r,
	     &FINDING(.name = RULE_YEAR, .expected = known, .actual = year_in(r, wrong),
		      .line = report_fact(r, wrong)->at,
		      .args = {year_arg("title", title), year_arg("period", period),
			       year_arg("year", r->year)}));
}

/* Whether a comma-separated list has the name. */
static bool listed(struct str list, struct str name)
{
	struct str one;

	while (str_cut(&list, ',', &one))
		if (str_eq(one, name))
			return true;
	return false;
}

/* The names of the forms that the tables' blocks follow, each once. */
static void check_mixed(struct check *c, struct report *r)
{
	struct buf names = BUF_INIT;
	size_t i;

	for (i = 0; i < TABLE_COUNT; i++) {
		const struct entry *e = report_fact(r, FACT_TABLE + i);
		struct str list = e && e->state == STATE_NUM ? e->raw : STR_EMPTY, name;

		while (str_cut(&list, ',', &name)) {
			if (name.n == 0 || listed(buf_str(&names), name))
				continue;
			if (names.n)
				buf_putc(&names, ',');
			buf_put(&names, name);
		}
	}
	if (str_has(buf_str(&names), STR(",")))
		find(c, r, &FINDING(.name = RULE_FORM_MIXED, .actual = buf_str(&names)));
	buf_free(&names);
}

/* YYYY-MM-DD, so that the order of bytes is that of days. */
static bool is_date(struct str s)
{
	return s.n == 10 && s.p[4] == '-' && s.p[7] == '-' && year_of(str_sub(s, 0, 4)) > 0;
}

/* The deadlines of the Regulation, Art. 49: organs by 31 January, governments by 31 March. */
static void check_late(struct check *c, struct report *r)
{
	const struct entry *e = report_fact(r, FACT_PUBLISHED);
	struct str day = str_is(r->scope, "region") ? STR("-03-31") : STR("-01-31");
	struct buf due = BUF_INIT;

	if (r->year_number == 0 || !e || e->state != STATE_TEXT || !is_date(e->raw))
		return;
	buf_put_size(&due, (size_t)r->year_number + 1);
	buf_put(&due, day);
	if (str_cmp(e->raw, buf_str(&due)) > 0)
		find(c, r,
		     &FINDING(.name = RULE_LATE, .expected = buf_str(&due), .actual = e->raw,
			      .line = e->at));
	buf_free(&due);
}

void check_facts(struct check *c, struct report *r)
{
	check_identity(c, r);
	check_undecodable(c, r);
	check_missing_sections(c, r);
	check_missing_tables(c, r);
	check_form_year(c, r);
	check_year(c, r);
	check_mixed(c, r);
}

static void check_tables(struct check *c, struct report *r)
{
	check_cells(c, r);
	check_identities(c, r);
	check_authority(c, r);
	check_misread(c, r);
	check_prose(c, r);
	check_parts(c, r);
}

/* Every rule of one report. */
void check_report(struct check *c, struct report *r)
{
	if (r->form_name.n == 0) {
		check_unreadable(c, r);
		return;
	}
	check_facts(c, r);
	check_sections(c, r);
	if (r->form)
		check_tables(c, r);
	check_late(c, r);
}
