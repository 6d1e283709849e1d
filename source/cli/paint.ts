import type {Line, Tone} from '../present/tone.ts';

/** SGR parameters of a tone in the terminal's own 16 colours, which follow its theme. */
const SGR: Readonly<Record<Tone, string>> = {
	plain: '',
	heading: '1',
	muted: '2',
	accent: '1;36',
	good: '32',
	warning: '33',
	danger: '1;31',
	spot: '35',
	'on-demand': '36',
	ecs: '34',
	key: '36',
	string: '32',
	number: '33',
};

/** A line as text, with colours if the terminal has them. */
export const paint = (line: Line, hasColor: boolean): string =>
	line
		.map(({text, tone}) => {
			const code = hasColor && text !== '' ? SGR[tone] : '';
			return code === '' ? text : `\u001b[${code}m${text}\u001b[0m`;
		})
		.join('');
