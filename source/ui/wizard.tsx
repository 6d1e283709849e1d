import {Box, useWindowSize} from 'ink';
import type {Dispatch, ReactNode} from 'react';
import {defaultPlanInput} from '../domain/input/plan-input.ts';
import type {Draft} from '../domain/input/starts.ts';
import {toAmounts} from '../domain/sizing/pod-request.ts';
import {amountText} from '../present/amount-text.ts';
import {labelsOf} from '../present/labels.ts';
import type {LanguageId} from '../present/language/language.ts';
import type {WizardTexts} from '../present/wizard-texts.ts';
import {chainAim} from './chain-lines.ts';
import {KeyFooter, type KeyHint} from './components/key-footer.tsx';
import {StepBar} from './components/step-bar.tsx';
import {TonedLine, TonedLines} from './components/toned-lines.tsx';
import {useKeys} from './hooks/use-keys.ts';
import {infoLines} from './info-lines.ts';
import {bindingsFor, situationOf} from './keymap.ts';
import {fitted, justified, oneLine, type ScreenLine, wrapped} from './lines.ts';
import {headerLine, stripLines} from './live-lines.ts';
import {panelLines} from './panel-lines.ts';
import type {WizardEvent} from './press-keys.ts';
import {BillingScreen} from './screens/billing-screen.tsx';
import {ChainScreen} from './screens/chain-screen.tsx';
import {ContainersScreen} from './screens/containers-screen.tsx';
import {ExportScreen} from './screens/export-screen.tsx';
import {HelpScreen} from './screens/help-screen.tsx';
import {PageScreen} from './screens/page-screen.tsx';
import {PaletteScreen} from './screens/palette-screen.tsx';
import {PickerScreen} from './screens/picker-screen.tsx';
import {PodScreen} from './screens/pod-screen.tsx';
import {QuestionScreen} from './screens/question-screen.tsx';
import {ReviewScreen} from './screens/review-screen.tsx';
import {SizeScreen} from './screens/size-screen.tsx';
import {WeekScreen} from './screens/week-screen.tsx';
import {WorkloadScreen} from './screens/workload-screen.tsx';
import {filterCount, problemsOf, shownPlan, stepOfPath} from './state/rows.ts';
import {
	type Overlay,
	type Page,
	STEPS,
	type StepId,
	type WizardState,
} from './state/wizard-types.ts';
import type {ScreenProps, View} from './view.ts';

export type WizardProps = {
	readonly state: WizardState;
	readonly dispatch: Dispatch<WizardEvent>;
	readonly texts: WizardTexts;
	readonly language: LanguageId;
};

const SMALLEST = {columns: 60, rows: 15};
/** From here on a panel at the right shows what the strip has no room for. */
const WIDE = {columns: 110, rows: 28};
/** Of the panel, with the blank behind it: more from so many columns on. */
const PANEL_CELLS = {usual: 44, large: 64, largeFrom: 180};
/** Header, steps, two rules, footer. */
const FRAME_ROWS = 5;
const STRIP_ROWS = 4;
/** Below this, title and long help give way to the answers. */
const LOW_ROWS = 20;
const UNWRAPPED = 500;

const SCREENS: Readonly<Record<StepId, (props: ScreenProps) => ReactNode>> = {
	workload: WorkloadScreen,
	containers: ContainersScreen,
	size: SizeScreen,
	chain: ChainScreen,
	billing: BillingScreen,
	pod: PodScreen,
	review: ReviewScreen,
	export: ExportScreen,
};

const pageTitle = (page: Page, {habits}: WizardTexts): string =>
	page.kind === 'diff' ? habits.pages.diff(page.path) : habits.pages[page.kind];

const titleOf = (state: WizardState, {texts}: View): string => {
	const {overlay, step} = state;
	if (overlay?.kind === 'help') return texts.titles.help;
	if (overlay?.kind === 'week') return texts.week.title;
	if (overlay?.kind === 'picker') {
		const {habits, regions, specs} = texts;
		const {title, workloads} = habits.start;
		return {preset: title, workload: workloads, region: regions.title, spec: specs.title}[
			overlay.list
		];
	}
	if (overlay?.kind === 'page') return pageTitle(overlay.page, texts);
	if (overlay?.kind === 'palette') return texts.habits.palette.title;
	if (overlay) return '';
	if (step !== 'chain') return texts.titles[step];
	const plan = shownPlan(state);
	return plan
		? texts.titles.chain(amountText(toAmounts(plan.sizing.asked.need)))
		: texts.steps.chain;
};

/** What the list is narrowed to by a filter that is kept. */
const filteredPiece = (state: WizardState, {texts}: View): ScreenLine =>
	oneLine(
		`/${state.filter?.edit.text ?? ''}  ${texts.habits.filtering.count(...filterCount(state))} `,
		'accent',
	);

/** The title, and on the step of the chain what it aims at. */
const titleLine = (state: WizardState, view: View): ScreenLine => {
	const title = oneLine(` ${titleOf(state, view)}`, 'heading');
	const isChain = state.step === 'chain' && !state.overlay;
	if (state.filter && !state.filter.isTyping && !state.overlay)
		return justified(title, filteredPiece(state, view), view.width);
	return isChain
		? justified(title, oneLine(`${chainAim(state, view)} `, 'muted'), view.width)
		: title;
};

const keyHints = (state: WizardState, {texts}: View, all: boolean): readonly KeyHint[] =>
	bindingsFor(situationOf(state))
		.filter(({shown, footer}) => shown !== '' && (all || footer))
		.map(({shown, label}) => ({shown, label: texts.keys[label]}))
		.filter((hint, index, hints) => hints.findIndex(other => other.shown === hint.shown) === index);

/** What the last wizard left behind, by its name and its preset. */
const restoreText = ({input, preset}: Draft, {texts}: View): string =>
	texts.leave.restore(input.name ?? preset ?? defaultPlanInput.name);

type StartOverlay = Extract<Overlay, {kind: 'ask' | 'confirm'}>;

/** What is asked about presets and files to start from. */
const startQuestion = (overlay: StartOverlay, {texts}: View): string => {
	const {ask, confirm} = texts.habits.start;
	if (overlay.kind === 'confirm')
		return overlay.task.kind === 'export'
			? confirm.overwrite(overlay.task.path)
			: confirm.delete('name' in overlay.task ? overlay.task.name : '');
	const {question} = overlay;
	return 'name' in question ? ask[question.kind](question.name) : ask[question.kind];
};

const Content = ({state, view}: ScreenProps): ReactNode => {
	const {overlay} = state;
	const {texts} = view;
	switch (overlay?.kind) {
		case 'help':
			return <HelpScreen keys={keyHints({...state, overlay: null}, view, true)} view={view} />;
		case 'leave': {
			const question = state.past.length > 0 ? texts.leave.unsaved : texts.leave.question;
			return <QuestionScreen question={question} edit={null} view={view} />;
		}
		case 'restore':
			return <QuestionScreen question={restoreText(overlay.draft, view)} edit={null} view={view} />;
		case 'overwrite':
			return (
				<QuestionScreen question={texts.export.overwrite(overlay.path)} edit={null} view={view} />
			);
		case 'overwrite-preset':
			return (
				<QuestionScreen
					question={texts.export.overwritePreset(overlay.name)}
					edit={null}
					view={view}
				/>
			);
		case 'entry': {
			const {askLog, askAnnotation} = texts.pod;
			const question = overlay.map === 'logs' ? askLog : askAnnotation;
			return <QuestionScreen question={question} edit={overlay.edit} view={view} />;
		}
		case 'page':
			return <PageScreen state={state} view={view} shown={overlay} />;
		case 'palette':
			return <PaletteScreen state={state} view={view} palette={overlay} />;
		case 'ask':
		case 'confirm':
			return (
				<QuestionScreen
					question={startQuestion(overlay, view)}
					edit={overlay.kind === 'ask' ? overlay.edit : null}
					view={view}
				/>
			);
		case 'week':
			return <WeekScreen state={state} view={view} overlay={overlay} />;
		case 'picker':
			return <PickerScreen state={state} view={view} picker={overlay} />;
		default: {
			const Screen = SCREENS[state.step];
			return <Screen state={state} view={view} />;
		}
	}
};

const troubledSteps = (state: WizardState): readonly number[] => [
	...new Set(problemsOf(state).map(({path}) => STEPS.indexOf(stepOfPath(path)))),
];

type Layout = {
	readonly columns: number;
	readonly rows: number;
	readonly isWide: boolean;
	readonly isLow: boolean;
	/** The step between title and info. */
	readonly view: View;
	readonly panel: View;
	readonly whole: View;
};

const panelCellsOf = (columns: number): number =>
	columns >= PANEL_CELLS.largeFrom ? PANEL_CELLS.large : PANEL_CELLS.usual;

const layoutOf = (
	state: WizardState,
	columns: number,
	rows: number,
	words: Pick<View, 'texts' | 'labels' | 'language'>,
): Layout => {
	const isWide = columns >= WIDE.columns && rows >= WIDE.rows;
	const panelCells = panelCellsOf(columns);
	const width = isWide ? columns - panelCells - 2 : columns;
	const body = rows - FRAME_ROWS - (isWide ? 0 : STRIP_ROWS);
	const whole: View = {...words, width: columns, height: body};
	const inner: View = {...words, width, height: body};
	const isLow = rows < LOW_ROWS;
	const info = isLow ? 1 : infoLines(state, inner).length;
	return {
		columns,
		rows,
		isWide,
		isLow,
		view: {...inner, height: Math.max(1, body - (isLow ? 0 : 1) - info)},
		panel: {...words, width: panelCells - 1, height: body},
		whole,
	};
};

/** The last thing there is to say, on one line. */
const lowInfo = (state: WizardState, view: View) =>
	infoLines(state, {...view, width: UNWRAPPED})
		.slice(-1)
		.map(line => fitted(line, view.width));

const Body = ({state, layout}: {readonly state: WizardState; readonly layout: Layout}) => {
	const {view, panel, isWide, isLow, whole} = layout;
	return (
		<Box height={whole.height}>
			<Box flexDirection="column" flexShrink={0} width={view.width} height={whole.height}>
				{!isLow && <TonedLine line={titleLine(state, view)} />}
				<Box height={view.height} flexDirection="column" overflow="hidden">
					<Content state={state} view={view} />
				</Box>
				<TonedLines lines={isLow ? lowInfo(state, view) : infoLines(state, view)} />
			</Box>
			{isWide && (
				<>
					<Box flexShrink={0}>
						<TonedLines lines={Array.from({length: whole.height}, () => oneLine('│ ', 'rule'))} />
					</Box>
					<Box flexShrink={0} width={panel.width}>
						<TonedLines lines={panelLines(state, panel)} height={whole.height} />
					</Box>
				</>
			)}
		</Box>
	);
};

const rule = (columns: number) => oneLine('─'.repeat(columns), 'rule');

/** The whole screen: header, steps, the step, the price, the keys. */
export const Wizard = ({state, dispatch, texts, language}: WizardProps): ReactNode => {
	const {columns, rows} = useWindowSize();
	const words = {texts, language, labels: labelsOf(language)};
	const layout = layoutOf(state, columns, rows, words);
	useKeys(dispatch, layout.view);
	if (columns < SMALLEST.columns || rows < SMALLEST.rows)
		return (
			<TonedLines
				lines={wrapped(texts.tooSmall(columns, rows), Math.max(10, columns - 1))}
				height={Math.max(1, rows - 1)}
			/>
		);
	const {whole, isWide} = layout;
	return (
		<Box flexDirection="column" width={columns} height={rows}>
			<TonedLine line={headerLine(state, whole)} />
			<StepBar
				names={STEPS.map(step => texts.steps[step])}
				current={STEPS.indexOf(state.step)}
				troubled={troubledSteps(state)}
				width={columns}
			/>
			<TonedLine line={rule(columns)} />
			<Body state={state} layout={layout} />
			<TonedLine line={rule(columns)} />
			{!isWide && <TonedLines lines={stripLines(state, whole)} height={STRIP_ROWS} />}
			<KeyFooter keys={keyHints(state, whole, false)} width={columns} />
		</Box>
	);
};
