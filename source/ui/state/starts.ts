import {mergeLayers} from '../../domain/input/layers.ts';
import type {PlanInput} from '../../domain/input/plan-input.ts';
import type {Preset, StartFile} from '../../domain/input/starts.ts';
import {answered, focused, refuse, say} from './changes.ts';
import {openPicker} from './pickers.ts';
import {typed} from './text-edit.ts';
import type {StartQuestion, WizardState} from './wizard-types.ts';

/** What of the opening stands above any preset: where and how to plan, not what. */
const frameOf = ({region, ruleset, currency, horizon}: PlanInput): PlanInput => ({
	...(region !== undefined && {region}),
	...(ruleset !== undefined && {ruleset}),
	...(currency !== undefined && {currency}),
	...(horizon !== undefined && {horizon}),
});

export const startedFrom = (state: WizardState, preset: Preset | null): WizardState => {
	const {given, preset: openedWith} = state.opening;
	const above = openedWith ? frameOf(given) : given;
	const {input} = mergeLayers(preset ? [preset.input, above] : [above]);
	const next = answered({...state, overlay: null, selected: 0}, {input, preset});
	const message = preset ? say(next, 'presetStarted', preset.name) : say(next, 'scratchStarted');
	return focused(message, preset ? 0 : 1);
};

/** A plan of one's own says where it runs; what it leaves open is as it was opened with. */
export const startedFromPlan = (
	state: WizardState,
	plan: PlanInput,
	label: string,
): WizardState => {
	const {input} = mergeLayers([frameOf(state.opening.given), plan]);
	const next = answered({...state, overlay: null, selected: 0}, {input, preset: null});
	return focused(say(next, 'planStarted', label), 1);
};

/** Asks for a name or a path before anything is done. */
export const askForStart = (
	state: WizardState,
	question: StartQuestion,
	text: string,
): WizardState => ({...state, overlay: {kind: 'ask', question, edit: typed(text)}});

/** The plan of a file, or its only workload; of several, the list. */
export const startRead = (state: WizardState, start: StartFile): WizardState => {
	const answeredState = {...state, request: null};
	if (start.kind === 'plan') {
		const {path, input} = start;
		const planFile = {flags: [{flag: 'plan', values: [path]}], input};
		return startedFromPlan({...answeredState, planFile}, input, path);
	}
	const {workloads, path} = start;
	const [only, ...others] = workloads;
	if (!only) return refuse(answeredState, 'noWorkloads', path);
	return others.length === 0
		? startedFromPlan(answeredState, only.input, `${only.kind} ${only.name}`)
		: openPicker({...answeredState, workloads}, 'workload');
};
