import { IDBFactory } from 'fake-indexeddb';
import type { ReviewDocument } from '#lib/content/review-documents.ts';
import type { Html } from '#lib/domain/lesson/model.ts';
import { openStore } from '#lib/storage/store.ts';
import { ReviewSession } from '#lib/state/review-session.svelte.ts';

const html = (text: string) => text as Html;
export const lesson = 'one';

export const document: ReviewDocument = {
	lesson,
	title: 'One slogan',
	outcomes: [{ id: 'o1', text: 'Tell who speaks' }],
	items: [
		{
			id: 'q1',
			kind: 'single',
			prompt: html('Who said it?'),
			sides: ['western'],
			claims: [],
			outcomes: ['o1'],
			points: 1,
			options: [
				{ id: 'a', text: html('A newspaper'), right: true, feedback: html('In its leader.') },
				{ id: 'b', text: html('A ministry'), right: false, feedback: html('It never did.') }
			]
		}
	],
	reversed: [],
	claims: {},
	discrepancies: {},
	sources: {},
	terms: {
		wangxin: {
			id: 'wangxin',
			characters: '网信',
			words: [{ characters: '网信', pinyin: 'wǎngxìn', gloss: 'network and information' }],
			literal: 'net-inform',
			renderings: [{ text: 'cyberspace affairs', usedBy: [], suggests: 'An office.' }],
			note: ''
		}
	},
	compared: ['wangxin']
};

/** A device whose lesson 1 was answered and compared; the clock is the test's own. */
export async function device({ choice = 'b' } = {}) {
	const factory = new IDBFactory();
	let at = Date.UTC(2026, 2, 10, 4);
	const now = () => ({ at, zone: 480 });
	const open = () => openStore({ now: () => at, name: 'review', indexedDB: factory });
	const store = await open();
	const base = { lessonId: lesson, lessonVersion: 1, rev: 0, place: null };
	await store.save({
		step: {
			...base,
			stepId: 'check',
			work: { attempt: 1, responses: { q1: { kind: 'single', choice } }, certainties: {}, checked: ['q1'], earlier: [] }
		},
		lesson: {
			...base,
			lastStep: 'check',
			results: { framings: { done: true, frames: {} }, check: { done: true, frames: {} } }
		}
	});
	const load = async () => document;
	const session = async (options: ConstructorParameters<typeof ReviewSession>[0] = {}) => {
		const made = new ReviewSession({ openStore: async () => store, load, now, ...options });
		await made.open();
		return made;
	};
	return { store, open, now, load, session, pass: (minutes: number) => (at += minutes * 60_000) };
}
