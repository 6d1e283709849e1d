import type {Diff} from '../domain/diff/compare.ts';
import {report} from '../domain/rules/rules.ts';
import {
	compare,
	type Fraction,
	fraction,
	multiply,
	parseDecimal,
	toDecimal,
	zero,
} from '../domain/units/fraction.ts';
import type {World} from '../ports.ts';
import {askedAt} from './asked-for.ts';
import type {Invocation} from './command.ts';
import {EXIT, usageFailure} from './failure.ts';
import {sayDiagnostics} from './print.ts';

/** What `--max-increase` allows. */
export type MaxIncrease = {readonly share: Fraction; readonly text: string};

const HUNDRED = fraction(100);

/** Null where nobody asks. */
export const maxIncreaseOf = ({flags}: Invocation, {env}: World): MaxIncrease | null => {
	const asked = askedAt('max-increase', flags, env);
	if (asked === undefined) return null;
	const text = asked.value.trim();
	const percent = /^\d+(?:\.\d+)?%$/.test(text) ? parseDecimal(text.slice(0, -1)) : undefined;
	if (!percent) throw usageFailure('increase-invalid', {value: asked.value}, asked.place);
	return {share: multiply(percent, fraction(1, 100)), text};
};

/** An increase from nothing is above any share; what is unchanged without a price adds to both totals. */
const broken = ({share: limit, text}: MaxIncrease, {totals}: Diff, isBroken: boolean) => {
	const {most} = totals.difference;
	const isMore = compare(most.amount, zero) > 0;
	if (isMore && (totals.share === null || compare(totals.share, limit) > 0)) {
		const percent = totals.share && toDecimal(multiply(totals.share, HUNDRED), 1);
		return report('increase-exceeded', {difference: most, percent, limit: text});
	}
	return totals.unknownChanged > 0 || isBroken ? report('increase-unknown', {limit: text}) : null;
};

/** Says on stderr that a printed comparison rises too much, or may; answers the exit code. */
export const holdIncrease = async (
	limit: MaxIncrease | null,
	diff: Diff,
	isBroken: boolean,
	invocation: Invocation,
	world: World,
): Promise<number> => {
	const reason = limit && broken(limit, diff, isBroken);
	if (!reason) return EXIT.done;
	await sayDiagnostics([reason], invocation, world);
	return EXIT.gate;
};
