import { foldCell, foldName } from './fill-lms.ts';
import type { FillChoice, FillPerson, LmsFile } from './model.ts';

const first = (heads: readonly string[], ...wanted: RegExp[]): number => {
	for (const one of wanted) {
		const at = heads.findIndex((head) => one.test(head));
		if (at >= 0) return at;
	}
	return -1;
};

/** Columns of which no mark goes into. */
const aside =
	/^(Student|ID|SIS .*|Section|Identifier|Full name|First name|Last name|Surname|ID number|Institution|Department|Email address|Status|Maximum Grade|Grade can be changed|Last modified.*|Last downloaded.*|Feedback comments|Course total.*|(Current|Unposted|Final|Override) (Score|Grade|Points).*|.*\(Feedback\)|名|姓|名字|姓氏|编号|标识符|电子邮件.*|状态|最高成绩|学号)$/i;

/** The column whose head shares the most words with the assignment's title; else the first that can hold a mark. */
function columnFor(file: LmsFile, title: string): number {
	const words = new Set(
		foldCell(title)
			.split(/[^\p{L}\p{N}]+/u)
			.filter((word) => word !== '')
	);
	const scored = file.heads.map((head, at) => ({
		at,
		fits: head !== '' && !aside.test(head),
		shared: foldCell(head)
			.split(/[^\p{L}\p{N}]+/u)
			.filter((word) => words.has(word)).length
	}));
	const grade = file.shape === 'moodle-worksheet' ? first(file.heads, /^(Grade|成绩)$/i) : -1;
	if (grade >= 0) return grade;
	const best = scored.filter(({ fits }) => fits).toSorted((a, b) => b.shared - a.shared || a.at - b.at)[0];
	return best?.at ?? Math.max(0, file.heads.length - 1);
}

/** How many rows a way of matching would find. */
function found(file: LmsFile, match: readonly number[], by: FillChoice['by'], people: readonly FillPerson[]): number {
	const fold = by === 'name' ? foldName : foldCell;
	const known = new Set(people.flatMap((person) => (person[by] ? [fold(person[by])] : [])));
	return file.rows.filter(({ cells }) => known.has(fold(match.map((at) => cells[at]?.text ?? '').join(' ')))).length;
}

/**
 * How a file would best be filled: the column, or the pair of columns for first and last name, under which most
 * students are found; the column for the mark by the assignment's title; the scale by what the file says, else 100.
 */
export function proposeFill(file: LmsFile, people: readonly FillPerson[], title: string): FillChoice {
	const given = first(file.heads, /^(First name|名|名字)$/i);
	const family = first(file.heads, /^(Last name|Surname|姓|姓氏)$/i);
	const ways = [
		...file.heads.flatMap((_, at) =>
			(['lms', 'code', 'name'] as const).map((by) => ({ match: [at], by, found: found(file, [at], by, people) }))
		),
		...(given >= 0 && family >= 0
			? [{ match: [given, family], by: 'name' as const, found: found(file, [given, family], 'name', people) }]
			: [])
	];
	const usual = {
		match: [Math.max(0, first(file.heads, /^(ID number|SIS User ID|Email address|Student)$/i))],
		by: 'lms' as const,
		found: 0
	};
	const { match, by } = ways.reduce<(typeof ways)[number]>((best, way) => (way.found > best.found ? way : best), usual);
	const into = columnFor(file, title);
	return { match, by, into, most: file.most[into] ?? 100 };
}
