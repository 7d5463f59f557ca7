/* embed: turns data files into one C source, run at build time.
 *
 * usage: embed FILE... >data.c
 * Each file becomes an entry of embedded_files under its path as given, without leading
 * directories up to and including "data/". See common/data.h for the reader's side.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *entry_name(const char *path)
{
	const char *at = strstr(path, "data/");

	return at ? at + strlen("data/") : path;
}

static int write_bytes(const char *path, int index)
{
	FILE *in = fopen(path, "rb");
	size_t n = 0;
	int c;

	if (!in) {
		perror(path);
		return -1;
	}
	printf("static const unsigned char bytes_%d[] = {", index);
	while ((c = getc(in)) != EOF)
		printf("%s%d,", n++ % 24 ? "" : "\n\t", c);
	printf("%s0};\n", n % 24 ? "" : "\n\t");
	if (ferror(in) || fclose(in) != 0) {
		perror(path);
		return -1;
	}
	return 0;
}

int main(int argc, char **argv)
{
	int i;

	printf("/* Made by common/embed; do not edit. */\n#include \"common/data.h\"\n\n");
	for (i = 1; i < argc; i++)
		if (write_bytes(argv[i], i) != 0)
			return 2;
	printf("\nconst struct embedded_file embedded_files[] = {\n");
	for (i = 1; i < argc; i++)
		printf("\t{\"%s\", {(const char *)bytes_%d, sizeof bytes_%d - 1}},\n",
		       entry_name(argv[i]), i, i);
	printf("};\nconst size_t embedded_count = %d;\n", argc - 1);
	return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 2;
}
