import { listed, suggest } from '../nearest.ts';
import { placed, report } from '../reading.ts';
import { stepIds } from '../model.ts';
import { allowAttributes } from '../read/attributes.ts';
import { prose } from '../read/prose.ts';
import { plain } from '../read/markdown.ts';
import { kindOf } from '../read/sections.ts';
import { readCheck, readReverse } from './items.ts';
import { readClose } from './close.ts';
import { readFramings } from './framings.ts';
import { readOrient } from './orient.ts';
import { readSpeakers } from './speakers.ts';
import { readTask } from './task.ts';
import { readWeigh } from './weigh.ts';
import type { FrontMatter } from '../front-matter.ts';
import type { Step, StepId } from '../model.ts';
import type { StepSection } from '../read/sections.ts';
import type { Reading } from '../reading.ts';

function readStep(
	reading: Reading,
	id: StepId,
	section: StepSection,
	needs: StepId[],
	policies: FrontMatter['policies']
): Step {
	const stated = (step: keyof typeof policies) => policies[step] && { policy: policies[step] };
	allowAttributes(reading, section.attributes, { kinds: stepIds, flags: id === 'check' ? ['certainty'] : [] });
	const title = plain(section.title.text);
	const common = (blocks = section.blocks) => ({ title, intro: prose(reading, blocks), needs });
	switch (id) {
		case 'orient':
			return { id, ...common(), ...readOrient(reading, section) };
		case 'speakers': {
			const { introBlocks, ...body } = readSpeakers(reading, section);
			return { id, ...common(introBlocks), ...body };
		}
		case 'framings':
			return { id, ...common(), ...readFramings(reading, section) };
		case 'task': {
			const { introBlocks, ...body } = readTask(reading, section);
			return { id, ...common(introBlocks), ...body };
		}
		case 'check':
			return { id, ...common(), ...readCheck(reading, section), ...stated(id) };
		case 'weigh':
			return { id, ...common(), ...readWeigh(reading, section) };
		case 'reverse':
			return { id, ...common(), ...readReverse(reading, section), ...stated(id) };
		case 'close':
			return { id, ...common(), ...readClose(reading, section) };
	}
}

/** Marks that must be in before a lesson can close. */
const closeNeeds: readonly StepId[] = ['check', 'weigh', 'reverse'];

/**
 * Reads the steps of a lesson in the order of the file. `gates` tells what other steps need; `close` needs the
 * marked steps as well. `policies` tells how quizzes are taken. An unknown or second step is reported and left out; a step out of order is kept.
 */
export function readSteps(
	reading: Reading,
	sections: readonly StepSection[],
	gates: ReadonlyMap<StepId, { needs: StepId[]; at: number }>,
	policies: FrontMatter['policies']
): Step[] {
	const present = new Set(stepIds.filter((id) => sections.some((section) => kindOf(section) === id)));
	const steps: Step[] = [];
	for (const section of sections) {
		const kind = kindOf(section);
		const id = stepIds.find((one) => one === kind);
		const at = section.attributes.kinds[0]?.at ?? section.at;
		if (!id)
			report(reading, at, {
				code: 'unknown-step',
				found: kind === '' ? 'a `#` heading without a kind' : `\`${kind}\``,
				expected: listed(stepIds.map((one) => `.${one}`)),
				mend: suggest(kind, stepIds, 'End the heading with for example `{.check}`, or make it a `##` heading.')
			});
		else if (steps.some((step) => step.id === id))
			report(reading, at, {
				code: 'step-twice',
				found: `a second step \`${id}\``,
				expected: 'each step once',
				mend: 'Join the two, or take one out.'
			});
		else {
			const before = steps.at(-1);
			if (before && stepIds.indexOf(before.id) > stepIds.indexOf(id))
				report(reading, at, {
					code: 'step-out-of-order',
					severity: 'warning',
					found: `\`${id}\` after \`${before.id}\``,
					expected: `the usual order: ${stepIds.join(', ')}`,
					mend: 'Move the step, unless the lesson has a reason for it.'
				});
			const asked = new Set([...(id === 'close' ? closeNeeds : []), ...(gates.get(id)?.needs ?? [])]);
			const needs = stepIds.filter((one) => asked.has(one) && present.has(one));
			placed(reading, needs, gates.get(id)?.at ?? section.at);
			steps.push(placed(reading, readStep(reading, id, section, needs, policies), section.at));
		}
	}
	return steps;
}
