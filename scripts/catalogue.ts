import {mkdir, readFile, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {type Catalogue, compact, type TypeSizes} from './catalogue/compact.ts';
import {type Counts, total} from './catalogue/counts.ts';
import {type SpotMedians, spotMedians} from './catalogue/spot-medians.ts';

const DATA = path.join(import.meta.dirname, '../data');

const json = async (file: string): Promise<unknown> => JSON.parse(await readFile(file, 'utf8'));

const line = (name: string, counts: Counts): string =>
	`${name.padEnd(16)}${Object.values(counts)
		.map(count => String(count).padStart(17))
		.join('')}\n`;

const report = (counts: ReadonlyMap<string, Counts>): string => {
	const sum = total(counts.values());
	const header = Object.keys(sum).map(key => key.padStart(17));
	const lines = [...counts].map(([region, count]) => line(region, count));
	return `${''.padEnd(16)}${header.join('')}\n${lines.join('')}${line('total', sum)}`;
};

const medianLine = (name: string, {source, kept}: SpotMedians): string =>
	`${name.padEnd(16)}${[source.pairs, source.median, kept.pairs, kept.median]
		.map(value => String(value ?? '–').padStart(17))
		.join('')}\n`;

/** Spot over on-demand, to compare with what others found in the same source. */
const medianReport = (medians: ReadonlyMap<string, SpotMedians>): string => {
	const header = ['pairs', 'median', 'pairs kept', 'median kept'].map(key => key.padStart(17));
	const lines = [...medians].map(([region, found]) => medianLine(region, found));
	return `\n${''.padEnd(16)}${header.join('')}\n${lines.join('')}`;
};

const run = async (folder: string) => {
	const catalogue = (await json(path.join(folder, 'catalogue.json'))) as Catalogue;
	const {types} = (await json(path.join(folder, 'instance_types.json'))) as {types: TypeSizes};
	const {files, counts} = compact(catalogue, types);
	await rm(path.join(DATA, 'prices'), {recursive: true, force: true});
	await mkdir(path.join(DATA, 'prices'), {recursive: true});
	for (const [name, text] of files) await writeFile(path.join(DATA, name), text);
	process.stderr.write(report(counts) + medianReport(spotMedians(catalogue)));
};

const [folder] = process.argv.slice(2);
if (folder === undefined) {
	process.stderr.write('Usage: node scripts/catalogue.ts FOLDER (with catalogue.json)\n');
	process.exitCode = 2;
} else await run(folder);
