/* sax: XML read element by element, by libxml2.
 *
 * No entity is expanded but the five of XML and characters by number, nothing is fetched, and
 * elements nest LIMIT_NESTING deep at most. Names are without their prefix.
 */
#ifndef GIR_SAX_H
#define GIR_SAX_H

#include "common/str.h"

struct sax_attributes {
	const char *uri;         /* of the element's own namespace, NULL for none */
	const unsigned char **v; /* as libxml2 gives them */
	int n;
};

/* What is called; any may be NULL. Strings are valid during the call only; but equal names, and
 * equal namespaces, have one address during a parse. */
struct sax {
	void (*start)(void *context, struct str name, const struct sax_attributes *attributes);
	void (*end)(void *context, struct str name);
	void (*text)(void *context, struct str s);
};

/* The value of an attribute as it stands in the source; empty where it is not there. */
struct str sax_attribute(const struct sax_attributes *a, const char *name);

/* False where the bytes are not well-formed, nest too deep, or have a DOCTYPE that `doctype` does
 * not allow; what came before has been told then. */
bool sax_parse(struct str bytes, bool doctype, const struct sax *handler, void *context);

/* Reads a decimal number at the start of `s`, after blanks and commas, and moves behind it. False
 * where there is none. Not by the locale, as strtod would. */
bool sax_number(struct str *s, double *v);
/* The number that an attribute is, or `otherwise`. */
double sax_number_of(const struct sax_attributes *a, const char *name, double otherwise);

#endif
