#include "tests/generate/generate.h"

/* The total of a row of the requests table, as prose states it. */
static long long total(const struct report *r, const char *row)
{
	size_t cell = form_find_cell(r->form, STR("requests"), str_of(row), STR("total"));

	return cell == STR_NONE ? 0 : (long long)r->figure[cell].value.m;
}

static void period(struct report *r, struct buf *to)
{
	int y = r->year - (r->period_stale ? 1 : 0);

	if (r->period_damaged) {
		if (random_chance(&r->random, 50))
			say(to, "统计期限自%d11日起至%d1231日止。", y, y);
		else
			say(to, "统计期限自%d1月1日起至%d年12月31止。", y, y);
		return;
	}
	switch (random_below(&r->random, 4)) {
	case 0:
		say(to, "本报告所列数据的统计期限自%d年1月1日起至%d年12月31日止。", y, y);
		break;
	case 1:
		say(to, "本报告中数据统计时限自 %d 年 1 月 1 日至 %d 年 12 月 31 日止。", y, y);
		break;
	case 2:
		say(to, "所列数据的统计期限从%d年1月1日到12月31日。", y);
		break;
	default:
		say(to, "本年度报告的时间范围为%d年1月1日至%d年12月31日。", y, y);
	}
}

void prose_intro(struct report *r, struct buf *to)
{
	static const char *const wrong[] = {"国办公开办函〔2019〕60号", "国办公开办函〔2021〕30号",
					    "国办公开办函〔202130号", "国办发〔2021〕30号"};
	bool noisy = r->noise >= 2 && random_chance(&r->random, 20);
	const char *notice = noisy             ? PICK(&r->random, wrong)
			     : r->year >= 2021 ? wrong[1]
					       : wrong[0];

	if (!r->title_year_gone && !r->place.text_full && random_chance(&r->random, 25))
		return;
	say(to,
	    "    "
	    "根据《中华人民共和国政府信息公开条例》和《关于印发年度报告格式的通知》（%s）的要求，"
	    "%s编制了本年度报告，现向社会公布。",
	    notice, r->place.self);
	if (random_chance(&r->random, 30))
		buf_put(to,
			STR("全文包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况"
			    "、"
			    "因政府信息公开工作被申请行政复议、提起行政诉讼情况、存在的主要问题及"
			    "改进情况、其他需要报告的事项六个部分。"));
	if (r->title_year_gone || random_chance(&r->random, 70))
		period(r, to);
	if (r->place.text_full)
		say(to, "本报告由%.*s%.*s编制。", STR_ARG(r->place.full), STR_ARG(r->place.org));
	buf_put(to, STR("\n"));
}

/* Only what stands in section 1 is sure to be looked for. */
static void states(struct report *r, const char *row, const char *col, long long value,
		   bool certain)
{
	r->stated[r->stated_count++] =
		(struct stated){row, col, value, certain && !r->heading_gone[1]};
}

static void states_parts(struct report *r, const char *const *names, const size_t *parts)
{
	long long sum = 0;
	size_t i;

	for (i = 0; i < 3; i++) {
		states(r, "disclosed.part", names[i], (long long)parts[i], true);
		sum += (long long)parts[i];
	}
	states(r, "disclosed.total", "stated", sum, true);
}

static void disclosed(struct report *r, struct buf *to)
{
	static const char *const kinds[][3] = {{"工作动态", "通知公告", "其他信息"},
					       {"机构职能类", "计划总结类", "人事信息"}};
	size_t part[] = {random_below(&r->random, 40), random_below(&r->random, 30),
			 1 + random_below(&r->random, 9)};
	size_t sum = part[0] + part[1] + part[2], kind = random_below(&r->random, 3);

	if (kind == 0)
		say(to, "全年主动公开政府信息%zu条，其中%s%zu条，%s%zu条，%s%zu条。", sum,
		    kinds[0][0], part[0], kinds[0][1], part[1], kinds[0][2], part[2]);
	else if (kind == 1)
		say(to, "%d年共公开信息 %zu 条。其中：%s%zu条；%s%zu条；%s%zu条。", r->year, sum,
		    kinds[1][0], part[0], kinds[1][1], part[1], kinds[1][2], part[2]);
	else
		say(to, "本年度通过门户网站发布信息%zu条，政务微信推送图文%zu条。", sum, part[1]);
	if (kind < 2)
		states_parts(r, kinds[kind], part);
	else
		states(r, "disclosed.total", "stated", (long long)sum, false);
	if (r->noise >= 2 && random_chance(&r->random, 15))
		say(to, "比%d年增加%zu条。", r->year - 1, part[2]);
}

static void applications(struct report *r, struct buf *to)
{
	if (total(r, "new") + total(r, "carried_in") == 0) {
		static const char *const none[] = {
			"本年度未收到政府信息公开申请。", "全年没有收到依申请公开事项。",
			"本年度共收到政府信息公开申请0件。", "无依申请公开事项，零报告。"};

		buf_put(to, str_of(PICK(&r->random, none)));
		states(r, "requests.received", "stated", 0, true);
		return;
	}
	switch (random_below(&r->random, 3)) {
	case 0:
		say(to,
		    "全年新收政府信息公开申请%lld件，上年结转%lld件，办结%lld件，结转下年度%"
		    "lld件。",
		    total(r, "new"), total(r, "carried_in"), total(r, "handled"),
		    total(r, "carried_out"));
		states(r, "requests.new", "stated", total(r, "new"), true);
		states(r, "requests.carried_in", "stated", total(r, "carried_in"), true);
		states(r, "requests.handled", "stated", total(r, "handled"), true);
		states(r, "requests.carried_out", "stated", total(r, "carried_out"), true);
		break;
	case 1:
		say(to, "共收到政府信息公开申请%lld件（含上年度结转%lld件），均已依法登记办理。",
		    total(r, "new") + total(r, "carried_in"), total(r, "carried_in"));
		states(r, "requests.received", "stated", total(r, "new") + total(r, "carried_in"),
		       true);
		states(r, "requests.carried_in", "stated", total(r, "carried_in"), true);
		break;
	default:
		say(to, "依申请公开渠道畅通，答复均在法定期限内作出，其中予以公开%lld件。",
		    total(r, "granted"));
	}
}

static void section_overview(struct report *r, struct buf *to)
{
	static const char *const marks[][5] = {
		{"（一）主动公开情况。", "（二）依申请公开情况。", "（三）政府信息管理情况。",
		 "（四）平台建设情况。", "（五）监督保障情况。"},
		{"一是主动公开方面。", "二是依申请公开方面。", "三是信息管理方面。",
		 "四是平台建设方面。", "五是监督保障方面。"},
		{"1．主动公开。", "2．依申请公开。", "3．信息管理。", "4．平台建设。",
		 "5．监督保障。"},
		{"", "", "", "", ""},
	};
	const char *const *mark = marks[random_below(&r->random, COUNT_OF(marks))];

	if (r->noise >= 2 && random_chance(&r->random, 10))
		buf_put(to, STR("[bookmark: _GoBack]"));
	say(to, "%s", mark[0]);
	disclosed(r, to);
	say(to, "\n%s", mark[1]);
	applications(r, to);
	say(to,
	    "\n%s严格落实“先审后发”的要求，%"
	    "s指定专人负责栏目维护，对公开属性逐件核定，行政许可和行政处罚"
	    "结果及时公示。\n",
	    mark[2], r->place.self);
	if (random_chance(&r->random, 60)) {
		size_t links = random_below(&r->random, 20);

		say(to, "%s优化专栏设置，全年更新栏目%zu个，清理失效链接%zu处。\n", mark[3],
		    1 + random_below(&r->random, 9), links);
	}
	if (random_chance(&r->random, 60))
		say(to, "%s组织业务培训%zu次，未发生因公开工作被追究责任的情形。\n", mark[4],
		    1 + random_below(&r->random, 5));
}

static void section_problems(struct report *r, struct buf *to)
{
	int plan = r->year + 1;

	say(to, "%s的公开工作还有差距：一是主动公开的内容不够丰富，二是工作人员业务能力需要加强。",
	    r->place.self);
	if (random_chance(&r->random, 50))
		say(to, "%d年，将从完善制度、加强培训两个方面加以改进，提高公开的时效和质量。",
		    plan);
	else
		say(to, "下一步，将完善制度、加强培训，提高公开的时效和质量。");
	buf_putc(to, '\n');
}

static void section_other(struct report *r, struct buf *to)
{
	static const char *const words[] = {
		"无。", "没有其他需要报告的事项。", "本年度未收取政府信息公开信息处理费。",
		"无其他需要报告的事项。本年度行政事业性收费情况见第二部分，信息处理费未收取。"};

	say(to, "%s\n", PICK(&r->random, words));
}

void prose_section(struct report *r, int section, struct buf *to)
{
	if (section == 1)
		section_overview(r, to);
	else if (section == 5)
		section_problems(r, to);
	else
		section_other(r, to);
}
