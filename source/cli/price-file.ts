import type {Diagnostic} from '../domain/diagnostics.ts';
import {defaultPlanInput} from '../domain/input/plan-input.ts';
import {NOTHING_OVERLAID, type Overlaid} from '../domain/pricing/overlay.ts';
import {priceImport} from '../domain/pricing/price-import.ts';
import {report} from '../domain/rules/rules.ts';
import {CURRENCIES} from '../domain/units/money.ts';
import type {PriceFile, World} from '../ports.ts';
import {printable} from '../present/printable.ts';
import {type Asked, askedFor} from './asked-for.ts';
import type {Invocation} from './command.ts';
import {doneAt, orFailAt} from './failure.ts';

/** The prices of one file by region, for this command alone. */
export type PriceFileOverlays = {
	readonly overlays: ReadonlyMap<string, Overlaid>;
	readonly diagnostics: readonly Diagnostic[];
};

const openPriceFile = async (
	{value: path, place}: Asked,
	{flags, settings}: Invocation,
	world: World,
): Promise<PriceFile> => {
	const asked = askedFor('currency', flags, world.env) ?? settings['currency'];
	const currency = CURRENCIES.find(each => each === asked) ?? defaultPlanInput.currency;
	return orFailAt(place, await world.priceFiles.open(path, {currency, today: world.today}));
};

/** Says that a file may be cut off. */
export const openEndOf = (file: PriceFile): readonly Diagnostic[] => {
	const line = file.openEnd();
	return line === null ? [] : [report('import-end-open', {file: file.name, line})];
};

const findings = (file: PriceFile, taken: number, broken: readonly number[]) => {
	const [line] = broken;
	const {name} = file;
	return [
		...openEndOf(file),
		...(taken === 0 ? [report('import-nothing', {file: name})] : []),
		...(line === undefined
			? []
			: [report('prices-file-broken', {file: name, line, count: new Set(broken).size})]),
	];
};

/** Reads a price file in any format that `prices import` takes; nothing is kept. */
export const readPriceFile = async (
	asked: Asked,
	invocation: Invocation,
	world: World,
): Promise<PriceFileOverlays> => {
	const file = await openPriceFile(asked, invocation, world);
	return doneAt(asked.place, () => overlaysOf(file, world));
};

const overlaysOf = async (file: PriceFile, world: World): Promise<PriceFileOverlays> => {
	const prices = priceImport(printable(file.name), await world.prices.catalogue());
	const broken: number[] = [];
	let taken = 0;
	for await (const item of file.items) {
		if (item.kind === 'broken') broken.push(item.line);
		if (item.kind !== 'record') continue;
		if (prices.needs(item.record))
			prices.open(item.record.region, {overlay: NOTHING_OVERLAID.overlay});
		if (prices.add(item.record) === 'taken') taken += 1;
	}
	return {overlays: prices.finish(), diagnostics: findings(file, taken, broken)};
};
