import type {Diagnostic} from '../../domain/diagnostics.ts';
import {importTally, type TallyBuilder, takenIn} from '../../domain/pricing/import-tally.ts';
import {type PriceImport, priceImport} from '../../domain/pricing/price-import.ts';
import type {PriceRecord} from '../../domain/pricing/price-record.ts';
import {report} from '../../domain/rules/rules.ts';
import {CURRENCIES, type Currency} from '../../domain/units/money.ts';
import type {PriceFile, World} from '../../ports.ts';
import {countText} from '../../present/digit-groups.ts';
import {
	type ImportResult,
	importDocument,
	importReport,
	importTable,
} from '../../present/import-report.ts';
import {labelsOf} from '../../present/labels.ts';
import type {Labels} from '../../present/language/en/labels.ts';
import {printable} from '../../present/printable.ts';
import {askedFor} from '../asked-for.ts';
import type {Invocation} from '../command.ts';
import {EXIT, orFail} from '../failure.ts';
import {openEndOf} from '../price-file.ts';
import {printResult, sayDiagnostics} from '../print.ts';
import {type Progress, progressOf} from '../progress.ts';
import {wordOf} from '../words.ts';

const STANDARD_INPUT = 'standard input';

/** The currency of prices that name none. */
const currencyFor = ({flags, settings}: Invocation, {env}: World): Currency =>
	CURRENCIES.find(each => each === (askedFor('currency', flags, env) ?? settings['currency'])) ??
	CURRENCIES[0];

/** Adds a record, once what was imported for its region before is known. */
const addRecord = async (
	record: PriceRecord,
	importer: PriceImport,
	tally: TallyBuilder,
	{overlays}: World,
): Promise<readonly Diagnostic[]> => {
	const before = importer.needs(record) ? await overlays.readWhole(record.region) : null;
	if (before) importer.open(record.region, before);
	tally.judged(record, importer.add(record));
	return before?.diagnostics ?? [];
};

/** Shorter works need no progress bar. */
const QUIET_MILLISECONDS = 1000;
const REDRAW_MILLISECONDS = 100;

/** Says how far the file is read, now and then. */
const watched = (
	file: PriceFile,
	tally: TallyBuilder,
	{
		progress,
		labels,
		elapsed,
	}: {
		readonly progress: Progress;
		readonly labels: Labels;
		readonly elapsed: World['elapsed'];
	},
) => {
	let due = elapsed() + QUIET_MILLISECONDS;
	return (): void => {
		if (elapsed() < due) return;
		due = elapsed() + REDRAW_MILLISECONDS;
		progress.show(file.progress(), labels.pricesRead(countText(tally.count())));
	};
};

/** Reads a file to its end; what is broken as a whole ends the command. */
const readFile = async (
	file: PriceFile,
	importer: PriceImport,
	tally: TallyBuilder,
	invocation: Invocation,
	world: World,
): Promise<readonly Diagnostic[]> => {
	const labels = labelsOf(invocation.language);
	const name = file.name === '-' ? labels.standardInput : printable(file.name);
	const progress = progressOf(labels.importing(name), invocation, world);
	const watch = watched(file, tally, {progress, labels, elapsed: world.elapsed});
	const said: Diagnostic[] = [];
	try {
		for await (const item of file.items) {
			if (item.kind === 'record')
				said.push(...(await addRecord(item.record, importer, tally, world)));
			else if (item.kind === 'unused') tally.left(item.reason, item.count);
			else tally.broke(item);
			watch();
		}
	} finally {
		await progress.end();
	}
	return said;
};

const assumptions = (file: PriceFile, currency: Currency): readonly Diagnostic[] => {
	const {name, day} = file;
	return file
		.assumed()
		.map(what =>
			what === 'currency'
				? report('import-currency-assumed', {file: name, currency})
				: report('import-date-assumed', {file: name, day}),
		);
};

/** Lays the prices of a file over those that ship, all of them or none. */
export const run = async (invocation: Invocation, world: World): Promise<number> => {
	const path = wordOf(invocation, 0, 'FILE');
	const currency = currencyFor(invocation, world);
	const file = orFail(await world.priceFiles.open(path, {currency, today: world.today}));
	const source = file.name === '-' ? STANDARD_INPUT : printable(file.name);
	const importer = priceImport(source, await world.prices.catalogue());
	const counts = importTally();
	const found = await readFile(file, importer, counts, invocation, world);
	const tally = counts.finish();
	const taken = takenIn(tally);
	const note = {source, format: file.format, addedOn: world.today, taken};
	const written = taken > 0 ? orFail(await world.overlays.add(importer.finish(), note)) : [];
	const diagnostics = [
		...found,
		...written,
		...assumptions(file, currency),
		...openEndOf(file),
		...(taken > 0 ? [] : [report('import-nothing', {file: file.name})]),
	];
	const result: ImportResult = {file: file.name, format: file.format, tally};
	const {language, output} = invocation;
	if (output !== 'json' && output !== 'yaml') await sayDiagnostics(diagnostics, invocation, world);
	await printResult(
		{
			document: () => importDocument(result, diagnostics, language),
			report: () => importReport(result, language),
			table: () => importTable(result, language),
		},
		invocation,
		world,
	);
	return EXIT.done;
};
