#include "tests/generate/generate.h"

#include <stdlib.h>

static const char *const bureaus[] = {
	"教育局",
	"科学技术局",
	"民政局",
	"财政局",
	"司法局",
	"自然资源和规划局",
	"农业农村局",
	"卫生健康局",
	"应急管理局",
	"审计局",
	"市场监督管理局",
	"统计局",
	"医疗保障局",
	"机关事务管理局",
	"信访局",
	"住房和城乡建设局",
	"交通运输局",
	"水利局",
	"文化广电旅游体育局",
	"退役军人事务局",
	"综合行政执法局",
	"公安局",
	"发展和改革局",
	"人力资源和社会保障局",
	"科技局",
	"生态环境局",
	"林业局",
	"医保局",
};
static const char *const centres[] = {
	"投资促进中心",   "行政审批管理办公室", "政务服务中心",     "国有资产管理服务中心",
	"人民政府办公室", "人民防空办公室",     "金融发展服务中心", "机关事务服务中心",
};
static const char *const departments[] = {
	"教育厅",     "科学技术厅",     "民政厅", "财政厅", "司法厅",     "水利厅",
	"农业农村厅", "卫生健康委员会", "审计厅", "统计局", "医疗保障局", "人民政府办公厅",
};
static const char *const villages[] = {
	"青禾", "柳岸",   "石桥湾", "梅坞",   "枫岭头", "松林坪", "竹园口",
	"月塘", "荷叶洲", "桂花岭", "杏坛坞", "望溪",   "云栖坳",
};

/* Rows whose names can stand in a title: no Hong Kong, Macao, Taiwan, and in force the whole year
 * (in the year of a change two rows hold). */
static bool usable(const struct report *r, const struct division *d)
{
	int area = (d->code.p[0] - '0') * 10 + (d->code.p[1] - '0');
	bool statistical = d->level == LEVEL_COUNTY && (d->code.p[4] == '7' || d->code.p[4] == '6');

	return area < 70 && !statistical && d->from < r->year && d->to > r->year &&
	       !str_ends(d->name, STR("海域"));
}

static bool in_force(const struct report *r, const struct division *d)
{
	return d->from <= r->year && r->year <= d->to;
}

/* How many places of the year bear the name, counting all rows that hold. */
static size_t bearers(const struct report *r, const struct divisions *all, struct str name)
{
	size_t i, n = 0;

	for (i = 0; i < all->n; i++)
		n += str_eq(all->v[i].name, name) && in_force(r, &all->v[i]);
	return n;
}

/* In the year of a change the old row and the new one both hold; a full name tells which, unless
 * the place kept its name under another code. Functional areas have a full name only, too. */
static bool full_name_only(const struct report *r, const struct divisions *all,
			   const struct division *d)
{
	int area = (d->code.p[0] - '0') * 10 + (d->code.p[1] - '0');
	bool statistical = d->level == LEVEL_COUNTY && d->code.p[4] == '7';
	bool changes = d->from == r->year || d->to == r->year;

	return area < 70 && in_force(r, d) && (statistical || changes) &&
	       d->level == LEVEL_COUNTY && bearers(r, all, d->name) == 1;
}

static const struct division *choose_division(struct report *r, const struct divisions *all)
{
	const struct division *d;
	unsigned above = (unsigned)random_below(&r->random, 100);
	enum division_level level = above < 8    ? LEVEL_PROVINCE
				    : above < 28 ? LEVEL_PREFECTURE
						 : LEVEL_COUNTY;

	do {
		d = &all->v[random_below(&r->random, all->n)];
	} while (!usable(r, d) || d->level != level);
	return d;
}

static const struct division *choose_rare(struct report *r, const struct divisions *all)
{
	const struct division *d;

	do {
		d = &all->v[random_below(&r->random, all->n)];
	} while (!full_name_only(r, all, d));
	return d;
}

/* One of the places that share their name. */
static const struct division *choose_homonym(struct report *r, const struct divisions *all)
{
	static const char *const codes[] = {
		"110105", "220104", "120101", "210102", "120102", "371312", "130105", "410402",
		"140202", "150204", "420107", "210106", "210303", "210302", "220303", "220403",
		"231005", "230404", "440305", "230506", "310113", "310107", "330903", "320106",
		"410204", "330106", "360103", "350803", "430802", "370402", "511102", "440111",
		"520113", "440309", "460106", "450202", "630103", "540102", "620102"};
	const struct division *d;
	size_t tries = 0;

	do {
		d = divisions_find(all, str_of(PICK(&r->random, codes)), r->year);
	} while (!usable(r, d) && ++tries < 50);
	return d;
}

static void choose_organ(struct report *r)
{
	struct place *p = &r->place;
	unsigned kind = (unsigned)random_below(&r->random, 100);
	const char *kind_name;

	p->scope = "organ";
	p->self = "我局";
	if (p->division->level == LEVEL_PROVINCE) {
		p->org = str_of(PICK(&r->random, departments));
		p->self = "本机关";
	} else if (kind < 50) {
		p->org = str_of(PICK(&r->random, bureaus));
	} else if (kind < 65 || p->division->level != LEVEL_COUNTY) {
		p->org = str_of(PICK(&r->random, centres));
		p->self = "本单位";
	} else if (kind < 85) {
		kind_name = random_chance(&r->random, 70) ? "镇人民政府" : "乡人民政府";
		p->org = report_text(r, "%s%s", PICK(&r->random, villages), kind_name);
		p->self = "本镇";
	} else {
		kind_name = random_chance(&r->random, 80) ? "街道办事处" : "街道";
		p->org = report_text(r, "%s%s", PICK(&r->random, villages), kind_name);
		p->self = "街道";
	}
	if (kind >= 90 && p->division->level != LEVEL_PROVINCE) {
		p->org = STR("人民政府");
		p->scope = "region";
		p->self = "全区";
	}
}

static struct str chain(struct report *r, const struct divisions *all, const char *gap)
{
	const struct division *d = r->place.division;
	const struct division *up = divisions_parent(all, d, r->year);
	const struct division *top = up ? divisions_parent(all, up, r->year) : NULL;

	return report_text(r, "%.*s%s%.*s%s%.*s", STR_ARG(top ? top->name : STR_EMPTY),
			   top ? gap : "", STR_ARG(up ? up->name : STR_EMPTY), up ? gap : "",
			   STR_ARG(d->name));
}

/* Places that settle a name which several divisions bear, or one that the title lacks. */
enum settled { BY_NOTHING, BY_FOLDER, BY_SIGNATURE, BY_SITE, BY_TEXT };

static void settle(struct report *r, const struct divisions *all, enum settled by)
{
	struct place *p = &r->place;
	const struct division *up = divisions_parent(all, p->division, r->year);

	p->folder = r->number % 2 ? STR("download/") : STR("年报 汇总/");
	if (by == BY_FOLDER)
		p->folder = report_text(r, "%.*s/%d/", STR_ARG(chain(r, all, "/")), r->year + 1);
	p->sign_full = by == BY_SIGNATURE;
	p->text_full = by == BY_TEXT;
	if (by == BY_SITE && up)
		p->site = up->name;
	if (by == BY_NOTHING)
		p->region = STR_EMPTY;
}

/* The title names the county alone: enough where nobody else bears the name. */
static void name_alone(struct report *r, const struct divisions *all)
{
	struct place *p = &r->place;
	unsigned by = (unsigned)random_below(&r->random, 100);

	p->prefix = p->division->name;
	if (bearers(r, all, p->division->name) > 1)
		settle(r, all,
		       by < 35   ? BY_FOLDER
		       : by < 50 ? BY_SIGNATURE
		       : by < 65 ? BY_SITE
		       : by < 80 ? BY_TEXT
				 : BY_NOTHING);
}

static void name_place(struct report *r, const struct divisions *all)
{
	struct place *p = &r->place;
	const struct division *up = divisions_parent(all, p->division, r->year);
	unsigned how = (unsigned)random_below(&r->random, 100);
	bool region = str_is(str_of(p->scope), "region");

	p->prefix = p->full;
	if (how < 45 && up)
		p->prefix =
			report_text(r, "%.*s%.*s", STR_ARG(up->name), STR_ARG(p->division->name));
	else if (how < 80 && !(region && bearers(r, all, p->division->name) > 1))
		name_alone(r, all);
	else if (how < 86 && up && up->brief.n && p->division->level == LEVEL_COUNTY)
		p->prefix =
			report_text(r, "%.*s%.*s", STR_ARG(up->brief), STR_ARG(p->division->name));
	else if (how < 94 && !region && r->noise >= 1 && !str_is(p->org, "人民政府办公室")) {
		p->prefix = STR_EMPTY;
		settle(r, all, how < 89 ? BY_FOLDER : how < 92 ? BY_SIGNATURE : BY_NOTHING);
		if (how >= 92) /* a site's name alone names no place */
			p->site = p->division->name;
	}
}

static void choose_place_by_full_name(struct report *r, const struct divisions *all)
{
	struct place *p = &r->place;

	p->division = choose_rare(r, all);
	p->region = p->division->code;
	p->full = p->prefix = chain(r, all, "");
	p->folder = STR("download/");
	p->scope = "organ";
	p->self = "本单位";
	p->org = p->division->code.p[4] == '7' ? STR("管理委员会")
					       : str_of(PICK(&r->random, bureaus));
}

void place_choose(struct report *r, const struct divisions *all)
{
	struct place *p = &r->place;

	*p = (struct place){0};
	if (random_chance(&r->random, 3)) {
		choose_place_by_full_name(r, all);
		return;
	}
	p->division =
		random_chance(&r->random, 6) ? choose_homonym(r, all) : choose_division(r, all);
	p->region = p->division->code;
	p->full = chain(r, all, "");
	p->folder = random_chance(&r->random, 50)
			    ? report_text(r, "%.*s/", STR_ARG(chain(r, all, "/")))
			    : report_text(r, "年报 %d/", r->year + 1);
	choose_organ(r);
	name_place(r, all);
}

/* As sites name such files, by what they are or as they like. */
static const char *ending(const struct report *r, const char *text)
{
	static const char *const endings[FORMAT_COUNT] = {
		[FORMAT_HTML] = ".html",      [FORMAT_HTML_WORD] = ".htm",
		[FORMAT_HTML_SITE] = ".html", [FORMAT_DOCX] = ".docx",
		[FORMAT_PDF] = ".pdf",        [FORMAT_PDF_HALF] = ".pdf",
		[FORMAT_PDF_BARE] = ".pdf",   [FORMAT_OFD] = ".ofd"};

	return r->format == FORMAT_TEXT ? text : endings[r->format];
}

struct str place_file(struct report *r)
{
	size_t kind = r->noise ? random_below(&r->random, 5) : 0;
	const struct str f = r->place.folder;

	switch (kind) {
	case 1:
		return report_text(r, "%.*s年度报告 r%05zu%s", STR_ARG(f), r->number,
				   ending(r, ".txt"));
	case 2:
		return report_text(r, "%.*sit's r%05zu%s", STR_ARG(f), r->number, ending(r, ".md"));
	case 3:
		return report_text(r, "%.*sn\"%05zu\"", STR_ARG(f), r->number);
	case 4:
		return report_text(r, "%.*s附件r%05zu%s", STR_ARG(f), r->number, ending(r, ".TXT"));
	default:
		return report_text(r, "%.*sr%05zu%s", STR_ARG(f), r->number, ending(r, ".txt"));
	}
}
