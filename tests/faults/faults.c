/* faults: lets system calls and allocations of a program fail, for tests. To be preloaded.
 *
 *	GIR_FAULT=CALL:ERROR:N     the N-th call fails with ERROR (EIO, ENOMEM ...)
 *	GIR_FAULT=CALL:ERROR:N+    and all behind it
 *	GIR_FAULT=CALL:short:SIZE  each read or write moves SIZE bytes at the most
 *	GIR_FAULT_PROGRAM=NAME     only in the program of that name
 *	GIR_FAULT_COUNT=FILE       appends to FILE how many such calls there were
 *
 * CALL is malloc (all that allocates), read, write (not of messages), open, close, wait, fork,
 * pipe, map, stat, dir, rename or copy. Calls count from main on, those of libraries included.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static struct {
	char call[16];
	int error;    /* 0: short */
	long at;      /* the call that fails, or the size */
	bool onwards; /* and those behind it */
	bool armed;
	long count;
} fault;

static bool is_fault(const char *call)
{
	return fault.armed && strcmp(call, fault.call) == 0;
}

/* Counts the call; whether it fails, then with errno set. */
static bool fails(const char *call)
{
	if (!is_fault(call))
		return false;
	fault.count++;
	if (fault.error == 0 || (fault.onwards ? fault.count < fault.at : fault.count != fault.at))
		return false;
	errno = fault.error;
	return true;
}

static size_t shorter(const char *call, size_t n)
{
	return is_fault(call) && fault.error == 0 && n > (size_t)fault.at ? (size_t)fault.at : n;
}

/* ---- setting up ---- */

static int error_named(const char *name)
{
	static const struct {
		const char *name;
		int error;
	} errors[] = {
		{"short", 0},       {"EIO", EIO},       {"EINTR", EINTR},   {"ENOMEM", ENOMEM},
		{"ENOSPC", ENOSPC}, {"EMFILE", EMFILE}, {"EAGAIN", EAGAIN},
	};
	size_t i;

	for (i = 0; i < sizeof errors / sizeof *errors; i++)
		if (strcmp(name, errors[i].name) == 0)
			return errors[i].error;
	abort();
}

static void tell_count(void)
{
	const char *path = getenv("GIR_FAULT_COUNT");
	char text[32];
	int fd, n;

	fault.armed = false;
	if (!path)
		return;
	n = snprintf(text, sizeof text, "%ld\n", fault.count);
	fd = (int)syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND, 0666);
	if (fd < 0 || syscall(SYS_write, fd, text, n) != n)
		abort();
	syscall(SYS_close, fd);
}

static void arm(void)
{
	const char *wanted = getenv("GIR_FAULT"), *program = getenv("GIR_FAULT_PROGRAM");
	char error[16], number[24], *plus;

	if (!wanted || (program && strcmp(program, program_invocation_short_name) != 0))
		return;
	if (sscanf(wanted, "%15[a-z]:%15[A-Za-z]:%23[0-9+]", fault.call, error, number) != 3)
		abort();
	fault.error = error_named(error);
	fault.at = strtol(number, &plus, 10);
	fault.onwards = *plus == '+';
	if (atexit(tell_count) != 0)
		abort();
	fault.armed = true;
}

typedef int main_fn(int, char **, char **);
typedef int start_fn(main_fn *, int, char **, void (*)(void), void (*)(void), void (*)(void),
		     void *);
static main_fn *program_main;

static int main_with_faults(int argc, char **argv, char **environment)
{
	arm();
	return program_main(argc, argv, environment);
}

/* Calls are counted where main begins: what libraries do before is none of the program's. */
int __libc_start_main(main_fn *start, int argc, char **argv, void (*init)(void), void (*fini)(void),
		      void (*rtld_fini)(void), void *stack);
int __libc_start_main(main_fn *start, int argc, char **argv, void (*init)(void), void (*fini)(void),
		      void (*rtld_fini)(void), void *stack)
{
	start_fn *real;

	*(void **)&real = dlsym(RTLD_NEXT, "__libc_start_main");
	program_main = start;
	return real(main_with_faults, argc, argv, init, fini, rtld_fini, stack);
}

/* ---- the calls ---- */

/* `real` becomes the function that this one stands before. */
#define NEXT(name)                                                \
	do {                                                      \
		if (!real)                                        \
			*(void **)&real = dlsym(RTLD_NEXT, name); \
	} while (0)

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *p, size_t size);

void *malloc(size_t size)
{
	return fails("malloc") ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
	return fails("malloc") ? NULL : __libc_calloc(count, size);
}

void *realloc(void *p, size_t size)
{
	return fails("malloc") ? NULL : __libc_realloc(p, size);
}

void *reallocarray(void *p, size_t count, size_t size)
{
	size_t all;

	if (fails("malloc"))
		return NULL;
	if (!__builtin_mul_overflow(count, size, &all))
		return __libc_realloc(p, all);
	errno = ENOMEM;
	return NULL;
}

ssize_t read(int fd, void *to, size_t n)
{
	return fails("read") ? -1 : (ssize_t)syscall(SYS_read, fd, to, shorter("read", n));
}

ssize_t __read_chk(int fd, void *to, size_t n, size_t room);
ssize_t __read_chk(int fd, void *to, size_t n, size_t room)
{
	if (n > room)
		abort();
	return read(fd, to, n);
}

ssize_t pread(int fd, void *to, size_t n, off_t at)
{
	return fails("read") ? -1 : (ssize_t)syscall(SYS_pread64, fd, to, shorter("read", n), at);
}

ssize_t __pread_chk(int fd, void *to, size_t n, off_t at, size_t room);
ssize_t __pread_chk(int fd, void *to, size_t n, off_t at, size_t room)
{
	if (n > room)
		abort();
	return pread(fd, to, n, at);
}

ssize_t write(int fd, const void *from, size_t n)
{
	if (fd != STDERR_FILENO && fails("write"))
		return -1;
	return (ssize_t)syscall(SYS_write, fd, from, fd == STDERR_FILENO ? n : shorter("write", n));
}

ssize_t copy_file_range(int in, off_t *in_at, int out, off_t *out_at, size_t n, unsigned flags)
{
	if (fails("copy"))
		return -1;
	return (ssize_t)syscall(SYS_copy_file_range, in, in_at, out, out_at, shorter("copy", n),
				flags);
}

ssize_t splice(int in, off_t *in_at, int out, off_t *out_at, size_t n, unsigned flags)
{
	if (fails("copy"))
		return -1;
	return (ssize_t)syscall(SYS_splice, in, in_at, out, out_at, shorter("copy", n), flags);
}

static int open_at(int at, const char *path, int flags, mode_t mode)
{
	return fails("open") ? -1 : (int)syscall(SYS_openat, at, path, flags, mode);
}

#define OPEN_MODE(last)                      \
	mode_t mode = 0;                     \
	va_list args;                        \
	va_start(args, last);                \
	if ((last) & (O_CREAT | O_TMPFILE))  \
		mode = va_arg(args, mode_t); \
	va_end(args)

int open(const char *path, int flags, ...)
{
	OPEN_MODE(flags);

	return open_at(AT_FDCWD, path, flags, mode);
}

int openat(int at, const char *path, int flags, ...)
{
	OPEN_MODE(flags);

	return open_at(at, path, flags, mode);
}

/* The descriptor is closed in any case, as under Linux. */
int close(int fd)
{
	bool failing = fails("close");
	int status = (int)syscall(SYS_close, fd);

	if (!failing)
		return status;
	errno = fault.error;
	return -1;
}

pid_t waitpid(pid_t child, int *status, int options)
{
	return fails("wait") ? -1 : (pid_t)syscall(SYS_wait4, child, status, options, NULL);
}

pid_t fork(void)
{
	static pid_t (*real)(void);

	NEXT("fork");
	return fails("fork") ? -1 : real();
}

int pipe(int ends[2])
{
	return fails("pipe") ? -1 : (int)syscall(SYS_pipe2, ends, 0);
}

void *mmap(void *where, size_t n, int rights, int flags, int fd, off_t at)
{
	if (fd >= 0 && fails("map"))
		return MAP_FAILED;
	return (void *)syscall(SYS_mmap, where, n, rights, flags, fd, at); // NOLINT
}

int fstat(int fd, struct stat *to)
{
	static int (*real)(int, struct stat *);

	NEXT("fstat");
	return fails("stat") ? -1 : real(fd, to);
}

struct dirent *readdir(DIR *directory)
{
	static struct dirent *(*real)(DIR *);

	NEXT("readdir");
	return fails("dir") ? NULL : real(directory);
}

int rename(const char *from, const char *to)
{
	return fails("rename") ? -1 : (int)syscall(SYS_renameat, AT_FDCWD, from, AT_FDCWD, to);
}

int renameat(int from_at, const char *from, int to_at, const char *to)
{
	return fails("rename") ? -1 : (int)syscall(SYS_renameat, from_at, from, to_at, to);
}
