import type {Key} from 'ink';

/** One key as Ink reports it. */
export type Press = {readonly input: string; readonly key: Partial<Key>};

export const letter =
	(...letters: string[]) =>
	({input, key}: Press): boolean =>
		!key.ctrl && !key.meta && letters.includes(input);
export const control =
	(name: string) =>
	({input, key}: Press): boolean =>
		key.ctrl === true && input === name;
export const named =
	(
		name:
			| 'upArrow'
			| 'downArrow'
			| 'leftArrow'
			| 'rightArrow'
			| 'pageUp'
			| 'pageDown'
			| 'return'
			| 'escape',
	) =>
	({key}: Press): boolean =>
		key[name] === true && !key.shift;
export const either =
	(...tests: ((press: Press) => boolean)[]) =>
	(press: Press): boolean =>
		tests.some(test => test(press));
export const shifted =
	(name: 'upArrow' | 'downArrow' | 'leftArrow' | 'rightArrow') =>
	({key}: Press): boolean =>
		key[name] === true && key.shift === true;
export const tab =
	(back: boolean) =>
	({key}: Press): boolean =>
		key.tab === true && (key.shift === true) === back;

/** A key that stands for the text it types. */
export const isPrintable = ({input, key}: Press): boolean =>
	input !== '' && !key.ctrl && !key.meta && !key.return && !key.escape && !key.tab;
