import type {PageWords} from '../en/page-words.ts';

export const zhCnPageWords: PageWords = {
	title: name => `${name}：阿里云弹性容器实例 ECI`,
	summary: (region, ruleset, horizon) => `地域 ${region}，规则 ${ruleset}，时长 ${horizon}`,
	notes: '提示',
	manifest: '清单',
	severity: {error: '错误', warning: '警告', info: '提示'},
	made: (version, day) => `由 eci-plan ${version} 于 ${day} 生成。`,
	estimate: '随时间累计的费用由模拟路径估算：色带包含十条路径中的八条。不构成报价。',
};
