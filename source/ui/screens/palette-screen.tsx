import type {ReactNode} from 'react';
import {cell} from '../../present/report.ts';
import {whereOf} from '../availability.ts';
import {columnLines} from '../columns.ts';
import {selectLines} from '../components/select-list.tsx';
import {TonedLines} from '../components/toned-lines.tsx';
import {filterLine} from '../filter-line.ts';
import {emptyLine} from '../lines.ts';
import {commandName, commandsOf, type Palette} from '../palette.ts';
import {typed} from '../state/text-edit.ts';
import {whereText} from '../unavailable-text.ts';
import type {ScreenProps} from '../view.ts';

export type PaletteScreenProps = ScreenProps & {readonly palette: Palette};

/** Every action with its key, narrowed by typing; one that does nothing here says where it does. */
export const PaletteScreen = ({state, view, palette}: PaletteScreenProps): ReactNode => {
	const {texts, width, height} = view;
	const commands = commandsOf(state, palette);
	const all = commandsOf(state, {...palette, filter: typed('')}).length;
	const {rows} = columnLines(
		{
			columns: [
				{heading: '', align: 'left'},
				{heading: '', align: 'left'},
				{heading: '', align: 'left', flexible: true},
			],
			rows: commands.map(({binding, shown, works}) => [
				cell(shown, undefined, works ? 'accent' : 'muted'),
				cell(commandName(binding, texts), undefined, works ? 'plain' : 'muted'),
				cell(
					works ? '' : whereText(whereOf(binding, state), state.step, texts),
					undefined,
					'muted',
				),
			]),
		},
		width,
	);
	const count = texts.habits.filtering.count(commands.length, all);
	const head = [filterLine({edit: palette.filter, isTyping: true, count, view}), emptyLine];
	return (
		<TonedLines
			lines={[
				...head,
				...selectLines({
					items: rows.map(line => ({line})),
					focus: Math.min(palette.cursor, rows.length - 1),
					width,
					height: height - head.length,
				}),
			]}
			height={height}
		/>
	);
};
