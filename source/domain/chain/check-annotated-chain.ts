import {PREFIX} from '../catalogue/annotations.ts';
import type {PlanRequest} from '../input/plan-request.ts';
import type {Log} from '../rules/log.ts';
import type {ChainEntry} from './chain.ts';

/** The largest pod of the economy tier [D-CAT]. */
const LARGEST_ECONOMY_VCPU = 8;

const CATEGORY = `${PREFIX}eci-compute-category`;
const FILTERS = [`${PREFIX}eci-instance-family`, `${PREFIX}eci-instance-generation`];

const pathOf = (key: string): string => `pod.annotations.${key}`;

/** A tier and a filter apply to CPU-MEM entries, and both change what those are billed [D-CAT, D-FAM]. */
const checkFilters = (
	given: ReadonlyMap<string, string>,
	entries: readonly ChainEntry[],
	log: Log,
) => {
	const hasSize = entries.some(({spec}) => spec.kind === 'cpu-mem');
	const categories = given.get(CATEGORY)?.split(',') ?? [];
	for (const key of [...FILTERS, CATEGORY]) {
		if (!given.has(key) || entries.length === 0) continue;
		const isPriced = key === CATEGORY && !categories.some(name => name.trim() === 'economy');
		if (!hasSize) log.add('instance-filter-ignored', {key}, pathOf(key));
		else if (!isPriced) log.add('annotation-not-priced', {key}, pathOf(key));
	}
};

const checkCategory = (
	value: string,
	{chain}: PlanRequest,
	entries: readonly ChainEntry[],
	log: Log,
) => {
	const categories = value.split(',').map(name => name.trim());
	const path = pathOf(CATEGORY);
	const isEconomy = categories.includes('economy');
	if (isEconomy && chain.arch === 'arm64') log.add('category-unavailable', {reason: 'arm'}, path);
	for (const {spec, token, vcpu} of entries) {
		if (spec.kind !== 'cpu-mem') continue;
		if (isEconomy && vcpu > LARGEST_ECONOMY_VCPU)
			log.add('category-size', {token, vcpu, largest: LARGEST_ECONOMY_VCPU}, path);
		if (categories.includes('general') && vcpu < 1) log.add('category-raised', {token}, path);
	}
};

const checkDriver = (
	given: ReadonlyMap<string, string>,
	entries: readonly ChainEntry[],
	log: Log,
) => {
	const key = `${PREFIX}eci-gpu-driver-version`;
	if (given.has(key) && entries.length > 0 && entries.every(({gpu}) => gpu === 0))
		log.add('gpu-driver-ignored', {}, pathOf(key));
};

/** Classes whose disk waits for a node, by the names that Alibaba Cloud gives them [D-COMP]. */
const isWaitingClass = (storageClass: string): boolean => /topology|wait/i.test(storageClass);

/** Such a disk wants a scheduler, and what names ECI as the place bypasses it [D-COMP]. */
const checkWaitingDisks = (
	{volumes, placement}: PlanRequest,
	given: ReadonlyMap<string, string>,
	log: Log,
) => {
	const causes = [
		...(placement === 'label' ? ['alibabacloud.com/eci'] : []),
		...(given.has(`${PREFIX}eci-vswitch`) ? [`${PREFIX}eci-vswitch`] : []),
		...(given.get(`${PREFIX}eci-fail-strategy`) === 'fail-fast'
			? [`${PREFIX}eci-fail-strategy`]
			: []),
	];
	for (const [index, {source}] of volumes.entries()) {
		if (source.type !== 'pvc' || source.create?.kind !== 'disk') continue;
		const {storageClass} = source.create;
		if (isWaitingClass(storageClass) && causes.length > 0)
			log.add(
				'disk-wait-conflict',
				{claim: source.claim, storageClass, causes},
				`volumes[${index}].storageClass`,
			);
	}
};

/** What annotations mean for the chain and the volumes of this plan [facts §1.6]. */
export const checkAnnotatedChain = (
	request: PlanRequest,
	entries: readonly ChainEntry[],
	log: Log,
): void => {
	const given = new Map(request.annotations);
	const category = given.get(CATEGORY);
	checkFilters(given, entries, log);
	if (category !== undefined) checkCategory(category, request, entries, log);
	checkDriver(given, entries, log);
	checkWaitingDisks(request, given, log);
};
