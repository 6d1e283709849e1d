import {weighSpecs} from '../../source/domain/chain/candidates.ts';
import {optimise} from '../../source/domain/chain/optimise.ts';
import {pickChain} from '../../source/domain/chain/pick-chain.ts';
import {openLog} from '../../source/domain/rules/log.ts';
import {requestOf} from '../../source/domain/sizing/pod-request.ts';
import {requestOfInput, shippedBook} from '../helpers/domain-fixtures.ts';
import {type Measure, middle, rounds} from './measure.ts';

const WARM_UP = 5;
const ROUNDS = 31;
/** The regions with most types of the mainland and abroad, and the default. */
const REGIONS = ['cn-beijing', 'cn-hangzhou', 'ap-southeast-1'];

const speedOf = (name: string, work: () => unknown): Measure => {
	rounds(WARM_UP, work);
	return {name, value: middle(rounds(ROUNDS, work)), unit: 'ms', note: 'at most 50 ms'};
};

/** Choosing a chain from a full region: the search alone, and all of it. */
const speedsOf = async (
	region: string,
	strategy: 'none' | 'SpotAsPriceGo',
): Promise<readonly Measure[]> => {
	const book = await shippedBook(region);
	const input = {region, containers: [{cpu: '2', memory: '4Gi'}], spot: {strategy}};
	const request = requestOfInput(input);
	const pod = requestOf(request, openLog(request.ruleset));
	const {candidates} = weighSpecs({pod, request, book});
	const items = candidates.map(({rate, stock}) => ({
		price: rate.perSecond,
		stock,
		isPinned: false,
	}));
	const aim = {target: request.chain.target.chance, maxSpecs: request.chain.maxSpecs};
	const how = `${region}, ${strategy === 'none' ? 'on demand' : 'spot'}`;
	return [
		speedOf(`search ${items.length} specs, ${how}`, () => optimise(items, aim)),
		speedOf(`pick a chain, ${how}`, () => pickChain(pod, request, book, openLog(request.ruleset))),
	];
};

/** How long the choice of a chain takes in the largest regions. */
export const chainSpeeds = async (): Promise<readonly Measure[]> => {
	const speeds: Measure[] = [];
	for (const region of REGIONS)
		for (const strategy of ['none', 'SpotAsPriceGo'] as const)
			speeds.push(...(await speedsOf(region, strategy)));
	return speeds;
};
