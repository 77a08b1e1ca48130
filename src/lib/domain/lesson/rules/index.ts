import { bankDraw } from './bank-draw.ts';
import { claimAsEvidence } from './claim-as-evidence.ts';
import { dimensionBalance } from './dimension-balance.ts';
import { distractorUsed } from './distractor-used.ts';
import { distractorWithoutWhy } from './distractor-without-why.ts';
import { duplicateId } from './duplicate-id.ts';
import { errorClaimUncorrected } from './error-claim-uncorrected.ts';
import { evidenceAsPremise } from './evidence-as-premise.ts';
import { frameCoverage } from './frame-coverage.ts';
import { framingWithoutClaim } from './framing-without-claim.ts';
import { longQuotation } from './long-quotation.ts';
import { missingId } from './missing-id.ts';
import { noRightOption } from './no-right-option.ts';
import { outcomeUntested } from './outcome-untested.ts';
import { termNotInGlossary } from './term-not-in-glossary.ts';
import { tooFewStrong } from './too-few-strong.ts';
import { unknownCard } from './unknown-card.ts';
import { unknownClaim } from './unknown-claim.ts';
import { unknownDiscrepancy } from './unknown-discrepancy.ts';
import { unknownOutcome } from './unknown-outcome.ts';
import { unknownSource } from './unknown-source.ts';
import { unknownTerm } from './unknown-term.ts';
import type { LibraryRule, Rule } from './rule.ts';

/** Rules for every file, the library's own included. */
export const libraryRules: readonly LibraryRule[] = [
	unknownSource,
	unknownClaim,
	unknownTerm,
	unknownDiscrepancy,
	longQuotation
];

/** Rules for lessons. */
export const lessonRules: readonly Rule[] = [
	unknownCard,
	unknownOutcome,
	missingId,
	duplicateId,
	noRightOption,
	tooFewStrong,
	bankDraw,
	frameCoverage,
	outcomeUntested,
	dimensionBalance,
	framingWithoutClaim,
	errorClaimUncorrected,
	distractorUsed,
	distractorWithoutWhy,
	evidenceAsPremise,
	claimAsEvidence,
	termNotInGlossary
];
