import type {FlagGroup} from '../domain/input/flag-table.ts';
import {PLAN_FLAGS} from '../domain/input/flag-table.ts';
import type {World} from '../ports.ts';
import {
	commandHelp,
	type HelpCommand,
	type HelpFlag,
	type HelpSection,
	isFlagText,
	programHelp,
} from '../present/help.ts';
import type {CommandRow, FaceFlag, Invocation} from './command.ts';
import {COMMANDS, COMMON_FLAGS} from './commands.ts';
import {EXIT} from './failure.ts';
import {printLines, widthOf} from './print.ts';
import {SETTING_KEYS} from './settings-keys.ts';

const GROUPS: readonly FlagGroup[] = [
	'workload',
	'chain',
	'spot',
	'pod',
	'network',
	'prices',
	'plan',
	'simulation',
];

const helpFlags = (
	flags: readonly {readonly name: string; readonly value: string; readonly short?: string}[],
): readonly HelpFlag[] =>
	flags.flatMap(({name, value, short}) =>
		isFlagText(name) ? [{name, value, ...(short !== undefined && {short})}] : [],
	);

/** Of all formats, those that the command prints. */
const commonFlags = (formats: CommandRow['formats']): readonly FaceFlag[] =>
	COMMON_FLAGS.map(flag => (flag.name === 'output' ? {...flag, value: formats.join('|')} : flag));

const sectionsOf = ({
	name,
	groups,
	without = [],
	flags,
	formats,
}: CommandRow): readonly HelpSection[] => {
	const keys =
		name === 'settings set' ? [{title: 'keys' as const, flags: helpFlags(SETTING_KEYS)}] : [];
	const own = flags.length > 0 ? [{title: 'command' as const, flags: helpFlags(flags)}] : [];
	const grouped = GROUPS.filter(group => groups.includes(group)).map(group => ({
		title: group,
		flags: helpFlags(
			PLAN_FLAGS.filter(flag => flag.group === group && !without.includes(flag.name)),
		),
	}));
	return [
		...keys,
		...own,
		...grouped,
		{title: 'everywhere', flags: helpFlags(commonFlags(formats))},
	];
};

const helpCommand = (row: CommandRow): HelpCommand => ({
	name: row.name,
	words: row.words,
	example: row.example,
	sections: sectionsOf(row),
});

/** Prints the help of a command, or of the program. */
export const runHelp = async (
	row: CommandRow,
	manners: Pick<Invocation, 'language' | 'hasColor'>,
	world: World,
): Promise<number> => {
	const width = Math.min(widthOf(world.stdout), 100);
	const lines =
		row.name === ''
			? programHelp(COMMANDS.map(helpCommand), helpFlags(COMMON_FLAGS), manners.language, width)
			: commandHelp(helpCommand(row), manners.language, width);
	await printLines(lines, manners, world);
	return EXIT.done;
};
