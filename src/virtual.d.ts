declare module 'virtual:lesson-content' {
	export const content: import('#lib/domain/lesson/model.ts').Content;
	/** The pictures that lessons show, by `lesson-id/path`. */
	export const pictures: Record<string, { type: string; base64: string }>;
}
declare module 'virtual:third-party-notices' {
	export const notices: import('./cli/third-party-notices.ts').ThirdPartyNotice[];
}
declare module 'd3-flextree' {
	export interface FlexNode<Datum> {
		data: Datum;
		/** The middle of the node across the tree. */
		x: number;
		/** Its near edge along the tree. */
		y: number;
		children?: FlexNode<Datum>[];
		each(visit: (node: FlexNode<Datum>) => void): this;
	}
	export interface FlexTree<Datum> {
		(tree: FlexNode<Datum>): FlexNode<Datum>;
		hierarchy(root: Datum, children?: (datum: Datum) => Datum[]): FlexNode<Datum>;
	}
	/** Sizes are [across, along]; spacing is the gap across between two neighbours. */
	export function flextree<Datum>(options: {
		nodeSize: (node: FlexNode<Datum>) => [across: number, along: number];
		spacing?: number;
	}): FlexTree<Datum>;
}
