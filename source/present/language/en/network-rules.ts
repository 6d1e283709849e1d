import {advice, type DiagnosticTexts} from '../language.ts';
import {counted, quoted} from './words.ts';

const LOG_SETTING_HINTS: Readonly<Record<string, string>> = {
	shard: 'Use a whole number from 1 to 10.',
	ttl: 'Use days from 1 to 3650; 3650 keeps logs for ever.',
	tags: 'Use key=value.',
};

export const enNetworkRules = {
	'cidr-invalid': ({value, problem}) => {
		if (problem.reason === 'overlap')
			return advice(
				`${quoted(value)} overlaps with another of the address ranges.`,
				'Give each vSwitch once; those of one VPC never overlap.',
			);
		return problem.reason === 'prefix'
			? advice(`${quoted(value)} isn't the size of a vSwitch.`, 'Use a prefix from /16 to /29.')
			: advice(
					`${quoted(value)} isn't an address range.`,
					`Use ${problem.suggestion ?? 'a range such as 10.0.0.0/24'}.`,
				);
	},
	'vswitch-too-small': ({cidr, usable, pods}) =>
		advice(
			`${cidr} has addresses for ${usable} of the ${counted(pods, 'pod')}.`,
			'Use a larger vSwitch, add vSwitches, or run fewer pods.',
		),
	'vswitch-fits': ({cidr, usable, pods}) =>
		advice(
			`${cidr} has addresses for ${counted(usable, 'pod')}; this plan takes ${pods}.`,
			'Count what else takes addresses in it.',
		),
	'quota-exceeded': ({quota, vcpu, fits, pods, rest}) =>
		advice(
			`All pods together have ${vcpu} vCPU, more than the quota of ${quota}: ${fits} of the ${counted(pods, 'pod')} start, ${rest === 'later' ? 'and the others wait until those end' : 'and the rest never do'}.`,
			'Raise the quota in the console or run fewer.',
		),
	'launch-slow': ({pods, seconds, left}) =>
		advice(
			`ECI starts 100 pods at once and then 20 a second, so the last of ${left === 0 ? pods : `the ${pods} that there is room for`} is asked for after ${seconds} s.`,
			'Scale out earlier by that time; pulling the image comes on top.',
		),
	'policy-overridden': ({placement}, say) =>
		advice(
			placement === 'label'
				? 'The label alibabacloud.com/eci sends every pod to ECI, so this ResourcePolicy has no effect on them.'
				: 'The required node affinity keeps every pod on virtual nodes, so this ResourcePolicy never places them on ECS nodes.',
			placement === 'label'
				? `Remove the label, or export the workload with ${say('pod.placement', 'none')}.`
				: `Remove the affinity, or export the workload with ${say('pod.placement', 'none')}.`,
		),
	'service-port-missing': (_facts, say) =>
		advice('The Service has no port.', `Add one, such as ${say('network.port', '80')}.`),
	'service-name-invalid': ({name}) =>
		advice(
			`A Service can't be called ${quoted(name)}: its name begins with a letter.`,
			'Use a name such as web-1.',
		),
	'service-not-served': ({kind}, say) =>
		advice(
			`A ${kind} ends, so no Service can stand in front of it.`,
			`Remove ${say('network.service')}.`,
		),
	'log-name-invalid': ({name}) =>
		advice(
			`${quoted(name)} isn't the name of a Logstore here.`,
			'Use a-z, 0-9 and -, without an underscore, such as web-log; project and machinegroup are settings.',
		),
	'log-source-invalid': ({name, source}) =>
		advice(
			`The logs of ${name} can't come from ${quoted(source)}.`,
			'Use stdout, or a path in a folder such as /var/log/nginx/*.log.',
		),
	'log-setting-orphan': ({variable, log}) =>
		advice(
			`${variable} sets up the logs of ${log}, which isn't there.`,
			`Add ${log}, or remove the setting.`,
		),
	'log-setting-invalid': ({setting, value}) =>
		advice(
			`${quoted(value)} can't be the ${setting} of a log.`,
			LOG_SETTING_HINTS[setting] ??
				'Use a-z, 0-9, - and _, beginning and ending with a letter or digit, such as k8s-log-web.',
		),
	'log-container-unknown': ({log, container, suggestion}) =>
		advice(
			`The logs of ${log} can't come from ${quoted(container)}: the pod has no such container.`,
			suggestion ? `Use ${suggestion}.` : 'Name one of its containers.',
		),
	'log-folder-unmounted': ({container, source, folder}) =>
		advice(
			`Files are collected from volumes only, and container ${container} mounts none at ${folder} for ${source}.`,
			`Mount an emptyDir at ${folder}.`,
		),
} satisfies Partial<DiagnosticTexts>;
