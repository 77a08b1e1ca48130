import { render, screen } from '@testing-library/svelte';
import type { Component } from 'svelte';
import { feedbackFor, type Feedback } from '#lib/domain/quiz/index.ts';
import type { Item, Response } from '#lib/domain/quiz/model.ts';

interface BodyProps<I extends Item> {
	item: I;
	response: Response | undefined;
	feedback: Feedback[];
	revealKey: boolean;
	fixed: boolean;
	onanswer: (response: Response) => void;
}

/** Shows the controls of an item, which then hold what is answered, and gives the responses as they come. */
export function show<I extends Item>(Body: Component<BodyProps<I>>, item: I, response?: Response): Response[] {
	const given: Response[] = [];
	const props: BodyProps<I> = {
		item,
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
export function showChecked<I extends Item>(
	Body: Component<BodyProps<I>>,
	item: I,
	response: Response,
	revealKey = false
) {
	const feedback = feedbackFor(item, response, { revealKey });
	render(Body, { props: { item, response, feedback, revealKey, fixed: true, onanswer: () => undefined } });
}

export const box = (name: string | RegExp) => screen.getByRole<HTMLInputElement>('checkbox', { name });
export const radio = (name: string | RegExp) => screen.getByRole<HTMLInputElement>('radio', { name });
