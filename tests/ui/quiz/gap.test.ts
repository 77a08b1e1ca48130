import { fireEvent, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import GapBody from '#lib/ui/quiz/GapBody.svelte';
import { gapItem } from '../../domain/quiz/arbitraries.ts';
import { radio, show, showChecked } from './support.ts';

const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Your answer' });

describe('a gap that is typed', () => {
	const item = gapItem(['强国', 'qiángguó'], ['大国'], { toneless: true });

	it('answers with what is written, as it is written', async () => {
		const given = show(GapBody, item);
		await fireEvent.input(field(), { target: { value: ' Qiangguo' } });
		expect(given).toEqual([{ kind: 'gap', text: ' Qiangguo' }]);
	});

	it('says with the field that tone marks may be left out', () => {
		show(GapBody, item);
		expect(document.getElementById(field().getAttribute('aria-describedby') ?? '')?.textContent).toBe(
			'Tone marks may be left out.'
		);
	});

	it('once checked can be read and no longer changed', () => {
		showChecked(GapBody, item, { kind: 'gap', text: '大国' });
		expect(field().readOnly).toBe(true);
		expect(field().value).toBe('大国');
		expect(screen.getByText('SECRET 大国')).toBeTruthy();
		expect(screen.queryByText(/^Right would be/)).toBeNull();
	});

	it('names the usual spelling with the key, marked as Chinese', () => {
		showChecked(GapBody, item, { kind: 'gap', text: 'large' }, true);
		expect(screen.getByText('强国').getAttribute('lang')).toBe('zh-Hans');
		expect(screen.getByText('SECRET other')).toBeTruthy();
	});
});

describe('a gap with a list', () => {
	const item = gapItem(['strength'], ['rank', 'size'], { listed: true });

	it('answers with one of the list', async () => {
		const given = show(GapBody, item);
		await fireEvent.click(radio('rank'));
		await fireEvent.click(radio('strength'));
		expect(given.at(-1)).toEqual({ kind: 'gap', text: 'strength' });
		expect(screen.queryByRole('textbox')).toBeNull();
	});

	it('points at the right one only with the key', () => {
		showChecked(GapBody, item, { kind: 'gap', text: 'rank' });
		expect(radio(/^rank Not right: SECRET rank$/).checked).toBe(true);
		expect(screen.getAllByRole('radio', { name: 'strength' })).toHaveLength(1);
	});

	it('shows the right one with the key', () => {
		showChecked(GapBody, item, { kind: 'gap', text: 'rank' }, true);
		expect(radio('strength Right').checked).toBe(false);
	});
});
