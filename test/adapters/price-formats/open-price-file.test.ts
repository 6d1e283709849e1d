import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {PriceRecord} from '../../../source/domain/pricing/price-record.ts';
import {anyRecord} from '../../helpers/price-records.ts';
import {
	problemOf,
	type ReadPrices,
	readPrices,
	recordsOf,
	rightly,
} from '../../helpers/read-prices.ts';

const page = (rows: readonly object[]): string =>
	JSON.stringify({Currency: 'CNY', SpotPrices: {SpotPriceType: rows}});
const ROW = {
	InstanceType: 'ecs.c6.large',
	ZoneId: 'cn-hangzhou-h',
	SpotPrice: 0.039,
	Timestamp: '2026-11-20T09:00:00Z',
};

describe('a file that is none of ours', () => {
	test.each([
		['text', 'hello\nworld\n'],
		['another CSV', 'name,size\na,1\n'],
		['another document', '{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": []}}'],
		['a list of others', '[{"name": "a"}, {"name": "b"}]'],
		['numbers', '[1, 2, 3]'],
		['an empty object', '{}'],
		['an empty list', '[]'],
		['YAML', 'currency: CNY\n'],
		['zeros', '\0\0\0\0'],
		['UTF-16', Buffer.from('\ufeffregion,type,onDemand', 'utf16le')],
	])('%s can not be recognised', async (_name, content) => {
		expect(await problemOf('a.json', content)).toEqual([
			2,
			'import-file-unknown',
			{file: 'a.json'},
		]);
	});

	test.each(['', ' ', '\n\r\n', '\ufeff'])('%j is empty', async content => {
		expect(await problemOf('a.json', content)).toEqual([
			2,
			'import-file-broken',
			{file: 'a.json', reason: 'empty', line: null},
		]);
	});

	test('is given up after a mebibyte, however much follows', async () => {
		const list = `[${'{"name":"a"},'.repeat(200_000)}`;
		expect(await problemOf('a.json', list)).toEqual([2, 'import-file-unknown', {file: 'a.json'}]);
	});
});

describe('a broken file', () => {
	test.each([
		['cut off in a row', page([ROW, ROW]).slice(0, -20), 'cut-off', 1],
		['cut off behind a row', page([ROW]).slice(0, -2), 'cut-off', 1],
		['cut off in a text', `${page([ROW])}\n{"Currency": "CN`, 'cut-off', 2],
		['cut off in a word', `${page([ROW])}\n[tru`, 'cut-off', 2],
		['with a comma too many', page([ROW]).replace('}]', '},]'), 'not-json', 1],
		[
			'with a comma too few',
			`{"SpotPrices": {"SpotPriceType": []}\n"Currency": "CNY"}`,
			'not-json',
			2,
		],
		['with a wrong bracket', '{"SpotPrices": {"SpotPriceType": [}]}', 'not-json', 1],
		[
			'with a name without quotes',
			`{"SpotPrices": {"SpotPriceType": []},\nCurrency: "CNY"}`,
			'not-json',
			2,
		],
		[
			'with a value that is none',
			`{"SpotPrices": {"SpotPriceType": [\n{"SpotPrice": NaN}]}}`,
			'not-json',
			2,
		],
		['with two values in a row', `{"SpotPrices": {"SpotPriceType": [1 2]}}`, 'not-json', 1],
		['with a name for a value', `{"SpotPrices": {"SpotPriceType": [1: 2]}}`, 'not-json', 1],
		[
			'nested too deeply',
			`{"SpotPrices": {"SpotPriceType": []}, "a": ${'['.repeat(100)}`,
			'too-deep',
			1,
		],
		['nested too deeply at once', '['.repeat(100_000), 'too-deep', 1],
		[
			'with a huge text',
			`{"SpotPrices": {"SpotPriceType": [\n{"ZoneId": "${'x'.repeat(2 ** 21)}"}]}}`,
			'too-long',
			2,
		],
		[
			'with a huge row',
			`{"SpotPrices": {"SpotPriceType": [\n{"a": [${'"x",'.repeat(2 ** 21)}1]}]}}`,
			'too-long',
			2,
		],
		[
			'of CSV, with a quote that is never closed',
			`type,onDemand,region\n"ecs.c6.large,1,x\n`,
			'cut-off',
			2,
		],
		['of CSV, with a huge line', `type,onDemand,region\n\n${'x'.repeat(100_000)}\n`, 'too-long', 3],
	])('%s is refused, by its line', async (_name, content, reason, line) => {
		expect(await problemOf('a.json', content)).toEqual([
			2,
			'import-file-broken',
			{file: 'a.json', reason, line},
		]);
	});

	test('is refused wherever it is cut off', async () => {
		const whole = `[${page([ROW, ROW])},\n${page([ROW])}]`;
		for (let end = 1; end < whole.length; end++)
			expect(await readPrices('a.json', whole.slice(0, end))).toMatchObject({
				problem: {exitCode: 2},
			});
	});
});

/** A file with each format's way of saying the same, to be read in pieces of any size. */
const SAMPLES: readonly (readonly [string, string])[] = [
	['history.json', `\ufeff[${page([ROW])},\r\n${page([{...ROW, ZoneId: 'é🦜'}])}]`],
	['prices.csv', 'type,onDemand,region\r\necs.c6.large,0.39,cn-hangzhou\r\nécs🦜,1,cn\r\n'],
	['ecs.c5.large_cn-hangzhou-b.csv', 'SpotPrice,Timestamp\n0.1,2026-11-01T00:00Z\n0,x\n'],
];

describe('pieces', () => {
	test.each(SAMPLES)('of %s of any size make the same', async (name, content) => {
		const whole = await rightly(name, content);
		expect(whole.items.length).toBeGreaterThan(1);
		for (let pieces = 1; pieces <= 40; pieces++)
			expect(await rightly(name, content, {pieces})).toEqual(whole);
	});
});

const priceRow = (record: PriceRecord): Readonly<Record<string, string>> => {
	switch (record.kind) {
		case 'on-demand': {
			const {region, type, currency, price, asOf} = record;
			return {region, type, currency, onDemand: price, asOf};
		}
		case 'spot': {
			const {region, zone, type, currency, price, at} = record;
			const asOf = new Date(at * 1000).toISOString();
			return {region, zone, type, currency, spot: price, asOf};
		}
		default:
			throw new TypeError(record.kind);
	}
};

const COLUMNS = ['region', 'zone', 'type', 'onDemand', 'spot', 'currency', 'asOf'];

const anyListed = fc.array(
	anyRecord().filter(({kind}) => kind === 'on-demand' || kind === 'spot'),
	{minLength: 1, maxLength: 20},
);

type Listed = Extract<PriceRecord, {kind: 'on-demand' | 'subscription'}>;

const isListed = (record: PriceRecord): record is Listed =>
	record.kind === 'on-demand' || record.kind === 'subscription';

const termOf = (record: Listed): readonly [term: string, period: number] => {
	if (record.kind === 'on-demand') return ['hours', 1];
	const {months} = record;
	return months % 12 === 0 ? ['years', months / 12] : ['months', months];
};

/** `pricingInfo` as Alibaba Cloud publishes it. */
const published = (records: readonly Listed[]) => {
	const keys = new Map<string, Map<string, object[]>>();
	for (const record of records) {
		const key = `${record.region}::${record.type}::vpc::linux::optimized`;
		const terms = keys.get(key) ?? new Map<string, object[]>();
		const [term, period] = termOf(record);
		keys.set(
			key,
			terms.set(term, [...(terms.get(term) ?? []), {price: record.price, period: `${period}`}]),
		);
	}
	return Object.fromEntries([...keys].map(([key, terms]) => [key, Object.fromEntries(terms)]));
};

/** How a list of prices may be written: both ways of our own, with and without what doesn't matter. */
const anyWriting = fc.record({
	end: fc.constantFrom('\n', '\r\n'),
	mark: fc.constantFrom('', '\ufeff'),
	isQuoted: fc.boolean(),
	pieces: fc.integer({min: 1, max: 300}),
});

describe('whatever is written comes back', () => {
	test('as CSV', async () => {
		await fc.assert(
			fc.asyncProperty(anyListed, anyWriting, async (records, {end, mark, isQuoted, pieces}) => {
				const cell = (text: string) => (isQuoted ? `"${text}"` : text);
				const lines = [
					COLUMNS.join(','),
					...records.map(record =>
						COLUMNS.map(name => cell(priceRow(record)[name] ?? '')).join(','),
					),
				];
				const found = await rightly('a.csv', mark + lines.join(end), {pieces});
				expect(found.items).toEqual(records.map(record => ({kind: 'record', record})));
			}),
		);
	});

	test('as JSON', async () => {
		await fc.assert(
			fc.asyncProperty(anyListed, anyWriting, async (records, {end, mark, isQuoted, pieces}) => {
				const rows = records.map(priceRow);
				const content = isQuoted
					? JSON.stringify(rows, null, 1).replaceAll('\n', end)
					: rows.map(row => JSON.stringify(row)).join(end);
				const found = await rightly('a.json', mark + content, {pieces});
				expect(found.items).toEqual(records.map(record => ({kind: 'record', record})));
			}),
		);
	});

	test('as instancePrice.json', async () => {
		const anyPublished = fc.uniqueArray(anyRecord().filter(isListed), {
			selector: record => JSON.stringify({...record, price: '', asOf: '', currency: ''}),
			minLength: 1,
		});
		await fc.assert(
			fc.asyncProperty(anyPublished, fc.boolean(), async (records, isHeadFirst) => {
				const dated = records
					.filter(isListed)
					.map((record): Listed => ({...record, currency: 'USD', asOf: '2026-11-01'}));
				const pricingInfo = published(dated);
				const head = {currency: 'USD', publicationDate: '2026-11-01T00:00:00Z'};
				const content = isHeadFirst ? {...head, pricingInfo} : {pricingInfo, ...head};
				const found = await rightly('a.json', JSON.stringify(content));
				const sorted = (list: readonly PriceRecord[]) =>
					list.map(record => JSON.stringify(Object.entries(record).toSorted())).toSorted();
				expect(sorted(recordsOf(found))).toEqual(sorted(dated));
				expect(found.items).toHaveLength(dated.length);
			}),
		);
	});
});

const isCounted = ({items}: ReadPrices): boolean =>
	items.every(item => item.kind !== 'broken' || (Number.isSafeInteger(item.line) && item.line > 0));

const isJsonText = (bytes: Buffer): boolean => {
	try {
		JSON.parse(new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes));
		return true;
	} catch {
		return false;
	}
};

describe('any bytes', () => {
	/** Bytes near to what is right: pieces of real files, in any order. */
	const PIECES = [
		...[
			'{',
			'}',
			'[',
			']',
			',',
			':',
			'"',
			'\\',
			'\n',
			'\r\n',
			' ',
			'\ufeff',
			'\0',
			'\u{1f99c}',
			'1e5',
			'-',
			'null',
		],
		...[
			'"Currency":"CNY"',
			'"SpotPrices":{"SpotPriceType":[',
			JSON.stringify(ROW),
			'"pricingInfo":{',
			'"types":[',
		],
		...[
			'"cn-hangzhou::ecs.c6.large::vpc::linux::optimized":',
			'{"hours":[{"price":"1","period":"1"}]}',
		],
		...[
			'"PriceInfo":{',
			'"__proto__":{',
			'type,onDemand,region\n',
			'ecs.c6.large,1,cn-hangzhou\n',
			'SpotPrice,Timestamp\n',
		],
	];
	const anyBytes = fc.oneof(
		fc.uint8Array({maxLength: 200}).map(bytes => Buffer.from(bytes)),
		fc
			.array(fc.constantFrom(...PIECES), {maxLength: 30})
			.map(pieces => Buffer.from(pieces.join(''))),
		fc
			.tuple(
				fc.constantFrom(page([ROW, ROW]), ...SAMPLES.map(([, content]) => content)),
				fc.nat(300),
				fc.nat(255),
			)
			.map(([content, at, byte]) => {
				const bytes = Buffer.from(content);
				bytes[at % bytes.length] = byte;
				return bytes;
			}),
	);

	test('are read or refused, and never crash', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.constantFrom('a.json', '-', 'ecs.c5.large_cn-hangzhou-b.csv'),
				anyBytes,
				fc.integer({min: 1, max: 300}),
				async (name, bytes, pieces) => {
					const read = await readPrices(name, bytes, {pieces});
					if ('problem' in read) expect(read.problem.exitCode).toBe(2);
					else expect(isCounted(read)).toBe(true);
				},
			),
			{numRuns: 1000},
		);
	});

	test('that JSON.parse refuses are refused, once they are recognised', async () => {
		await fc.assert(
			fc.asyncProperty(anyBytes, async bytes => {
				const content = Buffer.concat([Buffer.from('{"types":[],"a":['), bytes, Buffer.from(']}')]);
				const read = await readPrices('a.json', content);
				const isJson = isJsonText(content);
				// Behind a document there may be another.
				const mayBeSeveral = /\}[^\]]*[{["\w-]/.test(content.toString('latin1'));
				if (isJson) expect(read).not.toHaveProperty('problem');
				else if (!mayBeSeveral) expect(read).toHaveProperty('problem');
			}),
			{numRuns: 500},
		);
	});
});
