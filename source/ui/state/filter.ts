import {LANGUAGES} from '../../present/language/language.ts';
import {wizardTextsOf} from '../../present/wizard-texts.ts';
import type {Row} from './row.ts';
import type {StepId, WizardState} from './wizard-types.ts';

type Filtered = Pick<WizardState, 'filter' | 'input' | 'step'>;

const TEXTS = LANGUAGES.map(wizardTextsOf);

/** What a row is found by: its name in any language, its annotation and its value. */
const wordsOf = (row: Row, {containers = [], volumes = []}: WizardState['input']): string => {
	switch (row.kind) {
		case 'field': {
			const labels = TEXTS.map(({fields}) => fields[row.field.id].label);
			return [...labels, row.field.path, row.field.annotation ?? ''].join(' ');
		}
		case 'container': {
			const {name = '', image = ''} = containers[row.index] ?? {};
			return `${name} ${image}`;
		}
		case 'volume': {
			const {name = '', type = '', mountPath = ''} = volumes[row.index] ?? {};
			return `${name} ${type} ${mountPath}`;
		}
		case 'log':
		case 'annotation':
			return `${row.key}=${row.value}`;
		case 'spec':
			return row.token;
		default:
			return '';
	}
};

/** Beside the list of containers stand the fields of one, which no filter hides. */
const isListed = ({kind}: Row, step: StepId): boolean =>
	step !== 'containers' || kind === 'container';

/** What is searched for in the step that is shown; empty where nothing is. */
const soughtIn = ({filter, step: shown}: Filtered, step: StepId): string =>
	step === shown ? (filter?.edit.text.trim().toLowerCase() ?? '') : '';

/** The rows that the filter of the step leaves. */
export const withoutHidden = (
	rows: readonly Row[],
	state: Filtered,
	step: StepId,
): readonly Row[] => {
	const sought = soughtIn(state, step);
	return sought === ''
		? rows
		: rows.filter(
				row => !isListed(row, step) || wordsOf(row, state.input).toLowerCase().includes(sought),
			);
};

/** Rows that a filter may hide: all but the ways to add one. */
export const countListed = (rows: readonly Row[], step: StepId): number =>
	rows.filter(row => isListed(row, step) && !row.kind.startsWith('add-')).length;
