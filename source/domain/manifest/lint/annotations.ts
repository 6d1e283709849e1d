import {annotationOf, PREFIX} from '../../catalogue/annotations.ts';
import {type Architecture, familyOf} from '../../catalogue/families.ts';
import type {Ruleset} from '../../catalogue/rulesets.ts';
import {type CpuMemSpec, formatSpec, type Spec, typeOfGpuSpec} from '../../catalogue/spec.ts';
import {
	LARGEST_MEMORY_GIB,
	LARGEST_VCPU,
	type Size,
	spotSizesIn,
} from '../../catalogue/spec-tables.ts';
import {checkAnnotatedEntries} from '../../chain/check-annotated-chain.ts';
import {
	checkArchitecture,
	checkMixing,
	checkUnaskedGpus,
	type NamedEntry,
} from '../../chain/check-entries.ts';
import {SMALLEST_SPOT_VCPU, sizeToken} from '../../chain/resolve-spec.ts';
import {checkAnnotations} from '../../input/check-annotations.ts';
import {type AnnotationValues, respelled} from '../../input/collect-annotations.ts';
import {readUseSpecs} from '../../input/read-chain.ts';
import type {Log} from '../../rules/log.ts';
import type {PodAmounts} from '../../sizing/pod-request.ts';
import {isTooLarge, roundUp} from '../../sizing/round.ts';
import {gibToBytes, vcpuToMillis} from '../../units/quantity.ts';
import type {Lint} from './finding.ts';
import {type Part, quotedTextOf} from './part.ts';

/** Annotations of some pods, and as much of the pods as they are about. */
export type Annotated = {
	readonly annotations: readonly (readonly [key: string, part: Part])[];
	/** The kind of the workload. */
	readonly kind: string;
	readonly replicas: number;
	/** Null where the containers stand elsewhere. */
	readonly asksForGpu: boolean | null;
	/** Of the nodes that the pods are bound to; null where that stands elsewhere. */
	readonly arch: Architecture | null;
};

/** Kubernetes reads nothing as an empty text. */
const annotationText = (part: Part): string | null =>
	part.value === null ? '' : quotedTextOf(part);

const needOf = ({vcpu, memoryGiB}: CpuMemSpec): PodAmounts => ({
	cpu: vcpuToMillis(vcpu),
	memory: gibToBytes(memoryGiB),
});

/** The size that spot bills instead of a small one. */
const spotSizeOf = (spec: CpuMemSpec, isSpot: boolean, ruleset: Ruleset): Size | null =>
	isSpot && spec.vcpu < SMALLEST_SPOT_VCPU ? roundUp(needOf(spec), spotSizesIn(ruleset)) : null;

/** An entry as far as its name tells; prices and regions are for plans. */
const entryOf = (spec: Spec, isSpot: boolean, ruleset: Ruleset): NamedEntry => {
	const token = formatSpec(spec);
	if (spec.kind === 'cpu-mem') {
		const {vcpu} = spotSizeOf(spec, isSpot, ruleset) ?? spec;
		return {spec, token, family: null, vcpu, gpu: 0};
	}
	const type = spec.kind === 'ecs' ? spec.type : (typeOfGpuSpec(spec) ?? '');
	const family = familyOf(type) ?? null;
	const hasGpu = family?.class === 'gpu' || family?.class === 'virtual-gpu';
	return {spec, token, family, vcpu: 0, gpu: hasGpu ? 1 : 0};
};

const checkSize = (spec: CpuMemSpec, isSpot: boolean, path: string, log: Log) => {
	const token = formatSpec(spec);
	const largest = {vcpu: LARGEST_VCPU, memoryGiB: LARGEST_MEMORY_GIB};
	if (isTooLarge(needOf(spec))) log.add('spec-too-large', {token, largest}, path);
	const billed = spotSizeOf(spec, isSpot, log.ruleset);
	if (billed) log.add('spot-small-spec', {token, billed: sizeToken(billed)}, path);
};

const checkChain = (values: AnnotationValues, {asksForGpu, arch}: Annotated, log: Log) => {
	const useSpecs = values.get(`${PREFIX}eci-use-specs`);
	if (!useSpecs) return;
	const {value, path} = useSpecs;
	const isSpot = values.has(`${PREFIX}eci-spot-strategy`);
	const specs = readUseSpecs(value, path, log);
	for (const spec of specs) if (spec.kind === 'cpu-mem') checkSize(spec, isSpot, path, log);
	const entries = specs.map(spec => entryOf(spec, isSpot, log.ruleset));
	checkMixing(entries, path, log);
	if (arch) checkArchitecture(entries, arch, path, log);
	if (asksForGpu === false) checkUnaskedGpus(entries, path, log);
	checkAnnotatedEntries(values, entries, arch, log);
};

/** A pod that was read from a cluster has what ECI wrote, and nobody needs to remove it. */
const isWrittenByEci = (key: string): boolean => annotationOf(key)?.readOnly === true;

/** Checks annotations as a plan does; each path is the key. */
export const lintAnnotations = (annotated: Annotated, isLive: boolean, lint: Lint): void => {
	const {annotations, kind, replicas} = annotated;
	const parts = new Map(annotations);
	lint.run(
		log => {
			const values: AnnotationValues = new Map(
				annotations.flatMap(([key, part]) => {
					const text = annotationText(part);
					if (text === null || (isLive && isWrittenByEci(key))) return [];
					return [[key, {value: respelled(key, text, key, log), path: key}]];
				}),
			);
			checkChain(values, annotated, log);
			checkAnnotations(
				values,
				{kind: kind.toLowerCase(), replicas, limitPath: `${PREFIX}eci-spot-strategy`},
				log,
			);
		},
		key => parts.get(key) ?? lint.object.root,
	);
};

/** Values that Kubernetes doesn't take because they lack their quotes, or are no text at all [A15]. */
export const lintAnnotationTexts = (
	annotations: readonly (readonly [key: string, part: Part])[],
	lint: Lint,
): void => {
	for (const [key, part] of annotations) {
		const {value} = part;
		if (value === null || typeof value === 'string') continue;
		lint.add('annotation-not-text', {key, value: quotedTextOf(part)}, part);
	}
};

/** True for a key that means something on a pod alone. */
export const isForPods = (key: string): boolean =>
	key.startsWith(PREFIX) || annotationOf(key) !== undefined;
