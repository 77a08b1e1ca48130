declare global {
	namespace App {
		interface PageData {
			/** The heading of the document, without the app's name. */
			title?: string;
			description?: string;
		}
	}
}

export {};
