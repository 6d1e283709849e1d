import {ANNOTATIONS, type AnnotationRow, PREFIX} from '../../domain/catalogue/annotations.ts';
import {RULESETS} from '../../domain/catalogue/rulesets.ts';
import {PICKS} from '../../domain/input/chain-shape.ts';
import {
	defaultPlanInput,
	PLACEMENTS,
	type PlanInput,
	SERVICE_TYPES,
	SPOT_STRATEGIES,
	WORKLOAD_KINDS,
} from '../../domain/input/plan-input.ts';
import {TARGETS} from '../../domain/input/read-chain.ts';
import {ASSUMED_RESERVED_HOURS} from '../../domain/pricing/reserved-price.ts';
import {toDecimal} from '../../domain/units/fraction.ts';
import {CURRENCIES} from '../../domain/units/money.ts';
import {shareText} from '../../present/percent-text.ts';
import type {FieldId} from '../../present/wizard-texts.ts';
import {valueAt, withValue} from './edit-input.ts';
import type {Notes, WizardState} from './wizard-types.ts';

export type FieldKind =
	| 'text'
	| 'slider'
	| 'whole'
	| 'list'
	| 'pairs'
	| 'choice'
	| 'flag'
	| 'picker';

/** One answer that a person types or chooses. */
export type Field = {
	/** Where its label and its help are found. */
	readonly id: FieldId;
	readonly kind: FieldKind;
	/** In the PlanInput, `containers[0].cpu`; among the notes for fields of the export. */
	readonly path: string;
	readonly store: 'input' | 'notes';
	/** Empty stands for "not set". */
	readonly choices: readonly string[];
	/** What counts while nothing is given. */
	readonly fallback: string;
	/** The annotation that the field sets. */
	readonly annotation: string | null;
	/** Takes any character, also those that are keys elsewhere. */
	readonly free: boolean;
};

export const field = (
	id: FieldId,
	kind: FieldKind,
	path: string,
	extra: Partial<Pick<Field, 'choices' | 'fallback' | 'annotation' | 'store' | 'free'>> = {},
): Field => ({
	id,
	kind,
	path,
	store: 'input',
	choices: [],
	fallback: '',
	annotation: null,
	free: false,
	...extra,
});

const {workload: defaults} = defaultPlanInput;

export const NAME = field('name', 'text', 'name', {fallback: defaultPlanInput.name});
export const KIND = field('kind', 'choice', 'workload.kind', {
	choices: WORKLOAD_KINDS,
	fallback: defaults.kind,
});
export const REPLICAS = field('replicas', 'whole', 'workload.replicas', {
	fallback: String(defaults.replicas),
});
export const SCHEDULE = field('schedule', 'text', 'workload.schedule');
export const WORK = field('work', 'text', 'workload.work');
/** What only batch work has, beside its length. */
export const BATCH_FIELDS: readonly Field[] = [
	field('deadline', 'text', 'workload.deadline'),
	field('checkpointEvery', 'text', 'workload.checkpointEvery'),
	field('checkpointCost', 'text', 'workload.checkpointCost', {fallback: '0s'}),
	field('restoreCost', 'text', 'workload.restoreCost', {fallback: '0s'}),
];
export const CRON = field('cron', 'text', 'workload.cron');
export const RUNS = field('runsPerDay', 'text', 'workload.runsPerDay');
export const TIME_ZONE = field('timeZone', 'text', 'workload.timeZone', {
	fallback: defaults.timeZone,
});
export const REGION = field('region', 'picker', 'region', {fallback: defaultPlanInput.region});
export const RULESET = field('ruleset', 'choice', 'ruleset', {
	choices: RULESETS,
	fallback: defaultPlanInput.ruleset,
});
export const CURRENCY = field('currency', 'choice', 'currency', {
	choices: CURRENCIES,
	fallback: defaultPlanInput.currency,
});

export const containerFields = (index: number): readonly Field[] => {
	const at = `containers[${index}]`;
	return [
		field('containerName', 'text', `${at}.name`),
		field('image', 'text', `${at}.image`),
		field('cpu', 'text', `${at}.cpu`),
		field('memory', 'text', `${at}.memory`),
		field('gpu', 'whole', `${at}.gpu`, {fallback: '0'}),
	];
};

const unsetOrFlag = ['', 'true', 'false'] as const;
/** A yes or no that is no unless somebody says. */
export const NO_OR_YES = {kind: 'flag', choices: ['false', 'true'], fallback: 'false'} as const;
const annotation = (name: string) => ({annotation: PREFIX + name});

const PICK = field('pick', 'choice', 'chain.pick', {
	choices: PICKS,
	fallback: defaultPlanInput.chain.pick,
});

export const CHAIN_FIELDS: readonly Field[] = [
	PICK,
	field('targetPlaced', 'text', 'chain.targetPlaced'),
	field('pin', 'list', 'chain.pin'),
	field('avoid', 'list', 'chain.avoid'),
	field('inStock', 'pairs', 'chain.inStock'),
];

export const SPOT_FIELDS: readonly Field[] = [
	field('spotStrategy', 'choice', 'spot.strategy', {
		choices: SPOT_STRATEGIES,
		fallback: defaultPlanInput.spot.strategy,
		...annotation('eci-spot-strategy'),
	}),
	field('spotPriceLimit', 'slider', 'spot.priceLimit', annotation('eci-spot-price-limit')),
	field('spotFallback', 'flag', 'spot.fallback', {
		choices: unsetOrFlag,
		...annotation('eci-spot-fallback'),
	}),
];

export const RESERVED_FIELDS: readonly Field[] = [
	field('reservedCovered', 'whole', 'reserved.covered'),
	field('reservedHours', 'text', 'reserved.hoursPerMonth', {
		fallback: toDecimal(ASSUMED_RESERVED_HOURS, 2),
	}),
];

const isList = ({format}: AnnotationRow): boolean =>
	format.kind === 'addresses' || (format.kind === 'identifiers' && format.maximum > 1);

/** A field for each annotation that has one in the PlanInput, in the order of the table. */
export const POD_FIELDS: readonly Field[] = ANNOTATIONS.flatMap(row => {
	if (!row.field?.startsWith('pod.')) return [];
	const id = row.field.slice('pod.'.length) as FieldId;
	return [
		row.format.kind === 'boolean'
			? field(id, 'flag', row.field, {...annotation(row.name), choices: unsetOrFlag})
			: field(id, isList(row) ? 'list' : 'text', row.field, annotation(row.name)),
	];
});

export const SERVICE = field('service', 'choice', 'network.service', {
	choices: SERVICE_TYPES,
	fallback: 'none',
});
export const PORT = field('port', 'whole', 'network.port');
export const CIDR = field('vswitchCidr', 'text', 'network.vswitchCidr');
export const NAT = field('nat', NO_OR_YES.kind, 'network.nat', NO_OR_YES);
export const QUOTA = field('vcpuQuota', 'whole', 'network.vcpuQuota');
export const PLACEMENT = field('placement', 'choice', 'pod.placement', {
	choices: PLACEMENTS,
	fallback: 'label',
});

export const DESTINATION = field('destination', 'choice', 'destination', {
	store: 'notes',
	choices: ['stdout', 'file'],
});
export const PATH = field('path', 'text', 'path', {store: 'notes', free: true});
export const PRESET_NAME = field('presetName', 'text', 'presetName', {store: 'notes'});

const pairsText = (pairs: object): string =>
	Object.entries(pairs)
		.map(([key, text]) => (text === '' ? key : `${key}=${text}`))
		.join(',');

const textOf = (value: unknown): string => {
	if (value === undefined) return '';
	if (Array.isArray(value)) return value.join(',');
	return typeof value === 'object' && value !== null ? pairsText(value) : String(value);
};

/** The answer as it is typed; empty where nothing is given. */
export const readField = ({input, notes}: WizardState, {store, path}: Field): string =>
	textOf(store === 'notes' ? notes[path as keyof Notes] : valueAt(input, path));

/** Where the file goes unless another path is typed. */
export const defaultPath = ({input}: WizardState): string =>
	`${input.name ?? defaultPlanInput.name}.yaml`;

/** How many reserved instances are cheapest; empty where there are none to have. */
const cheapestCover = ({lastPlan}: WizardState): string =>
	String(lastPlan?.quote.reserved?.covered ?? '');

/** The chance that the pick stands for. */
const targetOfPick = (state: WizardState): string => {
	const chosen = PICKS.find(pick => pick === effectiveValue(state, PICK));
	return shareText(TARGETS[chosen ?? defaultPlanInput.chain.pick]);
};

/** What counts while nothing is given. */
export const fallbackOf = (state: WizardState, asked: Field): string => {
	if (asked.id === 'path') return defaultPath(state);
	if (asked.id === 'targetPlaced') return targetOfPick(state);
	return asked.id === 'reservedCovered' ? cheapestCover(state) : asked.fallback;
};

/** The answer that counts: the default where nothing is given. */
export const effectiveValue = (state: WizardState, asked: Field): string =>
	readField(state, asked) || fallbackOf(state, asked);

/** Anything else stays as it was typed, so that the plan can say what is wrong with it. */
const WHOLE_NUMBER = /^\d{1,15}$/;

/** `2-4Gi=90%,ecs.c6.large=0.5`; half a pair is a key without a value. */
const pairsOf = (text: string): unknown => {
	const pairs = text.split(',').map(pair => {
		const at = pair.indexOf('=');
		const value = pair.slice(at + 1);
		return at <= 0 || value === '' ? [pair, ''] : [pair.slice(0, at), value];
	});
	const read = Object.fromEntries(pairs);
	return pairsText(read) === text ? read : text;
};

const storedValue = ({kind}: Field, text: string): unknown => {
	if (text === '') return undefined;
	if (kind === 'whole') return WHOLE_NUMBER.test(text) ? Number(text) : text;
	if (kind === 'flag') return text === 'true';
	if (kind === 'pairs') return pairsOf(text);
	return kind === 'list' ? text.split(',') : text;
};

export const writeField = (input: PlanInput, asked: Field, text: string): PlanInput =>
	withValue(input, asked.path, storedValue(asked, text));

export const isText = ({kind}: Field): boolean =>
	kind === 'text' || kind === 'slider' || kind === 'whole' || kind === 'list' || kind === 'pairs';

/** Whether a path is that of a field, or of one entry of it. */
export const isWithin = (path: string | undefined, field: string): boolean =>
	path === field ||
	path?.startsWith(`${field}[`) === true ||
	path?.startsWith(`${field}.`) === true;
