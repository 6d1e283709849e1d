import {vi} from 'vitest';
import {LIMITS, type Limits} from '../../source/adapters/alibaba-cloud/pace.ts';
import {alibabaPriceApi} from '../../source/adapters/alibaba-cloud/price-api.ts';
import type {
	PriceApiAnswer,
	PriceApiProgress,
	PriceApiRequest,
} from '../../source/domain/pricing/price-api-types.ts';
import type {PriceApi, Problem} from '../../source/ports.ts';
import {
	CREDENTIALS,
	type FakeCloud,
	fakeCloud,
	NO_OTHER_CREDENTIALS,
	type Replies,
} from './fake-cloud.ts';
import {type FakePace, fakePace} from './fake-pace.ts';

/** 2026-11-23T09:00:00Z */
export const MOMENT = 1_795_424_400;

export const REQUEST: PriceApiRequest = {
	region: 'cn-hangzhou',
	topics: ['on-demand', 'spot', 'advice', 'eci'],
	types: ['ecs.c6.large'],
	historyHours: 720,
	asOf: '2026-11-23',
};

/** The variables that the SDK reads by itself. */
export const setCredentials = (env: Readonly<Record<string, string>> = CREDENTIALS): void => {
	for (const [name, value] of Object.entries({...NO_OTHER_CREDENTIALS, ...env}))
		vi.stubEnv(name, value);
};

export type Cloud = {
	readonly cloud: FakeCloud;
	readonly pace: FakePace;
	readonly api: PriceApi;
};

/** The real SDK in front of a cloud on the loopback interface. */
export const withCloud = async <T>(
	replies: Replies,
	work: (parts: Cloud) => Promise<T>,
	limits: Partial<Limits> = {},
): Promise<T> => {
	const cloud = await fakeCloud(replies);
	const pace = fakePace();
	const api = alibabaPriceApi({
		env: {ECI_PLAN_ECS_ENDPOINT: cloud.url, ECI_PLAN_ECI_ENDPOINT: cloud.url},
		moment: MOMENT,
		pace,
		limits: {...LIMITS, ...limits},
	});
	try {
		return await work({cloud, pace, api});
	} finally {
		await cloud.close();
	}
};

export type Fetched = {
	readonly answers: readonly PriceApiAnswer[];
	readonly progress: readonly PriceApiProgress[];
	/** What it ended with, if not with the last answer. */
	readonly error: unknown;
};

export const fetchAll = async (
	api: PriceApi,
	request: Partial<PriceApiRequest> = {},
	signal: AbortSignal = new AbortController().signal,
): Promise<Fetched> => {
	const answers: PriceApiAnswer[] = [];
	const progress: PriceApiProgress[] = [];
	try {
		const results = api.fetch({...REQUEST, ...request}, signal, state => progress.push(state));
		for await (const answer of results) answers.push(answer);
		return {answers, progress, error: null};
	} catch (error) {
		return {answers, progress, error};
	}
};

/** The problem that an error carries. */
export const problemOf = (error: unknown): Problem => {
	if (error instanceof Error && 'problem' in error) return error.problem as Problem;
	throw error;
};
