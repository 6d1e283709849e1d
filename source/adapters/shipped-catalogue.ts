import type {SizeRow} from '../domain/pricing/overlay.ts';
import type {ShippedCatalogue} from '../domain/pricing/price-import.ts';
import {listRegions, pricePath, type ReadData, type RegionFile} from './price-files.ts';

/** What all regions list, from every file of prices that ships. */
export const readCatalogue = async (read: ReadData): Promise<ShippedCatalogue> => {
	const regions = (await listRegions(read)).map(({region}) => region);
	const sizes = new Map<string, SizeRow>();
	const listed = new Map<string, ReadonlySet<string>>();
	for (const region of regions) {
		const {types} = JSON.parse(await read(pricePath(region))) as RegionFile;
		listed.set(region, new Set(types.map(([type]) => type)));
		for (const [type, , vcpu, memoryGiB, gpu] of types)
			if (!sizes.has(type)) sizes.set(type, [type, vcpu, memoryGiB, gpu]);
	}
	return {
		regions,
		types: [...sizes.keys()],
		sizeOf: type => sizes.get(type) ?? null,
		lists: (region, type) => listed.get(region)?.has(type) === true,
	};
};
