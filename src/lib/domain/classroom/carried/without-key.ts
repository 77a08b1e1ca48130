import type { Card, Kit } from '../../argument/model.ts';
import type { CheckStep, Html, Lesson, OrientStep, Poll, ReverseStep, Step } from '../../lesson/model.ts';
import { publicItem } from '../../quiz/public-item.ts';
import type { PublicItem } from '../../quiz/kind.ts';
import type { Item } from '../../quiz/model.ts';
import type { KeylessLesson, KeylessQuiz, KeylessStep } from './model.ts';

/** Hints are told by the key alone: where that stays behind, there are none to open. */
function withoutHints(item: Item): PublicItem {
	const { hintCount: _, ...rest } = publicItem(item);
	return rest as PublicItem;
}

const withoutAnswers = <S extends CheckStep | ReverseStep>(step: S): KeylessQuiz<S> => ({
	...step,
	items: step.items.map(withoutHints)
});

/** Claims say what a card rests on, and a distractor's would show that it rests on nothing that bears. */
const bare = ({ id, text, role, frame, sources, maxUses }: Card): Card => ({
	id,
	text,
	role,
	frame,
	claims: [],
	sources,
	...(maxUses !== undefined && { maxUses })
});
const bareKit = ({ root, cards }: Kit): Kit => ({ root, cards: cards.map(bare) });

const withoutReveal = ({ id, prompt, options }: Poll): Poll => ({ id, prompt, options });
const unopened = (step: OrientStep): OrientStep => ({
	...step,
	stance: withoutReveal(step.stance),
	prediction: withoutReveal(step.prediction)
});

function keyless(step: Step): KeylessStep {
	switch (step.id) {
		case 'orient':
			return unopened(step);
		case 'task':
			return { ...step, model: '' as Html };
		case 'check':
			return withoutAnswers(step);
		case 'reverse':
			return withoutAnswers(step);
		case 'weigh':
			return { ...step, kit: bareKit(step.kit), references: [] };
		default:
			return step;
	}
}

/**
 * A lesson from which no mark can be worked out: no right options, spellings, figures or labels, no feedback, hints,
 * model answer or reveal, no references and nothing that tells the cards of the kit apart, no branches. What is left is
 * what there is to read and to answer.
 */
export const withoutKey = (lesson: Lesson): KeylessLesson => ({
	...lesson,
	flow: [],
	steps: lesson.steps.map(keyless)
});
