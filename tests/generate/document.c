#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "common/alloc.h"
#include "common/diag.h"
#include "tests/generate/generate.h"

static void say_list(struct buf *to, const char *format, va_list list)
{
	va_list again;
	int n;

	va_copy(again, list);
	n = vsnprintf(NULL, 0, format, again);
	va_end(again);
	buf_reserve(to, (size_t)n + 1);
	vsnprintf(to->p + to->n, (size_t)n + 1, format, list);
	to->n += (size_t)n;
}

void say(struct buf *to, const char *format, ...)
{
	va_list list;

	va_start(list, format);
	say_list(to, format, list);
	va_end(list);
}

struct str report_text(struct report *r, const char *format, ...)
{
	struct buf b = BUF_INIT;
	struct str s;
	va_list list;

	va_start(list, format);
	say_list(&b, format, list);
	va_end(list);
	s = pool_dup(r->pool, buf_str(&b));
	buf_free(&b);
	return s;
}

static void mark(struct report *r, enum block_kind kind, size_t from, const struct buf *to)
{
	if (r->marks == MAX_MARKS)
		die("too many marks");
	r->mark[r->marks++] = (struct mark){kind, from, to->n, NULL};
}

/* The report's name for whom it speaks; a region may report without naming its government. */
static struct str speaker(struct report *r)
{
	const struct place *p = &r->place;
	bool region = str_is(str_of(p->scope), "region");

	if (region && random_chance(&r->random, 50))
		return p->prefix;
	return report_text(r, "%.*s%s%.*s", STR_ARG(p->prefix),
			   p->prefix.n && r->noise >= 2 && random_chance(&r->random, 5) ? "\n" : "",
			   STR_ARG(p->org));
}

static void title_with_year(struct report *r, struct str name, struct buf *to)
{
	int y = r->year;

	switch (random_below(&r->random, 8)) {
	case 0:
		say(to, "%.*s%d年政府信息公开工作年度报告", STR_ARG(name), y);
		break;
	case 1:
		say(to, "%.*s\n%d年度政府信息公开工作年度报告", STR_ARG(name), y);
		break;
	case 2:
		say(to, "%d年度%.*s\n政府信息公开工作年度报告", y, STR_ARG(name));
		break;
	case 3:
		say(to, "%.*s\n政府信息公开工作%d年度报告", STR_ARG(name), y);
		break;
	case 4:
		say(to, "%.*s%d年度政府信息公开年度报告", STR_ARG(name), y);
		break;
	case 5:
		say(to, "%.*s关于%d年度政府信息公开工作情况的报告", STR_ARG(name), y);
		break;
	case 6:
		say(to, "%d年%.*s政府信息公开年报", y, STR_ARG(name));
		break;
	default:
		say(to, "%.*s %d 年政府信息公开工作 年度报告", STR_ARG(name), y);
	}
}

void document_title(struct report *r, struct buf *to)
{
	static const char *const wide_years[] = {"１９", "２０", "２１", "２２",
						 "２３", "２４", "２５"};
	struct str name = speaker(r);

	if (r->title_year_gone)
		say(to, "%.*s政府信息公开工作年度报告", STR_ARG(name));
	else if (r->title_year_wide)
		say(to, "%.*s２０%s年政府信息公开工作年度报告", STR_ARG(name),
		    wide_years[r->year - 2019]);
	else if (r->title_year_bare)
		say(to, "%.*s%d政府信息公开工作年度报告", STR_ARG(name), r->year);
	else
		title_with_year(r, name, to);
}

static const char *heading_words(struct report *r, int section)
{
	static const char *const words[6][5] = {
		{"总体情况", "概述", "总体概述", "政府信息公开工作的总体情况", "工作总体推进情况"},
		{"主动公开政府信息情况", "行政机关主动公开政府信息情况", "政府信息主动公开情况",
		 "主动公开政府信息情况", "主动公开政府信息的情况"},
		{"收到和处理政府信息公开申请情况", "行政机关收到和处理政府信息公开申请情况",
		 "收到和处理政府信息公开申请情况", "收到和处理政府信息公开申请的情况",
		 "收到和处理政府信息公开申请情况"},
		{"政府信息公开行政复议、行政诉讼情况", "政府信息公开行政复议",
		 "因政府信息公开工作被申请行政复议、提起行政诉讼情况",
		 "政府信息公开行政复议、行政诉讼情况", "政府信息公开行政复议、行政诉讼情况"},
		{"存在的主要问题及改进情况", "存在问题和改进措施", "存在的主要问题及下一步计划",
		 "存在问题及改进情况", "政府信息公开工作存在的主要问题及改进情况"},
		{"其他需要报告的事项", "其他需要报告的事项", "其他需要报告事项",
		 "需要报告的其他事项", "其他需要报告的事项"},
	};

	return words[section - 1][r->style.heading ? random_below(&r->random, 5) : 0];
}

static void heading(struct report *r, int section, struct buf *to)
{
	static const char *const numbers[] = {"一", "二", "三", "四", "五", "六"};
	static const char *const marks[] = {"、", "、", "、 ", "．", "、"};
	static const char *const indents[] = {"", "    ", "　　", "\u00a0\u00a0", "\t"};
	const char *plain_indent = r->style.variant % 2 ? "    " : "";
	static const char *const hashes[] = {"## ", "### ", "#### ", "## **"};
	const char *words = heading_words(r, section), *indent, *mark_of, *tail;

	if (r->style.markdown) {
		const char *hash = PICK(&r->random, hashes);

		say(to, "%s%s、%s%s\n\n", hash, numbers[section - 1], words,
		    str_ends(str_of(hash), STR("*")) ? "**" : "");
		return;
	}
	if (r->style.heading >= 2 && section != 1 && random_chance(&r->random, 8)) {
		say(to, "%d、%s\n", section, words);
		return;
	}
	if (r->style.heading >= 2 && section == 1 && random_chance(&r->random, 15)) {
		say(to, "—、%s\n", words);
		return;
	}
	if (r->style.heading >= 2 && section <= 2 && random_chance(&r->random, 8)) {
		say(to, "%s%s\n", section == 1 ? "" : "、", words);
		return;
	}
	/* Drawn one after the other, so that every compiler draws alike. */
	tail = r->style.heading >= 2 && random_chance(&r->random, 20) ? "　 " : "";
	mark_of = r->style.heading ? PICK(&r->random, marks) : marks[0];
	indent = r->style.heading ? PICK(&r->random, indents) : plain_indent;
	say(to, "%s%s%s%s%s\n", indent, numbers[section - 1], mark_of, words, tail);
}

typedef void print_fn(struct report *r, const struct grid *g, struct buf *to);

static void table(struct report *r, const struct grid *g, struct buf *to)
{
	static print_fn *const printers[LAYOUT_COUNT] = {
		[LAYOUT_WORD] = print_word,           [LAYOUT_TABS] = print_tabs,
		[LAYOUT_PIPES] = print_pipes,         [LAYOUT_BARS] = print_bars,
		[LAYOUT_BAR_LINES] = print_bar_lines, [LAYOUT_PARAGRAPHS] = print_paragraphs,
		[LAYOUT_GLUED] = print_glued,         [LAYOUT_DEDUP] = print_lines,
		[LAYOUT_ONE_LINE] = print_pipes,      [LAYOUT_PAGE] = print_page,
		[LAYOUT_SPACES] = print_spaces,       [LAYOUT_FLAT] = print_flat,
	};

	if (r->noise >= 1 && random_chance(&r->random, 10))
		say(to, "%d年，%s有关数据如下：\n", r->year, r->place.self);
	if (r->layout == LAYOUT_TABS || r->layout == LAYOUT_PIPES)
		buf_putc(to, '\n');
	if (r->format != FORMAT_TEXT) {
		mark(r, BLOCK_TABLE, to->n, to);
		r->mark[r->marks - 1].grid = g;
	} else if (printers[r->layout]) {
		printers[r->layout](r, g, to);
	}
	if (r->layout == LAYOUT_TABS || r->layout == LAYOUT_GLUED)
		buf_putc(to, '\n');
}

static void signature(struct report *r, struct buf *to)
{
	const struct place *p = &r->place;
	size_t day = 1 + random_below(&r->random, 28), from = to->n;

	if (!p->sign_full && random_chance(&r->random, 55))
		return;
	say(to, "\n%*s%.*s%.*s\n%*s%d年1月%zu日\n", 30, "",
	    STR_ARG(p->sign_full ? p->full : p->prefix), STR_ARG(p->org), 34, "", r->year + 1, day);
	mark(r, BLOCK_SIGNATURE, from, to);
}

static void chrome_before(struct report *r, struct buf *to)
{
	size_t seen;

	if (r->place.site.n)
		say(to, "%.*s人民政府门户网站\n", STR_ARG(r->place.site));
	if (r->noise < 1 || random_chance(&r->random, 60))
		return;
	buf_put(to, STR("当前位置：首页 > 政府信息公开 > 政府信息公开年报\n"));
	if (random_chance(&r->random, 50))
		say(to, "索引号：0%zu/%d-00%zu\n", 10000 + r->number, r->year + 1,
		    random_below(&r->random, 90));
	if (r->noise >= 2 && r->layout == LAYOUT_PIPES && random_chance(&r->random, 30))
		say(to,
		    "索引号 | 00%zu | 发文字号 | 年度报告%zu号 |\n---|---|---|---\n"
		    "公开形式 | 主动公开 | 有效性 | 有效 |\n",
		    r->number, r->number % 50);
	if (r->layout == LAYOUT_DEDUP && random_chance(&r->random, 50))
		buf_put(to, STR("政策文件\n规章\n行政处罚\n"));
	seen = random_below(&r->random, 900);
	say(to, "发布日期：%d-01-%02zu　浏览次数：%zu　字体：[大 中 小]\n", r->year + 1,
	    1 + random_below(&r->random, 28), seen);
}

static void chrome_behind(struct report *r, struct buf *to)
{
	if (r->noise < 1 || random_chance(&r->random, 60))
		return;
	buf_put(to, STR("责任编辑：办公室\n打印 关闭\n扫一扫在手机打开当前页\n"));
}

struct parts {
	struct grid grid[TABLE_COUNT];
};

static void sections(struct report *r, const struct parts *p, int from, int to_section,
		     struct buf *to)
{
	int i;

	for (i = from; i <= to_section; i++) {
		size_t begin = to->n;

		if (r->gone[i])
			continue;
		if (!r->heading_gone[i]) {
			heading(r, i, to);
			mark(r, BLOCK_HEADING, begin, to);
		}
		if (i == 1 || i > 4)
			prose_section(r, i, to);
		else if (r->no_tables && random_chance(&r->random, 10))
			buf_put(to, STR("捕获2.PNG\n"));
		else if (!r->no_tables)
			table(r, &p->grid[i - 2], to);
	}
}

/* Line feeds from `from` on become spaces or nothing; one is left at the end. */
static void one_line(struct buf *b, size_t from, bool spaces)
{
	size_t i, n = from;

	for (i = from; i < b->n; i++) {
		if (b->p[i] != '\n')
			b->p[n++] = b->p[i];
		else if (spaces)
			b->p[n++] = ' ';
	}
	b->n = n;
	buf_putc(b, '\n');
}

/* The page was a table itself: its title drags bars along, its prose is one line. */
static void print_one_line(struct report *r, const struct parts *p, struct buf *to)
{
	bool spaces = r->style.variant % 2, whole = r->style.variant < 4;
	size_t from = to->n, i;

	document_title(r, to);
	one_line(to, from, false);
	to->n--;
	if (whole) {
		buf_put(to, STR(" | "));
		for (i = 0; i < 320; i++)
			buf_putc(to, '|');
	}
	buf_putc(to, '\n');
	from = to->n;
	prose_intro(r, to);
	sections(r, p, 1, 1, to);
	if (!r->gone[2])
		heading(r, 2, to);
	one_line(to, from, spaces);
	if (!r->gone[2])
		r->heading_gone[2] = true;
	sections(r, p, 2, 4, to);
	from = to->n;
	sections(r, p, 5, 6, to);
	if (whole)
		one_line(to, from, spaces);
	signature(r, to);
}

/* What pages put under the title: the year after. */
static void put_published(struct report *r, struct buf *to)
{
	if (r->noise >= 1 && random_chance(&r->random, 8))
		say(to, "（%d年1月%zu日）\n\n", r->year + 1, 1 + random_below(&r->random, 28));
}

static void print_plain(struct report *r, const struct parts *p, struct buf *to)
{
	size_t title;

	if (r->style.markdown)
		buf_put(to, STR("# "));
	if (r->layout == LAYOUT_PAGE)
		buf_put(to, STR("            "));
	title = to->n;
	document_title(r, to);
	mark(r, BLOCK_TITLE, title, to);
	buf_put(to, STR("\n\n"));
	if (r->noise >= 2 && !r->style.markdown && random_chance(&r->random, 8))
		buf_put(to, pool_dup(r->pool, str_from(buf_str(to), title)));
	put_published(r, to);
	prose_intro(r, to);
	if (random_chance(&r->random, 50))
		buf_putc(to, '\n');
	sections(r, p, 1, 6, to);
	signature(r, to);
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Breaks what is longer than a page is wide, but no number. Lines of tables keep their columns. */
static void wrap(struct buf *b, struct buf *to)
{
	struct str rest = buf_str(b), line;

	while (str_cut(&rest, '\n', &line)) {
		size_t i = 0, width = 0;
		bool prose = !str_has(line, STR("  ")) || str_starts(line, STR("    根"));

		while (prose && i < line.n) {
			size_t end = i + 1;

			while (end < line.n && ((unsigned char)line.p[end] & 0xc0) == 0x80)
				end++;
			if (width >= 76 && !is_digit(line.p[i])) {
				buf_putc(to, '\n');
				width = 0;
			}
			buf_put(to, str_sub(line, i, end));
			width += end - i > 1 ? 2 : 1;
			i = end;
		}
		if (!prose)
			buf_put(to, line);
		if (rest.p)
			buf_putc(to, '\n');
	}
}

/* Drops every line that was seen before, and empty ones. */
static void dedup(struct buf *b, struct buf *to)
{
	struct str rest = buf_str(b), line;
	uint64_t *seen = NULL;
	size_t cap = 0, n = 0, i;

	while (str_cut(&rest, '\n', &line)) {
		uint64_t hash = str_hash(str_trim(line));

		for (i = 0; i < n && seen[i] != hash; i++)
			;
		if (i < n || str_trim(line).n == 0)
			continue;
		seen = grow(seen, &cap, n + 1, sizeof *seen);
		seen[n++] = hash;
		say(to, "%.*s\n", STR_ARG(line));
	}
	free(seen);
}

void document_print(struct report *r, struct buf *to)
{
	struct parts *p = pool_alloc(r->pool, sizeof *p);
	struct buf b = BUF_INIT;
	size_t from;
	int table_id;

	memset(p, 0, sizeof *p);
	for (table_id = 0; table_id < TABLE_COUNT; table_id++)
		grid_build(r, (enum table_id)table_id, &p->grid[table_id]);
	certain_settle(r);
	chrome_before(r, &b);
	mark(r, BLOCK_AROUND, 0, &b);
	if (r->layout == LAYOUT_ONE_LINE)
		print_one_line(r, p, &b);
	else
		print_plain(r, p, &b);
	from = b.n;
	chrome_behind(r, &b);
	mark(r, BLOCK_AROUND, from, &b);
	if (r->layout == LAYOUT_PAGE)
		wrap(&b, to);
	else if (r->layout == LAYOUT_DEDUP)
		dedup(&b, to);
	else
		buf_put(to, buf_str(&b));
	buf_free(&b);
}
