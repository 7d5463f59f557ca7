#include "cmd/gir-report/inputs.h"

#include <stdlib.h>
#include <sys/stat.h>

#include "common/alloc.h"
#include "common/diag.h"

/* Columns that a stream has and none of those below it. */
static const struct {
	enum input_kind kind;
	const char *column[2];
} signs[] = {
	{INPUT_DIGEST, {"lacking", "needing"}}, {INPUT_PAGES, {"page", "doc"}},
	{INPUT_FINDINGS, {"rule", "severity"}}, {INPUT_RATES, {"level", "indicator"}},
	{INPUT_SUMS, {"level", "sum"}},         {INPUT_CELLS, {"doc", "state"}},
};

static int find_kind(struct input_file *f)
{
	size_t i;

	for (i = 0; i < sizeof signs / sizeof *signs; i++) {
		if (tsv_find(&f->tsv, signs[i].column[0]) == TSV_NONE ||
		    tsv_find(&f->tsv, signs[i].column[1]) == TSV_NONE)
			continue;
		f->kind = signs[i].kind;
		return 0;
	}
	diag(f->tsv.file, 1,
	     "the header is neither that of cells, findings, sums or rates, nor of a list of "
	     "pages or a digest");
	return -1;
}

struct tsv *input_begin(struct input_file *f)
{
	if (!f->open && tsv_open(&f->tsv, f->path) != 0)
		return NULL;
	f->open = true;
	return &f->tsv;
}

void input_end(struct input_file *f)
{
	if (f->open)
		tsv_close(&f->tsv);
	f->open = false;
}

static int add(struct inputs *in, const char *path)
{
	struct input_file *f = &in->v[in->n];
	struct stat st;
	int status;

	f->path = path;
	if (!input_begin(f))
		return -1;
	in->n++;
	status = find_kind(f);
	if (strcmp(path, "-") != 0 && fstat(f->tsv.in.fd, &st) == 0 && S_ISREG(st.st_mode))
		input_end(f);
	return status;
}

int inputs_open(struct inputs *in, char **operands)
{
	size_t count = 0, i;
	int status = 0;

	while (operands[count])
		count++;
	*in = (struct inputs){xcalloc(count + 1, sizeof *in->v), 0};
	for (i = 0; i < count && status == 0; i++)
		status = add(in, operands[i]);
	if (count == 0)
		status = add(in, "-");
	if (status != 0)
		inputs_close(in);
	return status;
}

bool inputs_have(const struct inputs *in, enum input_kind kind)
{
	size_t i;

	for (i = 0; i < in->n; i++)
		if (in->v[i].kind == kind)
			return true;
	return false;
}

void inputs_close(struct inputs *in)
{
	size_t i;

	for (i = 0; i < in->n; i++)
		input_end(&in->v[i]);
	free(in->v);
}
