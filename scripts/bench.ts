import {chainSpeeds} from '../test/bench/chain.ts';
import {engineSpeed} from '../test/bench/engine.ts';
import type {Measure} from '../test/bench/measure.ts';
import {simulateMemory, simulateSpeed} from '../test/bench/program.ts';
import {yardstick} from '../test/bench/yardstick.ts';

const line = ({name, value, unit, note}: Measure): string =>
	`${name}: ${value.toFixed(value < 10 ? 2 : 1)} ${unit} (${note})`;

const print = (measures: readonly Measure[]): void => {
	for (const measure of measures) process.stdout.write(`${line(measure)}\n`);
};

print(await chainSpeeds());

/** The engine and the yardstick in turn, three times, so that noise falls on both. */
const turns = Array.from({length: 3}, () => ({
	engine: engineSpeed(),
	c: yardstick(process.argv[2]),
}));
for (const {engine, c} of turns) print(c ? [engine, c] : [engine]);
const ratios = turns.flatMap(({engine, c}) => (c ? [engine.value / c.value] : []));
if (ratios.length > 0)
	process.stdout.write(`engine over scalar C: ${Math.max(...ratios).toFixed(2)} at best\n`);
else process.stdout.write('no C compiler: the yardstick was skipped\n');
print(await simulateSpeed());
print([await simulateMemory()]);
