import {advice, type DiagnosticTexts} from '../language.ts';

export const zhCnLimitRules = {
	'limit-daemonset': ({name}) =>
		advice(
			`DaemonSet ${name} 的 Pod 不能在虚拟节点上运行。`,
			'请改为在每个 Pod 中使用 sidecar 容器。',
		),
	'limit-host-path': ({volume}) =>
		advice(
			`数据卷 ${volume} 是 hostPath，而 ECI 没有可挂载的宿主机目录。`,
			'请使用 emptyDir、云盘或 NAS，或通过 eci-set-diskvolume 转换为云盘。',
		),
	'limit-host-pid': ({name}) => advice(`ECI 不能让 ${name} 共享宿主机进程。`, '请删除 hostPID。'),
	'limit-host-network': ({name}) =>
		advice(
			`ECI 没有可供 ${name} 使用的宿主机网络，每个 Pod 都有独立 IP。`,
			'请删除 hostNetwork，并通过 LoadBalancer Service 提供访问。',
		),
	'limit-host-ipc': ({name}) => advice(`ECI 不能让 ${name} 共享宿主机 IPC。`, '请删除 hostIPC。'),
	'limit-privileged': ({name, container}) =>
		advice(
			`${name} 的容器 ${container} 要求特权模式。`,
			'请改为添加所需的 capabilities，或提交工单申请特权容器公测。',
		),
	'limit-node-port': ({name}) =>
		advice(
			`Service ${name} 要在每个节点上开放端口，虚拟节点不支持。`,
			'请使用 LoadBalancer 或 ClusterIP 类型。',
		),
	'limit-session-affinity': ({name}) =>
		advice(
			`ACK Serverless 不支持 Service ${name} 的会话保持。`,
			'请删除 sessionAffinity，或将会话保存在 Pod 之外。',
		),
	'limit-network-policy': ({name}, say) =>
		advice(
			`NetworkPolicy ${name} 对 ECI Pod 不生效，仅安装 Poseidon 的注册集群除外。`,
			`请使用安全组，例如 ${say('pod.securityGroup')}。`,
		),
	'limit-containers': ({count, maximum}) =>
		advice(`该 Pod 有 ${count} 个容器，而 ECI 最多支持 ${maximum} 个。`, '请拆分该 Pod。'),
	'limit-volumes': ({count, maximum}) =>
		advice(
			`该 Pod 有 ${count} 个数据卷（含日志文件所需），而 ECI 最多挂载 ${maximum} 个。`,
			'请将数据放在更少的数据卷上。',
		),
	'limit-port': ({container, port}) =>
		advice(`端口 ${port} 由 ECI 自身使用，容器 ${container} 不能监听。`, '请使用其他端口。'),
	'limit-ulimit': ({name, container}) =>
		advice(
			`${name} 的容器 ${container} 修改了 ulimit，ECI 需申请后才允许。`,
			'请提交工单，或将其删除。',
		),
	'limit-sysctl': ({name, sysctl}) =>
		advice(
			`ECI 不允许 ${name} 设置 ${sysctl}。`,
			'只能使用 kernel.shm*、kernel.msg*、kernel.sem、fs.mqueue.*、net.* 或 vm.min_free_kbytes。',
		),
	'limit-config-size': ({name, kib, maximumKib}) =>
		advice(
			`${name} 有 ${kib} KiB，ECI 可能无法挂载超过 ${maximumKib} KiB 的内容。`,
			'请将大文件放在 NAS 或 OSS 上。',
		),
	'limit-windows': ({name}) =>
		advice(`ECI 只支持 Linux，而 ${name} 要求 Windows。`, '请在 ECS 节点上运行。'),
	'limit-region': ({region}) =>
		advice(`${region} 不提供 ACK Serverless。`, '请使用带虚拟节点的 ACK 集群，或选择其他地域。'),
} satisfies Partial<DiagnosticTexts>;
