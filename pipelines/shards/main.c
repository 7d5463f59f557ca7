/* shards: deals the reports of a corpus into shards for the make pipeline.
 *
 *	shards CORPUS OUT
 *
 * OUT/.work/list/NAME names the reports of a shard: path, NUL, size and times, NUL; a list changes
 * only when its reports do. OUT/.work/shards names the shards, in the order of the paths. OUT/.work
 * must be there, and nobody else may be at work in it.
 */
#include <fcntl.h>
#include <unistd.h>

#include "common/diag.h"
#include "common/standard.h"
#include "pipelines/shards/shards.h"

const char program_name[] = "shards";

int main(int argc, char **argv)
{
	struct shards s;
	struct walk w;
	struct stat st;
	int out, status;

	standard_streams();
	if (argc != 3)
		die("usage: shards CORPUS OUT");
	out = open(argv[2], O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (out < 0 || fstat(out, &st) != 0) {
		diag_errno(argv[2], "cannot search");
		return EXIT_TROUBLE;
	}
	if (chdir(argv[1]) != 0) {
		diag_errno(argv[1], "cannot search");
		return EXIT_TROUBLE;
	}
	status = walk_corpus(&w, &st);
	if (status == 0) {
		shards_deal(&s, &w);
		status = lists_write(&s, &w, out);
		shards_free(&s);
	}
	walk_free(&w);
	close(out);
	return status == 0 ? EXIT_DONE : EXIT_TROUBLE;
}
