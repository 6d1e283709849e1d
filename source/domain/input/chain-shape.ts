import {NEWEST_GENERATION, OLDEST_GENERATION} from '../catalogue/families.ts';
import {choice, flag, list, map, object, scalar, text, whole} from '../schema/shape.ts';

/** How sure a chosen chain is to be placed; each is a target chance. */
export const PICKS = ['cheapest', 'balanced', 'resilient'] as const;
export type Pick = (typeof PICKS)[number];

export const ARCHITECTURES = ['amd64', 'arm64'] as const;

/** All sizes and types of the largest region, more than twice over. */
const MAX_NAMED = 2000;
const MAX_FAMILIES = 200;

const sharedStockShape = object(
	{
		generation: scalar(
			'Share of the outages of a type that its generation has (default 25%)',
			'25%',
		),
		family: scalar('Share of the outages of a type that its family has (default 50%)', '50%'),
		sizes: scalar(
			'Share of the outages of a CPU-MEM size that all sizes have (default 100%)',
			'100%',
		),
	},
	'How strongly entries of a chain run out together',
);

export const chainShape = object(
	{
		useSpecs: list(
			text('2-4Gi, ecs.c6.xlarge or ecigpu-P100-4', '2-4Gi'),
			20,
			'Specs in the order in which ECI tries them; at most five',
		),
		pick: choice(PICKS, 'How sure the chain is to be placed (default balanced: 99.9 %)'),
		targetPlaced: scalar('Chance of being placed to reach, instead of that of pick', '99.9%'),
		maxSpecs: whole(1, 5, 'Longest chain to choose (default 5)'),
		families: list(text('c6', 'c6'), MAX_FAMILIES, 'Choose ECS types of these families only'),
		excludeFamilies: list(
			text('c6', 'c6'),
			MAX_FAMILIES,
			'Never choose ECS types of these families',
		),
		generations: list(
			whole(OLDEST_GENERATION, NEWEST_GENERATION, 'Generation of the hardware'),
			20,
			'Choose ECS types of these generations only; a family that has none is not chosen',
		),
		pin: list(text('ecs.c7.large', 'ecs.c7.large'), 5, 'Specs that the chosen chain must have'),
		avoid: list(text('ecs.c5.large', 'ecs.c5.large'), MAX_NAMED, 'Specs never to choose'),
		maxWaste: scalar('Choose no spec of which a larger share than this is beyond the need', '50%'),
		priceCap: scalar('Choose no spec that costs more an hour', '0.5'),
		inStock: map(MAX_NAMED, 'Chance that a spec is in stock, by spec: 0.9 or 90%'),
		inStockShared: flag('Specs of inStock run out together with others of their kind'),
		sharedStock: sharedStockShape,
		arch: choice(ARCHITECTURES, 'Processor architecture (default amd64)'),
	},
	'The fallback chain of k8s.aliyun.com/eci-use-specs',
);
