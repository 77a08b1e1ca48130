/** Something that is loaded when it is first needed. Reading `current` in a template follows it. */
export class Lazy<T> {
	#current = $state.raw<T | null>(null);
	#load: () => Promise<T>;
	#loading: Promise<boolean> | undefined;

	constructor(load: () => Promise<T>) {
		this.#load = load;
	}

	/** Null until it is there. */
	get current(): T | null {
		return this.#current;
	}

	/** Whether it is there now. Never rejects: what could not be loaded is tried again by the next call. */
	load(): Promise<boolean> {
		return (this.#loading ??= this.#load().then(
			(loaded) => {
				this.#current = loaded;
				return true;
			},
			() => {
				this.#loading = undefined;
				return false;
			}
		));
	}
}
