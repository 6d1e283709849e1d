import {namespaceOf} from '../manifest/lint/manifest-object.ts';
import {compare, divide, type Fraction, fraction, isZero} from '../units/fraction.ts';
import {type Currency, type Money, scaleMoney, subtractMoney, sumMoney} from '../units/money.ts';
import {type Factor, visibleChanges} from './changes.ts';
import type {Estimate, Identity, Months} from './estimate.ts';
import {factoredSteps} from './factored.ts';
import {replayedSteps, replaysOf} from './replay.ts';
import {type Change, sharesOf, unpriced} from './shares.ts';

export const STATUSES = ['added', 'removed', 'changed', 'unchanged'] as const;
export type Status = (typeof STATUSES)[number];

/** A difference a month, with the fewest and with the most pods; null where a side has no price. */
export type Difference = Pick<Months, 'least' | 'most'>;

/** A workload on both sides, or on one of them. */
export type WorkloadDiff = Identity & {
	readonly status: Status;
	readonly old: Estimate | null;
	readonly next: Estimate | null;
	readonly difference: Difference;
	/** Of the old month with the most pods; null where that is 0 or not known. */
	readonly share: Fraction | null;
	/** What of the difference with the most pods is due to what; empty for what was added or removed. */
	readonly changes: readonly Change[];
};

export type DiffTotals = {
	/** Of the workloads whose price is known on both sides. */
	readonly old: Required<{[M in keyof Difference]: Money}>;
	readonly next: DiffTotals['old'];
	readonly difference: DiffTotals['old'];
	/** Null where the old total is 0. */
	readonly share: Fraction | null;
	readonly counts: Readonly<Record<Status, number>>;
	/** Workloads left out because a side has no price. */
	readonly unknown: number;
	/** Those of them that have changed. */
	readonly unknownChanged: number;
};

/** What got dearer or cheaper. */
export type Diff = {
	readonly currency: Currency;
	/** The largest increase first, what nobody knows last. */
	readonly workloads: readonly WorkloadDiff[];
	readonly totals: DiffTotals;
};

const MINUS_ONE = fraction(-1);

const keyOf = (one: Identity): string => JSON.stringify([one.kind, namespaceOf(one), one.name]);

const minus = (a: Money | null, b: Money | null): Money | null => a && b && subtractMoney(a, b);

const shareOf = (difference: Money | null, old: Money | null): Fraction | null =>
	difference && old && !isZero(old.amount) ? divide(difference.amount, old.amount) : null;

const differenceOf = (old: Months, next: Months): Difference => ({
	least: minus(next.least, old.least),
	most: minus(next.most, old.most),
});

const changesOf = (
	old: Estimate,
	next: Estimate,
	visible: readonly Factor[],
): readonly Change[] => {
	const [before, after] = [old.months.most, next.months.most];
	if (!(before && after)) return unpriced(visible);
	if (visible.includes('state'))
		return [{factors: ['state'], difference: subtractMoney(after, before)}];
	const replays = replaysOf(old, next);
	const steps = replays ? replayedSteps(replays, visible) : factoredSteps(old, next, visible);
	return sharesOf(before, after, steps);
};

const both = (old: Estimate, next: Estimate): WorkloadDiff => {
	const changes = changesOf(old, next, visibleChanges(old, next));
	const difference = differenceOf(old.months, next.months);
	const isSame =
		changes.length === 0 &&
		(difference.most ? isZero(difference.most.amount) : !(old.months.most || next.months.most));
	return {
		...identityOf(next),
		status: isSame ? 'unchanged' : 'changed',
		old,
		next,
		difference,
		share: shareOf(difference.most, old.months.most),
		changes,
	};
};

const identityOf = ({kind, name, namespace}: Identity): Identity => ({kind, name, namespace});

const added = (next: Estimate): WorkloadDiff => {
	const {least, most} = next.months;
	return {
		...identityOf(next),
		status: 'added',
		old: null,
		next,
		difference: {least, most},
		share: null,
		changes: [],
	};
};

const negative = (amount: Money | null): Money | null => amount && scaleMoney(amount, MINUS_ONE);

const removed = (old: Estimate): WorkloadDiff => {
	const {least, most} = old.months;
	return {
		...identityOf(old),
		status: 'removed',
		old,
		next: null,
		difference: {least: negative(least), most: negative(most)},
		share: most && !isZero(most.amount) ? MINUS_ONE : null,
		changes: [],
	};
};

/** Both sides by what they are; of several of one name the first meets the first. */
const matched = (old: readonly Estimate[], next: readonly Estimate[]): readonly WorkloadDiff[] => {
	const waiting = new Map<string, Estimate[]>();
	for (const one of old) {
		const twins = waiting.get(keyOf(one)) ?? [];
		waiting.set(keyOf(one), [...twins, one]);
	}
	const found = next.map(one => {
		const [first, ...rest] = waiting.get(keyOf(one)) ?? [];
		if (!first) return added(one);
		waiting.set(keyOf(one), rest);
		return both(first, one);
	});
	return [...found, ...[...waiting.values()].flat().map(removed)];
};

const byText = (a: string, b: string): number => {
	if (a === b) return 0;
	return a < b ? -1 : 1;
};

const byName = (a: Identity, b: Identity): number =>
	byText(a.namespace, b.namespace) || byText(a.name, b.name) || byText(a.kind, b.kind);

const byIncrease = (a: WorkloadDiff, b: WorkloadDiff): number => {
	const [first, second] = [a.difference.most, b.difference.most];
	if (first && second) return compare(second.amount, first.amount) || byName(a, b);
	if (first || second) return first ? -1 : 1;
	return byName(a, b);
};

const sumOf = (
	currency: Currency,
	parts: readonly (Difference | undefined)[],
): DiffTotals['old'] => ({
	least: sumMoney(
		currency,
		parts.flatMap(part => part?.least ?? []),
	),
	most: sumMoney(
		currency,
		parts.flatMap(part => part?.most ?? []),
	),
});

const totalsOf = (workloads: readonly WorkloadDiff[], currency: Currency): DiffTotals => {
	const known = workloads.filter(({difference}) => difference.most !== null);
	const unknown = workloads.filter(({difference}) => difference.most === null);
	const old = sumOf(
		currency,
		known.map(one => one.old?.months),
	);
	const difference = sumOf(
		currency,
		known.map(one => one.difference),
	);
	const count = (status: Status) => workloads.filter(one => one.status === status).length;
	return {
		old,
		next: sumOf(
			currency,
			known.map(one => one.next?.months),
		),
		difference,
		share: shareOf(difference.most, old.most),
		counts: {
			added: count('added'),
			removed: count('removed'),
			changed: count('changed'),
			unchanged: count('unchanged'),
		},
		unknown: unknown.length,
		unknownChanged: unknown.filter(({status}) => status !== 'unchanged').length,
	};
};

/** Compares two sides, both in one currency, workload by workload. */
export const compareSides = (
	old: readonly Estimate[],
	next: readonly Estimate[],
	currency: Currency,
): Diff => {
	const workloads = matched(old, next).toSorted(byIncrease);
	return {currency, workloads, totals: totalsOf(workloads, currency)};
};

/** What a side costs in a month with the most pods, as far as that is known. */
export const sideTotal = (
	side: readonly Estimate[],
	currency: Currency,
): {readonly known: Money; readonly incomplete: boolean} => ({
	known: sumOf(
		currency,
		side.map(({months}) => months),
	).most,
	incomplete: side.some(({months}) => months.most === null),
});
