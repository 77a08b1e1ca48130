/** The database as version 1 of it made it, with two records in it. Frozen: never to be changed. */
export function writeDatabase1(factory: IDBFactory, name: string): Promise<void> {
	return new Promise((resolve, reject) => {
		const request = factory.open(name, 1);
		request.onerror = () => reject(request.error);
		request.onupgradeneeded = () => {
			const db = request.result;
			const steps = db.createObjectStore('steps', { keyPath: ['lessonId', 'stepId', 'rev'] });
			steps.createIndex('current', ['lessonId', 'stepId'], { unique: true });
			const lessons = db.createObjectStore('lessons', { keyPath: ['lessonId', 'rev'] });
			lessons.createIndex('current', 'lessonId', { unique: true });
			db.createObjectStore('quarantine', { keyPath: ['from', 'key', 'foundAt'] });
			const generations = db.createObjectStore('generations', { keyPath: 'number' });
			generations.createIndex('only', 'only', { unique: true });
			generations.add({ number: 3, only: 1 });
			steps.add({
				format: 1,
				lessonId: 'one-slogan-many-englishes',
				stepId: 'check',
				lessonVersion: 1,
				rev: 14,
				savedAt: 1763779000000,
				work: { attempt: 1, responses: {}, certainties: {}, checked: [], earlier: [] },
				place: null
			});
			lessons.add({
				format: 1,
				lessonId: 'one-slogan-many-englishes',
				lessonVersion: 1,
				rev: 17,
				savedAt: 1763779500000,
				lastStep: 'check',
				place: null,
				results: { framings: { done: true, frames: {} } }
			});
		};
		request.onsuccess = () => {
			request.result.close();
			resolve();
		};
	});
}
