/* bench-sax FILE...: counts the elements of HTML files with libxml2's SAX parser, and does nothing
 * with them: what any reader built on that parser takes at least. For make bench. */
#include <libxml/HTMLparser.h>
#include <stdio.h>

static void count(void *elements, const xmlChar *name, const xmlChar **attributes)
{
	(void)name;
	(void)attributes;
	++*(unsigned long *)elements;
}

int main(int argc, char **argv)
{
	static char bytes[1 << 24];
	unsigned long elements = 0;
	int i;

	for (i = 1; i < argc; i++) {
		htmlSAXHandler handler = {.startElement = count};
		FILE *file = fopen(argv[i], "rb");
		htmlParserCtxtPtr parser;
		size_t n;

		if (!file) {
			perror(argv[i]);
			return 2;
		}
		n = fread(bytes, 1, sizeof bytes, file);
		fclose(file);
		parser = htmlCreatePushParserCtxt(&handler, &elements, bytes, (int)n, argv[i],
						  XML_CHAR_ENCODING_UTF8);
		if (!parser) {
			fputs("bench-sax: no memory\n", stderr);
			return 2;
		}
		htmlParseChunk(parser, NULL, 0, 1);
		htmlFreeParserCtxt(parser);
	}
	printf("%lu\n", elements);
	return 0;
}
