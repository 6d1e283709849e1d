import {describe, expect, test} from 'vitest';
import {NODES, runProgram} from '../helpers/run-program.ts';

const LINE = ['simulate', '--cpu=2', '--memory=4Gi', '--replicas=10', '--quiet'];
const YEAR = [...LINE, '--horizon=365d'];

describe.each(NODES)('on Node %s', (_version, node) => {
	test('any number of workers gives the same bytes', async () => {
		const simulate = async (workers: string): Promise<string> => {
			const ended = await runProgram([...YEAR, '--paths=1500', '-o', 'json', workers], {
				node,
				timeout: 60_000,
			});
			expect(ended).toMatchObject({code: 0, err: ''});
			return ended.out;
		};
		const alone = await simulate('--workers=1');
		expect(await simulate('--workers=2')).toBe(alone);
		expect(await simulate('--workers=5')).toBe(alone);
	}, 60_000);

	test('Ctrl-C ends it at once, with what it has', async () => {
		// Nothing tells from outside that the paths are being drawn; start-up takes a tenth of this.
		const soon = new Promise<void>(resolve => {
			setTimeout(resolve, 3000);
		});
		const ended = await runProgram([...YEAR, '--paths=1000000', '-o', 'csv'], {
			node,
			timeout: 60_000,
			kill: {signal: 'SIGINT', when: soon},
		});
		expect(ended).toMatchObject({code: 130, isTimedOut: false});
		const [head, ...rows] = ended.out.trim().split('\n');
		expect(head).toContain('name,mean,se');
		expect(rows.map(row => row.split(',')[0])).toEqual(['on-demand', 'spot', 'spot-fallback']);
	}, 60_000);
});
