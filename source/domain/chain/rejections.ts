/** Why a spec of the region isn't in the chain. */
export const REJECTIONS = [
	'avoided',
	'unsupported-family',
	'over-limit',
	'too-small',
	'wrong-gpus',
	'wrong-arch',
	'excluded-family',
	'not-in-families',
	'not-in-generations',
	'retired',
	'unasked-class',
	'not-spot',
	'no-price',
	'no-stock',
	'over-spot-limit',
	'over-price-cap',
	'waste',
	'not-needed',
	'not-named',
] as const;
export type Rejection = (typeof REJECTIONS)[number];
