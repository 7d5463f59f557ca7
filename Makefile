# gir: filters for government information disclosure annual reports. `make help` lists the targets.

PREFIX ?= /usr/local
DESTDIR ?=
# Under another make with -R, as this one, not even the default is there.
ifneq ($(filter default undefined,$(origin CC)),)
CC := cc
endif
CFLAGS ?= -O3 -g
WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes \
	-Werror
HARDEN := -D_FORTIFY_SOURCE=2 -fstack-protector-strong -fPIE
HARDEN_LINK := -pie -Wl,-z,relro,-z,now
# No path of the machine goes into the programs: two builds of one commit are the same files.
REPRODUCIBLE = -ffile-prefix-map=$(CURDIR)=. -ffile-prefix-map=$(abspath $(BUILD))=build
BUILD ?= build
CORPUS ?= corpus
OUT ?= out

MAKEFLAGS += -rR --no-print-directory
SHELL := bash
.SHELLFLAGS := -o pipefail -ec
.DELETE_ON_ERROR:
.SUFFIXES:
.SECONDARY:

programs := gir-segment gir-tables gir-check gir-agg gir-report

.DEFAULT_GOAL := run

include pipelines/test.mk
include pipelines/build.mk
include pipelines/run.mk
include pipelines/install.mk
include tests/faults/faults.mk
include tests/generate/generate.mk
include tests/fuzz/fuzz.mk
include pipelines/bench.mk

.PHONY: clean help
clean:
	@pipelines/clean build-san build-cov

help:
	@cat pipelines/help
