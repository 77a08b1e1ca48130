/** Hands the learner a file of their own map; nothing leaves the device. */
export function saveFile({ name, type, text }: { name: string; type: string; text: string }): void {
	const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
	const link = document.createElement('a');
	link.href = address;
	link.download = name;
	document.body.append(link);
	link.click();
	link.remove();
	// Safari reads it only after the click has long returned.
	setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
