import { describe, expect, test } from 'vitest';
import { parseRequest, type WorkerRequest } from '#lib/offline/messages.ts';

describe('a message to the worker', () => {
	test.for<WorkerRequest>([
		{ type: 'keep', lesson: 'one' },
		{ type: 'verify' },
		{ type: 'verify', lesson: 'one' },
		{ type: 'keep-unasked' },
		{ type: 'keep-unasked', saveData: true, effectiveType: '4g' },
		{ type: 'switch' }
	])('is read as it was sent: %o', (request) => {
		expect(parseRequest(structuredClone(request))).toEqual(request);
	});
	test.for([
		null,
		undefined,
		'switch',
		1,
		[],
		{},
		{ type: 'keep' },
		{ type: 'keep', lesson: 1 },
		{ type: 'SKIP_WAITING' }
	])('of no known kind does nothing: %o', (data) => {
		expect(parseRequest(data)).toBeNull();
	});
});
