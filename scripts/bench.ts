import {keySpeedOfWizard} from '../test/bench/bundled.ts';
import {chainSpeeds} from '../test/bench/chain.ts';
import {buildEngine} from '../test/bench/engine.ts';
import {liveSpeeds} from '../test/bench/live.ts';
import {annotateSpeeds, diffSpeed, manifestSpeed} from '../test/bench/manifests.ts';
import {type Measure, middle} from '../test/bench/measure.ts';
import {simulateMemory, simulateSpeed} from '../test/bench/program.ts';
import {startUp} from '../test/bench/start-up.ts';
import {buildYardstick} from '../test/bench/yardstick.ts';

const line = ({name, value, unit, note}: Measure): string =>
	`${name}: ${value.toFixed(value < 10 ? 2 : 1)} ${unit} (${note})`;

const print = (measures: readonly Measure[]): void => {
	for (const measure of measures) process.stdout.write(`${line(measure)}\n`);
};

print(startUp());
print(await chainSpeeds());

const yardstick = buildYardstick(process.argv[2]);
if (!yardstick) process.stdout.write('no C compiler: the yardstick was skipped\n');

const built = await buildEngine();
/** The engine and the yardstick in turn, three times, so that noise falls on both. */
const ratios: number[] = [];
for (let turn = 0; turn < 3; turn++) {
	const engine = built.speed();
	const c = yardstick ? [await yardstick.alone()] : [];
	print([engine, ...c]);
	ratios.push(...c.map(({value}) => engine.value / value));
}
built.remove();
if (ratios.length > 0)
	process.stdout.write(
		`engine over scalar C: ${middle(ratios.toSorted((a, b) => a - b)).toFixed(2)} times, in the middle of three (at least 1)\n`,
	);
print(await liveSpeeds());
print([await keySpeedOfWizard()]);
if (yardstick) print([await yardstick.atOnce()]);
yardstick?.remove();
print(await manifestSpeed());
print(await diffSpeed());
const annotated = await annotateSpeeds();
if (annotated) print(annotated);
else process.stdout.write('no kubectl: annotate was not compared with it\n');
print(await simulateSpeed());
print([await simulateMemory()]);
