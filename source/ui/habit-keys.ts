import {all, at, type Binding, bind, FOOTER, idle, isStep, type Situation} from './bindings.ts';
import {control, either, letter, named} from './key-press.ts';
import type {WizardAction} from './state/wizard-types.ts';

const filter: WizardAction = {type: 'filter'};
const isList = at('workload', 'containers', 'size', 'chain', 'pod');
const inPresets = ({list, typing}: Situation): boolean => list === 'preset' && !typing;

const FILTERING: readonly Binding[] = [
	bind('/', 'filter', letter('/'), filter, all(idle, isList), FOOTER),
	bind('/', 'filter', letter('/'), filter, inPresets, FOOTER),
	bind('Ctrl-F', 'filter', control('f'), filter, all(isStep, isList)),
	bind('Enter', 'keepFilter', named('return'), {type: 'go-on'}, at('filter'), FOOTER),
	bind('Esc', 'clearFilter', named('escape'), {type: 'go-back'}, at('filter'), FOOTER),
	bind(
		'',
		'pane',
		either(({key}) => key.tab === true),
		{type: 'go-on'},
		at('filter'),
	),
];

/** Keys that are the same wherever there is something for them to do. */
export const HABITS: readonly Binding[] = [...FILTERING];
