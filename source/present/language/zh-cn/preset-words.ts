/** What the shipped presets say of themselves, by the sentence in their files. */
export const zhCnPresets: Readonly<Record<string, string>> = {
	'Stateless API, 6 pods of 4 vCPU around the clock': '无状态 API，6 个 4 vCPU 的 Pod 全天运行',
	'Batch job on spot, 20 pods of 8 vCPU for 2 h, 4 runs a day':
		'抢占式实例批处理，20 个 8 vCPU 的 Pod 运行 2 小时，每天 4 次',
	'CI runners, 200 runs a day of 12 min each': 'CI 任务，每天 200 次，每次 12 分钟',
	'Nightly report, one pod for 40 min at 02:00': '夜间报表，每天 02:00 一个 Pod 运行 40 分钟',
	'Model serving, 2 pods with one GPU each': '模型推理，2 个 Pod，各配一块 GPU',
	'Spark executors on spot, 30 pods of 4 vCPU, 32 GiB, 3 h a day':
		'抢占式实例 Spark executor，30 个 4 vCPU、32 GiB 的 Pod，每天 3 小时',
	'Web front end, 3 pods at night and 10 in office hours':
		'Web 前端，夜间 3 个 Pod，工作时间 10 个',
};
