import type { Step } from '../model.ts';
import type { Block } from '../read/markdown.ts';
import type { StepSection } from '../read/sections.ts';
import type { Reading } from '../reading.ts';

/** What a kind of step has beyond the title, the intro and the gates, which are the same for all. */
export type StepBody<S extends Step> = Omit<S, 'id' | 'title' | 'intro' | 'needs'> & {
	/** The blocks of the intro, where some blocks before the first `##` are not prose. */
	introBlocks?: Block[];
};

/** Reads one kind of step. What does not hold is reported; the rest is returned, so that rules see it too. */
export type StepReader<S extends Step> = (reading: Reading, step: StepSection) => StepBody<S>;
