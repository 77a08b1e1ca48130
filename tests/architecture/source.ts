import { posix } from 'node:path';
import ts from 'typescript';

// One file as the rules see it: what it imports, and which names of its surroundings it uses.

export interface Import {
	/** As it is written; empty for an `import()` of something that is worked out. */
	from: string;
	/** The file within the project that is meant; null for packages. */
	file: string | null;
	/** `import type`: gone when the program runs. */
	typeOnly: boolean;
	line: number;
}
export interface Use {
	/** A free name, or one with its property: `window`, `Date.now`, `new Date()`. */
	name: string;
	line: number;
}
export interface Source {
	imports: Import[];
	uses: Use[];
	/** The line of an `export default`, or null. */
	defaultExport: number | null;
}

const blank = (part: string): string => part.replace(/[^\n]/g, '');

/** Of the markup only what can load another module matters here. */
const loadsOf = (markup: string): string =>
	markup.replace(/(\bimport\(\s*(?:'[^']*'|"[^"]*")\s*\))|[^\n]/g, (_, call?: string) => (call ? `${call};` : ''));

/** The scripts of a component at their lines, and what its markup loads; a TypeScript file as it is. */
function scriptOf(path: string, text: string): string {
	if (!path.endsWith('.svelte')) return text;
	let script = '';
	let at = 0;
	for (const match of text.matchAll(/(<script\b[^>]*>)([\s\S]*?)(<\/script>)/g)) {
		script += loadsOf(text.slice(at, match.index)) + blank(match[1] ?? '') + match[2];
		at = match.index + match[0].length;
	}
	return script + loadsOf(text.slice(at));
}

function fileOf(path: string, from: string): string | null {
	if (from.startsWith('.')) return posix.join(posix.dirname(path), from);
	if (from.startsWith('#lib/')) return from.replace('#lib/', 'src/lib/');
	return from === '#messages' ? 'src/messages/compiled/messages.js' : null;
}

const declaresName = (node: ts.Node): node is ts.Node & { name: ts.Identifier } =>
	(ts.isVariableDeclaration(node) ||
		ts.isParameter(node) ||
		ts.isBindingElement(node) ||
		ts.isFunctionDeclaration(node) ||
		ts.isImportSpecifier(node) ||
		ts.isImportClause(node) ||
		ts.isNamespaceImport(node)) &&
	node.name !== undefined &&
	ts.isIdentifier(node.name);

/** Whether the identifier stands for a value, and is not the name of a property or of a declaration. */
function isValue(node: ts.Identifier): boolean {
	const { parent } = node;
	if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
	if (ts.isBindingElement(parent)) return parent.initializer === node;
	if (ts.isShorthandPropertyAssignment(parent)) return true;
	return !('name' in parent && parent.name === node);
}

/** Reads one file. `path` is from the project's root; its ending tells a component from TypeScript. */
export function readSource(path: string, text: string): Source {
	const file = ts.createSourceFile(`${path}.ts`, scriptOf(path, text), ts.ScriptTarget.Latest, true);
	const source: Source = { imports: [], uses: [], defaultExport: null };
	const declared = new Set<string>();
	const uses: Use[] = [];
	const lineOf = (node: ts.Node): number => file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
	const add = (node: ts.Node, from: ts.Node | undefined, typeOnly: boolean): void => {
		const name = from && ts.isStringLiteralLike(from) ? from.text : '';
		source.imports.push({ from: name, file: fileOf(path, name), typeOnly, line: lineOf(node) });
	};

	function visit(node: ts.Node): void {
		if (declaresName(node)) declared.add(node.name.text);
		if (ts.isImportDeclaration(node))
			add(node, node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
		else if (ts.isExportDeclaration(node) && node.moduleSpecifier) add(node, node.moduleSpecifier, node.isTypeOnly);
		else if (ts.isImportTypeNode(node))
			add(node, ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, true);
		else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
			add(node, node.arguments[0], false);
		else if (ts.isPropertyAccessExpression(node) && node.getText() === 'import.meta.glob') add(node, undefined, false);
		else if (ts.isExportAssignment(node)) source.defaultExport = lineOf(node);
		else if (node.kind === ts.SyntaxKind.DefaultKeyword && ts.canHaveModifiers(node.parent))
			source.defaultExport = lineOf(node);
		if (ts.isIdentifier(node) && isValue(node)) uses.push({ name: nameOf(node), line: lineOf(node) });
		// A type names things of the surroundings without touching them.
		if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) eachImportType(node);
		else ts.forEachChild(node, visit);
	}
	function eachImportType(node: ts.Node): void {
		ts.forEachChild(node, (child) => {
			if (ts.isImportTypeNode(child)) visit(child);
			else eachImportType(child);
		});
	}
	visit(file);
	source.uses = uses.filter(({ name }) => !declared.has(name.replace(/^new |[.(].*$/g, '')));
	return source;
}

function nameOf(node: ts.Identifier): string {
	const { parent, text } = node;
	if (ts.isPropertyAccessExpression(parent)) return `${text}.${parent.name.text}`;
	if (ts.isNewExpression(parent) && parent.expression === node && !parent.arguments?.length) return `new ${text}()`;
	return ts.isCallExpression(parent) && parent.expression === node ? `${text}()` : text;
}
