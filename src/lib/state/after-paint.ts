/** What waits for the next frame, in its order. */
let waiting: (() => void)[] = [];

function work(): void {
	const now = waiting;
	waiting = [];
	for (const one of now) one();
}

/** Nothing is painted out of sight: what waits is done at once, and what it puts off again. */
function workOff(): void {
	while (waiting.length > 0) work();
}

function hear(): void {
	addEventListener('visibilitychange', () => document.hidden && workOff());
	addEventListener('pagehide', workOff);
	hears = true;
}
let hears = false;

/** Calls back in a task after the next frame; at once where none is to come, since the page is out of sight or goes. */
export function afterPaint(call: () => void): void {
	if (!hears) hear();
	waiting.push(call);
	if (document.hidden) workOff();
	else if (waiting.length === 1) requestAnimationFrame(() => setTimeout(work));
}
