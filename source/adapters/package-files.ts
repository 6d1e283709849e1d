import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Prices, ShippedPresets} from '../ports.ts';
import {listRegions, readPriceBook} from './price-files.ts';

/** At once: what waits for a small file takes longer to load than the file. */
const readText = (path: string): string => readFileSync(path, 'utf8');

/** Prices that ship with the product; each command reads its region's file alone. */
export const shippedPrices = (root: string): Prices => {
	const read = async (path: string) => readText(join(root, 'data', path));
	return {
		regions: async () => (await listRegions(read)).map(({region}) => region),
		book: async (region, currency) => {
			const book = await readPriceBook(region, currency, read);
			if (book.ok) return book.value;
			throw new Error(`no prices for ${region}`);
		},
		catalogue: async () => {
			const {readCatalogue} = await import('./shipped-catalogue.ts');
			return readCatalogue(read);
		},
	};
};

const SUFFIX = '.yaml';

/** Workloads that ship with the product, one commented file each. */
export const shippedPresets = (root: string): ShippedPresets => {
	const folder = join(root, 'presets');
	return {
		names: async () =>
			readdirSync(folder)
				.filter(name => name.endsWith(SUFFIX))
				.map(name => name.slice(0, -SUFFIX.length))
				.toSorted(),
		text: async name => readText(join(folder, name + SUFFIX)),
	};
};
