/* sweep: runs a command again and again, with another call failing each time, and tells where that
 * did not end in a message and status 2, or in just what the undisturbed command gives.
 *
 *	sweep [-i FILE] [-f FILE]... [-b COMMAND] [-n MOST] [-c] LIBRARY FAULT... -- COMMAND...
 *
 * FAULT is CALL:ERROR, CALL:ERROR:+ (from that call on all fail), or CALL:short:SIZE, as in
 * faults.c. -i is the standard input; -f a file that the command writes; -b is run by the shell
 * before each run. Of the calls there are, MOST are taken (default: all): half of them at equal
 * distances, then the last, where the reports are: data are loaded first. -c is for libraries that
 * do not bear to be short of memory: they may end the program anyhow, but a success with another
 * output must have a message. Prints a line a run that is wrong, and for each fault how many runs
 * there were.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "common/alloc.h"
#include "common/diag.h"
#include "common/input.h"

const char program_name[] = "sweep";

enum { FILES = 8, SECONDS = 20 };

struct outcome {
	int status; /* of waitpid */
	struct buf out, err;
	struct buf file[FILES];
};

struct sweep {
	const char *library, *input, *before;
	const char *file[FILES];
	size_t files;
	long most;
	char **command;
	char directory[32]; /* for the outputs and the count */
	struct outcome good;
	char counted[16]; /* the call that was counted last, */
	long calls;       /* and how many of it there were */
	bool crashes;     /* are to be expected */
	bool bad;
};

static int open_or_die(const char *path, int flags)
{
	int fd = open(path, flags | O_CLOEXEC, 0666);

	if (fd < 0) {
		diag_errno(path, "cannot open");
		exit(EXIT_TROUBLE);
	}
	return fd;
}

/* The path of one of the sweep's own files. */
static void own_path(const struct sweep *s, const char *name, char path[64])
{
	snprintf(path, 64, "%s/%s", s->directory, name);
}

static void slurp(const char *path, struct buf *to)
{
	buf_clear(to);
	if (access(path, F_OK) == 0 && input_slurp_file(path, to) != 0)
		exit(EXIT_TROUBLE);
}

static _Noreturn void become(const struct sweep *s, const char *fault, int out, int err)
{
	int in = open_or_die(s->input ? s->input : "/dev/null", O_RDONLY);
	char count[64];

	own_path(s, "count", count);
	if (dup2(in, 0) < 0 || dup2(out, 1) < 0 || dup2(err, 2) < 0 ||
	    setenv("LD_PRELOAD", s->library, 1) != 0 || setenv("GIR_FAULT", fault, 1) != 0 ||
	    setenv("GIR_FAULT_COUNT", count, 1) != 0)
		_exit(126);
	alarm(SECONDS);
	execvp(s->command[0], s->command);
	_exit(127);
}

static void run(const struct sweep *s, const char *fault, struct outcome *o)
{
	char out_path[64], err_path[64];
	int out, err;
	pid_t child;
	size_t i;

	own_path(s, "out", out_path);
	own_path(s, "err", err_path);
	out = open_or_die(out_path, O_RDWR | O_CREAT | O_TRUNC);
	err = open_or_die(err_path, O_RDWR | O_CREAT | O_TRUNC);
	for (i = 0; i < s->files; i++)
		(void)unlink(s->file[i]);
	if (s->before && system(s->before) != 0)
		die("-b: the command fails");
	child = fork();
	if (child == 0)
		become(s, fault, out, err);
	if (child < 0 || waitpid(child, &o->status, 0) != child)
		die("no child");
	close(out);
	close(err);
	slurp(out_path, &o->out);
	slurp(err_path, &o->err);
	for (i = 0; i < s->files; i++)
		slurp(s->file[i], &o->file[i]);
}

static bool is_same(const struct sweep *s, const struct outcome *o)
{
	bool same = o->status == s->good.status &&
		    str_eq(buf_str(&o->out), buf_str(&s->good.out)) &&
		    str_eq(buf_str(&o->err), buf_str(&s->good.err));
	size_t i;

	for (i = 0; i < s->files; i++)
		same = same && str_eq(buf_str(&o->file[i]), buf_str(&s->good.file[i]));
	return same;
}

static void judge(struct sweep *s, const char *fault, const struct outcome *o)
{
	const char *wrong = NULL;

	if (s->crashes && (o->err.n > 0 || WIFSIGNALED(o->status)))
		return;
	if (WIFSIGNALED(o->status))
		wrong = WTERMSIG(o->status) == SIGALRM ? "hangs" : "killed by a signal";
	else if (WEXITSTATUS(o->status) == EXIT_TROUBLE)
		wrong = o->err.n > 0 ? NULL : "status 2 without a message";
	else if (o->status != s->good.status)
		wrong = "another status";
	else if (!is_same(s, o))
		wrong = "the status of success, but another output";
	if (!wrong)
		return;
	s->bad = true;
	printf("%s %s: %s (wait status %d) %.*s\n", s->command[0], fault, wrong, o->status,
	       STR_ARG(str_trim(buf_str(&o->err))));
}

/* How many such calls the undisturbed command makes; its outcome is the good one. */
static long count_calls(struct sweep *s, const char *kind)
{
	char fault[64], path[64];
	struct buf text = BUF_INIT;
	struct outcome o = {.status = 0};
	int call = (int)strcspn(kind, ":");

	if (s->good.out.p && strncmp(kind, s->counted, (size_t)call + 1) == 0)
		return s->calls;
	snprintf(s->counted, sizeof s->counted, "%.*s:", call, kind);
	own_path(s, "count", path);
	(void)unlink(path);
	snprintf(fault, sizeof fault, "%s:0", kind);
	run(s, fault, s->good.out.p ? &o : &s->good);
	if (s->good.out.p && o.out.p && !is_same(s, &o))
		die("%s: two undisturbed runs differ", s->command[0]);
	slurp(path, &text);
	if (text.n == 0)
		die("%s: nothing was counted", s->command[0]);
	buf_putc(&text, '\0');
	s->calls = strtol(text.p, NULL, 10);
	buf_free(&text);
	return s->calls;
}

/* The n-th to be taken of `calls`, from 0 on; 0 behind the last. */
static long pick(long n, long calls, long most)
{
	long spread = most / 2, apart = calls - (most - spread);

	if (n >= (calls < most ? calls : most))
		return 0;
	if (calls <= most)
		return n + 1;
	return n < spread ? 1 + apart * n / spread : apart + 1 + (n - spread);
}

static void sweep(struct sweep *s, struct str kind)
{
	bool shorter = str_has(kind, STR(":short:")), onwards = str_ends(kind, STR(":+"));
	struct outcome o = {.status = 0};
	char base[48], fault[96];
	long calls, n, at;

	if (shorter) {
		snprintf(fault, sizeof fault, "%.*s", STR_ARG(kind));
		if (!s->good.out.p)
			(void)count_calls(s, "read:EIO");
		run(s, fault, &o);
		judge(s, fault, &o);
		if (o.status != s->good.status) {
			s->bad = true;
			printf("%s %s: no success\n", s->command[0], fault);
		}
		return;
	}
	snprintf(base, sizeof base, "%.*s", (int)(onwards ? kind.n - 2 : kind.n), kind.p);
	calls = count_calls(s, base);
	for (n = 0; (at = pick(n, calls, s->most)) > 0; n++) {
		snprintf(fault, sizeof fault, "%s:%ld%s", base, at, onwards ? "+" : "");
		run(s, fault, &o);
		judge(s, fault, &o);
	}
	printf("# %s %s: %ld of %ld\n", s->command[0], base, n, calls);
}

static void take_option(struct sweep *s, int key)
{
	if (key == 'i')
		s->input = optarg;
	else if (key == 'c')
		s->crashes = true;
	else if (key == 'b')
		s->before = optarg;
	else if (key == 'n')
		s->most = strtol(optarg, NULL, 10);
	else if (key == 'f' && s->files < FILES)
		s->file[s->files++] = optarg;
	else
		die("usage: sweep [-i FILE] [-f FILE]... [-b COMMAND] [-n MOST] [-c] LIBRARY "
		    "FAULT... -- COMMAND...");
}

int main(int argc, char **argv)
{
	struct sweep s = {.most = 1L << 40, .directory = "/tmp/sweep-XXXXXX"};
	int key, i, command;
	char path[64];

	while ((key = getopt(argc, argv, "+i:b:cf:n:")) != -1)
		take_option(&s, key);
	for (command = optind; command < argc && strcmp(argv[command], "--") != 0; command++)
		;
	if (command + 1 >= argc || !mkdtemp(s.directory))
		take_option(&s, '?');
	s.library = argv[optind];
	s.command = argv + command + 1;
	for (i = optind + 1; i < command; i++)
		sweep(&s, str_of(argv[i]));
	for (i = 0; i < 3; i++) {
		own_path(&s, (const char *[]){"out", "err", "count"}[i], path);
		(void)unlink(path);
	}
	(void)rmdir(s.directory);
	return s.bad ? 1 : EXIT_DONE;
}
