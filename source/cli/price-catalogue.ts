import type {SizeRow} from '../domain/pricing/overlay.ts';
import type {ShippedCatalogue} from '../domain/pricing/price-import.ts';
import type {Prices} from '../ports.ts';

/** What every region's list says about types, for prices that come from outside. */
export type PriceCatalogue = ShippedCatalogue & {
	/** Every type that some region lists. */
	readonly types: readonly string[];
};

export const priceCatalogue = async (prices: Prices): Promise<PriceCatalogue> => {
	const regions = await prices.regions();
	const books = new Map(
		await Promise.all(
			regions.map(async region => [region, await prices.book(region, 'CNY')] as const),
		),
	);
	const sizes = new Map<string, SizeRow>();
	for (const {types} of books.values())
		for (const {type, vcpu, memoryGiB, gpu} of types.values())
			sizes.set(type, [type, vcpu, memoryGiB, gpu]);
	return {
		regions,
		types: [...sizes.keys()],
		sizeOf: type => sizes.get(type) ?? null,
		lists: (region, type) => books.get(region)?.types.has(type) ?? false,
	};
};
