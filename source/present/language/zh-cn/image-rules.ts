import {formatDuration, seconds} from '../../../domain/units/duration.ts';
import {moneyText} from '../../money-text.ts';
import {advice, type DiagnosticTexts} from '../language.ts';
import {listed} from './words.ts';

const time = (count: number): string => formatDuration(seconds(count));

const ASSUMED = {
	cached: (start: string) => `假设使用镜像缓存启动一次需要 ${start}。`,
	transfer: (start: string) =>
		`估算启动一次需要 ${start}：10s，加上以 Pod 或其公网 IP 的带宽拉取镜像的时间。`,
	'transfer-nat': (start: string) =>
		`估算启动一次需要 ${start}：10s，加上以 Pod 带宽拉取镜像的时间；假设 NAT 网关的带宽足够所有 Pod 使用。`,
	assumed: (start: string) => `假设启动一次（含拉取镜像）需要 ${start}。`,
} as const;

export const zhCnImageRules = {
	'image-public': ({images, inside}, say) =>
		advice(
			`只能通过公网拉取 ${listed(images)}。`,
			`VPC 已有 NAT 网关时请加 ${say('network.nat')}，或用 ${say('pod.withEip')} 为 Pod 绑定弹性公网 IP，或使用 ACR 的 VPC 内网地址 ${inside}。`,
		),
	'image-acr-public': ({image, inside, seconds: now, throughVpc}, say) =>
		advice(
			`${image} 通过公网从 ACR 拉取。`,
			throughVpc === null
				? `请用 ${say('network.acrVpc')} 改为通过 VPC 内网地址 ${inside} 拉取。`
				: `请用 ${say('network.acrVpc')} 改为通过 VPC 内网地址 ${inside} 拉取；启动时间由 ${time(now)} 缩短为 ${time(throughVpc)}。`,
		),
	'image-vpc-region': ({image, region}) =>
		advice(
			`${image} 使用其他地域的 VPC 内网地址，${region} 的 Pod 无法访问。`,
			'请使用本地域镜像仓库中的镜像。',
		),
	'image-storage': ({neededGiB, available}, say) =>
		advice(
			`镜像约占用 ${neededGiB} GiB（压缩大小的两倍），而 Pod 只有 ${available} GiB 临时存储空间。`,
			`请增加空间，例如 ${say('pod.extraEphemeralStorage', '50Gi')}，或使用更小的镜像。`,
		),
	'start-up-assumed': ({seconds: start, basis}, say) =>
		advice(ASSUMED[basis](time(start)), `请用 ${say('workload.pull')} 指定实际启动时间。`),
	'image-cache-saves': ({cached, uncached, perMonth, has}, say) =>
		has
			? advice(
					`镜像缓存每月约节省 ${moneyText(perMonth, 2)}：启动一次需要 ${time(cached)}，而不是 ${time(uncached)}。`,
					'请确认已有包含这些镜像的镜像缓存。',
				)
			: advice(
					`使用镜像缓存每月约可节省 ${moneyText(perMonth, 2)}：启动一次需要 ${time(cached)}，而不是 ${time(uncached)}。`,
					`请创建包含这些镜像的镜像缓存，并使用 ${say('pod.imageCache')} 或 ${say('pod.imageSnapshot')}。`,
				),
	'image-cache-timed': ({seconds: start}, say) =>
		advice(
			`不知道镜像缓存节省多少：已给定启动时间 ${time(start)}，但未说明不用缓存时需要多久。`,
			`去掉 ${say('workload.pull')} 可同时估算两者，再加 ${say('workload.imageSize', '2Gi')} 更准确。`,
		),
} satisfies Partial<DiagnosticTexts>;
