import {PREFIX} from '../catalogue/annotations.ts';
import type {Architecture} from '../catalogue/families.ts';
import type {AnnotationValue, AnnotationValues} from '../input/collect-annotations.ts';
import type {PlanRequest} from '../input/plan-request.ts';
import type {Log} from '../rules/log.ts';
import type {ChainEntry} from './chain.ts';
import type {NamedEntry} from './check-entries.ts';

/** The largest pod of the economy tier [D-CAT]. */
const LARGEST_ECONOMY_VCPU = 8;

const CATEGORY = `${PREFIX}eci-compute-category`;
/** They apply to CPU-MEM entries, and change what those are billed [D-CAT, D-FAM]. */
const CHOICES_OF_HOST = [
	`${PREFIX}eci-instance-family`,
	`${PREFIX}eci-instance-generation`,
	CATEGORY,
];

const hasSize = (entries: readonly NamedEntry[]): boolean =>
	entries.some(({spec}) => spec.kind === 'cpu-mem');

const tiersOf = ({value}: AnnotationValue): readonly string[] =>
	value.split(',').map(name => name.trim());

const checkChoices = (values: AnnotationValues, entries: readonly NamedEntry[], log: Log) => {
	if (entries.length === 0 || hasSize(entries)) return;
	for (const key of CHOICES_OF_HOST) {
		const choice = values.get(key);
		if (choice) log.add('instance-filter-ignored', {key}, choice.path);
	}
};

const checkCategory = (
	category: AnnotationValue,
	entries: readonly NamedEntry[],
	arch: Architecture | null,
	log: Log,
) => {
	const tiers = tiersOf(category);
	const {path} = category;
	const isEconomy = tiers.includes('economy');
	if (isEconomy && arch === 'arm64') log.add('category-unavailable', {reason: 'arm'}, path);
	for (const {spec, token, vcpu} of entries) {
		if (spec.kind !== 'cpu-mem') continue;
		if (isEconomy && vcpu > LARGEST_ECONOMY_VCPU)
			log.add('category-size', {token, vcpu, largest: LARGEST_ECONOMY_VCPU}, path);
		if (tiers.includes('general') && vcpu < 1) log.add('category-raised', {token}, path);
	}
};

const checkDriver = (values: AnnotationValues, entries: readonly NamedEntry[], log: Log) => {
	const driver = values.get(`${PREFIX}eci-gpu-driver-version`);
	if (driver && entries.length > 0 && entries.every(({gpu}) => gpu === 0))
		log.add('gpu-driver-ignored', {}, driver.path);
};

/** What annotations mean for the entries of a chain [facts §1.6]. */
export const checkAnnotatedEntries = (
	values: AnnotationValues,
	entries: readonly NamedEntry[],
	arch: Architecture | null,
	log: Log,
): void => {
	const category = values.get(CATEGORY);
	checkChoices(values, entries, log);
	if (category) checkCategory(category, entries, arch, log);
	checkDriver(values, entries, log);
};

/** The general tier is what the price list is about. */
const noteUnpriced = (values: AnnotationValues, entries: readonly ChainEntry[], log: Log) => {
	if (!hasSize(entries)) return;
	for (const key of CHOICES_OF_HOST) {
		const choice = values.get(key);
		if (choice && (key !== CATEGORY || tiersOf(choice).includes('economy')))
			log.add('annotation-not-priced', {key}, choice.path);
	}
};

/** Classes whose disk waits for a node, by the names that Alibaba Cloud gives them [D-COMP]. */
export const isWaitingClass = (storageClass: string): boolean =>
	/topology|wait/i.test(storageClass);

/** What names ECI as the place of a pod bypasses the scheduler that such a disk waits for [D-COMP]. */
export const bypassesOf = (
	hasLabel: boolean,
	annotation: (key: string) => string | undefined,
): readonly string[] => {
	const vswitch = `${PREFIX}eci-vswitch`;
	const failure = `${PREFIX}eci-fail-strategy`;
	return [
		...(hasLabel ? ['alibabacloud.com/eci'] : []),
		...(annotation(vswitch) === undefined ? [] : [vswitch]),
		...(annotation(failure) === 'fail-fast' ? [failure] : []),
	];
};

const checkWaitingDisks = (
	{volumes, placement}: PlanRequest,
	values: AnnotationValues,
	log: Log,
) => {
	const causes = bypassesOf(placement === 'label', key => values.get(key)?.value);
	for (const [index, {source}] of volumes.entries()) {
		if (source.type !== 'pvc' || source.create?.kind !== 'class' || source.create.made) continue;
		const {storageClass} = source.create;
		if (isWaitingClass(storageClass) && causes.length > 0)
			log.add(
				'disk-wait-conflict',
				{claim: source.claim, storageClass, causes},
				`volumes[${index}].storageClass`,
			);
	}
};

/** What annotations mean for the chain and the volumes of this plan. */
export const checkAnnotatedChain = (
	request: PlanRequest,
	entries: readonly ChainEntry[],
	log: Log,
): void => {
	const values: AnnotationValues = new Map(
		request.annotations.map(([key, value]) => [key, {value, path: `pod.annotations.${key}`}]),
	);
	noteUnpriced(values, entries, log);
	checkAnnotatedEntries(values, entries, request.chain.arch, log);
	checkWaitingDisks(request, values, log);
};
