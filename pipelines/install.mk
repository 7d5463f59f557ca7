# Programs, man pages and completion under $(DESTDIR)$(PREFIX).

export GIR_PREFIX := $(DESTDIR)$(PREFIX)
export GIR_DESTDIR := $(DESTDIR)

.PHONY: install uninstall
install: build
	@pipelines/install

uninstall:
	@pipelines/install --remove

# A tarball of the last commit; of one commit always the same bytes.
version := $(shell sed -n 's/.*GIR_VERSION "\(.*\)"/\1/p' common/version.h)
.PHONY: dist
dist:
	git archive --format=tar --prefix=gir-$(version)/ HEAD | gzip -9n >gir-$(version).tar.gz.tmp
	mv gir-$(version).tar.gz.tmp gir-$(version).tar.gz
