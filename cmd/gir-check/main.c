#include "common/diag.h"
const char program_name[] = "gir-check";
int main(void)
{
	return EXIT_TROUBLE;
}
