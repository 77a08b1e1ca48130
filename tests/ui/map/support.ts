import { render, screen } from '@testing-library/svelte';
import { tick, type Component } from 'svelte';
import type { Command } from '#lib/domain/argument/index.ts';
import type { ArgumentMap } from '#lib/domain/argument/model.ts';
import type { Html } from '#lib/domain/lesson/model.ts';
import { afterPaint } from '#lib/state/after-paint.ts';
import { LessonSession } from '#lib/state/lesson-session.svelte.ts';
import { MapEditor } from '#lib/state/map-editor.svelte.ts';
import { MapSession } from '#lib/state/map-session.svelte.ts';
import { lessonOneA, lessonOneB, lessonOneKit } from '../../support/lesson-one.ts';

let lessons = 0;

/** An editor of an empty map of lesson 1, each in a lesson of its own, so that none finds the work of another. */
export async function openEditor(claims?: MapEditor['claims']): Promise<MapEditor> {
	lessons += 1;
	const lesson = new LessonSession({
		id: `lesson-${lessons}`,
		version: 1,
		number: 1,
		title: '',
		question: '',
		minutes: 1,
		outcomes: [],
		steps: [{ id: 'weigh', title: '', needs: [] }],
		branches: [],
		previous: null,
		next: null
	});
	const references = [lessonOneA, lessonOneB];
	const step = { id: 'weigh' as const, title: '', intro: '' as Html, needs: [], kit: lessonOneKit, references };
	const session = new MapSession(lesson, step);
	await session.open();
	return new MapEditor(session, claims);
}

/** The commands that make a map, the target of each group before the group. */
export function commandsFor({ groups, evidence }: ArgumentMap): Command[] {
	return [
		...groups.flatMap(({ id, kind, premises, target }) => {
			const [first = '', ...others] = premises;
			const joins = others.map((card): Command => ({ type: 'join', card, group: id }));
			return [{ type: 'add', card: first, kind, target, id } satisfies Command, ...joins];
		}),
		...evidence.map((pair): Command => ({ type: 'attach', ...pair }))
	];
}
export function build(editor: MapEditor, map: ArgumentMap = lessonOneA.map): void {
	for (const command of commandsFor(map))
		if (!editor.give(command)) throw new Error(`Not accepted: ${JSON.stringify(command)}`);
}

export async function show<P extends { editor: MapEditor }>(View: Component<P>, props: P): Promise<void> {
	render(View as Component<{ editor: MapEditor }>, { props });
	await painted();
}
/** Resolves when the views that follow an edit show it as well. */
export async function painted(): Promise<void> {
	await new Promise<void>(afterPaint);
	await tick();
}

/** The row of a card, found by what assistive tools read. */
export function row(card: string): HTMLElement {
	const text = card === lessonOneKit.root.id ? lessonOneKit.root.text : card;
	const found = screen.getAllByRole('treeitem').find((one) => wordsOf(one).includes(text));
	if (!found) throw new Error(`No row of card ${card}.`);
	return found;
}
/** The words of a row without those of the rows below it. */
export function wordsOf(item: HTMLElement): string[] {
	const label = document.getElementById(item.getAttribute('aria-labelledby') ?? '');
	return [...(label?.children ?? [])].map((part) => part.textContent?.trim() ?? '');
}
