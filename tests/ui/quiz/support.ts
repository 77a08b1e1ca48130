import { render, screen } from '@testing-library/svelte';
import type { Component } from 'svelte';
import { feedbackFor, publicItem, type Feedback, type ItemOf, type PublicOf } from '#lib/domain/quiz/index.ts';
import type { ItemKind, Response } from '#lib/domain/quiz/model.ts';

interface BodyProps<K extends ItemKind> {
	item: PublicOf<K>;
	response: Response | undefined;
	feedback: Feedback[];
	revealKey: boolean;
	fixed: boolean;
	onanswer: (response: Response) => void;
}

/** Shows the controls of an item, which then hold what is answered, and gives the responses as they come. */
export function show<K extends ItemKind>(
	Body: Component<BodyProps<K>>,
	item: ItemOf<K>,
	response?: Response
): Response[] {
	const given: Response[] = [];
	const props: BodyProps<K> = {
		item: publicItem(item),
		response,
		feedback: [],
		revealKey: false,
		fixed: false,
		onanswer: (next) => {
			given.push(next);
			void view.rerender({ ...props, response: next });
		}
	};
	const view = render(Body, { props });
	return given;
}

/** Shows an item as it stands when its answer was checked; `revealKey` from the second attempt on. */
export function showChecked<K extends ItemKind>(
	Body: Component<BodyProps<K>>,
	item: ItemOf<K>,
	response: Response,
	revealKey = false
) {
	const feedback = feedbackFor(item, response, { revealKey });
	render(Body, {
		props: { item: publicItem(item), response, feedback, revealKey, fixed: true, onanswer: () => undefined }
	});
}

export const box = (name: string | RegExp) => screen.getByRole<HTMLInputElement>('checkbox', { name });
export const radio = (name: string | RegExp) => screen.getByRole<HTMLInputElement>('radio', { name });
