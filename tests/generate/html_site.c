/* html_site: a page of a government's site: head, menus, crumbs, the article, links to other
 * reports, foot. Some sites nest tables for the layout, leave tags open, or write them in capitals.
 */
#include "tests/generate/formats.h"

/* How the site writes its pages. */
struct look {
	bool upper;    /* tags in capitals */
	bool unclosed; /* </p>, </td>, </tr> left out */
	bool tables;   /* tables around the article */
	bool breaks;   /* <br> between paragraphs, no <p> */
	bool styled;   /* every cell has its style */
	const char *blank;
};

static struct look choose_look(struct report *r)
{
	static const char *const blanks[] = {"&nbsp;", "&nbsp;&nbsp;",  "",
					     " ",      "<p>&nbsp;</p>", "<br>"};
	struct look l = {0};

	l.upper = random_chance(&r->ink, 25);
	l.unclosed = random_chance(&r->ink, 25);
	l.tables = random_chance(&r->ink, 30);
	l.breaks = random_chance(&r->ink, 15);
	l.styled = random_chance(&r->ink, 35);
	l.blank = PICK(&r->ink, blanks);
	return l;
}

/* A tag, "/p" for its end, in the site's capitals. */
static void tag(const struct look *l, const char *name, const char *attributes, struct buf *to)
{
	bool end = *name == '/';

	if (end && l->unclosed && strcmp(name, "/table") != 0 && strcmp(name, "/div") != 0)
		return;
	buf_putc(to, '<');
	for (; *name; name++)
		buf_putc(to, l->upper && *name >= 'a' && *name <= 'z' ? (char)(*name - 'a' + 'A')
								      : *name);
	say(to, "%s%s>", *attributes ? " " : "", attributes);
	if (end)
		buf_putc(to, '\n');
}

static struct str site_name(const struct report *r)
{
	return r->place.site.n ? r->place.site : STR("");
}

static struct str title_of(const struct blocks *b)
{
	size_t i;

	for (i = 0; i < b->n; i++)
		if (b->v[i].kind == BLOCK_TITLE)
			return b->v[i].text;
	return STR("年度报告");
}

static void put_metas(struct report *r, const struct blocks *b, struct buf *to)
{
	static const char *const charsets[] = {
		"<meta charset=\"utf-8\" />\n", "<meta charset=\"utf-8\" />\n",
		"<meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\" />\n",
		"<meta http-equiv=\"Content-Type\" content=\"text/html; charset=gb2312\" />\n",
		"<META content=\"text/html; charset=GBK\" http-equiv=Content-Type>\n"};
	size_t minute;

	buf_put(to, str_of(r->noise ? PICK(&r->ink, charsets) : charsets[0]));
	buf_put(to, STR("<meta http-equiv=\"X-UA-Compatible\" content=\"IE=edge\" />\n"
			"<meta name=\"viewport\" content=\"width=device-width, "
			"initial-scale=1.0\" />\n<title>"));
	html_text(title_of(b), "", to);
	say(to, "_%.*s政务公开</title>\n", STR_ARG(site_name(r)));
	say(to, "<meta name=\"SiteName\" content=\"%.*s%s\" />\n", STR_ARG(site_name(r)),
	    r->place.site.n ? "人民政府门户网站" : "政府信息公开平台");
	buf_put(to, STR("<meta name=\"ColumnName\" content=\"政府信息公开年报\" />\n"
			"<meta name=\"ColumnType\" content=\"政府信息公开\" />\n"
			"<meta name=\"ArticleTitle\" content=\""));
	html_text(title_of(b), "", to);
	minute = random_below(&r->ink, 60);
	say(to, "\" />\n<meta name=\"PubDate\" content=\"%d-01-%02zu 09:%02zu\" />\n", r->year + 1,
	    1 + random_below(&r->ink, 28), minute);
	buf_put(to, STR("<meta name=\"ContentSource\" content=\"办公室\" />\n"
			"<meta name=\"Keywords\" content=\"政府信息公开,年度报告,行政复议\" />\n"
			"<meta name=\"Description\" content=\"一、总体情况 二、主动公开政府信息情况"
			"\" />\n"));
}

static void put_head(struct report *r, const struct blocks *b, struct buf *to)
{
	size_t i;

	buf_put(to, STR("<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Transitional//EN\" "
			"\"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd\">\n"
			"<html xmlns=\"http://www.w3.org/1999/xhtml\">\n<head>\n"));
	put_metas(r, b, to);
	buf_put(to, STR("<link href=\"/images/xxgk2023.css\" rel=\"stylesheet\" type=\"text/css\" "
			"/>\n<script type=\"text/javascript\" "
			"src=\"/module/jslib/jquery/jquery.js\"></script>\n"
			"<style type=\"text/css\">\n"));
	for (i = 0; i < 14; i++)
		say(to,
		    ".xxgk-%zu, .xxgk-%zu a { width: %zupx; color: #%zu33; line-height: 32px; "
		    "font-family: \"微软雅黑\" }\n",
		    i, i, 120 + 7 * i, i % 10);
	buf_put(to, STR("</style>\n<script type=\"text/javascript\">\n//<![CDATA[\n"
			"var columnid = 1229058; var article = \"<table><tr><td>规章</td>"
			"<td>99</td></tr></table>\";\n"
			"function doZoom(size) {\n\tvar zoom = document.getElementById('zoom');\n"
			"\tif (size < 20 && zoom) { zoom.style.fontSize = size + 'px'; }\n}\n"
			"$(function () {\n\t$('.menu li').hover(function () { "
			"$(this).addClass('on'); });\n\tif (document.title.length > 40) {\n"
			"\t\tdocument.title = document.title.substring(0, 40);\n\t}\n});\n"
			"//]]>\n</script>\n</head>\n"));
}

static void put_links(const char *const *words, size_t n, const char *url, struct buf *to)
{
	size_t i;

	buf_put(to, STR("<ul>\n"));
	for (i = 0; i < n; i++)
		say(to,
		    "<li><a href=\"%s%zu/index.html\" target=\"_blank\" title=\"%s\">%s</a></li>\n",
		    url, 1229058000 + 37 * i, words[i], words[i]);
	buf_put(to, STR("</ul>\n"));
}

static void put_menus(struct report *r, struct buf *to)
{
	static const char *const menu[] = {"首页",     "要闻动态", "政务公开", "政务服务",
					   "互动交流", "数据开放", "走进我们", "专题专栏"};
	static const char *const columns[] = {
		"政府信息公开指南", "政府信息公开制度", "法定主动公开内容", "机构概况",
		"法规公文",         "规范性文件",       "行政许可",         "行政处罚",
		"行政强制",         "财政预决算",       "政府采购",         "行政事业性收费",
		"建议提案",         "重大建设项目",     "政府信息公开年报", "依申请公开"};

	buf_put(to,
		STR("<!-- 头部 -->\n<div class=\"header\"><div class=\"top\">\n"
		    "<a href=\"javascript:void(0)\">无障碍阅读</a> | <a href=\"/wap/\">手机版</a> "
		    "| <a href=\"javascript:;\" onclick=\"tosf()\">繁体</a>\n</div>\n"));
	say(to,
	    "<div class=\"logo\"><img src=\"/images/logo.png\" alt=\"%.*s政务公开\" />"
	    "</div>\n",
	    STR_ARG(site_name(r)));
	if (r->place.site.n)
		say(to, "<h2 class=\"site\">%.*s人民政府门户网站</h2>\n", STR_ARG(site_name(r)));
	buf_put(to, STR("<form action=\"/search\" method=\"get\"><input type=\"text\" name=\"q\" "
			"value=\"请输入关键字\" /><select name=\"t\"><option>全站</option><option>"
			"本栏目</option></select><input type=\"submit\" value=\"搜索\" /></form>\n"
			"</div>\n<div class=\"menu\" id=\"nav\">\n"));
	put_links(menu, COUNT_OF(menu), "/col/col", to);
	buf_put(to, STR("</div>\n<div class=\"left\">\n<h3>政府信息公开</h3>\n"));
	put_links(columns, COUNT_OF(columns), "/col/xxgk", to);
	buf_put(to, STR("</div>\n"));
}

static void put_crumbs(struct buf *to)
{
	buf_put(to, STR("<div class=\"position\">您现在的位置：<a href=\"/\">首页</a> &gt; "
			"<a href=\"/col/1/\">政务公开</a> &gt; <a href=\"/col/2/\">"
			"政府信息公开年报</a> &gt; <span>正文</span></div>\n"));
}

/* The table of what the page is, that many sites put over their documents. */
static void put_index(struct report *r, const struct look *l, const struct blocks *b,
		      struct buf *to)
{
	const struct place *p = &r->place;

	tag(l, "table", "class=\"xxgk_index\" width=\"100%\" cellpadding=\"0\"", to);
	say(to,
	    "\n<tr><td>索引号</td><td>00%zu/%d-%05zu</td><td>组配分类</td><td>年度报告</td></tr>\n",
	    2600000 + r->number, r->year + 1, r->number * 7 % 99991);
	say(to,
	    "<tr><td>发布机构</td><td>%.*s%.*s</td><td>发文日期</td><td>%d-01-%02zu</td></tr>\n",
	    STR_ARG(p->prefix), STR_ARG(p->org), r->year + 1, 1 + random_below(&r->ink, 28));
	buf_put(to, STR("<tr><td>名称</td><td colspan=\"3\">"));
	html_text(title_of(b), "", to);
	buf_put(to, STR("</td></tr>\n"));
	tag(l, "/table", "", to);
}

static void put_byline(struct report *r, struct buf *to)
{
	size_t hits = random_below(&r->ink, 3000), minute = random_below(&r->ink, 50);
	size_t hour = random_below(&r->ink, 10), day = random_below(&r->ink, 28);

	say(to,
	    "<div class=\"info\"><span>发布日期：%d-01-%02zu %02zu:%02zu</span>&nbsp;&nbsp;"
	    "<span>来源：办公室</span>&nbsp;&nbsp;<span>浏览次数：<em id=\"hits\">%zu</em></span>"
	    "&nbsp;&nbsp;<span>字体：[<a href=\"javascript:doZoom(18)\">大</a> <a "
	    "href=\"javascript:doZoom(16)\">中</a> <a href=\"javascript:doZoom(14)\">小</a>]"
	    "</span></div>\n<div class=\"share\" style=\"display:none\">分享到：<a>微信</a> "
	    "<a>微博</a> 共有 12 人收藏</div>\n",
	    r->year + 1, 1 + day, 8 + hour, 10 + minute, hits);
}

static void put_cell(const struct look *l, const struct grid *g, size_t i, size_t j, struct buf *to)
{
	const struct grid_cell *c = &g->row[i].cell[j];
	struct buf attributes = BUF_INIT;

	html_spans(g, i, j, &attributes);
	if (l->styled)
		say(&attributes, " style=\"border:1px solid #000;width:%zupx\"", 48 * c->span);
	buf_putc(&attributes, '\0');
	tag(l, "td", attributes.p + (attributes.p[0] == ' '), to);
	buf_free(&attributes);
	if (l->styled)
		tag(l, "p", "align=\"center\"", to);
	html_text(c->text, "<br />", to);
	if (c->text.n == 0)
		buf_put(to, str_of(l->blank));
	if (l->styled)
		tag(l, "/p", "", to);
	tag(l, "/td", "", to);
}

static void put_table(const struct look *l, const struct grid *g, struct buf *to)
{
	size_t i, j;

	tag(l, "table", "border=\"1\" cellspacing=\"0\" style=\"border-collapse:collapse\"", to);
	buf_putc(to, '\n');
	for (i = 0; i < g->n; i++) {
		tag(l, "tr", i ? "" : "class=\"firstRow\"", to);
		buf_putc(to, '\n');
		for (j = 0; j < g->row[i].n; j++)
			if (!grid_covered(g, i, j))
				put_cell(l, g, i, j, to);
		tag(l, "/tr", "", to);
		buf_putc(to, '\n');
	}
	tag(l, "/table", "", to);
}

static void put_block(const struct look *l, const struct block *b, struct buf *to)
{
	if (b->kind == BLOCK_TABLE) {
		put_table(l, b->grid, to);
		return;
	}
	if (!l->breaks)
		tag(l, "p", "style=\"text-indent:2em;line-height:2em\"", to);
	buf_put(to, b->kind == BLOCK_PARAGRAPH || b->kind == BLOCK_HEADING
			    ? STR("&nbsp; &nbsp;&nbsp;")
			    : STR(""));
	if (b->kind == BLOCK_HEADING)
		tag(l, "strong", "", to);
	html_text(b->text, "<br />", to);
	if (b->kind == BLOCK_HEADING)
		say(to, "%s", l->upper ? "</STRONG>" : "</strong>");
	if (l->breaks)
		buf_put(to, STR("<br />\n"));
	else
		tag(l, "/p", "", to);
	buf_putc(to, '\n');
}

/* The title of the page stands in a heading of its own; that of the report stays where it is. */
static void put_article(struct report *r, const struct look *l, const struct blocks *b,
			struct buf *to)
{
	size_t i;

	if (random_chance(&r->ink, 50))
		put_index(r, l, b, to);
	buf_put(to, STR("<h1 class=\"title\">"));
	html_text(title_of(b), "<br />", to);
	buf_put(to, STR("</h1>\n"));
	put_byline(r, to);
	buf_put(to, STR("<div class=\"zoom\" id=\"zoom\"><!--<$[信息内容]>begin-->"
			"<div class=\"TRS_Editor\">\n"));
	for (i = 0; i < b->n; i++)
		if (b->v[i].kind != BLOCK_TITLE && b->v[i].kind != BLOCK_AROUND)
			put_block(l, &b->v[i], to);
	buf_put(to, STR("</div><!--<$[信息内容]>end--></div>\n"));
}

static void put_related(struct report *r, struct buf *to)
{
	static const char *const others[] = {"财政局",           "教育局", "民政局",
					     "云栖坳镇人民政府", "水利局", "审计局",
					     "桂花岭街道办事处"};
	size_t i;

	say(to,
	    "<div class=\"pages\"><p>上一篇：<a "
	    "href=\"/art/%d/1.html\">%d年政府信息公开工作年度报告"
	    "</a></p><p>下一篇：<a href=\"/art/%d/2.html\">%d年政府信息公开工作年度报告</a></p>"
	    "</div>\n<div class=\"related\"><h3>相关链接</h3>\n<ul>\n",
	    r->year, r->year - 1, r->year + 2, r->year + 1);
	for (i = 0; i < COUNT_OF(others); i++)
		say(to,
		    "<li><a href=\"/art/%d/%zu.html\">%s%d年政府信息公开工作年度报告</a>"
		    "<span>%d-01-%02zu</span></li>\n",
		    r->year + 1, i, others[i], r->year - (int)(i % 3), r->year + 1, 9 + i);
	buf_put(to, STR("</ul></div>\n"));
}

static void put_foot(struct report *r, struct buf *to)
{
	static const char *const friends[] = {"中国政府网", "国务院部门网站", "省政府网站",
					      "市政府网站", "县（市、区）网站"};

	buf_put(to, STR("<div class=\"friend\"><h3>友情链接</h3>\n"));
	put_links(friends, COUNT_OF(friends), "http://www.example.cn/", to);
	say(to,
	    "</div>\n<div class=\"footer\"><p>主办：%.*s%s</p><p>地址：人民路88号　联系电话："
	    "0000-12345678　网站标识码：3300000001</p><p><a href=\"https://beian.example.cn/\">"
	    "浙ICP备%08zu号-1</a>　浙公网安备 33020002000%03zu号</p><p>建议使用1366*768及以上分辨率"
	    "</p></div>\n",
	    STR_ARG(site_name(r)), r->place.site.n ? "人民政府办公室" : "政府信息公开平台",
	    12000000 + r->number, r->number % 1000);
	buf_put(to, STR("<div style=\"display: none;\"><table><tr><td>行政许可</td><td>77</td></tr>"
			"</table></div>\n<div class=\"tools\"><a>打印</a> <a>关闭</a> "
			"<p>扫一扫在手机打开当前页</p></div>\n"
			"<script>var _hmt = _hmt || []; (function () { var hm = "
			"document.createElement(\"script\"); hm.src = \"/hm.js\"; })();</script>\n"
			"</body>\n</html>\n"));
}

void print_html_site(struct report *r, const struct blocks *b, struct buf *to)
{
	struct look l = choose_look(r);

	put_head(r, b, to);
	buf_put(to, STR("<body>\n"));
	put_menus(r, to);
	if (l.tables) {
		tag(&l, "table", "width=\"1000\" border=\"0\" align=\"center\"", to);
		buf_put(to, STR("<tr><td width=\"220\" valign=\"top\">"
				"<img src=\"/images/left.jpg\"></td>\n<td width=\"780\">\n"));
	} else {
		buf_put(to, STR("<div class=\"main\"><div class=\"content\">\n"));
	}
	put_crumbs(to);
	put_article(r, &l, b, to);
	put_related(r, to);
	buf_put(to, l.tables ? STR("</td></tr></table>\n") : STR("</div></div>\n"));
	put_foot(r, to);
}
