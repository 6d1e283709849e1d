import {accessSync, constants, readdirSync, readFileSync, statSync} from 'node:fs';
import {basename, dirname, join} from 'node:path';
import type {Diagnostic} from '../domain/diagnostics.ts';
import type {ImportNote} from '../domain/pricing/import-tally.ts';
import {NOTHING_OVERLAID, type RegionOverlay, type SpotSeries} from '../domain/pricing/overlay.ts';
import {report} from '../domain/rules/rules.ts';
import {errorCode, fileReason} from './file-reason.ts';
import {moveAside} from './move-aside.ts';
import {unpackOverlay} from './overlay-packing.ts';
import {isNewer, notesIn, seriesIn} from './overlay-shapes.ts';

/** The folder of imported prices, and the name that a file which is set aside gets. */
export type OverlayPlace = {readonly folder: string; readonly stamp: string};

/** A generation is a folder, `00000007`; the one with the highest number holds, and never changes. */
const GENERATION = /^\d{8}$/;

export const NOTES_NAME = 'notes.json';
export const overlayName = (region: string): string => `${region}.json`;
export const seriesName = (region: string): string => `${region}.series.json`;
export const termsName = (region: string): string => `${region}.terms.json`;

const entriesOf = async (folder: string): Promise<readonly string[]> => {
	try {
		return readdirSync(folder);
	} catch (error) {
		if (errorCode(error) === 'ENOENT') return [];
		throw error;
	}
};

/** Where reading fails: the folder rather than each file in it, where nothing in it can be read. */
const failingPlace = (folder: string, file: string): string => {
	for (const above of [folder, dirname(file)])
		try {
			if (!statSync(above).isDirectory()) return above;
			accessSync(above, constants.R_OK | constants.X_OK);
		} catch {
			return above;
		}
	return file;
};

export const generationsIn = async (folder: string): Promise<readonly string[]> =>
	(await entriesOf(folder)).filter(name => GENERATION.test(name)).toSorted();

/** The generation that holds; null where nothing was imported yet. */
export const currentGeneration = async (folder: string): Promise<string | null> =>
	(await generationsIn(folder)).at(-1) ?? null;

type Found = {readonly file: string; readonly text: string};

/** The text of a file of the current generation. An import that ends meanwhile takes the older one away. */
const findFile = async (folder: string, name: string): Promise<Found | null> => {
	let generation = await currentGeneration(folder);
	while (generation !== null) {
		const file = join(folder, generation, name);
		try {
			return {file, text: readFileSync(file, 'utf8')};
		} catch (error) {
			if (errorCode(error) !== 'ENOENT') throw error;
			const holds = await currentGeneration(folder);
			if (holds === generation) return null;
			generation = holds;
		}
	}
	return null;
};

type Interpreted<T> =
	| {readonly kind: 'prices'; readonly value: T}
	| {readonly kind: 'corrupt'; readonly reason: 'not JSON' | 'not prices' | 'newer version'};

const interpret = <T>(text: string, read: (value: unknown) => T | null): Interpreted<T> => {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return {kind: 'corrupt', reason: 'not JSON'};
	}
	if (isNewer(value)) return {kind: 'corrupt', reason: 'newer version'};
	const known = read(value);
	return known === null ? {kind: 'corrupt', reason: 'not prices'} : {kind: 'prices', value: known};
};

export type Known<T> = {readonly value: T; readonly diagnostics: readonly Diagnostic[]};

/** What a file holds, or `nothing`; a file that can't be understood is moved out of the way. */
const readKnown = async <T>(
	{folder, stamp}: OverlayPlace,
	name: string,
	read: (value: unknown) => T | null,
	nothing: T,
): Promise<Known<T>> => {
	let file = join(folder, name);
	try {
		const found = await findFile(folder, name);
		if (!found) return {value: nothing, diagnostics: []};
		file = found.file;
		const known = interpret(found.text, read);
		if (known.kind === 'prices') return {value: known.value, diagnostics: []};
		const movedTo = await moveAside(file, join(folder, `${basename(file)}.${stamp}`));
		const {reason} = known;
		return {value: nothing, diagnostics: [report('import-set-aside', {file, movedTo, reason})]};
	} catch (error) {
		const facts = {file: failingPlace(folder, file), reason: fileReason(error)};
		return {value: nothing, diagnostics: [report('import-unreadable', facts)]};
	}
};

export const readOverlay = (place: OverlayPlace, region: string): Promise<Known<RegionOverlay>> =>
	readKnown(place, overlayName(region), unpackOverlay, NOTHING_OVERLAID.overlay);

/** Subscriptions of terms that no plan reckons with; imports before the terms had a file have them in the overlay. */
export const readTerms = (place: OverlayPlace, region: string): Promise<Known<RegionOverlay>> =>
	readKnown(place, termsName(region), unpackOverlay, NOTHING_OVERLAID.overlay);

export const readSeries = (place: OverlayPlace, region: string): Promise<Known<SpotSeries>> =>
	readKnown(place, seriesName(region), seriesIn, NOTHING_OVERLAID.series);

export const readNotes = (place: OverlayPlace): Promise<Known<readonly ImportNote[]>> =>
	readKnown<readonly ImportNote[]>(place, NOTES_NAME, notesIn, []);

/** The files of prices that hold. */
export const filesIn = async ({folder}: OverlayPlace): Promise<readonly string[]> => {
	const generation = await currentGeneration(folder);
	const names = generation === null ? [] : await entriesOf(join(folder, generation));
	return names.filter(name => name !== NOTES_NAME);
};

/** The sources that some region still has prices of. */
export const sourcesIn = async (place: OverlayPlace): Promise<Known<ReadonlySet<string>>> => {
	const names = await filesIn(place);
	const regions = names.flatMap(name => /^([a-z0-9-]+)\.json$/.exec(name)?.[1] ?? []);
	const overlays = await Promise.all(regions.map(each => readOverlay(place, each)));
	return {
		value: new Set(overlays.flatMap(({value}) => value.sources)),
		diagnostics: overlays.flatMap(({diagnostics}) => diagnostics),
	};
};

/** The imports that prices are still there of: those of a file that was set aside are gone. */
export const readUsedNotes = async (place: OverlayPlace): Promise<Known<readonly ImportNote[]>> => {
	const notes = await readNotes(place);
	if (notes.value.length === 0) return notes;
	const used = await sourcesIn(place);
	return {
		value: notes.value.filter(({source}) => used.value.has(source)),
		diagnostics: [...notes.diagnostics, ...used.diagnostics],
	};
};
