import type {Log} from '../rules/log.ts';
import type {ResolvedSpec} from './resolve-spec.ts';
import {specialKind} from './special-kind.ts';

/** As much of an entry as its name tells. */
export type NamedEntry = Pick<ResolvedSpec, 'spec' | 'token' | 'family' | 'vcpu' | 'gpu'>;

/** GPUs that no container asks for keep the pod from starting [facts §1.6, A17]. */
export const checkUnaskedGpus = (entries: readonly NamedEntry[], path: string, log: Log): void => {
	for (const {token, gpu} of entries) if (gpu > 0) log.add('gpu-limit-missing', {token}, path);
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
