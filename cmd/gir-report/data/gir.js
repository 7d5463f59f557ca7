/* What the pages of gir-report can do beyond what they can without it: remember the language. */
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
