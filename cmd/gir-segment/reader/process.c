#define _XOPEN_SOURCE 700 /* nftw */
#include "cmd/gir-segment/reader/process.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "common/diag.h"
#include "common/input.h"

enum { NO_PROGRAM = 127, PIECE = 65536 };

/* What the system lacks (processes, descriptors, room on the disk) is no fault of the document, and
 * every other one would be blamed for it likewise. */
static _Noreturn void give_up(const char *file, const char *what)
{
	diag_errno(file, "%s", what);
	exit(EXIT_TROUBLE);
}

static void limit(int what, size_t most)
{
	struct rlimit r = {most, most};

	if (most && setrlimit(what, &r) != 0)
		_exit(NO_PROGRAM - 1);
}

/* In the child: nothing but async-signal-safe calls from here to execvp. */
static _Noreturn void become(const char *const *argv, const char *directory,
			     const struct process_limits *limits, int out)
{
	int null = open("/dev/null", O_RDWR);

	setpgid(0, 0);
	if (null < 0 || dup2(null, 0) < 0 || dup2(out, 1) < 0 || dup2(null, 2) < 0 ||
	    (directory && chdir(directory) != 0))
		_exit(NO_PROGRAM - 1);
	limit(RLIMIT_CPU, limits->seconds);
	limit(RLIMIT_AS, limits->memory);
	limit(RLIMIT_FSIZE, limits->output);
	limit(RLIMIT_CORE, 1);
	(void)signal(SIGXFSZ, SIG_DFL);
	execvp(argv[0], (char *const *)(uintptr_t)argv);
	_exit(errno == ENOENT ? NO_PROGRAM : NO_PROGRAM - 1);
}

static long long now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (long long)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* Takes what the child writes until it closes its output, or a limit is reached. */
static enum process_end collect(int fd, const struct process_limits *limits, struct buf *out)
{
	long long end = now_ms() + (long long)limits->seconds * 1000, left;
	size_t before = out->n;

	while ((left = end - now_ms()) > 0) {
		struct pollfd p = {.fd = fd, .events = POLLIN};
		int ready = poll(&p, 1, left > 60000 ? 60000 : (int)left);
		ssize_t n;

		if (ready < 0 && errno != EINTR)
			give_up(NULL, "cannot wait for a program");
		if (ready <= 0)
			continue;
		buf_reserve(out, PIECE);
		n = read(fd, out->p + out->n, PIECE);
		if (n == 0)
			return PROCESS_DONE;
		if (n < 0 && errno != EINTR)
			give_up(NULL, "cannot read what a program writes");
		out->n += n > 0 ? (size_t)n : 0;
		if (out->n - before > limits->output)
			return PROCESS_LARGE;
	}
	return PROCESS_LATE;
}

/* Waits for the child, which has closed its output or is to be killed. */
static enum process_end reap(pid_t child, enum process_end end)
{
	int status;

	if (end != PROCESS_DONE)
		kill(-child, SIGKILL);
	while (waitpid(child, &status, 0) < 0)
		if (errno != EINTR)
			give_up(NULL, "cannot wait for a program");
	kill(-child, SIGKILL); /* what it left behind */
	if (end != PROCESS_DONE)
		return end;
	if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU)
		return PROCESS_LATE;
	if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXFSZ)
		return PROCESS_LARGE;
	if (WIFEXITED(status) && WEXITSTATUS(status) == NO_PROGRAM)
		return PROCESS_MISSING;
	return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? PROCESS_DONE : PROCESS_FAILED;
}

enum process_end process_run(const char *const *argv, const char *directory,
			     const struct process_limits *limits, struct buf *out)
{
	int ends[2];
	pid_t child;
	enum process_end end;

	if (pipe(ends) != 0 || fcntl(ends[0], F_SETFD, FD_CLOEXEC) != 0 ||
	    fcntl(ends[1], F_SETFD, FD_CLOEXEC) != 0 || (child = fork()) < 0)
		give_up(argv[0], "cannot run");
	if (child == 0)
		become(argv, directory, limits, ends[1]);
	setpgid(child, child); /* whichever of the two comes first */
	close(ends[1]);
	end = reap(child, collect(ends[0], limits, out));
	close(ends[0]);
	return end;
}

/* Appends the path of a program, if it is in PATH. */
static bool find_one(struct str name, struct buf *path)
{
	const char *list = getenv("PATH");
	struct str rest = str_of(list ? list : ""), directory;
	struct buf file = BUF_INIT;
	bool found = false;

	while (!found && str_cut(&rest, ':', &directory)) {
		buf_clear(&file);
		buf_put(&file, directory.n ? directory : STR("."));
		buf_putc(&file, '/');
		buf_put(&file, name);
		buf_putc(&file, '\0');
		found = access(file.p, X_OK) == 0;
	}
	if (found)
		buf_put(path, str_of(file.p));
	buf_free(&file);
	return found;
}

bool process_find(const char *names, struct buf *path)
{
	struct str rest = str_of(names), name;

	while (str_cut(&rest, '|', &name))
		if (find_one(name, path))
			return true;
	return false;
}

bool process_exists(const char *name)
{
	struct buf path = BUF_INIT;
	bool found = process_find(name, &path);

	buf_free(&path);
	return found;
}

/* ---- the directory ---- */

void scratch_make(struct scratch *s)
{
	const char *tmp = getenv("TMPDIR");

	s->path = BUF_INIT;
	buf_put(&s->path, str_of(tmp && *tmp ? tmp : "/tmp"));
	buf_put(&s->path, STR("/gir-XXXXXX"));
	buf_putc(&s->path, '\0');
	if (!mkdtemp(s->path.p))
		give_up(s->path.p, "cannot make a temporary directory");
}

static void name_file(const struct scratch *s, const char *name, struct buf *path)
{
	*path = BUF_INIT;
	buf_put(path, str_of(s->path.p));
	buf_putc(path, '/');
	buf_put(path, str_of(name));
	buf_putc(path, '\0');
}

void scratch_directory(const struct scratch *s, const char *name)
{
	struct buf path;

	name_file(s, name, &path);
	if (mkdir(path.p, 0700) != 0)
		give_up(path.p, "cannot make a directory");
	buf_free(&path);
}

static int write_all(int fd, struct str bytes)
{
	while (bytes.n) {
		ssize_t n = write(fd, bytes.p, bytes.n);

		if (n < 0 && errno != EINTR)
			return -1;
		bytes = str_from(bytes, n > 0 ? (size_t)n : 0);
	}
	return 0;
}

void scratch_write(const struct scratch *s, const char *name, struct str bytes)
{
	struct buf path;
	int fd;

	name_file(s, name, &path);
	fd = open(path.p, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (fd < 0 || write_all(fd, bytes) != 0 || close(fd) != 0)
		give_up(path.p, "cannot write");
	buf_free(&path);
}

bool scratch_read(const struct scratch *s, const char *name, size_t most, struct buf *to)
{
	struct buf path;
	struct stat st;
	bool done = false;
	int fd;

	name_file(s, name, &path);
	fd = open(path.p, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	buf_free(&path);
	if (fd < 0)
		return false;
	if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && (size_t)st.st_size <= most) {
		buf_reserve(to, (size_t)st.st_size);
		done = input_slurp(fd, to) == 0;
	}
	close(fd);
	return done;
}

void scratch_drop(const struct scratch *s, const char *name)
{
	struct buf path;

	name_file(s, name, &path);
	if (unlink(path.p) != 0 && errno != ENOENT)
		diag_errno(path.p, "cannot remove");
	buf_free(&path);
}

static int remove_one(const char *path, const struct stat *st, int kind, struct FTW *at)
{
	(void)st;
	(void)kind;
	(void)at;
	return remove(path);
}

void scratch_remove(struct scratch *s)
{
	if (s->path.p && nftw(s->path.p, remove_one, 16, FTW_DEPTH | FTW_PHYS) != 0)
		diag_errno(s->path.p, "cannot remove the temporary directory");
	buf_free(&s->path);
}
