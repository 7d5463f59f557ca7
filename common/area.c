#include "common/area.h"

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

size_t area_of(struct str region)
{
	if (region.n < 2 || !is_digit(region.p[0]) || !is_digit(region.p[1]))
		return AREA_NONE;
	return (size_t)(region.p[0] - '0') * 10 + (size_t)(region.p[1] - '0');
}

const char *area_name(size_t area, char room[3])
{
	if (area == AREA_NONE)
		return "none";
	room[0] = (char)('0' + area / 10);
	room[1] = (char)('0' + area % 10);
	room[2] = '\0';
	return room;
}
