#include "common/path.h"

const char *path_join(struct buf *room, const char *const *word)
{
	buf_clear(room);
	while (*word)
		buf_put(room, str_of(*word++));
	buf_putc(room, '\0');
	return room->p;
}
