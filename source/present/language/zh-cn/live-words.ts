import type {LiveWords} from '../en/live-words.ts';

export const zhCnLiveWords: LiveWords = {
	over: (pods, horizon) => `${pods}，${horizon}`,
	paths: count => `${count} 条路径 ✓`,
	pathsOf: (done, all) => `${done}/${all} 条路径 …`,
	underWay: '模拟中 …',
	versus: '对比基准',
	under: (share, spec) => `${spec} 有 ${share} 的时间不高于上限`,
	perDay: count => `每天中断 ${count} 次`,
	inAll: amount => `平均 ${amount}`,
	advised: (amount, reason) => `${amount}：${reason}`,
	band: 'P10–P90',
	refused: '未模拟：缺少市场假设或备选链的价格。',
};
