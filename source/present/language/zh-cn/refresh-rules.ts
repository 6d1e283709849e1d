import type {MalformedReason, UnreachableReason} from '../../../domain/rules/command-facts.ts';
import {advice, type DiagnosticTexts} from '../language.ts';
import {choiceHint, listed, quoted} from './words.ts';

const UNREACHABLE: Readonly<Record<UnreachableReason, readonly [reason: string, hint: string]>> = {
	'not-found': ['无法解析该域名', '请检查网络与 DNS。'],
	refused: ['连接被拒绝', '请检查网络与防火墙。'],
	'no-answer': ['没有响应', '请检查网络后重试。'],
	'cut-off': ['连接中断', '请检查网络后重试。'],
	certificate: ['证书不受信任', '请检查中间是否有代理；可用 NODE_EXTRA_CA_CERTS 指定代理的证书。'],
	other: ['连接失败', '请检查网络后重试。'],
};

const MALFORMED: Readonly<Record<MalformedReason, (subject: string) => string>> = {
	unreadable: () => '不是文档所述格式的 JSON',
	field: subject => `${subject} 缺失或格式不符`,
	currency: subject => `货币为${quoted(subject)}，而非 CNY 或 USD`,
	paging: () => '分页循环，没有尽头',
	sums: () => '多个规格的价格彼此不符',
};

const ENDPOINT = {
	url: '不是地址',
	insecure: '未加密，且不在本机',
	path: '除主机与端口外还有其他内容',
} as const;

const tried = (tries: number): string => (tries === 1 ? '' : `（已尝试 ${tries} 次）`);

const requestNote = (requestId: string | null): string =>
	requestId === null ? '' : `阿里云客服可凭 ${requestId} 查询该次调用。`;

const UNCHANGED = '价格未作任何改动。';

export const zhCnRefreshRules = {
	'refresh-types-none': ({region, families}) =>
		advice(
			families.length === 0
				? `${region} 没有可查询价格的 ECS 实例规格。`
				: `${region} 没有 ${listed(families)} 的 ECS 实例规格。`,
			'请用 --types 或 --families 指定其他规格，或用 --region 更换地域。',
		),
	'refresh-type-unknown': ({type, suggestion}) =>
		advice(
			`没有 ECS 实例规格${quoted(type)}。`,
			choiceHint(suggestion, [], '请使用 ecs.c6.large 之类的实例规格。'),
		),
	'refresh-history-long': ({value, days}) =>
		advice(`${value} 超出阿里云保留抢占式实例价格的时长。`, `最长为 ${days}d；0 表示仅最新价格。`),
	'refresh-endpoint-invalid': ({value, reason}) =>
		advice(
			`${quoted(value)}${ENDPOINT[reason]}。`,
			'请使用 https://主机[:端口]；http:// 仅可用于本机。',
		),
	'refresh-credentials-missing': () =>
		advice(
			`未找到阿里云凭证：已查找 ALIBABA_CLOUD_ACCESS_KEY_ID 与 ALIBABA_CLOUD_ACCESS_KEY_SECRET、OIDC（RRSA）、aliyun CLI 与 ~/.alibabacloud/credentials 的配置、ECS 实例 RAM 角色以及 ALIBABA_CLOUD_CREDENTIALS_URI。${UNCHANGED}`,
			'请设置上述两个环境变量，或运行 aliyun configure。没有账号时可用 prices import 导入价格文件。',
		),
	'refresh-credentials-refused': ({code}) =>
		advice(
			`阿里云拒绝了该凭证（${code}）。${UNCHANGED}`,
			'请确认密钥存在、已启用且未过期，并检查本机时间。',
		),
	'refresh-forbidden': ({permission, code}) =>
		advice(
			`该凭证没有调用 ${permission} 的权限（${code}）。${UNCHANGED}`,
			`请在 RAM 权限策略中授予 ${permission}，或用 --what 略去该项。`,
		),
	'refresh-unreachable': ({host, reason, tries}) =>
		advice(
			`无法连接 ${host}${tried(tries)}：${UNREACHABLE[reason][0]}。${UNCHANGED}`,
			UNREACHABLE[reason][1],
		),
	'refresh-throttled': ({operation, tries}) =>
		advice(
			`阿里云仍在限制 ${operation} 的调用频率${tried(tries)}。${UNCHANGED}`,
			'请过几分钟再试，或用 --types、--families、--history、--what 缩小范围。',
		),
	'refresh-failed': ({operation, code, tries, requestId}) =>
		advice(
			`${operation} 调用失败${tried(tries)}：${code}。${UNCHANGED}`,
			`请稍后再试，或用 --what 略去该项。${requestNote(requestId)}`,
		),
	'refresh-malformed': ({operation, reason, subject}) =>
		advice(
			`${operation} 的返回结果无法使用：${MALFORMED[reason](subject)}。${UNCHANGED}`,
			'请检查是否由代理代替阿里云作答，或用 --what 略去该项。',
		),
	'refresh-too-slow': ({minutes, done, total}) =>
		advice(
			`${minutes} 分钟内只取得 ${total} 项中的 ${done} 项。${UNCHANGED}`,
			'请用 --types、--families、--history、--what 缩小范围。',
		),
	'refresh-nothing': ({region}) =>
		advice(
			`阿里云没有这些规格在 ${region} 的更新价格。${UNCHANGED}`,
			'请用 --types 或 --families 指定该地域在售的规格。',
		),
	'refresh-interrupted': () => advice('更新已中断。', '价格保持不变；可重新运行以更新。'),
} satisfies Partial<DiagnosticTexts>;
