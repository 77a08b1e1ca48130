// Before the first paint: the theme, the text size and the pinyin that were chosen in the settings, here or in another tab.
// An own file, since inline scripts are refused.
(function () {
	var key = 'parallax:settings';
	function set(name, value, known) {
		if (known.indexOf(value) < 0) delete document.documentElement.dataset[name];
		else document.documentElement.dataset[name] = value;
	}
	function apply() {
		var chosen = {};
		try {
			chosen = JSON.parse(localStorage.getItem(key)) || {};
		} catch {
			// Storage may be blocked, or hold anything: the defaults are used.
		}
		set('theme', chosen.theme, ['light', 'dark']);
		set('textSize', chosen.textSize, ['large', 'largest']);
		set('pinyin', chosen.pinyin === true ? 'always' : '', ['always']);
		// The browser's own bars follow the chosen theme.
		document.querySelectorAll('meta[name=theme-color]').forEach(function (meta) {
			var dark = chosen.theme === 'dark' || (chosen.theme !== 'light' && /dark/.test(meta.media));
			meta.content = dark ? '#16181a' : '#fbfaf7';
		});
	}
	apply();

	// Where a page is to be read (src/hooks.server.ts), the app's script comes after the first paint: at once where nothing
	// is painted, since the tab is not seen, and after some time where a browser does not say.
	globalThis.firstPaint = new Promise(function (resolve) {
		if (document.hidden) return resolve();
		setTimeout(resolve, 3000);
		new PerformanceObserver(function (list) {
			if (list.getEntriesByName('first-contentful-paint').length > 0) resolve();
		}).observe({ type: 'paint', buffered: true });
	}).then(function () {
		document.querySelectorAll('link[data-after-paint]').forEach(function (link) {
			link.rel = 'modulepreload';
		});
	});

	addEventListener('storage', function (event) {
		if (event.key === key || event.key === null) apply();
	});
})();
