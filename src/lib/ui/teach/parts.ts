import type { Component } from 'svelte';

/** What a part of the page is given; each takes of it what it needs. */
type Part = Component<Record<string, unknown>>;

/** The larger parts of the page, each loaded when it is opened: a list of classes needs nothing of them. */
export const parts = {
	new: async () => (await import('./NewClass.svelte')).default as unknown as Part,
	students: async () => (await import('./StudentsTab.svelte')).default as unknown as Part,
	assignments: async () => (await import('./AssignmentsTab.svelte')).default as unknown as Part,
	class: async () => (await import('./ClassTab.svelte')).default as unknown as Part,
	collect: async () => (await import('../gradebook/CollectPanel.svelte')).default as unknown as Part,
	gradebook: async () => (await import('../gradebook/GradebookPanel.svelte')).default as unknown as Part,
	out: async () => (await import('../gradebook/OutPanel.svelte')).default as unknown as Part
};
