import {report} from '../domain/rules/rules.ts';
import {compare, type Fraction, parseDecimal, zero} from '../domain/units/fraction.ts';
import {type Money, money} from '../domain/units/money.ts';
import type {World} from '../ports.ts';
import {askedAt} from './asked-for.ts';
import type {Invocation} from './command.ts';
import {EXIT, usageFailure} from './failure.ts';
import {sayDiagnostics} from './print.ts';

/** What `--max-cost` allows a month, in the currency of the result; null where nobody asks. */
export const budgetOf = ({flags}: Invocation, {env}: World): Fraction | null => {
	const asked = askedAt('max-cost', flags, env);
	if (asked === undefined) return null;
	const amount = /^\d+(?:\.\d+)?$/.test(asked.value) ? parseDecimal(asked.value) : undefined;
	if (!amount || compare(amount, zero) < 0)
		throw usageFailure('budget-invalid', {value: asked.value}, asked.place);
	return amount;
};

/** What a month costs as far as that is known. */
export type MonthTotal = {readonly known: Money; readonly incomplete: boolean};

const broken = (limit: Fraction, {known, incomplete}: MonthTotal) => {
	const budget = money(known.currency, limit);
	if (compare(known.amount, limit) > 0) return report('budget-exceeded', {total: known, budget});
	return incomplete ? report('budget-unknown', {budget}) : null;
};

/** Says on stderr that a printed result is above its budget, or may be; answers the exit code. */
export const holdBudget = async (
	limit: Fraction | null,
	total: MonthTotal,
	invocation: Invocation,
	world: World,
): Promise<number> => {
	const reason = limit && broken(limit, total);
	if (!reason) return EXIT.done;
	await sayDiagnostics([reason], invocation, world);
	return EXIT.gate;
};
