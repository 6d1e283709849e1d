import {nearest} from '../domain/rules/nearest.ts';
import {report} from '../domain/rules/rules.ts';
import {isMoment} from '../domain/units/moment.ts';
import type {World} from '../ports.ts';
import {learnDiagnostics} from '../present/diagnostic-text.ts';
import {printable} from '../present/printable.ts';
import {askedFor} from './asked-for.ts';
import {
	type CommandRow,
	EVERY_FORMAT,
	type FaceFlag,
	type Invocation,
	type OutputFormat,
} from './command.ts';
import {COMMON_FLAGS} from './commands.ts';
import {EXIT, endingOf, Failure, failureOf, usageFailure} from './failure.ts';
import {environmentName} from './flag-layer.ts';
import {loadCommand} from './load-command.ts';
import {type Manners, mannersFlags, mannersOf} from './manners.ts';
import {type ParsedArguments, parseArguments} from './parse-arguments.ts';
import {sayDiagnostics} from './print.ts';

type Texts = Readonly<Record<string, string>>;

const isFormat = (text: string | undefined): text is OutputFormat =>
	EVERY_FORMAT.some(format => format === text);

const commandName = ({name}: CommandRow) => (name === '' ? 'eci-plan' : name);

/** A variable or a setting speaks to every command, so one that can't print the format goes by its default. */
const outputOf = (
	{row, flags}: ParsedArguments,
	settings: Texts,
	{env}: World,
): OutputFormat | null => {
	const flag = flags.get('output')?.at(-1);
	const format = flag ?? askedFor('output', flags, env) ?? settings['output'];
	if (isFormat(format) && row.formats.includes(format)) return format;
	if (flag === undefined) return null;
	throw usageFailure(
		'output-unsupported',
		{format: flag, command: commandName(row), formats: row.formats},
		'--output',
	);
};

const checkTwin = ({name, kind, choices}: FaceFlag, env: World['env']) => {
	const variable = environmentName(name);
	const value = env[variable];
	if (value && kind === 'boolean' && !['true', 'false', '1', '0'].includes(value))
		return [report('field-type', {expected: 'true-or-false', found: 'text'}, variable)];
	return !value || !choices || choices.includes(value)
		? []
		: [report('field-choice', {value, choices, suggestion: nearest(value, choices)}, variable)];
};

const checkClock = ({ECI_PLAN_NOW: value}: World['env']) =>
	!value || isMoment(value) ? [] : [report('moment-invalid', {value}, 'ECI_PLAN_NOW')];

/** Twins of the flags outside the PlanInput take the same values as the flags. */
const checkTwins = ({row, flags}: ParsedArguments, {env}: World): void => {
	const twins = [...row.flags, ...COMMON_FLAGS].filter(({name}) => !flags.has(name));
	const problems = [...twins.flatMap(flag => checkTwin(flag, env)), ...checkClock(env)];
	if (problems.length > 0) throw new Failure(2, problems);
};

const printVersion = async ({stdout, version}: World): Promise<number> => {
	await stdout.write(`${version}\n`);
	return EXIT.done;
};

const printHelp = async (row: CommandRow, manners: Manners, world: World): Promise<number> => {
	const {runHelp} = await import('./help.ts');
	return runHelp(row, manners, world);
};

/** How many words a command takes; any number where the last one says so. */
const mostWords = ({words}: CommandRow): number => {
	if (words.endsWith('…')) return Number.POSITIVE_INFINITY;
	return words === '' ? 0 : words.split(' ').length;
};

const execute = async (
	parsed: ParsedArguments,
	known: Manners & Pick<Invocation, 'settings' | 'savedPresets' | 'recent' | 'notices'>,
	world: World,
): Promise<number> => {
	const {row, flags, words} = parsed;
	if (flags.has('version')) return printVersion(world);
	if (flags.has('help')) return printHelp(row, known, world);
	const extra = words[mostWords(row)];
	if (extra !== undefined) throw usageFailure('argument-unexpected', {argument: extra});
	checkTwins(parsed, world);
	const output = outputOf(parsed, known.settings, world);
	await learnDiagnostics(known.language);
	const {run: runCommand} = await loadCommand[row.name]();
	return runCommand({...known, words, flags, output}, world);
};

/** Says how it ended; where nobody can be told, the exit code still tells. */
const endOf = async (error: unknown, manners: Manners, world: World): Promise<number> => {
	const failure = failureOf(error);
	const detail = error instanceof Error ? error.message : String(error);
	try {
		if (failure) await sayDiagnostics(endingOf(failure), manners, world);
		else await world.stderr.write(`eci-plan ${world.version} has a bug: ${printable(detail)}\n`);
	} catch {
		return failure?.exitCode ?? EXIT.bug;
	}
	return failure?.exitCode ?? EXIT.bug;
};

/** Runs one command line; every failure becomes a message on stderr and an exit code here. */
export const run = async (world: World): Promise<number> => {
	const flags = mannersFlags(world.args);
	let manners = mannersOf(flags, {}, world);
	try {
		const {settings, diagnostics} = await world.settings.read();
		manners = mannersOf(flags, settings.defaults, world);
		await sayDiagnostics(diagnostics, manners, world);
		const parsed = parseArguments(world.args);
		manners = mannersOf(parsed.flags, settings.defaults, world);
		const known = {
			...manners,
			settings: settings.defaults,
			savedPresets: settings.presets,
			recent: settings.recent,
			notices: diagnostics,
		};
		return await execute(parsed, known, world);
	} catch (error) {
		return endOf(error, manners, world);
	}
};
