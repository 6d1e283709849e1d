import type {World} from '../ports.ts';
import {askedFor} from './asked-for.ts';
import type {Invocation} from './command.ts';
import {usageFailure} from './failure.ts';
import {isOn} from './manners.ts';

/** What `annotate` does to manifests, and what it does with the result. */
export type AnnotateMode = {
	readonly goal: 'add' | 'remove' | 'remove-all';
	readonly output: 'text' | 'diff' | 'kustomize' | 'write';
	/** Whether something would change decides on the exit code. */
	readonly isCheck: boolean;
};

/** Pairs that make no sense together: the first is of no use beside the second. */
const APART: readonly (readonly [flag: string, beside: string])[] = [
	['diff', 'write'],
	['check', 'write'],
	['as', 'write'],
	['as', 'diff'],
	['as', 'check'],
	['as', 'remove'],
];

export const annotateMode = ({flags}: Invocation, {env}: World): AnnotateMode => {
	const asks = (name: string): boolean => {
		const value = askedFor(name, flags, env);
		return name === 'as' ? value !== undefined : isOn(value);
	};
	const apart = APART.find(pair => pair.every(asks));
	if (apart) {
		const [flag, beside] = apart;
		throw usageFailure('flag-unused', {flag: `--${flag}`, command: `annotate --${beside}`});
	}
	if (asks('all') && !asks('remove'))
		throw usageFailure('flag-unused', {flag: '--all', command: 'annotate without --remove'});
	const removal = asks('all') ? 'remove-all' : 'remove';
	const outputs = (['diff', 'write'] as const).find(asks);
	return {
		goal: asks('remove') ? removal : 'add',
		output: outputs ?? (asks('as') ? 'kustomize' : 'text'),
		isCheck: asks('check'),
	};
};
