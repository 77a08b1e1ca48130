interface Sized {
	width: number;
	height: number;
}
interface Point {
	x: number;
	y: number;
}
type Placed = Sized & Point;

/** A map of a hundred cards is seen whole. */
const least = 0.1;
/** Below this the words of a card are too small for most eyes. */
const readable = 0.75;
const most = 2;

/** How a drawing is looked at: its zoom, and the scrolling of the element that it is in. */
export class Viewport {
	zoom = $state(1);
	panning = $state(false);
	/** The browser has told how large the view is. */
	known = $state(false);
	#drawing: () => Sized;
	#view: HTMLElement | undefined;
	#set = false;
	// As the browser last told: to ask at an edit would make it lay out the page once more.
	#size: Sized = { width: 0, height: 0 };
	#left = 0;
	#top = 0;
	/** The fingers on the drawing, in pixels of the window. */
	#fingers = new Map<number, Point>();

	constructor(drawing: () => Sized) {
		this.#drawing = drawing;
	}

	attach = (view: HTMLElement): (() => void) => {
		this.#view = view;
		const end = new AbortController();
		const { signal } = end;
		view.addEventListener('pointerdown', (event) => this.#startPan(event), { signal });
		view.addEventListener('wheel', (event) => this.#wheel(event), { signal, passive: false });
		view.addEventListener('scroll', () => ([this.#left, this.#top] = [view.scrollLeft, view.scrollTop]), {
			signal,
			passive: true
		});
		view.addEventListener('pointerdown', (event) => this.#touch(event), { signal });
		for (const name of ['pointermove', 'pointerup', 'pointercancel'] as const)
			window.addEventListener(name, (event) => this.#touch(event), { signal });
		// With two fingers the browser would scroll, and the fingers would be taken from us.
		for (const name of ['touchstart', 'touchmove'] as const)
			view.addEventListener(name, (event) => event.touches.length > 1 && event.cancelable && event.preventDefault(), {
				signal,
				passive: false
			});
		const sizes = new ResizeObserver(() => {
			this.#size = { width: view.clientWidth, height: view.clientHeight };
			this.known = this.#size.width > 0;
			this.start();
		});
		sizes.observe(view);
		return () => {
			end.abort();
			sizes.disconnect();
			this.#view = undefined;
		};
	};

	/** As large as it can be read and as small as it can be overseen; only until the learner sets a size. */
	start(): void {
		const { width, height } = this.#drawing();
		if (this.#set || width === 0 || !this.known) return;
		const zoom = Math.min(1, Math.max(readable, Math.min(this.#size.width / width, this.#size.height / height)));
		// In steps: at another size every word is set anew.
		this.zoom = Math.floor(zoom * 20) / 20;
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
	by(factor: number, at?: Point): void {
		const view = this.#view;
		if (!view || this.#within(this.zoom * factor) === this.zoom) return;
		const box = view.getBoundingClientRect();
		const middle = { x: box.left + view.clientWidth / 2, y: box.top + view.clientHeight / 2 };
		this.#hold(view)(factor, at ?? middle, at ?? middle);
	}

	#within = (zoom: number): number => Math.min(most, Math.max(least, zoom));

	/** From how things stand now: zooms by a factor, so that what was at one point of the window comes to the other. */
	#hold(view: HTMLElement): (factor: number, from: Point, to: Point) => void {
		const { left, top } = view.getBoundingClientRect();
		const { scrollLeft, scrollTop } = view;
		const before = this.zoom;
		return (factor, from, to) => {
			this.#set = true;
			const zoom = this.#within(before * factor);
			this.zoom = zoom;
			const [x, y] = [(scrollLeft + from.x - left) / before, (scrollTop + from.y - top) / before];
			requestAnimationFrame(() =>
				view.scrollTo({ left: x * zoom - (to.x - left), top: y * zoom - (to.y - top), behavior: 'instant' })
			);
		};
	}

	#pinch: ((spread: number, middle: Point) => void) | null = null;

	/** Two fingers zoom by how far they part, and pull along what is between them. One finger scrolls. */
	#touch({ type, pointerType, pointerId, clientX: x, clientY: y }: PointerEvent): void {
		const view = this.#view;
		if (!view || pointerType !== 'touch' || (type === 'pointermove' && !this.#fingers.has(pointerId))) return;
		if (type === 'pointerdown' || type === 'pointermove') this.#fingers.set(pointerId, { x, y });
		else this.#fingers.delete(pointerId);
		const [one, other] = [...this.#fingers.values()];
		if (!one || !other || this.#fingers.size > 2) {
			this.#pinch = null;
			return;
		}
		const spread = Math.max(1, Math.hypot(one.x - other.x, one.y - other.y));
		const middle = { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
		if (!this.#pinch || type !== 'pointermove') {
			const hold = this.#hold(view);
			this.#pinch = (now, at) => hold(now / spread, middle, at);
		} else this.#pinch(spread, middle);
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
		if (!view || !this.known) return;
		// What was pressed in here is in sight already; moving it would take it from under the pointer.
		const { activeElement } = document;
		if (view.contains(activeElement) && !activeElement?.matches(':focus-visible')) return;
		const gap = 16;
		const move = (from: number, to: number, start: number, room: number): number => {
			if (from < start) return from;
			return to > start + room ? Math.min(from, to - room) : start;
		};
		const left = move(x * this.zoom - gap, (x + width) * this.zoom + gap, this.#left, this.#size.width);
		const top = move(y * this.zoom - gap, (y + height) * this.zoom + gap, this.#top, this.#size.height);
		// The drawing has its new size by then.
		if (left !== this.#left || top !== this.#top) requestAnimationFrame(() => view.scrollTo({ left, top }));
	}
}
