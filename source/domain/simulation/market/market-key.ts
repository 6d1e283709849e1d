import {type RandomStream, type StreamKey, startStream} from '../random/stream.ts';

/** One process of one zone and spec. */
export type MarketKey = StreamKey & {readonly entity: number};

/** Numbers of a market never depend on who buys there: the key has no strategy and no pod. */
export const startMarketStream = (stream: RandomStream, path: number, key: MarketKey): void =>
	startStream(stream, key, path, key.entity);
