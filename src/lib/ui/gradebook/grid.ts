/** A column of a table that is shown, after the one that names its rows. */
export interface GridColumn {
	id: string;
	name: string;
	/** A word below the name. */
	note?: string;
	/** Numbers stand at the end of their cell. */
	numeric?: boolean;
}
export interface GridCell {
	text: string;
	/** Opens what the cell sums up. */
	href?: string;
	/** What is to be known of it, in words. */
	flags?: readonly string[];
	/** Shown more quietly: nothing is there. */
	quiet?: boolean;
}
export interface GridRow {
	id: string;
	head: GridCell & { note?: string };
	cells: readonly GridCell[];
}
export interface GridSort {
	column: string;
	down: boolean;
}
