/**
 * An exact fraction `n / d` in lowest terms, `d > 0`. Marks stay fractions until they are displayed,
 * so that three fifths earned in any order still passes at exactly 0.60.
 */
export interface Fraction {
	readonly n: number;
	readonly d: number;
}

export const zero: Fraction = { n: 0, d: 1 };
export const one: Fraction = { n: 1, d: 1 };

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/** `n / d` in lowest terms. Refuses (throws) anything but safe integers and a zero `d`. */
export function fraction(n: number, d = 1): Fraction {
	if (!Number.isSafeInteger(n) || !Number.isSafeInteger(d) || d === 0)
		throw new RangeError(`Not a fraction: ${n}/${d}; expected whole numbers and a denominator other than 0.`);
	const sign = d < 0 ? -1 : 1;
	const common = gcd(Math.abs(n), Math.abs(d)) || 1;
	return { n: (sign * n) / common || 0, d: (sign * d) / common };
}

export const add = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d + b.n * a.d, a.d * b.d);
export const subtract = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d - b.n * a.d, a.d * b.d);
export const multiply = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.n, a.d * b.d);
export const divide = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d, a.d * b.n);
export const compare = (a: Fraction, b: Fraction): number => a.n * b.d - b.n * a.d;
export const max = (a: Fraction, b: Fraction): Fraction => (compare(a, b) >= 0 ? a : b);
export const sum = (all: readonly Fraction[]): Fraction => all.reduce(add, zero);
export const toNumber = (a: Fraction): number => a.n / a.d;
/** A share in 0…1 as a whole number 0…100: the only place where a mark is rounded. */
export const toPercent = (share: Fraction): number => Math.round((100 * share.n) / share.d);
