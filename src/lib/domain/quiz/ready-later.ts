import { validateBestCase } from './best-case/validate.ts';
import { validateClassifySource } from './classify-source/validate.ts';
import { validateDivergence } from './divergence/validate.ts';
import { validateGap } from './gap/validate.ts';
import { validateMatrix } from './matrix/validate.ts';
import { validateNumber } from './number/validate.ts';
import { addValidators } from './ready.ts';
import { validateWhoSaid } from './whosaid/validate.ts';

// Imported for its effect by what shows such items (ui/quiz/bodies.ts, ReverseView.svelte) and by what marks them.
addValidators({
	whosaid: validateWhoSaid,
	gap: validateGap,
	number: validateNumber,
	matrix: validateMatrix,
	divergence: validateDivergence,
	'classify-source': validateClassifySource,
	'best-case': validateBestCase
});
