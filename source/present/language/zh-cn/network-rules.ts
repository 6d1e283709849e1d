import {advice, type DiagnosticTexts} from '../language.ts';
import {quoted} from './words.ts';

const LOG_SETTING_HINTS: Readonly<Record<string, string>> = {
	shard: '请使用 1 到 10 的整数。',
	ttl: '请使用 1 到 3650 的天数，3650 表示永久保存。',
	tags: '请使用 key=value。',
};

export const zhCnNetworkRules = {
	'cidr-invalid': ({value, problem}) => {
		if (problem.reason === 'overlap')
			return advice(
				`网段${quoted(value)}与另一个网段重叠。`,
				'每个交换机只填写一次；同一 VPC 中的网段不会重叠。',
			);
		return problem.reason === 'prefix'
			? advice(`${quoted(value)}不是有效的交换机网段大小。`, '掩码应在 /16 到 /29 之间。')
			: advice(
					`${quoted(value)}不是有效的网段。`,
					`请使用 ${problem.suggestion ?? '10.0.0.0/24 之类的网段'}。`,
				);
	},
	'vswitch-too-small': ({cidr, usable, pods}) =>
		advice(
			`共 ${pods} 个 Pod，${cidr} 的可用地址仅够 ${usable} 个。`,
			'请使用更大的交换机、增加交换机，或减少副本数。',
		),
	'vswitch-fits': ({cidr, usable, pods}) =>
		advice(
			`${cidr} 可容纳 ${usable} 个 Pod，本规划需要 ${pods} 个。`,
			'请同时考虑该网段内的其他地址占用。',
		),
	'quota-exceeded': ({quota, vcpu, fits, pods, rest}) =>
		advice(
			`全部 Pod 共 ${vcpu} vCPU，超过配额 ${quota}：${pods} 个 Pod 中只有 ${fits} 个能启动，其余${rest === 'later' ? '要等它们结束后才能启动' : '无法启动'}。`,
			'请在控制台提升配额，或减少副本数。',
		),
	'launch-slow': ({pods, seconds, left}) =>
		advice(
			`ECI 先同时创建 100 个 Pod，之后每秒 20 个，因此${left === 0 ? '' : '能启动的 Pod 中'}第 ${pods} 个 Pod 在 ${seconds} 秒后才开始创建。`,
			'请相应提前扩容；拉取镜像的时间另计。',
		),
	'policy-overridden': ({placement}, say) =>
		advice(
			placement === 'label'
				? '标签 alibabacloud.com/eci 会将所有 Pod 调度到 ECI，此 ResourcePolicy 对其不起作用。'
				: '节点亲和性限定 Pod 只能调度到虚拟节点，此 ResourcePolicy 不会把 Pod 调度到 ECS 节点。',
			placement === 'label'
				? `请移除该标签，或用 ${say('pod.placement', 'none')} 导出工作负载。`
				: `请移除该亲和性，或用 ${say('pod.placement', 'none')} 导出工作负载。`,
		),
	'service-port-missing': (_facts, say) =>
		advice('Service 缺少端口。', `请指定端口，例如 ${say('network.port', '80')}。`),
	'service-name-invalid': ({name}) =>
		advice(`Service 的名称不能为${quoted(name)}：须以字母开头。`, '请使用 web-1 之类的名称。'),
	'service-not-served': ({kind}, say) =>
		advice(`${kind} 会运行结束，不能作为 Service 的后端。`, `请去掉 ${say('network.service')}。`),
	'log-name-invalid': ({name}) =>
		advice(
			`${quoted(name)}不是有效的 Logstore 名称。`,
			'请使用 a-z、0-9 和 -，不含下划线，例如 web-log；project 和 machinegroup 是全局设置。',
		),
	'log-source-invalid': ({name, source}) =>
		advice(
			`${name} 的日志不能来自${quoted(source)}。`,
			'请使用 stdout，或 /var/log/nginx/*.log 之类的路径。',
		),
	'log-setting-orphan': ({variable, log}) =>
		advice(`${variable} 是 ${log} 的设置，而后者不存在。`, `请添加 ${log}，或删除该设置。`),
	'log-setting-invalid': ({setting, value}) =>
		advice(
			`${quoted(value)}不能作为日志的 ${setting}。`,
			LOG_SETTING_HINTS[setting] ??
				'请使用 a-z、0-9、- 和 _，首尾须为字母或数字，例如 k8s-log-web。',
		),
	'log-container-unknown': ({log, container, suggestion}) =>
		advice(
			`${log} 的日志不能来自${quoted(container)}：Pod 中没有该容器。`,
			suggestion ? `请使用 ${suggestion}。` : '请使用 Pod 中的容器名称。',
		),
	'log-folder-unmounted': ({container, source, folder}) =>
		advice(
			`只能从数据卷采集文件，而容器 ${container} 没有为 ${source} 在 ${folder} 挂载数据卷。`,
			`请在 ${folder} 挂载 emptyDir。`,
		),
} satisfies Partial<DiagnosticTexts>;
