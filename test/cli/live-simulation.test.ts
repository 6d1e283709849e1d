import {expect, test} from 'vitest';
import type {PlanInput} from '../../source/domain/input/plan-input.ts';
import type {LiveAnswer, LiveQuestion} from '../../source/domain/simulation/live.ts';
import {planOf, shippedBook} from '../helpers/domain-fixtures.ts';
import {realSimulator} from '../helpers/simulator.ts';

const WEB: PlanInput = {cpu: '2', memory: '4Gi', workload: {replicas: 3}};

const questionOf = async (input: PlanInput = WEB): Promise<LiveQuestion> => {
	const book = await shippedBook();
	return {plan: planOf(input, book), book, strategies: ['on-demand', 'spot', 'spot-limit']};
};

const answersTo = async (question: LiveQuestion): Promise<readonly LiveAnswer[]> => {
	const {simulator} = realSimulator();
	const answers: LiveAnswer[] = [];
	const {signal} = new AbortController();
	for await (const answer of simulator.simulate(question, signal)) answers.push(answer);
	return answers;
};

const pathsOf = (answers: readonly LiveAnswer[]): readonly number[] =>
	answers.map(answer => (answer.kind === 'simulated' ? answer.simulation.paths : Number.NaN));

test('a first answer stands on four paths, the last one on all', async () => {
	const answers = await answersTo(await questionOf());
	const paths = pathsOf(answers);
	expect(paths[0]).toBe(4);
	expect(paths.at(-1)).toBe(1000);
	expect(answers.map(answer => answer.kind === 'simulated' && answer.isDone)).toEqual(
		paths.map(count => count === 1000),
	);
	expect(paths).toEqual(paths.toSorted((a, b) => a - b));
});

test('the last answer is the same every time', async () => {
	const question = await questionOf();
	expect((await answersTo(question)).at(-1)).toEqual((await answersTo(question)).at(-1));
});

test('more paths than a person needs are not drawn, fewer are taken as they are', async () => {
	const many = await questionOf({...WEB, simulation: {paths: 100_000}});
	expect(pathsOf(await answersTo(many)).at(-1)).toBe(1000);
	const few = await questionOf({...WEB, simulation: {paths: 3}});
	expect(pathsOf(await answersTo(few))).toEqual([3]);
});

test('nothing follows once it is aborted', async () => {
	const {simulator, isBusy} = realSimulator();
	const work = new AbortController();
	const answers: LiveAnswer[] = [];
	for await (const answer of simulator.simulate(await questionOf(), work.signal)) {
		answers.push(answer);
		work.abort();
	}
	expect(pathsOf(answers)).toEqual([4]);
	expect(isBusy()).toBe(false);
});

test('a market that can’t be read is an answer', async () => {
	const question = await questionOf({...WEB, simulation: {market: './none.yaml'}});
	const [answer, ...more] = await answersTo(question);
	expect(answer).toMatchObject({kind: 'refused', diagnostics: [{rule: 'file-unreadable'}]});
	expect(more).toEqual([]);
});

test('limits go from the lowest spot price to pay-as-you-go', async () => {
	const chain = {useSpecs: ['2-4Gi']};
	const [answer] = await answersTo(await questionOf({...WEB, chain, simulation: {paths: 1}}));
	// 2-4Gi is 0.441072 an hour: what is beyond three decimals can't be a limit.
	expect(answer).toMatchObject({limits: {spec: '2-4Gi', highest: 441}});
});
