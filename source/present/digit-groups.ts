/** The digits before the point in groups of three: `12345.6` as `12,345.6`. */
export const grouped = (text: string): string => {
	const [whole = '', decimals] = text.split('.');
	return whole.replace(/\B(?=(?:\d{3})+$)/g, ',') + (decimals === undefined ? '' : `.${decimals}`);
};

/** A count as a person reads it. */
export const countText = (count: number): string => grouped(String(count));
