import type { Component } from 'svelte';
import type { PublicItem, PublicOf } from '#lib/domain/quiz/kind.ts';
import '#lib/domain/quiz/ready-later.ts';
import type { Answering } from './answering.ts';
import type { Bodies, LaterKind } from './later-kinds.ts';

type BodyOf<K extends LaterKind> = Component<Answering & { item: PublicOf<K> }>;

const load: { [K in LaterKind]: () => Promise<{ default: BodyOf<K> }> } = {
	whosaid: () => import('./WhoSaidBody.svelte'),
	gap: () => import('./GapBody.svelte'),
	number: () => import('./NumberBody.svelte'),
	matrix: () => import('./MatrixBody.svelte'),
	divergence: () => import('./DivergenceBody.svelte'),
	'classify-source': () => import('./ClassifySourceBody.svelte')
};

const isLater = (kind: string): kind is LaterKind => Object.hasOwn(load, kind);

/** The controls of each kind among `items` that do not come with every quiz. */
export async function bodiesOf(items: readonly PublicItem[]): Promise<Bodies> {
	const kinds = [...new Set(items.map(({ kind }) => kind))].filter(isLater);
	// Each is only ever given an item of its kind: see ItemBody.svelte.
	const pair = async (kind: LaterKind) => [kind, (await load[kind]()).default as unknown as Bodies[LaterKind]] as const;
	return Object.fromEntries(await Promise.all(kinds.map(pair)));
}
