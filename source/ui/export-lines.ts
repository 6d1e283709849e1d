import {fieldLines} from './components/field-list.tsx';
import {selectLines} from './components/select-list.tsx';
import {fieldItem, labelWidthFor} from './field-items.ts';
import {emptyLine, justified, oneLine, type ScreenLine, wrapped} from './lines.ts';
import {equivalentOf} from './state/equivalent.ts';
import {leftOut} from './state/exporting.ts';
import {problemsOf, rowsOf} from './state/rows.ts';
import type {WizardState} from './state/wizard-types.ts';
import {adviceText, type View} from './view.ts';

/** From here on there is room for lines that only part one thing from the next. */
const ROOMY = 10;
/** The command is never without a line, and neither are its heading and the way to the end. */
const COMMAND_AT_LEAST = 2;
const LIST_AT_LEAST = 1;

const fieldsPart = (state: WizardState, view: View): readonly ScreenLine[] => {
	const rows = rowsOf(state, 'export');
	const labelWidth = labelWidthFor(rows, view);
	const items = rows.flatMap((row, index) =>
		row.kind === 'field'
			? fieldItem(state, row.field, index === state.cursors.export, labelWidth, view)
			: [],
	);
	const height = Math.max(1, Math.min(6, view.height - COMMAND_AT_LEAST - LIST_AT_LEAST));
	return fieldLines({items, labelWidth, width: view.width, height});
};

/** The errors, each a way to its field, and the last key of the wizard. */
const listPart = (state: WizardState, view: View, height: number): readonly ScreenLine[] => {
	const {texts, width, language} = view;
	const rows = rowsOf(state, 'export');
	const listed = rows.filter(({kind}) => kind !== 'field');
	const problems = listed.length - 1;
	const items = listed.map(row => {
		if (row.kind !== 'problem')
			return {
				line: [
					...oneLine(`[ ${texts.export.finish} ]`, problems > 0 ? 'muted' : 'accent'),
					...oneLine(`  ${texts.export.finishHelp}`, 'muted'),
				],
			};
		const advice = adviceText(row.diagnostic, language);
		const [line = [], ...notes] = wrapped(advice, width - 4, 'danger', '✗ ');
		return {line, notes: notes.map(rest => [...oneLine('   '), ...rest])};
	});
	const heading = problems > 0 ? [oneLine(` ${texts.export.blocked(problems)}`, 'warning')] : [];
	return [
		...heading,
		...selectLines({
			items,
			focus: state.cursors.export - (rows.length - listed.length),
			width,
			height: Math.max(LIST_AT_LEAST, height - heading.length),
		}),
	];
};

const commandLines = (state: WizardState, {texts, width}: View): readonly ScreenLine[] => {
	if (problemsOf(state).length > 0) return wrapped(texts.export.noCommand, width, 'muted', '   ');
	const caveat = leftOut(state, texts);
	return [
		...wrapped(equivalentOf(state).command, width, 'muted', '   '),
		...(caveat === null ? [] : wrapped(caveat, width, 'warning', '   ▲ ')),
	];
};

/** The step above the command, the command, and how much of it has room. */
export type Export = {
	readonly top: readonly ScreenLine[];
	readonly command: readonly ScreenLine[];
	readonly room: number;
};

export const exportOf = (state: WizardState, view: View): Export => {
	const {height} = view;
	const gap = height < ROOMY ? [] : [emptyLine];
	const fields = [...fieldsPart(state, view), ...gap];
	const list = listPart(state, view, height - fields.length - COMMAND_AT_LEAST - gap.length);
	const top = [...fields, ...list, ...gap];
	return {top, command: commandLines(state, view), room: Math.max(1, height - top.length - 1)};
};

/** The last line of the command that may stand first. */
export const exportLimit = ({command, room}: Export): number => Math.max(0, command.length - room);

/** The heading of the command, with what of it is shown where that isn't all. */
export const commandPart = (
	shown: Export,
	scroll: number,
	{texts, width}: View,
): readonly ScreenLine[] => {
	const limit = exportLimit(shown);
	const from = Math.min(scroll, limit);
	const {command, room} = shown;
	const lines = command.slice(from, from + room);
	const place = texts.review.lines(from + 1, from + lines.length, command.length);
	const heading = oneLine(` ${texts.export.command}`, 'heading');
	return [
		limit === 0 ? heading : justified(heading, oneLine(`${place}, PgUp PgDn `, 'muted'), width),
		...lines,
	];
};
