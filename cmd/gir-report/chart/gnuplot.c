#include "cmd/gir-report/chart/gnuplot.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "common/diag.h"

enum { PATIENCE = 60 * 1000 /* milliseconds for a script */ };

/* What it prints when it has done all before. */
static const char done[] = "set print '-'\nprint 'done'\n";
static const char answer[] = "done\n";

static _Noreturn void become(int dir, int fd, int errors)
{
	char *const arguments[] = {"gnuplot", "--default-settings", NULL};
	int error;

	if (fchdir(dir) == 0 && dup2(fd, STDIN_FILENO) >= 0 && dup2(fd, STDOUT_FILENO) >= 0)
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

/* Sockets, because writing to one that nobody reads need not be a signal. */
static int start(struct gnuplot *g, int dir)
{
	int pair[2], errors[2], error;

	if (socketpair(AF_UNIX, SOCK_STREAM, 0, pair) != 0)
		return errno;
	if (fcntl(pair[0], F_SETFD, FD_CLOEXEC) != 0 || pipe(errors) != 0) {
		error = errno;
		(void)close(pair[0]);
		(void)close(pair[1]);
		return error;
	}
	(void)fcntl(errors[0], F_SETFD, FD_CLOEXEC);
	(void)fcntl(errors[1], F_SETFD, FD_CLOEXEC);
	g->pid = fork();
	if (g->pid == 0)
		become(dir, pair[1], errors[1]);
	error = g->pid < 0 ? errno : 0;
	(void)close(pair[1]);
	(void)close(errors[1]);
	if (g->pid > 0)
		error = error_of(errors[0]);
	(void)close(errors[0]);
	g->fd = pair[0];
	return error;
}

static void end(struct gnuplot *g, int *status)
{
	if (g->fd >= 0)
		(void)close(g->fd);
	g->fd = -1;
	*status = 0;
	while (g->pid > 0 && waitpid(g->pid, status, 0) < 0 && errno == EINTR)
		;
	g->pid = 0;
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
		ssize_t put = send(fd, s.p, s.n, MSG_NOSIGNAL);

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

int gnuplot_run(struct gnuplot *g, int dir, struct str script)
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
	if ((!first || send_all(g->fd, script)) && send_all(g->fd, script) &&
	    send_all(g->fd, str_of(done)) && hear(g->fd))
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
