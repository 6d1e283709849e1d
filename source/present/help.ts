import {displayWidth, padCells, wrapCells} from './display-width.ts';
import {enHelp, type HelpTexts} from './language/en/help.ts';
import type {LanguageId} from './language/language.ts';
import {zhCnHelp} from './language/zh-cn/help.ts';
import {blank, type Line, line, span, type Tone} from './tone.ts';

export type HelpFlag = {
	readonly name: keyof HelpTexts['flagTexts'];
	readonly value: string;
	readonly short?: string;
};

export type HelpSection = {
	readonly title: keyof HelpTexts['flagsOf'];
	readonly flags: readonly HelpFlag[];
};

export type HelpCommand = {
	readonly name: keyof HelpTexts['commandTexts'];
	readonly words: string;
	readonly example: string;
	readonly sections: readonly HelpSection[];
};

const textsOf = (language: LanguageId): HelpTexts => (language === 'zh-CN' ? zhCnHelp : enHelp);

/** True for a flag that the help has a line for: every flag, as a test shows. */
export const isFlagText = (name: string): name is HelpFlag['name'] =>
	Object.hasOwn(enHelp.flagTexts, name);

const WIDEST_LABEL = 34;
const NARROWEST_TEXT = 12;

/** Choices that fill more than a line go on below it, parted behind a bar. */
const labelLines = (label: string, width: number): readonly Line[] => {
	const isLong = displayWidth(label) + 2 > width;
	const parts = isLong ? wrapCells(label.replaceAll('|', '| '), width - 4) : [label];
	return parts.map((part, index) =>
		line(`${index === 0 ? '  ' : '    '}${part.replaceAll('| ', '|')}`, 'accent'),
	);
};

/** Two columns: what to type and what it does; a long label stands on a line of its own. */
const definitions = (
	entries: readonly (readonly [label: string, text: string])[],
	width: number,
): readonly Line[] => {
	const widest = Math.max(0, ...entries.map(([label]) => displayWidth(label)));
	const labelWidth = Math.min(widest, WIDEST_LABEL, Math.floor(width / 2));
	const lead = ' '.repeat(labelWidth + 4);
	return entries.flatMap(([label, text]) => {
		const wrapped = wrapCells(text, Math.max(NARROWEST_TEXT, width - lead.length));
		const head = span(`  ${padCells(label, labelWidth, 'left')}  `, 'accent');
		if (displayWidth(label) > labelWidth)
			return [...labelLines(label, width), ...wrapped.map(part => line(lead + part))];
		const [first = '', ...rest] = wrapped;
		return [[head, span(first)], ...rest.map(part => line(lead + part))];
	});
};

const paragraph = (text: string, width: number, tone: Tone): readonly Line[] =>
	wrapCells(text, width).map(part => line(part, tone));

/** A command to copy; a long one goes on after a backslash, as shells read it. */
const exampleLines = (example: string, width: number): readonly Line[] => {
	const fits = displayWidth(example) + 2 <= width;
	const [first = '', ...rest] = fits ? [example] : wrapCells(example, width - 6);
	const parts = [`  ${first}`, ...rest.map(part => `    ${part}`)];
	return parts.map((part, index) => line(index < parts.length - 1 ? `${part} \\` : part, 'accent'));
};

const flagLabel = ({name, value, short}: HelpFlag): string =>
	`${short === undefined ? '' : `-${short}, `}--${name}${value === '' ? '' : ` ${value}`}`;

const keyLabel = ({name, value}: HelpFlag): string => `${name} ${value}`;

const invocation = ({name, words}: HelpCommand): string =>
	['eci-plan', name, words].filter(part => part !== '').join(' ');

const flagTextOf = (
	{name: command}: HelpCommand,
	{name: flag}: HelpFlag,
	{flagTexts, flagTextsOf}: HelpTexts,
): string => {
	const own: Readonly<Record<string, Readonly<Record<string, string>>>> = flagTextsOf;
	return own[command]?.[flag] ?? flagTexts[flag];
};

/** Help of one command: usage, an example and its flags by group. */
export const commandHelp = (
	command: HelpCommand,
	language: LanguageId,
	width: number,
): readonly Line[] => {
	const texts = textsOf(language);
	return [
		line(`${invocation(command)} [flags]`, 'heading'),
		...wrapCells(texts.commandTexts[command.name], width - 2).map(part => line(`  ${part}`)),
		blank,
		line(texts.example, 'heading'),
		...exampleLines(command.example, width),
		...command.sections.flatMap(({title, flags}) => [
			blank,
			line(texts.flagsOf[title], 'heading'),
			...definitions(
				flags.map(flag => [
					title === 'keys' ? keyLabel(flag) : flagLabel(flag),
					flagTextOf(command, flag, texts),
				]),
				width,
			),
		]),
		blank,
		...paragraph(texts.environment, width, 'muted'),
	];
};

/** Help of the program: every command with its line and its example. */
export const programHelp = (
	commands: readonly HelpCommand[],
	everywhere: readonly HelpFlag[],
	language: LanguageId,
	width: number,
): readonly Line[] => {
	const texts = textsOf(language);
	return [
		...paragraph(texts.summary, width, 'heading'),
		blank,
		line(texts.usage, 'heading'),
		line('  eci-plan [COMMAND] [flags]'),
		blank,
		line(texts.commands, 'heading'),
		...definitions(
			commands.map(command => [invocation(command), texts.commandTexts[command.name]]),
			width,
		),
		blank,
		line(texts.flagsOf.everywhere, 'heading'),
		...definitions(
			everywhere.map(flag => [flagLabel(flag), texts.flagTexts[flag.name]]),
			width,
		),
		blank,
		line(texts.example, 'heading'),
		...commands.flatMap(({example}) => exampleLines(example, width)),
		blank,
		...paragraph(texts.more, width, 'muted'),
	];
};
