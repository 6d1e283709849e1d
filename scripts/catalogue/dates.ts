/** The days of a catalogue, each as `2024-12-30`. */
export type Dates = {
	readonly onDemand: string;
	/** Of the rows that only an older list has. */
	readonly older: string;
	readonly spot: string;
};

/** From the prose of `catalogue.json`: the first day of each text, and the second of the first. */
export const datesOf = (meta: {
	readonly onDemandAsOf: string;
	readonly spotAsOf: string;
}): Dates => {
	const days = (text: string) => text.match(/\d{4}-\d{2}-\d{2}/g) ?? [];
	const [[onDemand, older], [spot]] = [days(meta.onDemandAsOf), days(meta.spotAsOf)];
	if (!(onDemand && older && spot)) throw new Error('catalogue.json does not state its dates');
	return {onDemand, older, spot};
};
