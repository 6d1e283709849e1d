import type {Tree} from '../domain/manifest/tree.ts';
import type {RuleId} from '../domain/rules/facts.ts';
import type {JsonObject} from '../domain/schema/json-schema.ts';
import type {Output, World} from '../ports.ts';
import {csvText} from '../present/csv.ts';
import {diagnosticLines} from '../present/diagnostic-lines.ts';
import {learnDiagnostics, type Sayable} from '../present/diagnostic-text.ts';
import {jsonText} from '../present/json.ts';
import {markdownText} from '../present/markdown.ts';
import type {Report, Table} from '../present/report.ts';
import {reportLines} from '../present/report-lines.ts';
import type {Line} from '../present/tone.ts';
import {yamlLines} from '../present/yaml.ts';
import {type Invocation, OUTPUT_FORMATS, type ResultFormat} from './command.ts';
import {paint} from './paint.ts';

/** A result in every form a command prints it in. */
export type Printable = {
	readonly document: () => JsonObject;
	readonly report: () => Report;
	/** Where Markdown isn't the report as it stands. */
	readonly markdown?: () => string;
	/** The one table of CSV. */
	readonly table: () => Table;
};

/** Where nobody knows the width, lines are for files and pipes. */
const PIPE_COLUMNS = 120;

export const widthOf = ({columns}: Output): number => columns ?? PIPE_COLUMNS;

/** Where messages break: nowhere in a log, where a line is a message. */
export const messageWidthOf = (output: Output): number =>
	output.isTerminal ? widthOf(output) : Number.POSITIVE_INFINITY;

const linesText = (lines: readonly Line[], hasColor: boolean): string =>
	lines.map(line => `${paint(line, hasColor)}\n`).join('');

type Canvas = {
	readonly hasColor: boolean;
	readonly width: number;
	/** For drawings in ASCII. */
	readonly isPlain: boolean;
};

const render = (
	format: ResultFormat,
	printable: Printable,
	{hasColor, width, isPlain}: Canvas,
): string => {
	switch (format) {
		case 'json':
			return `${jsonText(printable.document(), 2)}\n`;
		case 'yaml':
			return linesText(yamlLines(printable.document() as Tree), hasColor);
		case 'csv':
			return `${csvText(printable.table())}\n`;
		case 'markdown':
			return `${printable.markdown?.() ?? markdownText(printable.report())}\n`;
		case 'table':
			return linesText(reportLines(printable.report(), width, isPlain), hasColor);
	}
};

/** Prints a result on stdout in the format that was asked for. */
export const printResult = async (
	printable: Printable,
	{output, hasColor}: Invocation,
	{stdout, env}: World,
): Promise<void> => {
	const canvas = {
		hasColor: hasColor && stdout.isTerminal,
		width: widthOf(stdout),
		isPlain: env['TERM'] === 'dumb',
	};
	const format = OUTPUT_FORMATS.find(each => each === output) ?? 'table';
	await stdout.write(render(format, printable, canvas));
};

export const printLines = async (
	lines: readonly Line[],
	{hasColor}: Pick<Invocation, 'hasColor'>,
	{stdout}: World,
): Promise<void> => {
	await stdout.write(linesText(lines, hasColor && stdout.isTerminal));
};

/** Something of the user was moved, or is in the way: nobody would find out later. */
const ALWAYS_SAID: readonly string[] = [
	'settings-set-aside',
	'settings-stuck',
	'import-set-aside',
] satisfies RuleId[];

/** Says diagnostics on stderr: all; with `--quiet` only errors, and what becomes of files. */
export const sayDiagnostics = async (
	diagnostics: readonly Sayable[],
	{language, isQuiet, hasColor}: Pick<Invocation, 'language' | 'isQuiet' | 'hasColor'>,
	{stderr}: World,
): Promise<void> => {
	const said = diagnostics.filter(
		({rule, severity}) => !isQuiet || severity === 'error' || ALWAYS_SAID.includes(rule),
	);
	if (said.length === 0) return;
	await learnDiagnostics(language);
	const colored = hasColor && stderr.isTerminal;
	await stderr.write(linesText(diagnosticLines(said, language, messageWidthOf(stderr)), colored));
};

/** The same beside a result, unless the document on stdout carries it. */
export const sayBeside = async (
	diagnostics: readonly Sayable[],
	invocation: Invocation,
	world: World,
): Promise<void> => {
	if (invocation.output === 'json' || invocation.output === 'yaml') return;
	await sayDiagnostics(diagnostics, invocation, world);
};
