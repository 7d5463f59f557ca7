#include "cmd/gir-segment/reader/xml/sax.h"

#include <libxml/parser.h>
#include <math.h>

#include "cmd/gir-segment/reader/limits.h"

struct run {
	const struct sax *handler;
	void *context;
	xmlParserCtxt *parser;
	size_t depth;
	bool doctype, refused;
};

static void stop(struct run *run)
{
	run->refused = true;
	xmlStopParser(run->parser);
}

static void on_start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
		     int namespaces, const xmlChar **namespace, int attributes, int defaulted,
		     const xmlChar **attribute)
{
	struct run *run = context;
	struct sax_attributes a = {(const char *)uri, attribute, attributes};

	(void)prefix;
	(void)namespaces;
	(void)namespace;
	(void)defaulted;
	if (run->refused)
		return;
	if (++run->depth > LIMIT_NESTING)
		stop(run);
	else if (run->handler->start)
		run->handler->start(run->context, str_of((const char *)name), &a);
}

static void on_end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
	struct run *run = context;

	(void)prefix;
	(void)uri;
	if (run->refused)
		return;
	run->depth--;
	if (run->handler->end)
		run->handler->end(run->context, str_of((const char *)name));
}

static void on_text(void *context, const xmlChar *s, int n)
{
	struct run *run = context;

	if (!run->refused && run->handler->text && n > 0)
		run->handler->text(run->context, (struct str){(const char *)s, (size_t)n});
}

static void on_doctype(void *context, const xmlChar *name, const xmlChar *external,
		       const xmlChar *system)
{
	struct run *run = context;

	(void)name;
	(void)external;
	(void)system;
	if (!run->doctype)
		stop(run);
}

/* Declared so that libxml2 neither prints nor keeps errors; the result of the parse says enough. */
static void on_error(void *context, const char *format, ...)
{
	(void)context;
	(void)format;
}

struct str sax_attribute(const struct sax_attributes *a, const char *name)
{
	int i;

	for (i = 0; i < a->n; i++) { /* five pointers each: name, prefix, URI, value, its end */
		const unsigned char **v = a->v + (size_t)i * 5;

		if (strcmp((const char *)v[0], name) == 0)
			return (struct str){(const char *)v[3], (size_t)(v[4] - v[3])};
	}
	return STR_EMPTY;
}

enum { PIECE = 1 << 20 };

bool sax_parse(struct str bytes, bool doctype, const struct sax *handler, void *context)
{
	xmlSAXHandler sax = {.initialized = XML_SAX2_MAGIC,
			     .startElementNs = on_start,
			     .endElementNs = on_end,
			     .characters = on_text,
			     .ignorableWhitespace = on_text,
			     .cdataBlock = on_text,
			     .internalSubset = on_doctype,
			     .error = on_error,
			     .fatalError = on_error,
			     .warning = on_error};
	struct run run = {.handler = handler, .context = context, .doctype = doctype};
	bool done;

	run.parser = xmlCreatePushParserCtxt(&sax, &run, NULL, 0, NULL);
	if (!run.parser)
		return false;
	xmlCtxtUseOptions(run.parser, XML_PARSE_NONET);
	for (done = false; bytes.n && !run.refused && !done; bytes = str_from(bytes, PIECE))
		done = xmlParseChunk(run.parser, bytes.p, (int)str_sub(bytes, 0, PIECE).n, 0) != 0;
	done = !done && xmlParseChunk(run.parser, NULL, 0, 1) == 0 && !run.refused;
	xmlFreeDoc(run.parser->myDoc);
	xmlFreeParserCtxt(run.parser);
	return done;
}

/* ---- numbers ---- */

static bool is_digit(struct str s, size_t i)
{
	return i < s.n && s.p[i] >= '0' && s.p[i] <= '9';
}

/* The power of ten behind the digits at *i, if there is one. */
static int exponent(struct str s, size_t *i)
{
	size_t at = *i + 1;
	int v = 0, sign = 1;

	if (*i >= s.n || (s.p[*i] != 'e' && s.p[*i] != 'E'))
		return 0;
	if (at < s.n && (s.p[at] == '-' || s.p[at] == '+'))
		sign = s.p[at++] == '-' ? -1 : 1;
	if (!is_digit(s, at))
		return 0;
	for (; is_digit(s, at); at++)
		v = v < 1000 ? v * 10 + (s.p[at] - '0') : v;
	*i = at;
	return sign * v;
}

bool sax_number(struct str *s, double *v)
{
	size_t i = 0, digits = 0;
	double sign = 1, value = 0, place = 1;

	while (i < s->n &&
	       (s->p[i] == ' ' || s->p[i] == ',' || (s->p[i] >= '\t' && s->p[i] <= '\r')))
		i++;
	if (i < s->n && (s->p[i] == '-' || s->p[i] == '+'))
		sign = s->p[i++] == '-' ? -1 : 1;
	for (; is_digit(*s, i); i++, digits++)
		value = value * 10 + (s->p[i] - '0');
	if (i < s->n && s->p[i] == '.')
		for (i++; is_digit(*s, i); i++, digits++)
			value += (s->p[i] - '0') * (place /= 10);
	if (digits == 0)
		return false;
	*v = sign * value * pow(10, exponent(*s, &i));
	*s = str_from(*s, i);
	return isfinite(*v);
}

double sax_number_of(const struct sax_attributes *a, const char *name, double otherwise)
{
	struct str s = sax_attribute(a, name);
	double v;

	return sax_number(&s, &v) ? v : otherwise;
}
