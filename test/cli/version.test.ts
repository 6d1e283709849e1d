import {expect, test} from 'vitest';
import {ok} from '../helpers/memory-world.ts';

test('--version prints the version alone, with any command', async () => {
	expect(await ok('--version')).toBe('1.2.3\n');
	expect(await ok('size --version')).toBe('1.2.3\n');
	expect(await ok('version')).toBe('1.2.3\n');
	expect(await ok('--version --lang zh-CN')).toBe('1.2.3\n');
});
