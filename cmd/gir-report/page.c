#include "cmd/gir-report/page.h"

#include "common/data.h"

/* What a page needs besides itself; compiled in from cmd/gir-report/data. */
static const char *const assets[] = {"style.css", "gir.js"};

int page_put_assets(struct site *site)
{
	int status = 0;
	size_t i;

	for (i = 0; i < sizeof assets / sizeof *assets; i++)
		if (site_put(site, str_of(assets[i]), data_text(assets[i])) != 0)
			status = -1;
	return status;
}

void page_link(struct page *p, struct str path)
{
	html_raw(&p->html, "<a href=\"");
	buf_put(&p->html, buf_str(&p->up));
	html_path(&p->html, path);
	html_raw(&p->html, "\">");
}

void page_place(struct page *p, struct str path, struct phrase name)
{
	bool here = str_eq(path, buf_str(&p->path));

	if (here)
		html_raw(&p->html, "<strong class=\"here\">");
	else
		page_link(p, path);
	say_phrase(&p->html, name);
	buf_put(&p->html, here ? STR("</strong>") : STR("</a>"));
}

struct phrase page_region(const struct page *p, struct str region, int year)
{
	const struct division *d = divisions_find(p->divisions, region, year);

	if (region.n == 0)
		return phrase(p->phrases, "region.unknown");
	if (str_is(region, "000000"))
		return phrase(p->phrases, "nation");
	return d ? (struct phrase){d->name, d->name} : (struct phrase){region, region};
}

/* The parents first. */
static void put_crumbs(struct page *p, const struct division *d, int year)
{
	struct buf path = BUF_INIT;

	if (!d)
		return;
	put_crumbs(p, divisions_parent(p->divisions, d, year), year);
	site_region_path(&path, d->code);
	html_raw(&p->html, "<li>");
	page_place(p, buf_str(&path), (struct phrase){d->name, d->name});
	html_raw(&p->html, "</li>");
	buf_free(&path);
}

/* The switch works without the script, which only remembers it. */
static void put_head(struct page *p, struct phrase title)
{
	struct buf *to = &p->html;
	struct str up = buf_str(&p->up);

	html_raw(to, "<!DOCTYPE html>\n<html lang=\"zh\">\n<head>\n<meta charset=\"utf-8\">\n"
		     "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
		     "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
		     "base-uri 'none'; form-action 'none'; img-src 'self' file:; style-src 'self' "
		     "file:; "
		     "script-src 'self' file:\">\n"
		     "<title>");
	say_plain(to, title);
	html_raw(to, "</title>\n<link rel=\"stylesheet\" href=\"");
	buf_put(to, up);
	html_raw(to, "style.css\">\n<script defer src=\"");
	buf_put(to, up);
	html_raw(to, "gir.js\"></script>\n</head>\n<body>\n"
		     "<input type=\"radio\" name=\"lang\" id=\"lang-zh\" checked>"
		     "<label for=\"lang-zh\" lang=\"zh\">中文</label>\n"
		     "<input type=\"radio\" name=\"lang\" id=\"lang-en\">"
		     "<label for=\"lang-en\" lang=\"en\">English</label>\n");
}

void page_begin(struct page *p, struct phrase title, struct str region, int year)
{
	struct buf *to = &p->html;

	buf_clear(to);
	buf_clear(&p->up);
	site_up(&p->up, buf_str(&p->path));
	put_head(p, title);
	html_raw(to, "<div class=\"page\">\n<header><nav aria-label=\"gir\"><ol><li>");
	page_link(p, STR("index.html"));
	say(to, p->phrases, "nav.front");
	html_raw(to, "</a></li>");
	put_crumbs(p, divisions_find(p->divisions, region, year), year);
	html_raw(to, "</ol><ul><li>");
	page_link(p, STR("quality.html"));
	say(to, p->phrases, "nav.quality");
	html_raw(to, "</a></li></ul></nav>\n<h1>");
	say_phrase(to, title);
	html_raw(to, "</h1></header>\n<main>\n");
}

int page_end(struct page *p, struct site *site)
{
	html_raw(&p->html, "</main>\n</div>\n</body>\n</html>\n");
	return site_put(site, buf_str(&p->path), buf_str(&p->html));
}

void page_free(struct page *p)
{
	buf_free(&p->path);
	buf_free(&p->up);
	buf_free(&p->html);
}
