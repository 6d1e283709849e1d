import type {PriceFormat} from '../../domain/pricing/import-tally.ts';
import type {PriceItem} from '../../ports.ts';
import {containerGroupPrice} from './container-group-price.ts';
import {broken, type Defaults} from './fields.ts';
import {instancePrice} from './instance-price.ts';
import {jsonReader} from './json-reader.ts';
import type {JsonNode, JsonWatcher} from './json-structure.ts';
import {type Draft, fieldName, type RowReader} from './page.ts';
import {isListHeader, listItems, priceList} from './price-list.ts';
import {spotAdvice} from './spot-advice.ts';
import {spotPriceHistory} from './spot-price-history.ts';

type RowFormat = Exclude<PriceFormat, 'spot-trace'>;

const READERS: Readonly<Record<RowFormat, (defaults: Defaults) => RowReader>> = {
	'instance-price': instancePrice,
	'spot-price-history': spotPriceHistory,
	'spot-advice': spotAdvice,
	'container-group-price': containerGroupPrice,
	'price-list': priceList,
};

const rowsIn = (name: RowFormat): JsonNode => ({name, each: {name, isRow: true}});

const within = (name: string, node: JsonNode): JsonNode => ({members: new Map([[name, node]])});

/** Where each format has its rows. */
const PAGE: JsonNode = {
	isPage: true,
	members: new Map([
		['pricingInfo', rowsIn('instance-price')],
		['SpotPrices', within('SpotPriceType', rowsIn('spot-price-history'))],
		['AvailableSpotZones', within('AvailableSpotZone', rowsIn('spot-advice'))],
		['PriceInfo', {name: 'container-group-price', isRow: true}],
		['types', rowsIn('price-list')],
	]),
};

/** Fields of pages that any format asks for; others aren't kept. */
const FIELDS: ReadonlySet<string> = new Set(
	'currency publicationdate regionid region cpu memory zone zoneid type instancetype ondemand spot asof'.split(
		' ',
	),
);

type Page = {
	readonly fields: Map<string, unknown>;
	/** What waits for fields. */
	readonly held: Draft[];
	hasRows: boolean;
};

const newPage = (): Page => ({fields: new Map(), held: [], hasRows: false});

const isFormat = (name: string): name is RowFormat => Object.hasOwn(READERS, name);

/** Prices of JSON that comes in pieces: a document, a list of documents or rows, or one after another. */
export const jsonPrices = (defaults: Defaults) => {
	let format: RowFormat | null = null;
	let items: PriceItem[] = [];
	let page = newPage();
	const readers = new Map<RowFormat, RowReader>();
	const readerOf = (name: RowFormat): RowReader => {
		const reader = readers.get(name) ?? READERS[name](defaults);
		readers.set(name, reader);
		return reader;
	};
	const recognise = (name: RowFormat) => {
		format ??= name;
		page.hasRows = true;
	};
	const take = (draft: PriceItem | Draft, needs: readonly string[]) => {
		if (typeof draft !== 'function') items.push(draft);
		else if (needs.every(name => page.fields.has(name))) items.push(draft(page.fields));
		else page.held.push(draft);
	};
	const watcher: JsonWatcher = {
		entered: name => {
			if (isFormat(name)) recognise(name);
		},
		row: (name, key, value, line) => {
			if (!isFormat(name)) return;
			recognise(name);
			const {needs, read} = readerOf(name);
			for (const draft of read(value, {key, line})) take(draft, needs);
		},
		field: (key, value) => {
			const name = fieldName(key);
			if (FIELDS.has(name)) page.fields.set(name, value);
		},
		pageEnd: line => {
			const {fields, held, hasRows} = page;
			for (const draft of held) items.push(draft(fields));
			page = newPage();
			if (hasRows) return;
			if (isListHeader([...fields.keys()])) format ??= 'price-list';
			items.push(
				...(format === 'price-list'
					? listItems(fields, line, defaults)
					: [broken(line, 'field-missing')]),
			);
		},
		stray: line => items.push(broken(line, 'not-an-object')),
	};
	return {
		...jsonReader(PAGE, watcher),
		/** Null until something tells. */
		format: (): PriceFormat | null => format,
		/** What was read since the last time. */
		taken: (): readonly PriceItem[] => {
			const taken = items;
			items = [];
			return taken;
		},
	};
};
