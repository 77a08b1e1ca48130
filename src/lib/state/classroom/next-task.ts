/**
 * A task of the browser's later: what was asked of the page meanwhile, and the frame that is due, come first. By a
 * message and not by a timer: timers that follow each other wait 4 ms each, and in a tab that is out of sight a second.
 */
export function nextTask(): Promise<void> {
	const { port1, port2 } = new MessageChannel();
	return new Promise((resolve) => {
		port1.onmessage = () => {
			port1.close();
			resolve();
		};
		port2.postMessage(null);
	});
}
