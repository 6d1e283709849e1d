import {describe, expect, test} from 'vitest';
import {ok, run} from '../helpers/memory-world.ts';

const POD = ['--cpu', '2', '--memory', '4Gi'];

const chainOf = async (...flags: readonly string[]) =>
	JSON.parse(await ok(['chain', ...flags, '-o', 'json']));

describe('the chain of a pod', () => {
	test('has the chances, prices and odds of its entries', async () => {
		const only = ['--pin', '2-4Gi', '--max-specs', '1'];
		const chain = await chainOf(...POD, '--in-stock', '2-4Gi=0.9', ...only);
		expect(chain).toMatchObject({
			kind: 'Chain',
			useSpecs: '2-4Gi',
			entries: [{rank: 1, inStock: 0.9, stockBasis: 'given', firstInStock: 0.9}],
			expected: {currency: 'CNY', perHour: '0.441072', placed: 0.9},
			worst: {currency: 'CNY', perHour: '0.441072'},
			assumptions: {inStock: {ecs: 0.8, cpuMem: 0.95}},
		});
	});

	test('is as sure as its pick, or the target instead', async () => {
		for (const [pick, least] of [
			['cheapest', 0.95],
			['balanced', 0.999],
			['resilient', 0.9999],
		] as const) {
			const chain = await chainOf(...POD, '--pick', pick);
			expect(chain).toMatchObject({pick, targetPlaced: least});
			expect(chain.expected.placed).toBeGreaterThanOrEqual(least);
		}
		const chain = await chainOf(...POD, '--target-placed', '80%', '--pick', 'resilient');
		expect(chain).toMatchObject({pick: null, targetPlaced: 0.8});
		// c6a and c7a cost the same, so that both are as cheap as one, and surer.
		expect(chain.expected).toMatchObject({perHour: '0.293', placed: 0.96});
	});

	test('keeps a reason for every spec that is not in it', async () => {
		const flags = [...POD, '--avoid', 'ecs.c7.large', '--exclude-families', 'g6'];
		const limits = ['--price-cap', '0.5', '--max-waste', '50%'];
		const {rejected, entries} = await chainOf(...flags, ...limits);
		const reasons = new Map(
			rejected.map(({spec, reason}: {spec: string; reason: string}) => [spec, reason]),
		);
		expect(reasons.get('ecs.c7.large')).toBe('avoided');
		expect(reasons.get('ecs.g6.large')).toBe('excluded-family');
		expect(reasons.get('1-2Gi')).toBe('too-small');
		expect(reasons.get('4-8Gi')).toBe('over-price-cap');
		expect(reasons.get('2-16Gi')).toBe('over-price-cap');
		for (const {spec} of entries) expect(reasons.has(spec)).toBe(false);
	});

	test('keeps to --generations, and refuses one that ECI does not have', async () => {
		const {rejected} = await chainOf(...POD, '--generations', '7,8');
		expect(rejected).toContainEqual({spec: 'ecs.c6.large', reason: 'not-in-generations'});
		const {code, err} = await run(['chain', ...POD, '--generations', '70']);
		expect(code).toBe(2);
		expect(err).toContain('--generations');
	});

	test('says what keeps it from the target', async () => {
		const said = async (...flags: readonly string[]) => {
			const {code, err} = await run(['chain', ...POD, ...flags], {columns: 1000});
			expect(code).toBe(2);
			return err;
		};
		const most = await said('--target-placed', '99.99999999%');
		expect(most).toContain('placed with 99.99999999 %:');
		expect(most).not.toMatch(/--max-specs|Kept out/);
		expect(await said('--target-placed', '99.9%', '--max-specs', '1')).toContain(
			'Raise --max-specs. Set --target-placed to at most 95%.',
		);
		// Nothing but c6a and c7a costs less than 0.3: one family in each of two generations, 0.96.
		const capped = await said('--target-placed', '99.9%', '--price-cap', '0.3');
		expect(capped).toMatch(/Kept out: \d+ × over the price cap\./);
		expect(capped).toContain('Raise --price-cap. Set --target-placed to at most 96%.');
		const dollars = await said('--target-placed', '99.9%', '--currency', 'USD');
		expect(dollars).toMatch(/Kept out: \d+ × no price\. .*--fx\./);
		const arm = await said(
			'--target-placed',
			'99.9999%',
			'--arch',
			'arm64',
			'--avoid',
			'ecs.c8y.large',
		);
		expect(arm).toMatch(/Kept out: \d+ × another architecture and 1 × avoided\./);
		expect(arm).toContain('with --arch. Take specs off --avoid.');
	});

	test('has what is pinned', async () => {
		const {entries} = await chainOf(...POD, '--pin', 'ecs.g6.large');
		expect(entries).toContainEqual(
			expect.objectContaining({spec: 'ecs.g6.large', reason: 'pinned'}),
		);
	});

	test('is explained entry by entry, and by the price of each chance', async () => {
		const out = await ok(['chain', ...POD, '--explain', '--pick', 'cheapest']);
		expect(out).toMatch(/1 {2}Placed {2}█+░* \d/);
		expect(out).toContain('Without it');
		expect(out).toContain('too small');
		expect(await ok(['chain', ...POD])).not.toContain('Without it');
	});

	test('has one row an entry as CSV, with exact chances', async () => {
		const out = await ok(['chain', ...POD, '--max-specs', '1', '-o', 'csv']);
		expect(out.split('\n')).toEqual([
			'rank,spec,vcpu,memoryGiB,perHour,spotPerHour,inStock,first,reason,vsCheapestPercent,withoutPerHour,withoutPlaced',
			expect.stringMatching(/^1,2-4Gi,2,4,0\.441072,[\d.]+,0\.95,0\.95,.*,0,,0$/),
			'',
		]);
	});
});

describe('what --explain says', () => {
	// 2-4Gi costs 0.441072 and is in stock with 0.9; 4-8Gi costs twice as much, with 0.5.
	const line = ['--use-specs', '2-4Gi,4-8Gi', '--in-stock', '2-4Gi=0.9', '--in-stock', '4-8Gi=0.5'];

	test('stands in JSON: the price above the cheapest, the chain up to and without each entry', async () => {
		const {entries} = await chainOf(...line);
		expect(entries).toMatchObject([
			{
				vsCheapest: 0,
				upTo: {perHour: '0.441072', placed: 0.9},
				without: {perHour: '0.882144', placed: 0.5},
			},
			{
				vsCheapest: 100,
				// 0.9 + 0.1 × 0.5
				upTo: {placed: 0.95},
				without: {perHour: '0.441072', placed: 0.9},
			},
		]);
	});

	test('stands in CSV', async () => {
		const rows = (await ok(['chain', ...line, '-o', 'csv'])).split('\n');
		expect(rows[1]).toMatch(/,0,0\.882144,0\.5$/);
		expect(rows[2]).toMatch(/,100,0\.441072,0\.9$/);
	});

	test('has a place for an entry of which only the name is known', async () => {
		const unknown = ['--use-specs', 'ecs.c6.largest,2-4Gi'];
		const {out} = await run(['chain', ...unknown, '-o', 'csv']);
		// An ECS type is taken to be in stock with 0.8, a size with 0.95.
		expect(out.split('\n')[1]).toBe('1,ecs.c6.largest,,,,,0.8,0.8,given,,0.441072,0.95');
		const {entries, expected, worst} = await chainOf(...unknown);
		expect(entries[0]).toMatchObject({
			inStock: 0.8,
			stockBasis: 'assumed',
			vsCheapest: null,
			upTo: {perHour: null, placed: 0.8},
			without: {perHour: '0.441072', placed: 0.95},
		});
		expect(expected).toMatchObject({perHour: null, placed: 0.99});
		expect(worst.perHour).toBeNull();
		const report = await ok(['chain', ...unknown, '--explain']);
		expect(report).toContain('taken to be in stock with 80 %');
		expect(report).toContain('80 % placed, no price');
	});
});

describe('a chain that the user brings', () => {
	test('is graded, with a better one beside it', async () => {
		const line = ['--use-specs', 'ecs.c6.xlarge,2-4Gi', ...POD];
		const chain = await chainOf(...line);
		// 0.8 × 0.78 + 0.19 × 0.441072, over 0.99.
		expect(chain).toMatchObject({given: true, expected: {perHour: '0.714953212121', placed: 0.99}});
		expect(chain.proposal.expected.placed).toBeGreaterThan(0.99);
		expect(await ok(['chain', ...line])).toContain('points placed');
	});

	test('has a reason for every spec that it leaves out', async () => {
		const own = ['--use-specs', 'ecs.g6.large,2-4Gi', ...POD];
		const {rejected, proposal, entries} = await chainOf(...own);
		const named = entries.map(({spec}: {spec: string}) => spec);
		const missing = rejected.filter(({reason}: {reason: string}) => reason === 'not-named');
		expect(missing.map(({spec}: {spec: string}) => spec)).toEqual(
			proposal.useSpecs.split(',').filter((spec: string) => !named.includes(spec)),
		);
		expect(rejected).toContainEqual({spec: '1-2Gi', reason: 'too-small'});
		expect(await ok(['chain', ...own, '--explain'])).toContain('though we would pick it');
	});

	test('is left alone where it is as good', async () => {
		const {useSpecs} = await chainOf(...POD);
		expect((await chainOf('--use-specs', useSpecs, ...POD)).proposal).toBeNull();
	});

	test('is never replaced by smaller specs where the containers say nothing', async () => {
		const {proposal} = await chainOf('--use-specs', '8-16Gi');
		for (const token of proposal?.useSpecs.split(',') ?? []) expect(token).not.toContain('.large');
	});
});

test('how much entries share is changed by flags, and the report prints it', async () => {
	const line = ['--use-specs', '2-4Gi,4-8Gi', '--shared-sizes', '0', '--shared-family', '60%'];
	const {expected, assumptions} = await chainOf(...line);
	expect(expected.placed).toBe(0.9975);
	expect(assumptions.sharedOutages).toEqual({
		ecs: {generation: 0.25, family: 0.6},
		cpuMem: {generation: 0, family: 0},
	});
	const report = await ok(['chain', ...line], {columns: 400});
	expect(report).toContain('its generation shares 25 %, its family 60 %; sizes share 0 %');
	const {code, err} = await run(['chain', ...POD, '--shared-family', '76%']);
	expect(code).toBe(2);
	expect(err).toContain('--shared-family: ');
});

describe('what cannot be is refused with the limit that makes it so', () => {
	test.each([
		[['--target-placed', '99.99999%'], 'reaches'],
		[['--target-placed', '99.9'], '99.9%'],
		[['--pin', 'ecs.c6.26xlarge'], 'more than 64 vCPU'],
		[['--pin', 'ecs.nothing.large'], 'no such size'],
		[['--pin', '2-4Gi,4-8Gi', '--max-specs', '1'], 'full'],
		[['--price-cap', '0.01'], '--price-cap'],
		[['--gpu', '8', '--arch', 'arm64'], 'The region has no arm64 type with GPUs.'],
		[['--price-cap', 'cheap'], "isn't a price"],
		[['--in-stock', '2-4Gi=2'], '2%'],
	])('%j', async (flags, text) => {
		const {code, out, err} = await run(['chain', ...POD, ...flags]);
		expect({code, out}).toEqual({code: 2, out: ''});
		expect(err.replaceAll(/\s+/g, ' ')).toContain(text);
	});
});

test('a chain on spot says what happens when nothing is left', async () => {
	const spot = ['--spot-strategy', 'SpotAsPriceGo', '--ruleset', 'current'];
	const waiting = await run(['chain', ...POD, ...spot]);
	expect(waiting.err).toContain('stays Pending');
	const falling = await run(['chain', ...POD, ...spot, '--spot-fallback']);
	expect(falling.err).toContain('runs on demand');
});
