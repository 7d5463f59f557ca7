/* What the tests ask a page of gir-report, by name: the first argument is the name of a function. */
const questions = {
	/* The number cells of the official tables as "table<TAB>row<TAB>column<TAB>text", headings in Chinese. */
	cells() {
		return [...document.querySelectorAll("table.form")].flatMap(readTable).join("\n");
	},

	/* Texts of what is shown, a line each. */
	text(selector) {
		return [...document.querySelectorAll(selector)].map((e) => e.innerText.trim().replace(/\s+/g, " ")).join("\n");
	},

	count(selector) {
		return document.querySelectorAll(selector).length;
	},

	/* What is printed and must not be cut off: the headings of the page and of the columns. */
	headings() {
		return [...document.querySelectorAll("h1, h2, caption, .form th")].map((e) => e.innerText.trim()
			.replace(/\s+/g, " ")).join("\n");
	},

	/* All pages and files that the page leads to. */
	links() {
		return [...document.querySelectorAll("[href], [src]")].map((e) => (e.href || e.src).replace(/#.*/, "")).join("\n");
	},

	tongue() {
		return document.documentElement.lang;
	},

	/* Where a link leads, by the browser's own reading. */
	href(selector) {
		return document.querySelector(selector).href;
	},

	click(selector) {
		const e = document.querySelector(selector);
		e.focus();
		e.click();
	},

	/* A column of a table, by its values, "-" for an empty one. */
	cellsOf(table, column) {
		return [...document.getElementById(table).tBodies[0].rows].map((row) => row.cells[column])
			.map((cell) => (cell.dataset.v ?? cell.textContent).trim() || "-").join(" ");
	},

	/* Which way a table is sorted, by any of its columns. */
	sorted(table) {
		return [...document.querySelectorAll(`#${table} [aria-sort]`)].map((e) => e.getAttribute("aria-sort")).join(" ");
	},

	/* Sorts every table by every column, twice; what has gone wrong. */
	sortAll() {
		return [...document.querySelectorAll("table.sortable")].flatMap((table) => {
			const rows = new Set(table.tBodies[0].rows), bad = [];
			for (const button of table.tHead.querySelectorAll("button")) {
				for (const way of ["ascending", "descending"]) {
					button.click();
					if (button.closest("th").getAttribute("aria-sort") !== way ||
						table.querySelectorAll("[aria-sort]").length !== 1)
						bad.push(`${table.id}: ${button.textContent} is not ${way}`);
				}
			}
			if (table.tBodies[0].rows.length !== rows.size || [...table.tBodies[0].rows].some((row) => !rows.has(row)))
				bad.push(`${table.id}: other rows`);
			return table.tHead.querySelector("button") ? bad : [`${table.id}: no buttons`];
		}).join("\n");
	},

	shownRows(selector) {
		return [...document.querySelectorAll(`${selector} tbody tr`)].filter((e) => e.getClientRects().length).length;
	},

	type(selector, text) {
		const input = document.querySelector(selector);
		input.value = text;
		input.dispatchEvent(new Event("input"));
	},

	/* Languages of which some text is shown, but for the names of the languages themselves. */
	languages() {
		const shown = [...document.querySelectorAll(".page [lang]")].filter((e) => e.getClientRects().length);
		return [...new Set(shown.map((e) => e.lang))].sort().join(" ");
	},

	/* What sticks out to the right, so that the page would scroll. */
	wide() {
		return document.scrollingElement.scrollWidth <= innerWidth ? "" :
			[...document.body.querySelectorAll("*")].filter((e) => e.getBoundingClientRect().right > innerWidth &&
				!e.closest(".wide")).map((e) => e.outerHTML.slice(0, 80)).join("\n") || "the page";
	},

	/* Texts whose contrast with what is behind them is less than WCAG 2 AA wants. */
	pale() {
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		const found = [];
		for (let node; (node = walker.nextNode()); ) {
			const e = node.parentElement, style = getComputedStyle(e);
			if (!node.data.trim() || !e.getClientRects().length || e.closest("svg"))
				continue;
			const ratio = contrast(style.color, background(e));
			const size = parseFloat(style.fontSize), large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
			if (ratio < (large ? 3 : 4.5))
				found.push(`${ratio.toFixed(2)} ${e.tagName} ${e.className} ${node.data.trim().slice(0, 30)}`);
		}
		return [...new Set(found)].join("\n");
	},

	/* What Lighthouse's audits of accessibility and good practice would say, by their names. */
	audits() {
		const bad = [], all = (s) => [...document.querySelectorAll(s)];
		const say = (test, what) => test || bad.push(what);
		const name = (e) => (e.getAttribute("aria-label") || e.textContent).trim();
		const levels = all("h1, h2, h3, h4, h5, h6").map((e) => +e.tagName[1]);
		const ids = all("[id]").map((e) => e.id);
		say(document.documentElement.lang, "html-has-lang");
		say(document.title.trim(), "document-title");
		say(document.doctype && document.compatMode === "CSS1Compat", "doctype");
		say(document.characterSet === "UTF-8", "charset");
		say(/width=device-width/.test(document.querySelector("meta[name=viewport]")?.content), "viewport");
		say(levels[0] === 1 && levels.filter((l) => l === 1).length === 1, "one h1, first");
		say(levels.every((l, i) => i === 0 || l <= levels[i - 1] + 1), `heading-order: ${levels}`);
		say(new Set(ids).size === ids.length, "duplicate-id");
		say(all("main").length === 1, "landmark-one-main");
		for (const e of all("a[href], button, summary"))
			say(name(e), `link-name: ${e.outerHTML.slice(0, 80)}`);
		for (const e of all("input, select"))
			say(e.labels.length || e.getAttribute("aria-label"), `label: ${e.outerHTML.slice(0, 80)}`);
		for (const e of all("img, svg[role=img]"))
			say(e.hasAttribute("alt") || e.getAttribute("aria-label") || e.querySelector("title"), `image-alt: ${e.outerHTML.slice(0, 80)}`);
		for (const e of all("table"))
			say(e.querySelector("th[scope]") && (e.caption || e.closest("[aria-labelledby], [aria-label]")), `table: ${e.id}`);
		for (const e of all("[aria-labelledby]"))
			say(e.getAttribute("aria-labelledby").split(" ").every((id) => document.getElementById(id)), `aria-labelledby: ${e.outerHTML.slice(0, 80)}`);
		for (const e of all("a[href^='#']"))
			say(document.getElementById(decodeURIComponent(e.hash.slice(1))), `anchor: ${e.outerHTML.slice(0, 80)}`);
		for (const e of all("[src], [href]"))
			say(new URL(e.src || e.href, location.href).protocol === "file:", `remote: ${e.outerHTML.slice(0, 80)}`);
		for (const e of all(".wide"))
			say(e.tabIndex === 0 && e.getAttribute("role") === "region", `scrollable-region-focusable: ${e.outerHTML.slice(0, 80)}`);
		return bad.join("\n");
	},

	/* What has the focus, and how it shows that. */
	focus() {
		const e = document.activeElement, shown = e.type === "radio" ? e.nextElementSibling : e;
		const style = getComputedStyle(shown);
		return `${e.tagName.toLowerCase()} ${e.id || e.className || e.getAttribute("href") || ""} ` +
			(style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0 ? "outlined" : "NOT SHOWN");
	},

	scripts() {
		return [window.broken === undefined ? "" : "a script has run",
			...[...document.querySelectorAll("script, img, iframe, object, embed, form, base, style")]
				.filter((e) => e.tagName !== "SCRIPT" || !/^file:.*\/gir\.js$/.test(e.src)).map((e) => e.outerHTML),
			...[...document.querySelectorAll("*")].flatMap((e) => [...e.attributes])
				.filter((a) => /^on/i.test(a.name)).map((a) => a.name)].join("\n");
	},
};

const zh = (e) => (e.querySelector("[lang=zh]") || e).textContent;

/* A table's cells in rows and columns, spans resolved. */
function gridOf(table) {
	const grid = [];
	[...table.rows].forEach((row, r) => {
		let c = 0;
		for (const cell of row.cells) {
			while (grid[r]?.[c])
				c++;
			for (let y = r; y < r + cell.rowSpan; y++)
				for (let x = c; x < c + cell.colSpan; x++)
					(grid[y] ??= [])[x] = cell;
			c += cell.colSpan;
		}
	});
	return grid;
}

/* A cell's row is the last heading to the left, its column the nearest above; where there is nothing to the left,
 * rows stand side by side, and the row is the heading above the column's. */
function readTable(table) {
	const grid = gridOf(table), lines = [];
	for (let r = 0; r < grid.length; r++) {
		for (let c = 0; c < grid[r].length; c++) {
			const cell = grid[r][c];
			if (cell.tagName !== "TD" || grid[r][c - 1] === cell)
				continue;
			const left = grid[r].slice(0, c).filter((e) => e.tagName === "TH");
			const above = [...new Set(grid.slice(0, r).map((row) => row[c]).reverse())].filter((e) => e.tagName === "TH");
			const text = cell.cloneNode(true);
			text.querySelectorAll("ins, [lang=en]").forEach((e) => e.remove());
			lines.push([table.id, zh(left.at(-1) || above[1]), zh(above[0]), text.textContent.replace(/\s+/g, "")].join("\t"));
		}
	}
	return lines;
}

function channels(color) {
	return color.match(/[\d.]+/g).map(Number);
}

function background(e) {
	for (; e; e = e.parentElement) {
		const color = getComputedStyle(e).backgroundColor;
		if ((channels(color)[3] ?? 1) > 0)
			return color;
	}
	return "rgb(255, 255, 255)";
}

function luminance(color) {
	const [r, g, b] = channels(color).map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a, b) {
	const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
	return (light + 0.05) / (dark + 0.05);
}

return questions[arguments[0]](...[...arguments].slice(1));
