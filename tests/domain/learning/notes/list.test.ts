import { marked } from 'marked';
import { expect, it } from 'vitest';
import { groupNotes, matches, noteDocuments, placeOf, type ListedNote } from '#lib/domain/learning/notes/list.ts';
import { notesMarkdown, type NoteWords } from '#lib/domain/learning/notes/markdown.ts';
import { mergeNotes, noteKey, writeNote } from '#lib/domain/learning/notes/note.ts';
import { about } from './arbitraries.ts';

function listed(text: string, id: string, lesson = 'one-slogan', at = 1): ListedNote {
	const source = { ...about(id), lesson, lessonTitle: `Lesson ${lesson}` };
	return { key: noteKey(source), note: writeNote(null, text, { by: 'a', at, about: source }), standing: 'same' };
}

it('lists notes by lesson in the order of the course, the oldest first, and leaves deleted ones out', () => {
	const gone = {
		...listed('x', 'c9'),
		note: writeNote(listed('x', 'c9').note, '', { by: 'a', at: 9, about: about() })
	};
	const notes = [listed('b', 'c2', 'second', 5), listed('c', 'c3', 'first', 9), listed('a', 'c1', 'first', 3), gone];
	const groups = groupNotes([...notes, listed('z', 'c4', 'elsewhere')], ['first', 'second']);
	expect(groups.map(({ lesson, notes: own }) => [lesson, own.map(({ note }) => note.about.id)])).toEqual([
		['first', ['c1', 'c3']],
		['second', ['c2']],
		['elsewhere', ['c4']]
	]);
});

it('finds all words of a query in the note, its quotation and the title of its lesson, with or without accents', () => {
	const { note } = listed('The café of 网络强国', 'c1');
	for (const query of ['', 'cafe', '强国', 'STAKE café', 'one-slogan']) expect(matches(query, note)).toBe(true);
	expect(matches('cafe absent', note)).toBe(false);
});

it('leads back to the very card', () => {
	expect(placeOf(about('c1'))).toBe('/learn/one-slogan/framings/#note:framing:c1');
});

it('gives the search a document for each note that says something', () => {
	const { note } = listed('read as a ladder', 'c1');
	const empty = writeNote(note, '', { by: 'a', at: 2, about: note.about });
	expect(noteDocuments([note, empty])).toEqual([
		{
			id: 'note/framing/one-slogan/c1',
			kind: 'note',
			title: note.about.quotation,
			text: 'read as a ladder',
			path: '/learn/one-slogan/framings/#note:framing:c1',
			context: 'Lesson one-slogan'
		}
	]);
});

const words: NoteWords = {
	title: 'Notes',
	kind: { framing: 'Card', source: '', term: '', claim: '', task: '', item: '' },
	standing: { same: '', unknown: '', changed: 'It has *changed* since.', gone: '' },
	otherVersion: 'Another version:',
	address: ({ lesson }) => `https://example.org/learn/${lesson}/`,
	date: (at) => `day ${at}`
};

it('writes Markdown with a quotation, the own words line by line, and a line with the source', () => {
	const one = listed('first line\nsecond line\n\n- a point', 'c1');
	const quoted = { ...one.note, about: { ...one.note.about, quotation: '# Power * <b>' } };
	const other = mergeNotes(quoted, writeNote(null, 'from the phone', { by: 'b', at: 1, about: quoted.about }));
	const text = notesMarkdown(groupNotes([{ ...one, note: other, standing: 'changed' }], []), words);
	const html = marked.parse(text, { async: false });
	expect(html).toContain('<h1>Notes</h1>');
	expect(html).toContain('<h2>Lesson one-slogan</h2>');
	expect(html).toMatch(/<blockquote>\s*<p># Power \* &lt;b&gt;<\/p>/);
	expect(html).toMatch(/first line<br>\s*second line/);
	expect(html).toContain('<li>a point</li>');
	expect(html).toContain('from the phone');
	expect(html).toContain('<em>It has *changed* since.</em>');
	expect(html).toContain('<a href="https://example.org/learn/one-slogan/">Lesson one-slogan</a>, day 1');
});
