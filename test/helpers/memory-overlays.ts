import type {Diagnostic} from '../../source/domain/diagnostics.ts';
import type {ImportNote} from '../../source/domain/pricing/import-tally.ts';
import {NOTHING_OVERLAID, type Overlaid} from '../../source/domain/pricing/overlay.ts';
import {mergeOverlaid} from '../../source/domain/pricing/overlay-builder.ts';
import {report} from '../../source/domain/rules/rules.ts';
import type {PriceOverlays} from '../../source/ports.ts';

/** What was imported, by region. */
export type Imported = {
	regions: ReadonlyMap<string, Overlaid>;
	notes: readonly ImportNote[];
};

/** Imported prices in memory. `changed` hears of each change. */
export const memoryOverlays = (
	imported: Imported,
	changed: () => void = () => undefined,
	{
		isReadOnly = false,
		diagnostics = [],
	}: {
		readonly isReadOnly?: boolean;
		readonly diagnostics?: readonly Diagnostic[];
	} = {},
): PriceOverlays => {
	const of = (region: string) => imported.regions.get(region) ?? NOTHING_OVERLAID;
	const refused = {
		ok: false,
		problem: {
			exitCode: 4,
			diagnostics: [report('file-unwritable', {file: 'prices', reason: 'read-only'})],
		},
	} as const;
	return {
		read: region => Promise.resolve({overlay: of(region).overlay, diagnostics}),
		readWhole: region => Promise.resolve({overlay: of(region).overlay, diagnostics}),
		series: region => Promise.resolve({series: of(region).series, diagnostics}),
		notes: () => Promise.resolve({notes: imported.notes, diagnostics}),
		add: (regions, note) => {
			if (isReadOnly) return Promise.resolve(refused);
			const merged = new Map(imported.regions);
			for (const [region, added] of regions) merged.set(region, mergeOverlaid(of(region), added));
			imported.regions = merged;
			imported.notes = [...imported.notes.filter(({source}) => source !== note.source), note];
			changed();
			return Promise.resolve({ok: true, value: []});
		},
		reset: () => {
			if (isReadOnly) return Promise.resolve(refused);
			const {notes} = imported;
			imported.regions = new Map();
			imported.notes = [];
			if (notes.length > 0) changed();
			const sources = notes.map(({source}) => source);
			return Promise.resolve({ok: true, value: {sources, diagnostics}});
		},
	};
};
