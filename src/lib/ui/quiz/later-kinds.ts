import type { Component } from 'svelte';
import type { PublicItem } from '#lib/domain/quiz/kind.ts';
import type { ItemKind } from '#lib/domain/quiz/model.ts';
import type { Answering } from './answering.ts';

/** Kinds that few quizzes have: their controls are loaded by those alone (tests/e2e/budget.spec.ts). */
export type LaterKind = 'whosaid' | 'gap' | 'number' | 'matrix' | 'divergence' | 'classify-source';

/** Controls by kind, of those that do not come with every quiz (ItemBody.svelte). */
export type Bodies = { [K in ItemKind]?: Component<Answering & { item: PublicItem }> };

const everyday = ['single', 'multiple', 'truefalse', 'order', 'match'];

/** Loads the controls that these items need beyond those that come with every quiz. */
export const loadBodies = async (items: readonly PublicItem[]): Promise<Bodies> =>
	items.every(({ kind }) => everyday.includes(kind)) ? {} : (await import('./bodies.ts')).bodiesOf(items);
