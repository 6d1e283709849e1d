import {annotationOf, keyOf, PREFIX} from '../catalogue/annotations.ts';
import {byteRateInMegabits} from '../catalogue/entry-value.ts';
import {FAMILIES} from '../catalogue/families.ts';
import type {Log} from '../rules/log.ts';
import {nearest} from '../rules/nearest.ts';
import type {AnnotatedPods, AnnotationValue, AnnotationValues} from './collect-annotations.ts';

type Check = (values: AnnotationValues, log: Log, pods: AnnotatedPods) => void;

const given = (values: AnnotationValues, name: string): AnnotationValue | undefined =>
	values.get(PREFIX + name);

const entriesOf = (value: string): readonly string[] => value.split(',').map(entry => entry.trim());

/** The same thing said under its old and its new name. */
const checkBothNames: Check = (values, log) => {
	for (const [key, {path}] of values) {
		const renamedTo = annotationOf(key)?.renamedTo;
		if (renamedTo && values.has(PREFIX + renamedTo))
			log.add('annotation-both-names', {key, renamedTo: PREFIX + renamedTo}, path);
	}
};

/** Keys that say something about another one, and are nothing without it [facts §1.2]. */
const NEEDS: ReadonlyMap<string, string> = new Map([
	['eci-fixed-ip-retain-hour', 'eci-fixed-ip'],
	['eci-ipv6-bandwidth-enable', 'eci-enable-ipv6'],
	['eci-ipv6-bandwidth', 'eci-enable-ipv6'],
	['eci-data-cache-pl', 'eci-data-cache-bucket'],
	['eci-data-cache-provisionedIops', 'eci-data-cache-bucket'],
	['eci-data-cache-burstingEnabled', 'eci-data-cache-bucket'],
]);

const checkNeeds: Check = (values, log) => {
	for (const [name, needed] of NEEDS) {
		const option = given(values, name);
		const base = given(values, needed)?.value;
		if (option && (base === undefined || base === 'false'))
			log.add(
				'annotation-option-ignored',
				{key: keyOf({name}), needs: keyOf({name: needed})},
				option.path,
			);
	}
};

/** `40M` looks like the bits that EIPs are sold in [D-BW]. */
const checkByteRates: Check = (values, log) => {
	for (const [key, {value, path}] of values) {
		const format = annotationOf(key)?.format;
		const megabits = byteRateInMegabits(value);
		if (format?.kind === 'entries' && format.entry === 'byte-rate' && megabits > 0)
			log.add('bandwidth-bytes', {key, value, megabits}, path);
	}
};

const checkVswitchOrder: Check = (values, log) => {
	const strategy = given(values, 'eci-schedule-strategy');
	const vswitches = given(values, 'eci-vswitch');
	const count = vswitches ? entriesOf(vswitches.value).length : 0;
	if (strategy?.value === 'VSwitchOrdered' && count < 2)
		log.add('vswitch-order-alone', {count}, strategy.path);
};

const FILTERS = ['eci-instance-family', 'eci-instance-generation'] as const;

/** [D-CAT]: ECI answers these with FeatureBasedConstraintConflict. */
const checkCategory: Check = (values, log) => {
	const category = given(values, 'eci-compute-category');
	if (!category) return;
	const isEconomy = entriesOf(category.value).includes('economy');
	if (isEconomy && values.has(`${PREFIX}eci-spot-strategy`))
		log.add('category-unavailable', {reason: 'spot'}, category.path);
	for (const name of FILTERS)
		if (given(values, name)) log.add('category-filter', {key: PREFIX + name}, category.path);
};

/** GPU and local-disk families can't be asked for here [D-FAM]; leaving one out is harmless. */
const checkFamilies: Check = (values, log) => {
	const list = given(values, 'eci-instance-family');
	if (!list) return;
	for (const entry of entriesOf(list.value)) {
		const name = /^-?ecs\.([a-z0-9]+)$/.exec(entry)?.[1];
		if (name === undefined) continue;
		const family = FAMILIES.get(name);
		const reason = reasonAgainst(family?.class);
		if (reason === 'unknown') {
			const suggestion = nearest(name, [...FAMILIES.keys()]);
			log.add('instance-family-unusable', {family: name, reason, suggestion}, list.path);
		} else if (reason !== null && !entry.startsWith('-'))
			log.add('instance-family-unusable', {family: name, reason, suggestion: null}, list.path);
	}
};

const reasonAgainst = (
	familyClass: string | undefined,
): 'unknown' | 'gpu' | 'local-disk' | null => {
	switch (familyClass) {
		case undefined:
			return 'unknown';
		case 'gpu':
		case 'virtual-gpu':
			return 'gpu';
		case 'big-data':
		case 'local-nvme':
			return 'local-disk';
		default:
			return null;
	}
};

const checkPrivatePool: Check = (values, log) => {
	const criteria = given(values, 'eci-privatepool-matchcriteria');
	const id = given(values, 'eci-privatepool-id');
	if (criteria?.value === 'Target' && !id) log.add('privatepool-id-missing', {}, criteria.path);
	if (id && criteria?.value !== 'Target') log.add('privatepool-id-ignored', {}, id.path);
};

/** One address is for one pod; a kept one follows the name of a StatefulSet's pod. */
const checkPrivateAddress: Check = (values, log, {kind, replicas}) => {
	const address = given(values, 'eci-private-ip-address');
	if (address && replicas > 1) log.add('private-ip-replicas', {replicas}, address.path);
	const fixed = given(values, 'eci-fixed-ip');
	if (fixed?.value === 'true' && kind !== 'statefulset' && replicas > 1)
		log.add('fixed-ip-kind', {kind, replicas}, fixed.path);
};

const checkFailStrategy: Check = (values, log) => {
	const reschedule = given(values, 'eci-reschedule-enable');
	if (reschedule && given(values, 'eci-fail-strategy'))
		log.add('fail-strategy-reschedule', {}, reschedule.path);
};

/** ECI takes major versions since 2025-03-17 and runs 535 for 525 [D-GPU]. */
const checkDriver: Check = (values, log) => {
	const driver = given(values, 'eci-gpu-driver-version');
	if (driver && /^tesla=(?:525$|\d{3}\.)/.test(driver.value))
		log.add('gpu-driver-major', {value: driver.value}, driver.path);
};

const CHECKS: readonly Check[] = [
	checkBothNames,
	checkNeeds,
	checkByteRates,
	checkVswitchOrder,
	checkCategory,
	checkFamilies,
	checkPrivatePool,
	checkPrivateAddress,
	checkFailStrategy,
	checkDriver,
];

/** What newer annotations say about each other and the pods [facts §1.2, §1.6]. */
export const checkNewerAnnotations = (
	values: AnnotationValues,
	pods: AnnotatedPods,
	log: Log,
): void => {
	for (const check of CHECKS) check(values, log, pods);
};
