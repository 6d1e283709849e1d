import process from 'node:process';
import type {DescribeContainerGroupPriceResponseBody} from '@alicloud/eci20180808';
import type {
	DescribePriceResponseBody,
	DescribeSpotAdviceResponseBody,
	DescribeSpotPriceHistoryResponseBody,
} from '@alicloud/ecs20140526';
import type {Endpoint} from './endpoint.ts';
import type {Secrets} from './secrets.ts';

type Reply<T> = Promise<T | undefined>;

export type HistoryQuestion = {
	readonly type: string;
	/** UTC, `2026-10-24T09:00:00Z` */
	readonly startTime: string;
	readonly endTime: string;
	readonly offset: number;
};

/** The four operations as plain questions about one region; each sends one request. */
export type Sdk = {
	/** Fails where no credentials are found. */
	readonly signIn: () => Promise<void>;
	readonly hosts: Readonly<Record<'ecs' | 'eci', string>>;
	readonly price: (type: string, diskCategory: string) => Reply<DescribePriceResponseBody>;
	readonly spotHistory: (question: HistoryQuestion) => Reply<DescribeSpotPriceHistoryResponseBody>;
	readonly spotAdvice: (types: readonly string[]) => Reply<DescribeSpotAdviceResponseBody>;
	readonly podPrice: (
		vcpu: number,
		memoryGiB: number,
	) => Reply<DescribeContainerGroupPriceResponseBody>;
};

export type SdkSettings = {
	readonly region: string;
	readonly ecsEndpoint: Endpoint | null;
	readonly eciEndpoint: Endpoint | null;
	/** The SDK's own time limit, behind ours. */
	readonly timeoutMs: number;
	readonly secrets: Secrets;
};

/** A part of the SDK writes signed headers to stderr if this variable asks for it as it loads. */
const DEBUG = 'DEBUG';

const loadPackages = async () => {
	// It calls what Node deprecates, which is nothing that a user could mend.
	process.noDeprecation = true;
	const debug = process.env[DEBUG];
	delete process.env[DEBUG];
	try {
		const [{default: ecs}, {default: eci}, {default: credentials}] = await Promise.all([
			import('@alicloud/ecs20140526'),
			import('@alicloud/eci20180808'),
			import('@alicloud/credentials'),
		]);
		return {ecs, eci, credentials};
	} finally {
		if (debug !== undefined) process.env[DEBUG] = debug;
	}
};

type Packages = Awaited<ReturnType<typeof loadPackages>>;

/** The SDK's usual chain of sources; what it finds is never to be shown. */
const credentialsOf = ({credentials}: Packages, {secrets}: SdkSettings) => {
	const chain = credentials.DefaultCredentialsProvider.builder().build();
	const provider = {
		getCredentials: async () => {
			const found = await chain.getCredentials();
			for (const secret of [found.accessKeyId, found.accessKeySecret, found.securityToken])
				secrets.add(secret);
			return found;
		},
		getProviderName: () => chain.getProviderName(),
	};
	return {
		signIn: async () => {
			await provider.getCredentials();
		},
		credential: new credentials.default(null, provider),
	};
};

const AGENT = 'eci-plan';

/** Loads the SDK and makes its clients for one region. */
export const openSdk = async (settings: SdkSettings): Promise<Sdk> => {
	const packages = await loadPackages();
	const {ecs, eci} = packages;
	const {region: regionId, ecsEndpoint, eciEndpoint, timeoutMs} = settings;
	const {signIn, credential} = credentialsOf(packages, settings);
	const common = {
		credential,
		regionId,
		readTimeout: timeoutMs,
		connectTimeout: timeoutMs,
		userAgent: AGENT,
		toMap: () => ({}),
	};
	const ecsClient = new ecs.default({...common, ...ecsEndpoint});
	// Unlike the other, this part of the SDK doesn't know where its API is.
	const usual = {endpoint: `eci.${regionId}.aliyuncs.com`};
	const eciClient = new eci.default({...common, ...(eciEndpoint ?? usual)});
	return {
		signIn,
		hosts: {ecs: ecsClient._endpoint, eci: eciClient._endpoint},
		price: async (instanceType, category) => {
			const systemDisk = new ecs.DescribePriceRequestSystemDisk({category});
			const request = new ecs.DescribePriceRequest({
				regionId,
				resourceType: 'instance',
				instanceType,
				instanceNetworkType: 'vpc',
				platform: 'Linux',
				priceUnit: 'Hour',
				systemDisk,
			});
			return (await ecsClient.describePrice(request)).body;
		},
		spotHistory: async ({type, ...question}) => {
			const request = new ecs.DescribeSpotPriceHistoryRequest({
				regionId,
				instanceType: type,
				networkType: 'vpc',
				OSType: 'linux',
				...question,
			});
			return (await ecsClient.describeSpotPriceHistory(request)).body;
		},
		spotAdvice: async instanceTypes => {
			const request = new ecs.DescribeSpotAdviceRequest({regionId, instanceTypes});
			return (await ecsClient.describeSpotAdvice(request)).body;
		},
		podPrice: async (cpu, memory) => {
			const request = new eci.DescribeContainerGroupPriceRequest({regionId, cpu, memory});
			return (await eciClient.describeContainerGroupPrice(request)).body;
		},
	};
};
