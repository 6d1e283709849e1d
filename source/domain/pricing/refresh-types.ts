import {FAMILIES, isPickedUnasked} from '../catalogue/families.ts';
import {LARGEST_VCPU} from '../catalogue/spec-tables.ts';
import type {InstanceOffer, PriceBook} from './price-book.ts';

/** Types and families that were named; none of either means the usual ones. */
export type NamedTypes = {
	readonly types: readonly string[];
	readonly families: readonly string[];
};

/** What an ordinary chain is picked from: Intel and AMD, no GPU, nothing larger than a pod. */
const isUsual = ({family: name, vcpu, gpu}: InstanceOffer): boolean => {
	const family = FAMILIES.get(name);
	return (
		family !== undefined &&
		isPickedUnasked(family) &&
		family.arch === 'amd64' &&
		gpu === 0 &&
		vcpu <= LARGEST_VCPU
	);
};

/** Types of a region to ask prices of, each once, sorted. */
export const refreshTypes = (book: PriceBook, {types, families}: NamedTypes): readonly string[] => {
	const isWanted = (offer: InstanceOffer): boolean =>
		types.length + families.length === 0 ? isUsual(offer) : families.includes(offer.family);
	const listed = [...book.types.values()].filter(isWanted).map(({type}) => type);
	return [...new Set([...types, ...listed])].toSorted();
};
