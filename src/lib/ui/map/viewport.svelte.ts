interface Sized {
	width: number;
	height: number;
}
interface Placed extends Sized {
	x: number;
	y: number;
}

const least = 0.2;
/** Below this the words of a card are too small for most eyes. */
const readable = 0.75;
const most = 2;

/** How a drawing is looked at: its zoom, and the scrolling of the element that it is in. */
export class Viewport {
	zoom = $state(1);
	panning = $state(false);
	#drawing: () => Sized;
	#view: HTMLElement | undefined;
	#set = false;

	constructor(drawing: () => Sized) {
		this.#drawing = drawing;
	}

	attach = (view: HTMLElement): (() => void) => {
		this.#view = view;
		const end = new AbortController();
		view.addEventListener('pointerdown', (event) => this.#startPan(event), { signal: end.signal });
		view.addEventListener('wheel', (event) => this.#wheel(event), { signal: end.signal, passive: false });
		return () => {
			end.abort();
			this.#view = undefined;
		};
	};

	/** As large as it can be read and as small as it can be overseen; only until the learner sets a size. */
	start(): void {
		const view = this.#view;
		const { width, height } = this.#drawing();
		if (!view || this.#set || width === 0 || view.clientWidth === 0) return;
		this.zoom = Math.min(1, Math.max(readable, Math.min(view.clientWidth / width, view.clientHeight / height)));
	}

	/** The whole drawing, never larger than life. */
	fit(): void {
		const view = this.#view;
		const { width, height } = this.#drawing();
		if (!view || width === 0 || view.clientWidth === 0) return;
		this.#set = true;
		this.zoom = Math.max(least, Math.min(view.clientWidth / width, view.clientHeight / height, 1));
		view.scrollTo({ left: 0, top: 0, behavior: 'instant' });
	}

	/** Nearer or farther, with the middle of what is seen (or the point of the window) held still. */
	by(factor: number, at?: { x: number; y: number }): void {
		const view = this.#view;
		const zoom = Math.min(most, Math.max(least, this.zoom * factor));
		if (!view || zoom === this.zoom) return;
		this.#set = true;
		const box = view.getBoundingClientRect();
		const [x, y] = at ? [at.x - box.left, at.y - box.top] : [view.clientWidth / 2, view.clientHeight / 2];
		const [left, top] = [(view.scrollLeft + x) / this.zoom, (view.scrollTop + y) / this.zoom];
		this.zoom = zoom;
		requestAnimationFrame(() => view.scrollTo({ left: left * zoom - x, top: top * zoom - y, behavior: 'instant' }));
	}

	/** The wheel scrolls the page and the drawing as anywhere; with Ctrl (and so by a pinch) it zooms. */
	#wheel(event: WheelEvent): void {
		if (!event.ctrlKey) return;
		event.preventDefault();
		this.by(Math.exp(-event.deltaY / 300), { x: event.clientX, y: event.clientY });
	}

	/** With the mouse the ground is pulled; fingers scroll it anyway. */
	#startPan(event: PointerEvent): void {
		const view = this.#view;
		if (!view || event.pointerType !== 'mouse' || event.button !== 0) return;
		if (event.target instanceof Element && event.target.closest('[data-row]')) return;
		event.preventDefault();
		const from = { x: event.clientX + view.scrollLeft, y: event.clientY + view.scrollTop };
		const end = new AbortController();
		this.panning = true;
		window.addEventListener(
			'pointermove',
			({ clientX, clientY }) => view.scrollTo({ left: from.x - clientX, top: from.y - clientY, behavior: 'instant' }),
			{ signal: end.signal }
		);
		for (const name of ['pointerup', 'pointercancel', 'blur'])
			window.addEventListener(
				name,
				() => {
					end.abort();
					this.panning = false;
				},
				{ signal: end.signal }
			);
	}

	/** Scrolls so far that the box is in sight. */
	reveal({ x, y, width, height }: Placed): void {
		const view = this.#view;
		// What has the focus in here is in sight already; moving it would take it from under the pointer.
		if (!view || view.clientWidth === 0 || view.contains(document.activeElement)) return;
		const gap = 16;
		const move = (from: number, to: number, start: number, room: number): number => {
			if (from < start) return from;
			return to > start + room ? Math.min(from, to - room) : start;
		};
		const left = move(x * this.zoom - gap, (x + width) * this.zoom + gap, view.scrollLeft, view.clientWidth);
		const top = move(y * this.zoom - gap, (y + height) * this.zoom + gap, view.scrollTop, view.clientHeight);
		if (left !== view.scrollLeft || top !== view.scrollTop) view.scrollTo({ left, top });
	}
}
