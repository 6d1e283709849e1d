import type {CloudCall, Replies, Reply} from './fake-cloud.ts';

/** c6.large in cn-hangzhou costs 0.39 an hour; the answer adds its system disk. */
export const priceReply = (perHour = 0.39, currency = 'CNY'): Reply => ({
	RequestId: '04F0F334-1335-436C-A1D7-6C044FE73368',
	PriceInfo: {
		Price: {
			Currency: currency,
			DiscountPrice: 0,
			OriginalPrice: perHour + 0.04,
			TradePrice: perHour / 2,
			DetailInfos: {
				DetailInfo: [
					{Resource: 'instanceType', OriginalPrice: perHour, TradePrice: perHour / 2},
					{Resource: 'systemDisk', OriginalPrice: 0.04, TradePrice: 0.04},
				],
			},
		},
		Rules: {Rule: []},
	},
});

export type SpotSample = readonly [zone: string, price: number, timestamp: string];

const SPOT: readonly SpotSample[] = [
	['cn-hangzhou-h', 0.056, '2026-11-23T07:00:00Z'],
	['cn-hangzhou-h', 0.056, '2026-11-23T08:00:00Z'],
	['cn-hangzhou-i', 0.06, '2026-11-23T08:00:00Z'],
];

/** The documented sample has 0.056 against 0.622. */
export const spotReply = (
	{query}: CloudCall,
	samples: readonly SpotSample[] = SPOT,
	more: object = {},
): Reply => ({
	RequestId: '473469C7-AA6F-4DC5-B3DB-A3DC0DE3C83E',
	Currency: 'CNY',
	SpotPrices: {
		SpotPriceType: samples.map(([zone, price, timestamp]) => ({
			ZoneId: zone,
			InstanceType: query['InstanceType'],
			IoOptimized: 'optimized',
			NetworkType: 'vpc',
			SpotPrice: price,
			OriginPrice: 0.622,
			Timestamp: timestamp,
		})),
	},
	...more,
});

export const typesOf = ({query}: CloudCall): readonly string[] =>
	Object.entries(query)
		.filter(([name]) => name.startsWith('InstanceTypes.'))
		.map(([, type]) => type);

export const adviceReply = (call: CloudCall, words = '0-3%', percent = 21): Reply => ({
	RegionId: call.query['RegionId'],
	AvailableSpotZones: {
		AvailableSpotZone: [
			{
				ZoneId: 'cn-hangzhou-h',
				AvailableSpotResources: {
					AvailableSpotResource: typesOf(call).map(type => ({
						InstanceType: type,
						AverageSpotDiscount: percent,
						InterruptionRate: 1.5,
						InterruptRateDesc: words,
					})),
				},
			},
		],
	},
});

/** The documented price per second: 0.00012252 for 2 vCPU and 4 GiB. */
const POD_PRICES: Readonly<Record<string, number>> = {
	'1-2': 0.00006126,
	'2-2': 0.00011026,
	'2-4': 0.00012252,
};

export const podReply = ({query}: CloudCall): Reply => ({
	RequestId: '7A872585-33C7-4D69-AB8E-412E81EBA387',
	PriceInfo: {
		Price: {
			Currency: 'CNY',
			DiscountPrice: 0,
			OriginalPrice: POD_PRICES[`${query['Cpu']}-${query['Memory']}`],
			TradePrice: 0.00001,
			DetailInfos: {DetailInfo: []},
		},
		SpotPrices: {SpotPrice: []},
	},
});

/** A cloud that answers everything as documented. */
export const SAMPLES: Replies = {
	DescribePrice: () => priceReply(),
	DescribeSpotPriceHistory: call => spotReply(call),
	DescribeSpotAdvice: call => adviceReply(call),
	DescribeContainerGroupPrice: podReply,
};
