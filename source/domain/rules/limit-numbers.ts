import type {RuleId} from './facts.ts';

/** Rules by the number that the limit has in the table of limits [facts §8]. */
export const LIMIT_NUMBERS: ReadonlyMap<string, readonly RuleId[]> = new Map<
	string,
	readonly RuleId[]
>([
	['L01', ['limit-daemonset']],
	['L02', ['limit-host-path']],
	['L03', ['limit-host-pid']],
	['L04', ['limit-host-network']],
	['L05', ['limit-host-ipc']],
	['L06', ['limit-privileged']],
	['L07', ['limit-node-port']],
	['L08', ['limit-session-affinity']],
	['L09', ['limit-network-policy']],
	['L10', ['limit-containers', 'limit-volumes', 'size-too-large']],
	['L11', ['limit-port']],
	['L12', ['limit-ulimit']],
	['L13', ['limit-sysctl']],
	['L14', ['limit-config-size']],
	['L15', ['limit-windows']],
	['L16', ['launch-slow']],
	['L17', ['quota-exceeded']],
	['L18', ['limit-region']],
	['L19', ['spot-small-spec']],
]);
