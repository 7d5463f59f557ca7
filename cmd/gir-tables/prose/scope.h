/* prose_scope: what the words around a number say of it: which year, whose, how many of what.
 *
 * A scope lives in a sentence and forgets at the ends of clauses and behind numbers; a topic lives
 * in a paragraph. Both only watch tokens go by, and own nothing.
 */
#ifndef GIR_PROSE_SCOPE_H
#define GIR_PROSE_SCOPE_H

#include "cmd/gir-tables/prose/lex.h"

enum { CONTEXT_SENTENCES = 4, FOLLOW_SENTENCES = 2 };

/* What the paragraph speaks of. */
struct topic {
	bool other_year; /* the paragraph is about another year, as its last such word says */
	size_t context;  /* sentences left in which requests count as spoken of */
	bool near;       /* requests are spoken of in the sentence, perhaps later */
	bool carried;    /* ... and cases carried over */
	bool unrelated;  /* the sentence says that something is not about disclosure */
	bool foreign;    /* the paragraph has spoken of something else */
	bool disputes;   /* ... and last of reviews or suits, not of requests */
	size_t follow;   /* sentences left in which the last figure was about requests */
	size_t about;    /* ... about requests, reviews or suits */
};

/* What the words so far say about a number that comes now. */
struct scope {
	bool other_year, own_year, unknown_year;
	bool part;  /* behind 其中, or in brackets */
	bool about; /* disclosure was spoken of */
	bool span;  /* a part of the year, of which the first month is: */
	int64_t month;
	/* of the clause */
	bool subject, area, other_here, own_here, until;
	/* since the last number */
	bool compare, block, channel, applicant, cumulative, versus, approximate, verb, stranger;
	bool rate, dispute;
};

/* Takes note of token i of tokens ..high-1, other than a bracket. */
void scope_note(struct scope *s, const struct lexer *x, size_t high, size_t i);
void scope_end_number(struct scope *s);

/* Begins a sentence, takes note of token i of it, and ends it. */
void topic_begin(struct topic *t, const struct lexer *x);
void topic_note(struct topic *t, const struct lexer *x, size_t i);
void topic_end(struct topic *t);

/* A sentence without figures; one on requests alone is a heading for those behind it. */
void topic_heading(struct topic *t, const struct lexer *x);

/* Words that speak of disclosure; of another time than the report's year. */
bool word_is_about(enum word_class class);
bool word_is_other_time(enum word_class class);

#endif
