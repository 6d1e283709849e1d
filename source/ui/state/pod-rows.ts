import type {FieldId} from '../../present/wizard-texts.ts';
import {entriesOf} from './edit-input.ts';
import {
	CIDR,
	effectiveValue,
	type Field,
	NAT,
	PLACEMENT,
	POD_FIELDS,
	PORT,
	QUOTA,
	readField,
	SERVICE,
} from './fields.ts';
import {withoutHidden} from './filter.ts';
import {asField, type Row} from './row.ts';
import {volumeFields} from './volume-fields.ts';
import type {WizardState} from './wizard-types.ts';

/** The first is a choice, so that Enter goes on from where the step begins. */
export const POD_SECTIONS = [
	'placement',
	'volumes',
	'volume',
	'logs',
	'network',
	'pod',
	'annotations',
] as const;
export type PodSectionId = (typeof POD_SECTIONS)[number];
export type PodSection = {readonly id: PodSectionId; readonly rows: readonly Row[]};

/** The volume whose fields are shown; the last one where there are fewer by now. */
export const selectedVolume = ({input, volume}: WizardState): number =>
	Math.max(0, Math.min(volume, (input.volumes?.length ?? 0) - 1));

/** Annotations that say how the pod is reached, and what it reaches. */
const IN_NETWORK: readonly FieldId[] = [
	'vswitch',
	'securityGroup',
	'withEip',
	'eipBandwidth',
	'eipInstance',
];
const isInNetwork = ({id}: Field): boolean => IN_NETWORK.includes(id);

const networkFields = (state: WizardState): readonly Field[] => [
	CIDR,
	QUOTA,
	NAT,
	SERVICE,
	...(effectiveValue(state, SERVICE) !== 'none' || readField(state, PORT) !== '' ? [PORT] : []),
	...POD_FIELDS.filter(isInNetwork),
];

const OF_POD = POD_FIELDS.filter(field => !isInNetwork(field));

const rowsOfSection = (state: WizardState, id: PodSectionId): readonly Row[] => {
	const {input} = state;
	switch (id) {
		case 'placement':
			return [asField(PLACEMENT)];
		case 'volumes':
			return [
				...(input.volumes ?? []).map((_, index) => ({kind: 'volume', index}) as const),
				{kind: 'add-volume'},
			];
		case 'volume':
			return volumeFields(input, selectedVolume(state)).map(asField);
		case 'logs':
			return [
				...entriesOf(input, 'logs').map(([key, value]) => ({kind: 'log', key, value}) as const),
				{kind: 'add-log'},
			];
		case 'network':
			return networkFields(state).map(asField);
		case 'pod':
			return OF_POD.map(asField);
		case 'annotations':
			return [
				...entriesOf(input, 'pod.annotations').map(
					([key, value]) => ({kind: 'annotation', key, value}) as const,
				),
				{kind: 'add-annotation'},
			];
	}
};

/** What surrounds the containers, part by part; the fields of a volume only where there is one. */
export const podSections = (state: WizardState): readonly PodSection[] =>
	POD_SECTIONS.map(id => ({
		id,
		rows: withoutHidden(rowsOfSection(state, id), state, 'pod'),
	})).filter(({rows}) => rows.length > 0);

/** Each section with the place of its first row among the rows of the step. */
export const sectionStarts = (
	state: WizardState,
): readonly (PodSection & {readonly start: number})[] => {
	let start = 0;
	return podSections(state).map(section => {
		start += section.rows.length;
		return {...section, start: start - section.rows.length};
	});
};

export const focusedSection = (state: WizardState): PodSectionId =>
	sectionStarts(state).findLast(({start}) => start <= state.cursors.pod)?.id ?? 'placement';
