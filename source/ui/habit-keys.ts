import {all, at, type Binding, bind, FOOTER, idle, isStep, type Situation} from './bindings.ts';
import {control, either, letter, named} from './key-press.ts';
import type {WizardAction} from './state/wizard-types.ts';

const filter: WizardAction = {type: 'filter'};
const isList = at('workload', 'containers', 'size', 'chain', 'pod');
const inPresets = ({list, typing}: Situation): boolean => list === 'preset' && !typing;
const inStarts = ({list, typing}: Situation): boolean =>
	(list === 'preset' || list === 'workload') && !typing;

const FILTERING: readonly Binding[] = [
	bind('/', 'filter', letter('/'), filter, all(idle, isList), FOOTER),
	bind('/', 'filter', letter('/'), filter, inStarts, FOOTER),
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

const MANAGING: readonly Binding[] = [
	bind('r', 'rename', letter('r'), {type: 'manage', task: 'rename'}, inPresets, FOOTER),
	bind('c', 'copyPreset', letter('c'), {type: 'manage', task: 'copy'}, inPresets, FOOTER),
	bind('d', 'deletePreset', letter('d'), {type: 'manage', task: 'delete'}, inPresets, FOOTER),
	bind('e', 'exportPreset', letter('e'), {type: 'manage', task: 'export'}, inPresets, FOOTER),
	bind('i', 'importPreset', letter('i'), {type: 'manage', task: 'import'}, inPresets, FOOTER),
];

const closed: WizardAction = {type: 'go-back'};
const scroll = (by: number): WizardAction => ({type: 'scroll', by, limit: 0});
const onPage = at('page');

const READING: readonly Binding[] = [
	bind('w', 'why', letter('w'), {type: 'show-why'}, idle, FOOTER),
	bind(':', 'palette', letter(':'), {type: 'show-palette'}, idle),
	bind('Ctrl-P', 'palette', control('p'), {type: 'show-palette'}, isStep),
	bind('Enter', 'run', named('return'), {type: 'go-on'}, at('palette'), FOOTER),
	bind('Esc', 'close', named('escape'), closed, at('palette'), FOOTER),
	bind('↑↓', 'scroll', named('upArrow'), scroll(-1), onPage, FOOTER),
	bind('', 'scroll', named('downArrow'), scroll(1), onPage),
	bind('PgUp PgDn', 'page', named('pageUp'), scroll(-10), onPage, FOOTER),
	bind('', 'page', either(named('pageDown'), letter(' ')), scroll(10), onPage),
	bind(
		'Esc',
		'leavePage',
		either(named('escape'), named('return'), letter('q', 'w')),
		closed,
		onPage,
		FOOTER,
	),
];

const EXPORTING: readonly Binding[] = [
	bind('y', 'showYaml', letter('y'), {type: 'show-yaml'}, all(idle, at('export')), FOOTER),
	bind('k', 'nextTarget', letter('k'), {type: 'next-target'}, all(idle, at('export')), FOOTER),
	bind('v', 'compareFile', letter('v'), {type: 'compare-file'}, all(idle, at('export')), FOOTER),
	bind('c', 'copyYaml', letter('c'), {type: 'copy'}, all(idle, at('export')), FOOTER),
	bind('e', 'editYaml', letter('e'), {type: 'edit-yaml'}, all(idle, at('export')), FOOTER),
];

/** Keys that are the same wherever there is something for them to do. */
export const HABITS: readonly Binding[] = [...FILTERING, ...MANAGING, ...EXPORTING, ...READING];
