import type {LiveWords} from '../en/live-words.ts';

export const zhCnLiveWords: LiveWords = {
	over: (pods, horizon) => `${pods}，${horizon}`,
	paths: count => `${count} 条路径 ✓`,
	pathsOf: (done, all) => `${done}/${all} 条路径 …`,
	underWay: '模拟中 …',
	band: 'P10–P90',
	refused: '未模拟：缺少市场假设或备选链的价格。',
};
