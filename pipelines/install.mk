# Programs, man pages and completion under $(DESTDIR)$(PREFIX).

export GIR_PREFIX := $(DESTDIR)$(PREFIX)
export GIR_DESTDIR := $(DESTDIR)

.PHONY: install uninstall
install: build
	@pipelines/install

uninstall:
	@pipelines/install --remove
