/* renew: puts files in the places of others, but leaves those alone that would be the same.
 *
 *	renew FROM TO [FROM TO]...
 *
 * FROM is gone afterwards.
 */
#include "common/renew.h"

#include "common/diag.h"
#include "common/standard.h"

const char program_name[] = "renew";

int main(int argc, char **argv)
{
	int i;

	standard_streams();
	if (argc < 3 || argc % 2 == 0)
		die("usage: renew FROM TO [FROM TO]...");
	for (i = 1; i < argc; i += 2)
		if (renew(argv[i], argv[i + 1]) != 0)
			return EXIT_TROUBLE;
	return EXIT_DONE;
}
