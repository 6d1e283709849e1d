import {Text} from 'ink';
import {type CellProps, Table} from 'ink-table';
import {createContext, type PropsWithChildren, type ReactNode, useContext} from 'react';
import {displayWidth, padCells} from '../../present/display-width.ts';
import {type Role, useTheme} from '../theme.ts';

export type CostColumn = {
	readonly heading: string;
	readonly align: 'left' | 'right';
	readonly tone: Role;
};

export type CostTableProps = {
	readonly columns: readonly CostColumn[];
	readonly rows: readonly (readonly string[])[];
};

/** Lines that the table takes: a rule above, between and below all rows. */
export const costTableHeight = (rows: number): number => 2 * rows + 3;

const widthsOf = ({columns, rows}: CostTableProps): readonly number[] =>
	columns.map(({heading}, index) =>
		Math.max(displayWidth(heading), ...rows.map(row => displayWidth(row[index] ?? ''))),
	);

/** ink-table measures with `.length`, so its cells are filled again by the cells of the terminal. */
const refilled = (children: ReactNode, width: number, align: 'left' | 'right'): string => {
	const text = String(children);
	return /^─+$/.test(text) ? '─'.repeat(width + 2) : ` ${padCells(text.trim(), width, align)} `;
};

type Layout = {readonly columns: readonly CostColumn[]; readonly widths: readonly number[]};

/** ink-table keeps the cell components it was created with; the context tells them of later widths. */
const LayoutContext = createContext<Layout>({columns: [], widths: []});

const CellText = ({column, children, isHeading}: CellProps & {readonly isHeading: boolean}) => {
	const theme = useTheme();
	const {columns, widths} = useContext(LayoutContext);
	const {align = 'left', tone = 'plain'} = columns[column] ?? {};
	return (
		<Text {...theme[isHeading ? 'heading' : tone]}>
			{refilled(children, widths[column] ?? 0, align)}
		</Text>
	);
};

const DataCell = (props: CellProps) => <CellText {...props} isHeading={false} />;
const HeadingCell = (props: PropsWithChildren<Partial<CellProps>>) => (
	<CellText column={props.column ?? 0} isHeading>
		{props.children}
	</CellText>
);

/** A corner or a crossing comes without a column, a rule across one with it. */
const Skeleton = ({column, children}: PropsWithChildren<Partial<CellProps>>) => {
	const theme = useTheme();
	const {widths} = useContext(LayoutContext);
	return (
		<Text {...theme.rule}>
			{column === undefined ? children : refilled(children, widths[column] ?? 0, 'left')}
		</Text>
	);
};

/** Costs in a drawn grid. */
export const CostTable = (props: CostTableProps): ReactNode => {
	const {columns, rows} = props;
	return (
		<LayoutContext value={{columns, widths: widthsOf(props)}}>
			<Table
				data={rows.map(row =>
					Object.fromEntries(columns.map(({heading}, index) => [heading, row[index] ?? ''])),
				)}
				columns={columns.map(({heading}) => heading)}
				cell={DataCell}
				header={HeadingCell}
				skeleton={Skeleton}
			/>
		</LayoutContext>
	);
};

/** Cells that the table fills. */
export const costTableWidth = (props: CostTableProps): number =>
	widthsOf(props).reduce((sum, width) => sum + width + 3, 1);
