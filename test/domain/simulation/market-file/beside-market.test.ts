import {expect, it} from 'vitest';
import {besideMarket} from '../../../../source/domain/simulation/market-file/beside-market.ts';

it.each([
	['market.yaml', 'trace.json', 'trace.json'],
	['markets/a.yaml', 'trace.json', 'markets/trace.json'],
	['/srv/markets/a.yaml', 'data/trace.json', '/srv/markets/data/trace.json'],
	['C:\\markets\\a.yaml', 'trace.json', 'C:\\markets\\trace.json'],
	['-', 'trace.json', 'trace.json'],
	['market.yaml', '-', './-'],
	['a.yaml', './..trace', './..trace'],
])('beside %s, %s is %s', (market, file, path) => {
	expect(besideMarket(market, file)).toBe(path);
});

it.each([
	'',
	' ',
	'/etc/passwd',
	'\\\\host\\share',
	'C:\\x',
	'c:x',
	'..',
	'../x',
	'a/../../x',
	'a\\..\\x',
])('%s leads out of the folder', file => {
	expect(besideMarket('markets/a.yaml', file)).toBeNull();
});
