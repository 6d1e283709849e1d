/** The network cap of a pod in Gbit/s by its vCPU, the same in both directions [facts §2.2, D-VCPU]. */
const CAPS: readonly (readonly [vcpu: number, gigabits: number])[] = [
	[0.25, 0.08],
	[0.5, 0.08],
	[1, 0.1],
	[2, 1],
	[4, 1.5],
	[8, 2],
	[12, 2.5],
	[16, 3],
	[24, 4.5],
	[32, 6],
	[52, 12.5],
	[64, 20],
];

/** Megabits a second that a pod of this many vCPU gets at most: the row that it reaches. */
export const podMegabits = (vcpu: number): number => {
	const [, gigabits = 0.08] = CAPS.findLast(([least]) => least <= vcpu) ?? [];
	return Math.round(gigabits * 1000);
};

/** Megabits a second of an elastic IP address that ECI creates, unless a plan says more [S]. */
export const DEFAULT_EIP_MEGABITS = 5;
