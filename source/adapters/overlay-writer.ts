import {readdir, stat} from 'node:fs/promises';
import {join} from 'node:path';
import type {Diagnostic} from '../domain/diagnostics.ts';
import type {ImportNote} from '../domain/pricing/import-tally.ts';
import type {Overlaid, RegionOverlay} from '../domain/pricing/overlay.ts';
import {mergeOverlaid} from '../domain/pricing/overlay-builder.ts';
import {termsApart, termsTogether} from '../domain/pricing/overlay-terms.ts';
import {report} from '../domain/rules/rules.ts';
import type {Attempt, Forgotten, Problem} from '../ports.ts';
import {errorCode, fileReason} from './file-reason.ts';
import {nodeDisk, type OverlayDisk} from './overlay-disk.ts';
import {draftPrefix, sweepDrafts} from './overlay-drafts.ts';
import {
	currentGeneration,
	filesIn,
	generationsIn,
	type Known,
	NOTES_NAME,
	type OverlayPlace,
	overlayName,
	readNotes,
	readOverlay,
	readSeries,
	readTerms,
	seriesName,
	sourcesIn,
	termsName,
} from './overlay-generations.ts';
import {packOverlay} from './overlay-packing.ts';
import {OVERLAY_VERSION} from './overlay-shapes.ts';

/** Other imports that may end while this one is being written. */
const MAX_ATTEMPTS = 50;

const fileText = (content: object): string =>
	`${JSON.stringify({version: OVERLAY_VERSION, ...content})}\n`;

const nextAfter = (generation: string | null): string =>
	String(Number(generation ?? 0) + 1).padStart(8, '0');

const exists = async (path: string): Promise<boolean> =>
	stat(path).then(
		() => true,
		() => false,
	);

/** Takes the number of a generation. Only one can: a folder that holds something is never replaced. */
const take = async (draft: string, target: string, disk: OverlayDisk): Promise<boolean> => {
	try {
		await disk.move(draft, target);
		return true;
	} catch (error) {
		const isTaken = ['ENOTEMPTY', 'EEXIST'].includes(errorCode(error));
		// Windows says something else.
		if (isTaken || (errorCode(error) === 'EPERM' && (await exists(target)))) return false;
		throw error;
	}
};

/** Removes what no reader needs any more; what can't be removed now is left for the next time. */
const sweep = async (folder: string, current: string, disk: OverlayDisk): Promise<void> => {
	for (const name of await generationsIn(folder))
		if (name < current) await disk.remove(join(folder, name));
	await sweepDrafts(folder, disk);
};

/** Prices that can't be read now must not be taken for none. */
class UnreadableError extends Error {
	readonly problem: Problem;

	constructor(diagnostics: readonly Diagnostic[]) {
		super('imported prices');
		this.problem = {exitCode: 4, diagnostics};
	}
}

const readable = async <T>(reading: Promise<Known<T>>): Promise<Known<T>> => {
	const known = await reading;
	if (known.diagnostics.some(({rule}) => rule === 'import-unreadable'))
		throw new UnreadableError(known.diagnostics);
	return known;
};

type Build<T> = (from: string | null, draft: string) => Promise<T>;

/** One attempt to put a new generation behind the current one; null where another import was faster. */
const tryGeneration = async <T>(
	folder: string,
	build: Build<T>,
	disk: OverlayDisk,
): Promise<{readonly built: T} | null> => {
	const from = await currentGeneration(folder);
	const draft = await disk.makeDraft(join(folder, draftPrefix()));
	const next = nextAfter(from);
	try {
		const built = await build(from, draft);
		await disk.settle(draft);
		if (!(await take(draft, join(folder, next), disk))) return null;
		await disk.settle(folder);
		const current = await currentGeneration(folder);
		// A number that others had used and swept counts for nothing: theirs is the higher one.
		if (current !== next) return null;
		await sweep(folder, next, disk).catch(() => undefined);
		return {built};
	} catch (error) {
		// What was to be kept is gone once another import has ended.
		if ((await currentGeneration(folder)) !== from && errorCode(error) === 'ENOENT') return null;
		throw error;
	} finally {
		await disk.remove(draft).catch(() => undefined);
	}
};

/** Puts a new generation in place of the current one. A program that is ended on the way changes nothing. */
const newGeneration = async <T>(
	folder: string,
	build: Build<T>,
	disk: OverlayDisk,
): Promise<Attempt<T>> => {
	try {
		await disk.makeFolder(folder);
		for (let count = 0; count < MAX_ATTEMPTS; count++) {
			const done = await tryGeneration(folder, build, disk);
			if (done) return {ok: true, value: done.built};
		}
		return unwritable(folder, 'other');
	} catch (error) {
		if (error instanceof UnreadableError) return {ok: false, problem: error.problem};
		const reason = fileReason(error);
		// The folder was to be made, so that it is missing is no advice.
		return unwritable(folder, reason === 'missing' ? 'other' : reason);
	}
};

const unwritable = (file: string, reason: ReturnType<typeof fileReason>): Attempt<never> => ({
	ok: false,
	problem: {exitCode: 4, diagnostics: [report('file-unwritable', {file, reason})]},
});

/** All that was imported for a region, for imports to be laid over. */
export const readWhole = async (
	place: OverlayPlace,
	region: string,
): Promise<Known<RegionOverlay>> => {
	const overlay = await readOverlay(place, region);
	const terms = await readTerms(place, region);
	return {
		value: termsTogether(overlay.value, terms.value),
		diagnostics: [...overlay.diagnostics, ...terms.diagnostics],
	};
};

const writeRegion = async (
	place: OverlayPlace,
	draft: string,
	[region, added]: readonly [string, Overlaid],
	disk: OverlayDisk,
): Promise<readonly Diagnostic[]> => {
	const overlay = await readable(readWhole(place, region));
	const series = await readable(readSeries(place, region));
	const before = {overlay: overlay.value, series: series.value};
	const merged = mergeOverlaid(before, added);
	const {planned, terms} = termsApart(merged.overlay);
	await disk.write(join(draft, overlayName(region)), fileText(packOverlay(planned)));
	if (terms.subscription.length > 0)
		await disk.write(join(draft, termsName(region)), fileText(packOverlay(terms)));
	if (merged.series.length > 0)
		await disk.write(join(draft, seriesName(region)), fileText({series: merged.series}));
	return [...overlay.diagnostics, ...series.diagnostics];
};

/** Files of regions that stay as they are. */
const shareOthers = async (
	{folder}: OverlayPlace,
	from: string | null,
	draft: string,
	regions: ReadonlyMap<string, unknown>,
	disk: OverlayDisk,
): Promise<void> => {
	if (from === null) return;
	const written = new Set([
		NOTES_NAME,
		...[...regions.keys()].flatMap(region =>
			[overlayName, termsName, seriesName].map(name => name(region)),
		),
	]);
	for (const name of await readdir(join(folder, from)))
		if (!written.has(name)) await disk.share(join(folder, from, name), join(draft, name));
};

const isSame = (a: ImportNote, b: ImportNote): boolean =>
	a.source === b.source && a.format === b.format;

/** Lays an import over what is there by the time it is written; says what had to be set aside. */
export const addImport = (
	place: OverlayPlace,
	regions: ReadonlyMap<string, Overlaid>,
	note: ImportNote,
	disk: OverlayDisk = nodeDisk,
): Promise<Attempt<readonly Diagnostic[]>> =>
	newGeneration(
		place.folder,
		async (from, draft) => {
			const {value, diagnostics} = await readable(readNotes(place));
			const said: Diagnostic[] = [...diagnostics];
			await shareOthers(place, from, draft, regions, disk);
			for (const region of regions) said.push(...(await writeRegion(place, draft, region, disk)));
			const notes = [...value.filter(other => !isSame(other, note)), note];
			await disk.write(join(draft, NOTES_NAME), fileText({notes}));
			return said;
		},
		disk,
	);

const NOTHING_FORGOTTEN: Forgotten = {sources: [], diagnostics: []};

/** What a reset removes, by the notes and the prices themselves: either may not be readable any more. */
const whatIsThere = async (place: OverlayPlace): Promise<Forgotten> => {
	const files = await filesIn(place);
	const notes = await readNotes(place);
	const used = await sourcesIn(place);
	const noted = notes.value.map(({source}) => source);
	const sources = [...new Set([...noted, ...used.value])];
	return {
		sources: sources.length > 0 ? sources : files,
		diagnostics: [...notes.diagnostics, ...used.diagnostics],
	};
};

/** A folder that isn't there, or is none, has no prices; of any other that can't be read nobody knows. */
const unlisted = (file: string, reason: ReturnType<typeof fileReason>): Attempt<Forgotten> =>
	reason === 'missing'
		? {ok: true, value: NOTHING_FORGOTTEN}
		: {
				ok: false,
				problem: {exitCode: 4, diagnostics: [report('file-unreadable', {file, reason})]},
			};

/** Puts a generation without prices in place of the current one, so that no import under way brings it back. */
export const forgetImports = async (
	place: OverlayPlace,
	disk: OverlayDisk = nodeDisk,
): Promise<Attempt<Forgotten>> => {
	let current: string | null;
	try {
		current = await currentGeneration(place.folder);
	} catch (error) {
		return unlisted(place.folder, fileReason(error));
	}
	if (current === null) {
		await sweepDrafts(place.folder, disk).catch(() => undefined);
		return {ok: true, value: NOTHING_FORGOTTEN};
	}
	return newGeneration(
		place.folder,
		async (_from, draft) => {
			const forgotten = await whatIsThere(place);
			await disk.write(join(draft, NOTES_NAME), fileText({notes: []}));
			return forgotten;
		},
		disk,
	);
};
