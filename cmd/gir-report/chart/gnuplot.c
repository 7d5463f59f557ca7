#include "cmd/gir-report/chart/gnuplot.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "common/diag.h"

enum { PATIENCE = 60 * 1000 /* milliseconds for a script */ };

/* What it prints when it has done all before. */
static const char to_us[] = "set print '-'\n";
static const char done[] = "print 'done'\n";
static const char answer[] = "done\n";

/* Scripts come by a file's name, as from its standard input gnuplot reads each byte by itself. */
static _Noreturn void become(int dir, int in, int out, int errors)
{
	char *const arguments[] = {"gnuplot", "--default-settings", "/dev/stdin", NULL};
	int error;

	(void)signal(SIGPIPE, SIG_DFL);
	if (fchdir(dir) == 0 && dup2(in, STDIN_FILENO) >= 0 && dup2(out, STDOUT_FILENO) >= 0)
		(void)execvp(arguments[0], arguments);
	error = errno;
	(void)!write(errors, &error, sizeof error);
	_exit(127);
}

/* The errno of the child that could not become gnuplot; 0 where it did. */
static int error_of(int errors)
{
	int error = 0;
	ssize_t got;

	do
		got = read(errors, &error, sizeof error);
	while (got < 0 && errno == EINTR);
	return got == sizeof error ? error : 0;
}

/* The ends of pipes to gnuplot, from it, and from what could not become it: first where they are
 * read. */
enum { TO, FROM, ERRORS, PIPES };

static void close_pipes(int (*fd)[2], size_t n)
{
	while (n-- > 0) {
		(void)close(fd[n][0]);
		(void)close(fd[n][1]);
	}
}

static int open_pipes(int (*fd)[2])
{
	size_t i;

	for (i = 0; i < PIPES; i++) {
		if (pipe(fd[i]) != 0) {
			int error = errno;

			close_pipes(fd, i);
			return error;
		}
		(void)fcntl(fd[i][0], F_SETFD, FD_CLOEXEC);
		(void)fcntl(fd[i][1], F_SETFD, FD_CLOEXEC);
	}
	return 0;
}

/* Writing to a gnuplot that has died need not be the end of us. */
static void ignore_pipe(struct gnuplot *g)
{
	struct sigaction ignored = {.sa_handler = SIG_IGN};

	(void)sigemptyset(&ignored.sa_mask);
	(void)sigaction(SIGPIPE, &ignored, &g->pipe);
}

static int start(struct gnuplot *g, int dir)
{
	int fd[PIPES][2], error = open_pipes(fd);

	if (error)
		return error;
	ignore_pipe(g);
	g->pid = fork();
	if (g->pid == 0)
		become(dir, fd[TO][0], fd[FROM][1], fd[ERRORS][1]);
	error = g->pid < 0 ? errno : 0;
	(void)close(fd[TO][0]);
	(void)close(fd[FROM][1]);
	(void)close(fd[ERRORS][1]);
	if (g->pid > 0)
		error = error_of(fd[ERRORS][0]);
	(void)close(fd[ERRORS][0]);
	g->to = fd[TO][1];
	g->from = fd[FROM][0];
	return error;
}

static void end(struct gnuplot *g, int *status)
{
	*status = 0;
	if (g->to < 0)
		return;
	(void)close(g->to);
	(void)close(g->from);
	g->to = g->from = -1;
	while (g->pid > 0 && waitpid(g->pid, status, 0) < 0 && errno == EINTR)
		;
	g->pid = 0;
	(void)sigaction(SIGPIPE, &g->pipe, NULL);
}

static int fail(struct gnuplot *g, enum gnuplot_state state)
{
	int status;

	if (g->pid > 0 && state == GNUPLOT_FAILED)
		(void)kill(g->pid, SIGKILL);
	end(g, &status);
	g->state = state;
	return state == GNUPLOT_LACKS ? 1 : -1;
}

static bool send_all(int fd, struct str s)
{
	while (s.n > 0) {
		ssize_t put = write(fd, s.p, s.n);

		if (put < 0 && errno != EINTR)
			return false;
		if (put > 0)
			s = str_from(s, (size_t)put);
	}
	return true;
}

static bool hear(int fd)
{
	size_t heard = 0;
	char c;

	while (heard < sizeof answer - 1) {
		struct pollfd p = {.fd = fd, .events = POLLIN};
		int ready = poll(&p, 1, PATIENCE);
		ssize_t got;

		if (ready < 0 && errno == EINTR)
			continue;
		got = ready > 0 ? read(fd, &c, 1) : 0;
		if (got < 0 && errno == EINTR)
			continue;
		if (got != 1 || c != answer[heard])
			return false;
		heard++;
	}
	return true;
}

int gnuplot_run(struct gnuplot *g, int dir, struct str settings, struct str script)
{
	bool first = g->state == GNUPLOT_IDLE;

	if (first) {
		int error = start(g, dir);

		g->state = GNUPLOT_RUNS;
		if (error == ENOENT || error == EACCES) {
			diag(NULL, 0, "there is no gnuplot: the pages have no charts");
			return fail(g, GNUPLOT_LACKS);
		}
		if (error) {
			errno = error;
			diag_errno("gnuplot", "cannot be started");
			return fail(g, GNUPLOT_FAILED);
		}
	}
	if (g->state != GNUPLOT_RUNS)
		return g->state == GNUPLOT_LACKS ? 1 : -1;
	/* The first picture is drawn twice: where one begins depends on the pen that the one before
	 * has left, and no picture shall depend on its place among others. */
	if ((!first || (send_all(g->to, str_of(to_us)) && send_all(g->to, settings) &&
			send_all(g->to, script))) &&
	    send_all(g->to, script) && send_all(g->to, str_of(done)) && hear(g->from))
		return 0;
	diag("gnuplot", 0, "has failed");
	return fail(g, GNUPLOT_FAILED);
}

int gnuplot_close(struct gnuplot *g)
{
	int status;

	if (g->state == GNUPLOT_RUNS)
		end(g, &status);
	return g->state == GNUPLOT_FAILED ? -1 : 0;
}
