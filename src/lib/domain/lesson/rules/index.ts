import { acceptedMisconception } from './accepted-misconception.ts';
import { badPinyin } from './bad-pinyin.ts';
import { cardOverused } from './card-overused.ts';
import { cardUnused } from './card-unused.ts';
import { cardWithoutClaim } from './card-without-claim.ts';
import { bankDraw } from './bank-draw.ts';
import { claimAsEvidence } from './claim-as-evidence.ts';
import { deadBranch } from './dead-branch.ts';
import { dimensionBalance } from './dimension-balance.ts';
import { distractorUsed } from './distractor-used.ts';
import { distractorWithoutWhy } from './distractor-without-why.ts';
import { duplicateId } from './duplicate-id.ts';
import { emptyText } from './empty-text.ts';
import { errorClaimUncorrected } from './error-claim-uncorrected.ts';
import { errorClaimUnexplained } from './error-claim-unexplained.ts';
import { evidenceAsPremise } from './evidence-as-premise.ts';
import { flatMapPasses } from './flat-map-passes.ts';
import { foreignQuotes } from './foreign-quotes.ts';
import { frameCoverage } from './frame-coverage.ts';
import { framingWithoutClaim } from './framing-without-claim.ts';
import { guessUntold } from './guess-untold.ts';
import { imperfectReference } from './imperfect-reference.ts';
import { itemWithoutClaim } from './item-without-claim.ts';
import { lengthBalance } from './length-balance.ts';
import { levelBalance } from './level-balance.ts';
import { loadedWordsRule } from './loaded-words.ts';
import { longQuotation } from './long-quotation.ts';
import { lostMark } from './lost-mark.ts';
import { misplacedNote } from './misplaced-note.ts';
import { missingId } from './missing-id.ts';
import { noRightOption } from './no-right-option.ts';
import { oneChoice } from './one-choice.ts';
import { oneSidedReverse } from './one-sided-reverse.ts';
import { oneSource } from './one-source.ts';
import { oneVerdict } from './one-verdict.ts';
import { outcomeUntested } from './outcome-untested.ts';
import { placeholderLeft } from './placeholder-left.ts';
import { recalledKey } from './recalled-key.ts';
import { sameText } from './same-text.ts';
import { straightApostrophes } from './straight-apostrophes.ts';
import { straightQuotes } from './straight-quotes.ts';
import { tellingLength } from './telling-length.ts';
import { tellingPlace } from './telling-place.ts';
import { termNotInGlossary } from './term-not-in-glossary.ts';
import { termUnused } from './term-unused.ts';
import { termWithoutLens } from './term-without-lens.ts';
import { tooFewStrong } from './too-few-strong.ts';
import { unknownCard } from './unknown-card.ts';
import { unknownClaim } from './unknown-claim.ts';
import { unknownDiscrepancy } from './unknown-discrepancy.ts';
import { unknownNote } from './unknown-note.ts';
import { unknownOutcome } from './unknown-outcome.ts';
import { unknownSource } from './unknown-source.ts';
import { unknownTerm } from './unknown-term.ts';
import { waitingGates } from './waiting-gates.ts';
import type { LibraryRule, Rule } from './rule.ts';

/** Rules for every file, the library's own included. */
export const libraryRules: readonly LibraryRule[] = [
	unknownSource,
	unknownClaim,
	unknownTerm,
	unknownDiscrepancy,
	longQuotation,
	badPinyin,
	errorClaimUnexplained,
	placeholderLeft,
	straightApostrophes
];

/** Rules for lessons. */
export const lessonRules: readonly Rule[] = [
	lostMark,
	oneChoice,
	guessUntold,
	unknownCard,
	unknownOutcome,
	unknownNote,
	misplacedNote,
	missingId,
	duplicateId,
	noRightOption,
	sameText,
	tooFewStrong,
	bankDraw,
	frameCoverage,
	outcomeUntested,
	dimensionBalance,
	lengthBalance,
	levelBalance,
	loadedWordsRule,
	oneSource,
	framingWithoutClaim,
	itemWithoutClaim,
	cardWithoutClaim,
	recalledKey,
	errorClaimUncorrected,
	cardOverused,
	distractorUsed,
	flatMapPasses,
	distractorWithoutWhy,
	cardUnused,
	evidenceAsPremise,
	claimAsEvidence,
	imperfectReference,
	acceptedMisconception,
	oneVerdict,
	oneSidedReverse,
	waitingGates,
	deadBranch,
	emptyText,
	tellingLength,
	tellingPlace,
	straightQuotes,
	foreignQuotes,
	termNotInGlossary,
	termUnused,
	termWithoutLens
];
