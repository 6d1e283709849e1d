import {report} from '../domain/rules/rules.ts';
import {commonPaths, firstDifference} from '../domain/simulation/shard/join-shards.ts';
import {readShard} from '../domain/simulation/shard/read-shard.ts';
import type {SimulationShard} from '../domain/simulation/shard/shard.ts';
import {SHARD_KIND, shardedRun} from '../domain/simulation/shard/shard-codec.ts';
import type {World} from '../ports.ts';
import {Failure, orFail, usageFailure} from './failure.ts';
import {kindOf} from './gather-input.ts';

/** A shard of 100,000 paths and three strategies is smaller; it bounds memory, too. */
const LIMIT_MIB = 256;

/** A shard, and the file and line that it stands in. */
export type FoundShard = SimulationShard & {readonly label: string};

type Found = {readonly label: string; readonly document: unknown};

const malformed = (file: string, line: number | null): Failure =>
	usageFailure('file-malformed', {file, line, column: null, detail: 'it is no JSON'}, file);

const parsed = (text: string): {readonly document: unknown} | null => {
	try {
		return {document: JSON.parse(text) as unknown};
	} catch {
		return null;
	}
};

/** One document, or one a line: the logs of several pods. */
function* documentsIn(text: string, file: string): Generator<Found> {
	const whole = parsed(text);
	if (whole) {
		yield {label: file, document: whole.document};
		return;
	}
	const lines = text.split('\n');
	if (lines.filter(line => line.trim() !== '').length < 2) throw malformed(file, null);
	for (const [index, line] of lines.entries()) {
		if (line.trim() === '') continue;
		const found = parsed(line);
		if (!found) throw malformed(file, index + 1);
		yield {label: `${file}:${index + 1}`, document: found.document};
	}
}

const versionOf = (document: unknown): string | undefined => {
	if (typeof document !== 'object' || document === null) return undefined;
	const version: unknown = Object.entries(document).find(([key]) => key === 'version')?.[1];
	return typeof version === 'string' ? version : undefined;
};

const read = ({label, document}: Found, {version: here}: World): FoundShard => {
	const found = kindOf(document) ?? '';
	if (found !== SHARD_KIND)
		throw usageFailure('document-kind', {file: label, found, expected: SHARD_KIND}, label);
	const made = versionOf(document);
	if (made !== undefined && made !== here) throw usageFailure('shard-version', {made, here}, label);
	const answer = readShard(document);
	if (!answer.ok) throw usageFailure('shard-invalid', answer.problem, label);
	return {...answer.shard, label};
};

/** Takes one shard after the other, as long as each goes with those before. */
const openCollection = () => {
	const shards: FoundShard[] = [];
	let first: {readonly shard: FoundShard; readonly text: string} | null = null;
	const checkRun = (shard: FoundShard) => {
		const written = shardedRun.write(shard.run);
		const text = JSON.stringify(written);
		first ??= {shard, text};
		if (text === first.text) return;
		const field = firstDifference({run: shardedRun.write(first.shard.run)}, {run: written});
		throw usageFailure(
			'shard-different',
			{other: first.shard.label, field: field ?? 'run'},
			shard.label,
		);
	};
	const checkPaths = ({block, label}: FoundShard) => {
		for (const other of shards) {
			const common = commonPaths(block, other.block);
			if (common) throw usageFailure('shard-overlap', {other: other.label, ...common}, label);
		}
	};
	return {
		shards,
		add: (shard: FoundShard) => {
			checkRun(shard);
			checkPaths(shard);
			shards.push({...shard, run: first?.shard.run ?? shard.run});
		},
	};
};

/** Reads shards of one simulation; the first thing that is wrong with them ends the command. */
export const readShards = async (
	files: readonly string[],
	world: World,
): Promise<readonly FoundShard[]> => {
	const collection = openCollection();
	for (const file of files) {
		const text = orFail(await world.files.read(file, {limitMiB: LIMIT_MIB}));
		if (text.trim() === '')
			throw new Failure(2, [report('file-empty', {file, expected: SHARD_KIND}, file)]);
		for (const found of documentsIn(text, file)) collection.add(read(found, world));
	}
	return collection.shards;
};
