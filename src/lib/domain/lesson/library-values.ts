/** What was seen of a source for this course. */
export const accesses = ['read', 'excerpt', 'via', 'recalled'] as const;

export const claimKinds = ['fact', 'interpretation', 'prediction', 'norm', 'slogan'] as const;

/** What checking a claim showed. */
export const claimStatuses = ['confirmed', 'unverified', 'disputed', 'dated', 'error'] as const;

/** How sure it is what the record says where a source differs from it. */
export const recordCertainties = ['verified', 'probable', 'recalled'] as const;
