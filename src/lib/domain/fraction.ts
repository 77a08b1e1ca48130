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
/** In percent: what passes, what begins a band, and what is whole. */
const edges: readonly number[] = [40, 60, 85, 100];
/** Keeps a share that is an edge in exact arithmetic from falling below it in binary fractions. */
export const grain = 1e-9;

/**
 * A share in 0…1 as a whole number 0…100, to the nearest: the only place where a mark is rounded. A share below an
 * edge is not rounded up to it, so that what is shown and what is decided agree: .595 is 59, since it does not pass.
 */
export function percentOf(share: number): number {
	const nearest = Math.round(100 * share);
	return edges.includes(nearest) && share < nearest / 100 - grain ? nearest - 1 : nearest;
}
export const toPercent = (share: Fraction): number => percentOf(share.n / share.d);
