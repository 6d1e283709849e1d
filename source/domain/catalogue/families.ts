/** What a family is made for; `shared` families have a burst or economy CPU, `virtual-gpu` a part of a GPU. */
export type FamilyClass =
	| 'general'
	| 'compute'
	| 'memory'
	| 'intensive'
	| 'universal'
	| 'high-clock'
	| 'big-data'
	| 'local-nvme'
	| 'gpu'
	| 'virtual-gpu'
	| 'arm'
	| 'shared';

export type Architecture = 'amd64' | 'arm64';

export type Family = {
	readonly name: string;
	readonly class: FamilyClass;
	readonly arch: Architecture;
	/** As `eci-instance-generation` counts them (facts D-GEN); null where the page names none. */
	readonly generation: number | null;
	/** Only the list of 2021 has it: ECI may refuse it today. */
	readonly retired: boolean;
};

type Row = readonly [FamilyClass, generation: number | null, names: string, retired?: 'retired'];

/** Families that ECI runs: D-MULTI (current) and D-OV-EN (2021, `retired`); generations from D-GEN. */
const ROWS: readonly Row[] = [
	['general', 8, 'g8a g8i'],
	['general', 7, 'g7a g7'],
	['general', 6, 'g6a g6 g6e'],
	['general', 5, 'g5 g5ne'],
	['general', 4, 'sn2ne'],
	['general', null, 'sn2'],
	['compute', 8, 'c8a c8i'],
	['compute', 7, 'c7a c7'],
	['compute', 6, 'c6e c6a c6'],
	['compute', 5, 'c5'],
	['compute', 4, 'sn1ne'],
	['compute', null, 'sn1'],
	['memory', 8, 'r8a r8i'],
	['memory', 7, 'r7a r7'],
	['memory', 6, 'r6a r6e r6'],
	['memory', 5, 'r5'],
	['memory', 4, 'se1ne se1'],
	['intensive', 5, 'ic5'],
	['universal', 5, 'u1'],
	['high-clock', 8, 'hfg8i hfc8i hfr8i'],
	['high-clock', 7, 'hfg7 hfc7 hfr7'],
	['high-clock', 6, 'hfc6 hfg6'],
	['high-clock', 5, 'hfc5 hfg5'],
	['big-data', null, 'd1 d1ne'],
	['local-nvme', null, 'i2 i2g'],
	['gpu', null, 'gn8ia gn8is gn7e gn7i gn7s gn7 gn6e gn6i gn6v gn5i gn5'],
	['virtual-gpu', null, 'sgn7i-vws vgn7i-vws vgn6i-vws'],
	['arm', 8, 'g8y c8y r8y'],
	['shared', null, 'e'],
	['shared', null, 't6 t5 s6 xn4 n4 mn4 e4', 'retired'],
];

/** Never chosen unless their family is named: part of a CPU or GPU, or disks that pods rarely want. */
const UNASKED_CLASSES: readonly FamilyClass[] = ['shared', 'virtual-gpu', 'big-data', 'local-nvme'];

/** True for a family that a chain is picked from without being asked to. */
export const isPickedUnasked = ({retired, class: familyClass}: Family): boolean =>
	!retired && !UNASKED_CLASSES.includes(familyClass);

/** Every family that ECI runs, by its name without `ecs.`. */
export const FAMILIES: ReadonlyMap<string, Family> = new Map(
	ROWS.flatMap(([familyClass, generation, names, retired]) =>
		names.split(' ').map(name => [
			name,
			{
				name,
				class: familyClass,
				arch: familyClass === 'arm' ? 'arm64' : 'amd64',
				generation,
				retired: retired !== undefined,
			} satisfies Family,
		]),
	),
);

const GENERATIONS = [...FAMILIES.values()].flatMap(({generation}) => generation ?? []);
export const OLDEST_GENERATION = Math.min(...GENERATIONS);
export const NEWEST_GENERATION = Math.max(...GENERATIONS);

/** Why a family is never picked unless it is named. */
export type UnaskedReason = 'retired' | 'shared' | 'virtual-gpu' | 'local-disk';

/** Null for a family that may be picked unasked. */
export const unaskedReason = ({class: familyClass, retired}: Family): UnaskedReason | null => {
	if (retired) return 'retired';
	if (familyClass === 'shared' || familyClass === 'virtual-gpu') return familyClass;
	return familyClass === 'big-data' || familyClass === 'local-nvme' ? 'local-disk' : null;
};

/**
 * The family of an instance type: `ecs.c6.large` → `c6`, `ecs.u1-c1m2.large` → `u1`,
 * `ecs.vgn6i-m4-vws.xlarge` → `vgn6i-vws`. Exact: `ecs.c6e.large` is no `c6`.
 */
export const familyOf = (type: string): Family | undefined => {
	const series = /^ecs\.([a-z0-9]+(?:-[a-z0-9]+)*)\.[a-z0-9]+$/.exec(type)?.[1];
	if (series === undefined) return undefined;
	const [head = ''] = series.split('-');
	const virtualGpu = series.split('-').includes('vws') ? `${head}-vws` : undefined;
	return FAMILIES.get(series) ?? FAMILIES.get(virtualGpu ?? head);
};
