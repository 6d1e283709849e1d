import {ANNOTATIONS, keyIn} from '../domain/catalogue/annotations.ts';
import type {ManifestTerms} from '../domain/diagnostics.ts';
import {flagNaming} from './command-line.ts';
import type {Naming} from './language/language.ts';

/** The keys of manifests that fields of the PlanInput are, apart from annotations. */
const KEYS: ReadonlyMap<string, string> = new Map([
	['cpu', 'resources.limits.cpu'],
	['memory', 'resources.limits.memory'],
	['gpu', 'nvidia.com/gpu'],
	['image', 'image'],
	['containers', 'containers'],
	['volumes', 'volumes'],
	['workload.kind', 'kind'],
	['workload.replicas', 'spec.replicas'],
	['workload.cron', 'spec.schedule'],
	['workload.timeZone', 'spec.timeZone'],
	['chain.arch', 'nodeSelector kubernetes.io/arch'],
]);

const KINDS: ReadonlyMap<string, string> = new Map(
	['Pod', 'Deployment', 'StatefulSet', 'Job', 'CronJob'].map(kind => [kind.toLowerCase(), kind]),
);

/** A value that YAML reads as it stands. */
const PLAIN = /^[\w./-]+$/;

const valueText = (value: string): string => (PLAIN.test(value) ? value : `"${value}"`);

/** What one answer by flags says, and what says more about the same. */
const isAnswered = (path: string, answered: readonly string[]): boolean =>
	answered.some(other => other === path || (path.startsWith('spot.') && other.startsWith('spot.')));

/**
 * A field by its key in a manifest, `k8s.aliyun.com/eci-spot-price-limit: "0.250"`; by its flag where flags
 * answer it, or where manifests have nothing of the kind.
 */
export const manifestNaming =
	({ruleset, answered}: ManifestTerms): Naming =>
	(path, value) => {
		if (isAnswered(path, answered)) return flagNaming(path, value);
		const row = ANNOTATIONS.find(({field}) => field === path);
		if (row) {
			const key = keyIn(ruleset, row);
			return value === undefined ? key : `${key}: "${value}"`;
		}
		const key = KEYS.get(path);
		if (key === undefined) return flagNaming(path, value);
		return value === undefined ? key : `${key}: ${valueText(KINDS.get(value) ?? value)}`;
	};
