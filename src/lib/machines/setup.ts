import { createMachine, type setup as xstateSetup } from 'xstate';

type Machine = Parameters<typeof createMachine>;

/**
 * XState's `setup`, typed as it is, without the action creators that it hands back beside `createMachine`: our machines
 * import `assign` themselves, and a page would load all the others for nothing.
 */
export const setup = (({ schemas, ...implementations }: { schemas?: unknown }) => ({
	createMachine: (config: Machine[0]) =>
		createMachine({ ...config, schemas } as Machine[0], implementations as Machine[1])
})) as unknown as typeof xstateSetup;
