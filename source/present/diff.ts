import type {Diagnostic} from '../domain/diagnostics.ts';
import type {Factor} from '../domain/diff/changes.ts';
import type {Diff, WorkloadDiff} from '../domain/diff/compare.ts';
import type {Estimate} from '../domain/diff/estimate.ts';
import {fraction, toDecimal} from '../domain/units/fraction.ts';
import {HOURS_PER_MONTH, scaleMoney} from '../domain/units/money.ts';
import {amountNumber} from './amount-text.ts';
import {type DiffWords, enDiffWords} from './language/en/diff-words.ts';
import type {LanguageId} from './language/language.ts';
import {zhCnDiffWords} from './language/zh-cn/diff-words.ts';
import {HOUR_PLACES} from './money-cell.ts';
import {moneyText} from './money-text.ts';
import {printable, shorten} from './printable.ts';

/** A comparison as every format shows it. */
export type ShownDiff = {
	readonly diff: Diff;
	/** What stands in tables: what hasn't changed only when it is asked for. */
	readonly listed: readonly WorkloadDiff[];
	readonly diagnostics: readonly Diagnostic[];
};

export const diffWordsOf = (language: LanguageId): DiffWords =>
	language === 'zh-CN' ? zhCnDiffWords : enDiffWords;

const MAX_NAME = 200;

/** Names and specs come from files. */
export const safeName = (text: string): string =>
	shorten(printable(shorten(text, MAX_NAME)), MAX_NAME);

const podPriceText = ({pod}: Estimate): string | null =>
	pod && moneyText(scaleMoney(pod, fraction(1, HOURS_PER_MONTH)), HOUR_PLACES);

const requestText = ({facets: {request}}: Estimate): string | null =>
	request && `${amountNumber(request.vcpu)}-${amountNumber(request.memoryGiB)}Gi`;

const settingsText = ({facets: {storageGib}}: Estimate): string =>
	`+${amountNumber(storageGib)} GiB`;

const spotText = ({facets: {spot}}: Estimate): string | null =>
	spot && [spot.strategy, ...(spot.limit === null ? [] : [spot.limit])].join(' ');

const replicasText = ({replicas: {least, most}}: Estimate): string =>
	least === most ? String(most) : `${least}–${most}`;

const sideText = (factor: Factor, side: Estimate, words: DiffWords): string | null => {
	const {facets, hours, state} = side;
	switch (factor) {
		case 'state':
			return words.states[state];
		case 'region':
		case 'ruleset':
			return facets[factor];
		case 'price':
			return podPriceText(side);
		case 'request':
			return requestText(side);
		case 'chain':
			return facets.useSpecs ?? facets.billed ?? words.noChain;
		case 'spot':
			return spotText(side);
		case 'settings':
			return settingsText(side);
		case 'size':
			return facets.billed;
		case 'replicas':
			return replicasText(side);
		case 'hours':
			return hours && toDecimal(hours, 2);
	}
};

/** What a factor was and is; null where the sides don't show it, or show the same. */
export const valuesOf = (
	factor: Factor,
	{old, next}: Pick<WorkloadDiff, 'old' | 'next'>,
	words: DiffWords,
): {readonly from: string; readonly to: string} | null => {
	if (!(old && next)) return null;
	// The price of another size is no other price.
	if (factor === 'price' && old.facets.billed !== next.facets.billed) return null;
	const [from, to] = [sideText(factor, old, words), sideText(factor, next, words)];
	return from === null || to === null || from === to
		? null
		: {from: safeName(from), to: safeName(to)};
};
