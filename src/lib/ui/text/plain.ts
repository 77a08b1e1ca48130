const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** The text of the compiler's inline HTML, for names that take no markup (labels, announcements). */
export const plain = (html: string): string =>
	html
		.replace(/<br>/g, ' ')
		.replace(/<[^>]*>/g, '')
		.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '');
