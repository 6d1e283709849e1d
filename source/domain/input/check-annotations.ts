import {checkAnnotationValue, expectedValue, mostEntries} from '../catalogue/annotation-value.ts';
import {
	ANNOTATIONS,
	type AnnotationRow,
	annotationOf,
	keyOf,
	olderRow,
	PREFIX,
} from '../catalogue/annotations.ts';
import type {Log} from '../rules/log.ts';
import {nearest} from '../rules/nearest.ts';
import {compare, parseDecimal, zero} from '../units/fraction.ts';
import {checkNewerAnnotations} from './check-newer-annotations.ts';
import type {AnnotatedPods, AnnotationValue, AnnotationValues} from './collect-annotations.ts';
import {isQualifiedName} from './names.ts';

/** A key that the ruleset doesn't know, by its other name where it has one there. */
const checkRuleset = (row: AnnotationRow, path: string, log: Log) => {
	const {rulesets, renamedTo, legacy} = row;
	const key = keyOf(row);
	const older = olderRow(row);
	if (rulesets.includes(log.ruleset)) {
		if (renamedTo !== null && log.ruleset === 'current')
			log.add('annotation-renamed', {key, renamedTo: PREFIX + renamedTo}, path);
	} else if (older?.rulesets.includes(log.ruleset))
		log.add('annotation-newer-name', {key, olderName: keyOf(older)}, path);
	else log.add('annotation-other-ruleset', {key, rulesets, ruleset: log.ruleset}, path);
	if (legacy?.rulesets.includes(log.ruleset))
		log.add('annotation-legacy', {key, instead: legacy.instead}, path);
};

const checkKnown = (row: AnnotationRow, {value, path}: AnnotationValue, log: Log) => {
	const key = keyOf(row);
	if (row.readOnly) {
		log.add('annotation-read-only', {key}, path);
		return;
	}
	checkRuleset(row, path, log);
	const reason = checkAnnotationValue(row, value);
	const [expected, maximum] = [expectedValue(row), mostEntries(row)];
	if (reason) log.add('annotation-value', {key, value, reason, expected, maximum}, path);
};

/** What a person may set. All keys begin alike, so likeness is a matter of what follows. */
const NAMES = ANNOTATIONS.filter(({readOnly}) => !readOnly).map(({name}) => name);

const checkUnknown = (key: string, {path}: AnnotationValue, log: Log) => {
	if (key.startsWith(PREFIX)) {
		const meant = nearest(key.slice(PREFIX.length), NAMES);
		log.add('annotation-unknown', {key, suggestion: meant && PREFIX + meant}, path);
	} else if (!isQualifiedName(key)) log.add('annotation-key-invalid', {key}, path);
};

const checkPriceLimit = (values: AnnotationValues, {limitPath}: AnnotatedPods, log: Log) => {
	const strategy = values.get(`${PREFIX}eci-spot-strategy`)?.value;
	const limit = values.get(`${PREFIX}eci-spot-price-limit`);
	if (!limit) {
		if (strategy === 'SpotWithPriceLimit') log.add('spot-limit-missing', {}, limitPath);
		return;
	}
	const {value, path} = limit;
	if (strategy !== 'SpotWithPriceLimit') log.add('spot-limit-ignored', {}, path);
	const price = /^\d+(?:\.\d+)?$/.test(value) ? parseDecimal(value) : undefined;
	if (!price) log.add('spot-limit-invalid', {value, reason: 'not-a-number'}, path);
	else if (compare(price, zero) <= 0)
		log.add('spot-limit-invalid', {value, reason: 'not-positive'}, path);
	else if (/\.\d{4,}$/.test(value))
		log.add('spot-limit-invalid', {value, reason: 'decimals'}, path);
};

const SPOT_OPTIONS = ['eci-spot-duration', 'eci-spot-fallback', 'eci-spot-release-strategy'];

const checkSpotOptions = (values: AnnotationValues, log: Log) => {
	if (values.has(`${PREFIX}eci-spot-strategy`)) return;
	for (const name of SPOT_OPTIONS) {
		const option = values.get(PREFIX + name);
		if (option) log.add('spot-option-ignored', {key: PREFIX + name}, option.path);
	}
};

const checkEip = (values: AnnotationValues, {kind, replicas}: AnnotatedPods, log: Log) => {
	const creates = values.get(`${PREFIX}eci-with-eip`)?.value === 'true';
	const bound = values.get(`${PREFIX}eci-eip-instanceid`);
	if (bound && creates) log.add('eip-conflict', {}, bound.path);
	if (bound && replicas > 1 && kind !== 'statefulset')
		log.add('eip-replicas', {replicas}, bound.path);
	if (creates) return;
	for (const [key, {path}] of values)
		if (key.startsWith(`${PREFIX}eip-`) && annotationOf(key))
			log.add('eip-option-ignored', {key}, path);
};

/** Each by its name of 2020 or of today. */
const checkImageCache = (values: AnnotationValues, log: Log) => {
	const named = (names: readonly string[]) =>
		names.map(name => values.get(PREFIX + name)).find(value => value !== undefined);
	const automatic = named(['eci-image-cache', 'eci-auto-imc']);
	if (automatic?.value === 'true' && named(['eci-image-snapshot-id', 'eci-imc-id']))
		log.add('image-cache-both', {}, automatic.path);
};

/** Checks each annotation by itself and all of them together [facts §1.5, §1.6]. */
export const checkAnnotations = (values: AnnotationValues, pods: AnnotatedPods, log: Log): void => {
	for (const [key, value] of values) {
		const row = annotationOf(key);
		if (row) checkKnown(row, value, log);
		else checkUnknown(key, value, log);
	}
	checkPriceLimit(values, pods, log);
	checkSpotOptions(values, log);
	checkEip(values, pods, log);
	checkImageCache(values, log);
	checkNewerAnnotations(values, pods, log);
};
