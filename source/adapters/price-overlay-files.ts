import type {PriceOverlays} from '../ports.ts';
import {type OverlayPlace, readOverlay, readSeries, readUsedNotes} from './overlay-generations.ts';

/**
 * Imported prices in a private folder: one file a region that every command reads, one for its prices
 * over time, one for subscriptions that no plan reckons with, and notes about the imports. What changes them is loaded when something changes.
 */
export const priceOverlayFiles = (place: OverlayPlace): PriceOverlays => ({
	read: async region => {
		const {value: overlay, diagnostics} = await readOverlay(place, region);
		return {overlay, diagnostics};
	},
	readWhole: async region => {
		const {readWhole} = await import('./overlay-writer.ts');
		const {value: overlay, diagnostics} = await readWhole(place, region);
		return {overlay, diagnostics};
	},
	series: async region => {
		const {value: series, diagnostics} = await readSeries(place, region);
		return {series, diagnostics};
	},
	notes: async () => {
		const {value: notes, diagnostics} = await readUsedNotes(place);
		return {notes, diagnostics};
	},
	add: async (regions, note) => {
		const {addImport} = await import('./overlay-writer.ts');
		return addImport(place, regions, note);
	},
	reset: async () => {
		const {forgetImports} = await import('./overlay-writer.ts');
		return forgetImports(place);
	},
});
