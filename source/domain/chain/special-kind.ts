import type {Family} from '../catalogue/families.ts';

export type SpecialKind = 'gpu' | 'arm' | 'local-disk';

/** What an entry has that ordinary ones lack: such entries stand with their own kind only [D-MULTI]. */
export const specialKind = ({
	family,
	gpu,
}: {
	readonly family: Family | null;
	readonly gpu: number;
}): SpecialKind | null => {
	if (gpu > 0) return 'gpu';
	if (family?.class === 'arm') return 'arm';
	return family?.class === 'big-data' || family?.class === 'local-nvme' ? 'local-disk' : null;
};
