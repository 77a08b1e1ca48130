import { expect, test } from 'vitest';
import { facadeOf, withoutFacades } from '../../src/cli/facades.ts';

const files: Record<string, string> = {
	'nodes/1.js': 'export{r as component,Nt as universal}from"../chunks/app.js";\n',
	'nodes/2.js': 'export{t}from"../chunks/app.js"',
	'nodes/3.js': 'import{r}from"../chunks/app.js";export{r as component};',
	'chunks/door.js': 'export{f as load}from"./app.js";'
};
const through = (path: string, code: string) => withoutFacades(path, code, (file) => files[file]);

test('a file that only hands on is a facade; one that does more is not', () => {
	expect(facadeOf(files['nodes/1.js']!)).toEqual({
		from: '../chunks/app.js',
		names: [
			['component', 'r'],
			['universal', 'Nt']
		]
	});
	expect(facadeOf(files['nodes/3.js']!)).toBeNull();
	expect(facadeOf('')).toBeNull();
	expect(facadeOf('export{a}from"./a.js";export{b}from"./b.js";')).toBeNull();
});

test('an import of a facade asks for the file behind it, and gives the same names', () => {
	expect(through('entry/app.js', 'x(()=>import(`../nodes/1.js`),[0])')).toBe(
		'x(()=>import(`../chunks/app.js`).then(e=>({component:e.r,universal:e.Nt})),[0])'
	);
	expect(through('entry/app.js', "import('../nodes/2.js')")).toBe("import('../chunks/app.js').then(e=>({t:e.t}))");
	expect(through('chunks/other.js', 'import("./door.js")')).toBe('import("./app.js").then(e=>({load:e.f}))');
});

test('other imports stay as they are', () => {
	for (const code of ['import("../nodes/3.js")', 'import("../nodes/none.js")', 'import{t}from"../nodes/2.js"'])
		expect(through('entry/app.js', code)).toBe(code);
});
