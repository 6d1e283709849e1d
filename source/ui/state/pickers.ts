import {parseSpec} from '../../domain/catalogue/spec.ts';
import {LARGEST_VCPU, sizesIn, spotSizesIn} from '../../domain/catalogue/spec-tables.ts';
import {type ResolvedSpec, resolveOffer, resolveSize} from '../../domain/chain/resolve-spec.ts';
import type {FoundWorkload, Preset, RecentPlan} from '../../domain/input/starts.ts';
import type {Plan} from '../../domain/plan.ts';
import type {PriceBook} from '../../domain/pricing/price-book.ts';
import {fits} from '../../domain/sizing/round.ts';
import {compareRates} from '../../domain/units/money.ts';
import {gibToBytes, vcpuToMillis} from '../../domain/units/quantity.ts';
import {LANGUAGES} from '../../present/language/language.ts';
import {wizardTextsOf} from '../../present/wizard-texts.ts';
import {chainTokens, plannedOf, shownPlan} from './rows.ts';
import {typed} from './text-edit.ts';
import type {Overlay, PickerList, WizardState} from './wizard-types.ts';

export type Picker = Extract<Overlay, {kind: 'picker'}>;

export type Option =
	| {readonly kind: 'scratch'}
	| {readonly kind: 'preset'; readonly preset: Preset}
	/** A plan or a manifest whose path is asked for. */
	| {readonly kind: 'file'}
	| {readonly kind: 'recent'; readonly plan: RecentPlan}
	| {readonly kind: 'workload'; readonly workload: FoundWorkload}
	| {readonly kind: 'region'; readonly region: string}
	| {readonly kind: 'spec'; readonly token: string; readonly spec: ResolvedSpec | null};

const byPrice = (a: ResolvedSpec, b: ResolvedSpec): number => {
	if (!a.onDemand || !b.onDemand) return Number(!a.onDemand) - Number(!b.onDemand);
	return compareRates(a.onDemand, b.onDemand) || (a.token < b.token ? -1 : 1);
};

const holds = ({vcpu, memoryGiB, gpu, arch}: ResolvedSpec, plan: Plan): boolean => {
	const {need, gpu: askedGpus} = plan.sizing.asked;
	const amounts = {cpu: vcpuToMillis(vcpu), memory: gibToBytes(memoryGiB)};
	return (
		vcpu <= LARGEST_VCPU &&
		fits(amounts, need) &&
		(askedGpus > 0 ? gpu >= askedGpus : gpu === 0) &&
		arch === plan.request.chain.arch
	);
};

const candidatesOf = (plan: Plan, book: PriceBook): readonly ResolvedSpec[] => {
	const {ruleset, region, spot} = plan.request;
	const sizes = spot.strategy === 'none' ? sizesIn(ruleset, region) : spotSizesIn(ruleset);
	return [
		...sizes.map(size => resolveSize(size, ruleset, book)),
		...[...book.types.values()].map(offer => resolveOffer(offer, book)),
	]
		.filter(spec => holds(spec, plan) && !spec.family?.retired)
		.sort(byPrice);
};

const known = new WeakMap<Plan, readonly ResolvedSpec[]>();

/** Every spec that holds the pod, cheapest first. */
const candidates = (plan: Plan, book: PriceBook): readonly ResolvedSpec[] => {
	const list = known.get(plan) ?? candidatesOf(plan, book);
	known.set(plan, list);
	return list;
};

const specOptions = (state: WizardState, text: string): readonly Option[] => {
	const filter = text.toLowerCase();
	const plan = shownPlan(state);
	const book = state.knowledge?.book;
	if (!plan || !book) return [];
	const taken = chainTokens(state);
	const options = candidates(plan, book)
		.filter(({token}) => !taken.includes(token) && token.toLowerCase().includes(filter))
		.map(spec => ({kind: 'spec', token: spec.token, spec}) as const);
	const advised = plannedOf(state).addition?.token;
	const [first, others] = [
		options.filter(({token}) => token === advised),
		options.filter(({token}) => token !== advised),
	];
	const isListed = options.some(({token}) => token.toLowerCase() === filter);
	return isListed || !parseSpec(text).ok
		? [...first, ...others]
		: [{kind: 'spec', token: text, spec: null}, ...first, ...others];
};

/** How many specs could be added to the chain. */
export const candidateCount = (state: WizardState): number => specOptions(state, '').length;

const TEXTS = LANGUAGES.map(wizardTextsOf);

/** What an option of the start is found by: its name, in any language where it is words. */
const wordsOf = (option: Option): string => {
	switch (option.kind) {
		case 'preset': {
			const {name, input} = option.preset;
			return `${name} ${input.description ?? ''}`;
		}
		case 'scratch':
			return TEXTS.map(({presets}) => presets.scratch).join(' ');
		case 'file':
			return TEXTS.map(({habits}) => habits.start.file).join(' ');
		case 'recent': {
			const {input, path} = option.plan;
			return `${input.name ?? ''} ${path ?? ''}`;
		}
		case 'workload': {
			const {kind, name, namespace} = option.workload;
			return `${kind} ${name} ${namespace}`;
		}
		default:
			return '';
	}
};

const startOptions = ({presets, opening}: WizardState): readonly Option[] => [
	...presets.map(preset => ({kind: 'preset', preset}) as const),
	{kind: 'scratch'},
	{kind: 'file'},
	...opening.recent.map(plan => ({kind: 'recent', plan}) as const),
];

const among = (options: readonly Option[], filter: string): readonly Option[] =>
	options.filter(option => wordsOf(option).toLowerCase().includes(filter));

/** What can be chosen, narrowed by what was typed. */
export const optionsOf = (state: WizardState, {list, filter}: Picker): readonly Option[] => {
	const text = filter.text.trim();
	switch (list) {
		case 'preset':
			return among(startOptions(state), text.toLowerCase());
		case 'workload':
			return among(
				state.workloads.map(workload => ({kind: 'workload', workload}) as const),
				text.toLowerCase(),
			);
		case 'region':
			return state.opening.regions
				.filter(region => region.includes(text.toLowerCase()))
				.map(region => ({kind: 'region', region}));
		case 'spec':
			return specOptions(state, text);
	}
};

export const openPicker = (state: WizardState, list: PickerList): WizardState => {
	const isTyping = list !== 'preset' && list !== 'workload';
	const overlay: Picker = {kind: 'picker', list, filter: typed(''), isTyping, cursor: 0};
	const current = optionsOf(state, overlay).findIndex(
		option =>
			(option.kind === 'preset' && option.preset.name === state.preset?.name) ||
			(option.kind === 'region' && option.region === state.input.region),
	);
	return {...state, overlay: {...overlay, cursor: Math.max(0, current)}};
};
