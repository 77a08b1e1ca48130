export type ExtraPage =
	'glossary' | 'sources' | 'search' | 'hunt' | 'capstone' | 'review' | 'progress' | 'notes' | 'teach';

/** Whether a part of an address names one of the pages beside the lessons. */
export const isExtraPage = (name: string): name is ExtraPage =>
	/^(glossary|sources|search|hunt|capstone|review|progress|notes|teach)$/.test(name);
