import { render, screen } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import { fraction, one, zero } from '#lib/domain/fraction.ts';
import type { Mark } from '#lib/state/marking.ts';
import ItemOutcome from '#lib/ui/quiz/ItemOutcome.svelte';
import { multipleItem } from '../../domain/quiz/arbitraries.ts';

const item = multipleItem([true, true, false]);

it.each([
	[one, 'mark-right'],
	// One half has the numerator of a whole, which must not be taken for one.
	[fraction(1, 2), 'mark-partly'],
	[fraction(2, 3), 'mark-partly'],
	[zero, 'mark-wrong']
])('of %o has a sign of its own', (earned, sign) => {
	const mark = { item, score: { earned, total: one, parts: [] }, feedback: [], claims: [] } as unknown as Mark;
	render(ItemOutcome, { mark, sources: {} });
	expect(screen.getByText(/./, { selector: 'strong' }).closest('p')?.className).toContain(sign);
});
