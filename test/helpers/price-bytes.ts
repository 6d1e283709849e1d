import {
	openPriceFile,
	type PriceBytes,
} from '../../source/adapters/price-formats/open-price-file.ts';
import {PriceFileError} from '../../source/adapters/price-formats/price-file-error.ts';
import type {Attempt, PriceFile, PriceFiles} from '../../source/ports.ts';

/** Text or bytes as a file that comes in pieces of `size` bytes. */
export const priceBytes = (
	path: string,
	content: string | Buffer,
	size = 65_536,
	changedOn: string | null = null,
): PriceBytes => {
	const all = Buffer.from(content);
	async function* pieces(): AsyncGenerator<Buffer> {
		for (let at = 0; at < all.length; at += size) yield all.subarray(at, at + size);
	}
	return {
		path,
		name: path.split('/').at(-1) ?? path,
		bytes: pieces(),
		size: path === '-' ? null : all.length,
		changedOn,
	};
};

/** Opens as the adapter does. */
export const openBytes = async (
	bytes: PriceBytes,
	options: Parameters<PriceFiles['open']>[1],
): Promise<Attempt<PriceFile>> => {
	try {
		return {ok: true, value: await openPriceFile(bytes, options)};
	} catch (error) {
		if (error instanceof PriceFileError) return {ok: false, problem: error.problem};
		throw error;
	}
};
