#include "common/standard.h"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include "common/diag.h"

void standard_streams(void)
{
	int fd;

	(void)signal(SIGXFSZ, SIG_IGN);
	/* open gives the lowest number that is free, and opens it the wrong way round. */
	for (fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
		if (fcntl(fd, F_GETFD) < 0 &&
		    open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) != fd)
			die("a standard stream is closed, and /dev/null cannot be opened");
}
