import {flagNaming} from '../../present/command-line.ts';
import type {LanguageId, Naming} from '../../present/language/language.ts';
import {type WizardTexts, wizardTextsOf} from '../../present/wizard-texts.ts';
import {
	BATCH_FIELDS,
	CHAIN_FIELDS,
	CIDR,
	CRON,
	CURRENCY,
	containerFields,
	type Field,
	KIND,
	NAME,
	NAT,
	PLACEMENT,
	POD_FIELDS,
	PORT,
	QUOTA,
	REGION,
	REPLICAS,
	RESERVED_FIELDS,
	RULESET,
	RUNS,
	SCHEDULE,
	SERVICE,
	SPOT_FIELDS,
	TIME_ZONE,
	WORK,
} from './fields.ts';
import {stepOfPath} from './rows.ts';

/** Fields of a container go by their names alone: `cpu`. */
const OF_CONTAINER: readonly Field[] = containerFields(0).flatMap(field => {
	const name = field.path.replace(/^containers\[0\]\./, '');
	return name === 'name' ? [] : {...field, path: name};
});

const ASKED: ReadonlyMap<string, Field> = new Map(
	[
		...[NAME, KIND, REPLICAS, SCHEDULE, WORK, CRON, RUNS, TIME_ZONE, REGION, RULESET, CURRENCY],
		...BATCH_FIELDS,
		...OF_CONTAINER,
		...CHAIN_FIELDS,
		...SPOT_FIELDS,
		...RESERVED_FIELDS,
		...POD_FIELDS,
		...[CIDR, QUOTA, NAT, SERVICE, PORT, PLACEMENT],
	].map(field => [field.path, field]),
);

/** Lists and chains are asked for in a way of their own: their step, or their part of it, names them. */
const namedBy = (path: string, {steps, pod}: WizardTexts): string | null => {
	switch (path) {
		case 'chain.useSpecs':
			return steps.chain;
		case 'containers':
			return steps.containers;
		case 'volumes':
			return `${steps.pod} › ${pod.headings.volumes}`;
		case 'logs':
			return `${steps.pod} › ${pod.headings.logs}`;
		default:
			return null;
	}
};

const labelOf = (path: string, texts: WizardTexts): string | null => {
	const field = ASKED.get(path);
	return field
		? `${texts.steps[stepOfPath(path)]} › ${texts.fields[field.id].label}`
		: namedBy(path, texts);
};

/** A field by its step and its label, `Billing › Price limit = 0.250`; by its flag where the wizard has none. */
export const fieldNaming =
	(language: LanguageId): Naming =>
	(path, value) => {
		const label = labelOf(path, wizardTextsOf(language));
		if (label === null) return flagNaming(path, value);
		return value === undefined ? label : `${label} = ${value}`;
	};
