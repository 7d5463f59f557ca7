#include "common/diag.h"
const char program_name[] = "gir-segment";
int main(void)
{
	return EXIT_TROUBLE;
}
