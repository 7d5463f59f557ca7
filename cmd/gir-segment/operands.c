#include "cmd/gir-segment/operands.h"

#include "common/diag.h"
#include "common/input.h"

int operands_from_list(const char *path, bool nul, operand_fn *each, void *context)
{
	struct input in;
	struct str line;
	struct buf name = BUF_INIT;
	int got, status = 0;

	if (input_open(&in, path) != 0) {
		diag_errno(path, "cannot open");
		return -1;
	}
	while ((got = input_until(&in, nul ? '\0' : '\n', &line)) > 0) {
		if (line.n == 0)
			continue;
		if (memchr(line.p, '\0', line.n)) {
			diag(in.name, in.line, "a NUL byte in a name (lists with NUL want -0)");
			status = -1;
			continue;
		}
		buf_clear(&name);
		buf_put(&name, line);
		buf_putc(&name, '\0');
		if (each(context, name.p) != 0)
			status = -1;
	}
	if (got < 0) {
		diag_errno(in.name, "cannot read");
		status = -1;
	}
	(void)input_close(&in); /* nothing was written to it */
	buf_free(&name);
	return status;
}

static struct str skip_dots(struct str s)
{
	while (str_starts(s, STR("./")))
		for (s = str_from(s, 2); str_starts(s, STR("/")); s = str_from(s, 1))
			;
	return s;
}

struct str operand_name(const char *path, const char *dir)
{
	struct str name = str_of(path), below, parent;

	if (!dir)
		return name;
	below = skip_dots(name);
	parent = skip_dots(str_of(dir));
	while (parent.n > 1 && str_ends(parent, STR("/")))
		parent.n--;
	if (str_is(parent, "."))
		return below;
	if (!str_starts(below, parent))
		return name;
	below = str_from(below, parent.n);
	if (!str_ends(parent, STR("/")) && !str_starts(below, STR("/")))
		return name;
	while (str_starts(below, STR("/")))
		below = str_from(below, 1);
	return below.n ? below : name;
}
