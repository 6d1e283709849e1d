import {Writable} from 'node:stream';
import type {WriteStream} from 'node:tty';
import {describe, expect, test} from 'vitest';
import {nodeOutput, withoutCursorCodes} from '../../source/adapters/node-output.ts';

type Traits = {readonly isTTY?: boolean; readonly columns?: number};

const failing = (code: string): Error => Object.assign(new Error(code), {code});

/** A stream with what a terminal adds; `error` is what every write ends with. */
const streamOf = (
	taken: string[],
	traits: Traits = {},
	error: Error | null = null,
): WriteStream => {
	const stream = new Writable({
		decodeStrings: false,
		write: (chunk: string, _encoding, done) => {
			if (!error) taken.push(chunk);
			done(error);
		},
	});
	return Object.assign(stream, traits) as unknown as WriteStream;
};

describe('a standard stream', () => {
	test('resolves once the text was taken', async () => {
		const taken: string[] = [];
		const output = nodeOutput(streamOf(taken));
		await output.write('one');
		await output.write('two');
		expect(taken).toEqual(['one', 'two']);
	});

	test('has a width only where it is a terminal that knows it', () => {
		const widthOf = (traits: Traits) => {
			const {isTerminal, columns} = nodeOutput(streamOf([], traits));
			return {isTerminal, columns};
		};
		expect(widthOf({isTTY: true, columns: 80})).toEqual({isTerminal: true, columns: 80});
		expect(widthOf({isTTY: true, columns: 0})).toEqual({isTerminal: true, columns: null});
		expect(widthOf({isTTY: true})).toEqual({isTerminal: true, columns: null});
		expect(widthOf({})).toEqual({isTerminal: false, columns: null});
	});

	test.each(['EPIPE', 'ERR_STREAM_DESTROYED'])(
		'%s: the reader has gone, which is no failure',
		async code => {
			const output = nodeOutput(streamOf([], {}, failing(code)));
			await expect(output.write('x')).resolves.toBeUndefined();
			await expect(output.write('y')).resolves.toBeUndefined();
		},
	);

	test('EIO of a terminal that was closed is no failure either', async () => {
		const output = nodeOutput(streamOf([], {isTTY: true}, failing('EIO')));
		await expect(output.write('x')).resolves.toBeUndefined();
	});

	test.each([
		['ENOSPC', 'no-space'],
		['EIO', 'other'],
	])('%s is a failure outside that can be told', async (code, reason) => {
		const output = nodeOutput(streamOf([], {}, failing(code)));
		await expect(output.write('x')).rejects.toMatchObject({
			problem: {exitCode: 4, diagnostics: [{rule: 'file-unwritable', facts: {file: '-', reason}}]},
		});
	});
});

describe('the code that shows the cursor', () => {
	const SHOW = '\u001B[?25h';
	const written = (traits: Traits) => {
		const taken: string[] = [];
		const stream = withoutCursorCodes(streamOf(taken, traits));
		stream.write(SHOW);
		stream.write('eci-plan export\n');
		return taken;
	};

	test('goes to a terminal alone', () => {
		expect(written({isTTY: true})).toEqual([SHOW, 'eci-plan export\n']);
		expect(written({})).toEqual(['eci-plan export\n']);
	});
});
