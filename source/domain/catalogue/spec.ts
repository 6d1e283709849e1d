import {err, ok, type Result} from '../units/result.ts';

/** One entry of `k8s.aliyun.com/eci-use-specs`. */
export type Spec = CpuMemSpec | EcsSpec | GpuSpec;
/** `2-4Gi` */
export type CpuMemSpec = {
	readonly kind: 'cpu-mem';
	readonly vcpu: number;
	readonly memoryGiB: number;
};
/** `ecs.c6.xlarge` */
export type EcsSpec = {readonly kind: 'ecs'; readonly type: string};
/** `ecigpu-P100-4`, the form of 2019 */
export type GpuSpec = {readonly kind: 'gpu'; readonly model: string; readonly count: number};

export type SpecProblem = {
	readonly reason:
		| 'empty'
		| 'memory-unit'
		| 'dash'
		| 'family-only'
		| 'gpu-prefix'
		| 'gpu-unknown'
		| 'letter-case'
		| 'not-positive'
		| 'malformed';
	readonly suggestion?: string;
};

/** Which ECS type stands behind a GPU entry of 2019 [D-ANN-2019]. */
const GPU_TYPES: Readonly<Record<string, string>> = {
	'P4-1': 'ecs.gn5i-c2g1.large',
	'P4-2': 'ecs.gn5i-c16g1.8xlarge',
	'P4-4': 'ecs.gn5i-c28g1.14xlarge',
	'V100-1': 'ecs.gn6v-c8g1.2xlarge',
	'V100-4': 'ecs.gn6v-c8g1.8xlarge',
	'V100-8': 'ecs.gn6v-c8g1.16xlarge',
	'P100-1': 'ecs.gn5-c8g1.2xlarge',
	'P100-2': 'ecs.gn5-c8g1.4xlarge',
	'P100-4': 'ecs.gn5-c8g1.8xlarge',
	'P100-8': 'ecs.gn5-c8g1.14xlarge',
};

/** The ECS type that a GPU entry runs on and is billed as. */
export const typeOfGpuSpec = ({model, count}: GpuSpec): string | undefined =>
	GPU_TYPES[`${model}-${count}`];

export const GPU_TOKENS: readonly string[] = Object.keys(GPU_TYPES).map(name => `ecigpu-${name}`);

const MAX_LENGTH = 64;
/** Kubernetes knows no less than a thousandth of a vCPU. */
const CPU_MEM = /^(\d{1,9}(?:\.\d{1,3})?)-(\d{1,9}(?:\.\d{1,4})?)Gi$/;
const CPU_MEM_LOOSE = /^(\d+(?:\.\d+)?)\s*[-–—−_x]\s*(\d+(?:\.\d+)?)\s*(gi?b?|)$/i;
const ECS = /^ecs\.[a-z0-9]+(?:-[a-z0-9]+)*\.(?:[a-z0-9]+\.)?[a-z0-9]+$/;
const GPU = /^ecigpu-([A-Za-z0-9]+)-(\d{1,2})$/;

const readCpuMem = (text: string): Result<Spec, SpecProblem> | undefined => {
	const exact = CPU_MEM.exec(text);
	if (exact) {
		const [vcpu, memoryGiB] = [Number(exact[1]), Number(exact[2])];
		return vcpu > 0 && memoryGiB > 0
			? ok({kind: 'cpu-mem', vcpu, memoryGiB})
			: err({reason: 'not-positive'});
	}
	const loose = CPU_MEM_LOOSE.exec(text);
	if (!loose) return undefined;
	const suggestion = `${loose[1]}-${loose[2]}Gi`;
	if (suggestion === text) return undefined;
	return err({reason: /^[\d.]+-/.test(text) ? 'memory-unit' : 'dash', suggestion});
};

const readGpu = (text: string): Result<Spec, SpecProblem> | undefined => {
	const match = GPU.exec(text);
	if (match) {
		const spec: GpuSpec = {kind: 'gpu', model: match[1] ?? '', count: Number(match[2])};
		return typeOfGpuSpec(spec) ? ok(spec) : err({reason: 'gpu-unknown'});
	}
	const rest = /^eci-gpu-(.+)$/i.exec(text)?.[1];
	return rest === undefined ? undefined : err({reason: 'gpu-prefix', suggestion: `ecigpu-${rest}`});
};

/** `ecs.c6-xlarge` and `ecs-c6_xlarge`, whose sizes tell where the dots belong. */
const ECS_LOOSE = /^ecs[-._]([a-z0-9-]+)[-._]((?:\d{0,2}x)?large|medium|small|tiny|nano)$/i;

const readEcs = (text: string): Result<Spec, SpecProblem> | undefined => {
	if (ECS.test(text)) return ok({kind: 'ecs', type: text});
	const [, family, size] = ECS_LOOSE.exec(text) ?? [];
	if (family && size && text === text.toLowerCase())
		return err({reason: 'malformed', suggestion: `ecs.${family}.${size}`});
	if (/^ecs\.[a-z0-9-]+$/.test(text))
		return err({reason: 'family-only', suggestion: `${text}.large`});
	const lower = text.toLowerCase();
	return ECS.test(lower) ? err({reason: 'letter-case', suggestion: lower}) : undefined;
};

const readSpec = (text: string): Result<Spec, SpecProblem> => {
	if (text.length > MAX_LENGTH) return err({reason: 'malformed'});
	return readCpuMem(text) ?? readGpu(text) ?? readEcs(text) ?? err({reason: 'malformed'});
};

/** Reads one entry; anything ECI would not take is a problem with what was probably meant. */
export const parseSpec = (input: string): Result<Spec, SpecProblem> => {
	const text = input.trim();
	if (text === '') return err({reason: 'empty'});
	const read = readSpec(text);
	if (read.ok || read.problem.suggestion === undefined) return read;
	return readSpec(read.problem.suggestion).ok ? read : err({reason: read.problem.reason});
};

/** The entry as `eci-use-specs` takes it. */
export const formatSpec = (spec: Spec): string => {
	switch (spec.kind) {
		case 'cpu-mem':
			return `${spec.vcpu}-${spec.memoryGiB}Gi`;
		case 'ecs':
			return spec.type;
		case 'gpu':
			return `ecigpu-${spec.model}-${spec.count}`;
	}
};

/** The value of the annotation: entries in the order in which ECI tries them. */
export const formatUseSpecs = (specs: readonly Spec[]): string => specs.map(formatSpec).join(',');

/** ECI tries at most five entries [D-MULTI]. */
export const MAX_SPECS = 5;
