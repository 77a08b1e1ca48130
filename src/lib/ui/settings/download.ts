/** Hands the learner a file; nothing leaves the device. */
export function download({
	name,
	text,
	type = 'application/json'
}: {
	name: string;
	/** Text, or bytes. */
	text: BlobPart;
	type?: string;
}): void {
	const address = URL.createObjectURL(new Blob([text], { type }));
	const link = document.createElement('a');
	link.href = address;
	link.download = name;
	document.body.append(link);
	link.click();
	link.remove();
	// Safari reads it only after the click has long returned.
	setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
