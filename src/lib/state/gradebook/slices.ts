/** Work in slices: each call waits for the browser if this slice has taken `most` ms, so that the page answers meanwhile. */
export function slices(most = 12, now: () => number = () => performance.now()): () => Promise<void> | undefined {
	let began = now();
	return () => {
		if (now() - began < most) return undefined;
		return new Promise((resolve) =>
			setTimeout(() => {
				began = now();
				resolve();
			})
		);
	};
}
