/* What the pages of gir-report can do beyond what they can without it: remember the language, sort
 * tables by their heads, filter long ones. */
"use strict";
(() => {
	const radios = document.querySelectorAll("input[name=lang]");
	let kept = null;

	try {
		kept = localStorage.getItem("gir-lang");
	} catch (e) {
		/* Some browsers keep nothing for files. */
	}
	if (!kept)
		kept = /^zh/i.test(navigator.language) ? "lang-zh" : "lang-en";
	for (const radio of radios) {
		radio.checked = radio.id === kept;
		radio.addEventListener("change", () => {
			document.documentElement.lang = radio.id.slice(5);
			try {
				localStorage.setItem("gir-lang", radio.id);
			} catch (e) {
				/* Then it is for this page alone. */
			}
		});
		if (radio.checked)
			document.documentElement.lang = radio.id.slice(5);
	}
})();

for (const here of document.querySelectorAll(".here"))
	here.setAttribute("aria-current", "page");

/* Tables of class sortable. */
(() => {
	const LONG = 15; /* rows from which on a filter is worth its room */
	const byText = new Intl.Collator("zh", {numeric: true});

	function valueOf(cell) {
		if (!cell)
			return "";
		return (cell.dataset.v ?? cell.textContent).trim();
	}

	/* Numbers by value, before texts; what is empty comes last whichever way. */
	function compare(a, b, sign) {
		if (a === "" || b === "")
			return (a === "") - (b === "");
		const x = Number(a), y = Number(b);

		if (!isNaN(x) && !isNaN(y))
			return sign * (x - y);
		if (isNaN(x) !== isNaN(y))
			return sign * (isNaN(x) - isNaN(y));
		return sign * byText.compare(a, b);
	}

	function sort(table, head) {
		const down = head.getAttribute("aria-sort") === "ascending";
		const body = table.tBodies[0];
		const rows = Array.from(body.rows, (row) => [valueOf(row.cells[head.cellIndex]), row]);

		for (const other of head.parentNode.cells)
			other.removeAttribute("aria-sort");
		head.setAttribute("aria-sort", down ? "descending" : "ascending");
		rows.sort((a, b) => compare(a[0], b[0], down ? -1 : 1));
		body.append(...rows.map((row) => row[1]));
	}

	function addButtons(table) {
		for (const head of table.tHead.rows[0].cells) {
			if (head.classList.contains("plain"))
				continue;
			const button = document.createElement("button");

			button.type = "button";
			button.append(...head.childNodes);
			button.addEventListener("click", () => sort(table, head));
			head.append(button);
		}
	}

	function addFilter(table) {
		const label = document.createElement("label"), input = document.createElement("input");

		label.className = "filter";
		label.innerHTML = "<span lang=\"zh\">筛选</span><span lang=\"en\">Filter</span>";
		input.type = "search";
		input.addEventListener("input", () => {
			const wanted = input.value.trim().toLowerCase();

			for (const row of table.tBodies[0].rows)
				row.hidden = !row.textContent.toLowerCase().includes(wanted);
		});
		label.append(input);
		table.parentNode.before(label);
	}

	for (const table of document.querySelectorAll("table.sortable")) {
		addButtons(table);
		if (table.tBodies[0].rows.length >= LONG)
			addFilter(table);
	}
})();
