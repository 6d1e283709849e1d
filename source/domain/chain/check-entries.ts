import type {Architecture} from '../catalogue/families.ts';
import type {Log} from '../rules/log.ts';
import type {ResolvedSpec} from './resolve-spec.ts';
import {specialKind} from './special-kind.ts';

/** As much of an entry as its name tells. */
export type NamedEntry = Pick<ResolvedSpec, 'spec' | 'token' | 'family' | 'vcpu' | 'gpu'>;

/** GPUs that no container asks for keep the pod from starting [facts §1.6, A17]. */
export const checkUnaskedGpus = (entries: readonly NamedEntry[], path: string, log: Log): void => {
	for (const {token, gpu} of entries) if (gpu > 0) log.add('gpu-limit-missing', {token}, path);
};

const archOf = ({spec, family}: NamedEntry): Architecture | null =>
	spec.kind === 'cpu-mem' ? 'amd64' : (family?.arch ?? null);

/** Entries that all run another architecture than the nodes that the pod is bound to [facts §9]. */
export const checkArchitecture = (
	entries: readonly NamedEntry[],
	arch: Architecture,
	path: string,
	log: Log,
): void => {
	const others = entries.filter(entry => (archOf(entry) ?? arch) !== arch);
	if (others.length === 0 || others.length < entries.length) return;
	const runs = arch === 'arm64' ? 'amd64' : 'arm64';
	log.add('spec-other-arch', {tokens: others.map(({token}) => token), runs, asked: arch}, path);
};

/** GPU, local-disk and Arm entries stand with their own kind only [D-MULTI]. */
export const checkMixing = (entries: readonly NamedEntry[], path: string, log: Log): void => {
	for (const kind of ['gpu', 'arm', 'local-disk'] as const) {
		const special = entries.filter(entry => specialKind(entry) === kind);
		if (special.length === 0 || special.length === entries.length) continue;
		const tokens = special.map(({token}) => token);
		if (kind === 'gpu') log.add('spec-mixed-gpu', {tokens}, path);
		else log.add('spec-mixed-kind', {kind, tokens}, path);
	}
};
