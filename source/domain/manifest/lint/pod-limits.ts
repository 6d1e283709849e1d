import {MAX_VOLUMES} from '../../catalogue/volumes.ts';
import {MAX_CONTAINERS} from '../../input/plan-input.ts';
import {RESERVED_PORTS} from '../../sizing/check-limits.ts';
import {type Lint, named} from './finding.ts';
import {at, entriesOf, isGiven, itemsOf, type Part, textOf, textsOf} from './part.ts';
import type {ContainerPart, PodPart} from './pod-part.ts';

type PodRule = (pod: PodPart, lint: Lint) => void;

const checkHost: PodRule = ({spec}, lint) => {
	const shares = (field: string) => at(spec, field).value === true;
	if (shares('hostPID')) lint.add('limit-host-pid', named(lint), at(spec, 'hostPID'));
	if (shares('hostNetwork')) lint.add('limit-host-network', named(lint), at(spec, 'hostNetwork'));
	if (shares('hostIPC')) lint.add('limit-host-ipc', named(lint), at(spec, 'hostIPC'));
};

const checkCounts: PodRule = ({spec, containers}, lint) => {
	const count = containers.filter(({isLasting}) => isLasting).length;
	if (count > MAX_CONTAINERS)
		lint.add('limit-containers', {count, maximum: MAX_CONTAINERS}, at(spec, 'containers'));
	const volumes = itemsOf(at(spec, 'volumes')).length;
	if (volumes > MAX_VOLUMES)
		lint.add('limit-volumes', {count: volumes, maximum: MAX_VOLUMES}, at(spec, 'volumes'));
};

const checkPrivileged: PodRule = ({containers}, lint) => {
	for (const {name, part} of containers) {
		const privileged = at(part, 'securityContext', 'privileged');
		if (privileged.value === true)
			lint.add('limit-privileged', {...named(lint), container: name}, privileged);
	}
};

const checkPorts: PodRule = ({containers}, lint) => {
	for (const {name, part} of containers)
		for (const item of itemsOf(at(part, 'ports'))) {
			const port = at(item, 'containerPort');
			if (typeof port.value === 'number' && RESERVED_PORTS.includes(port.value))
				lint.add('limit-port', {container: name, port: port.value}, port);
		}
};

/** A change, not a look: `ulimit -n 65535`, `ulimit -SHc unlimited`; also by `prlimit`. */
const ULIMIT =
	/\bulimit\s+(?:-[A-Za-z]+\s+)*["']?(?:\d|unlimited|hard|soft|\$)|\bprlimit\s[^;|&]*=/;

/** Words that a container runs, one list each; a shell may be given its script in any of them. */
const commandsOf = ({part}: ContainerPart): readonly Part[] => [
	at(part, 'command'),
	at(part, 'args'),
	at(part, 'lifecycle', 'postStart', 'exec', 'command'),
];

const checkUlimits: PodRule = ({containers}, lint) => {
	for (const container of containers) {
		const changing = commandsOf(container).find(words => ULIMIT.test(textsOf(words).join(' ')));
		if (changing) lint.add('limit-ulimit', {...named(lint), container: container.name}, changing);
	}
};

/** What ECI lets a pod set [D-SEC]. */
const ALLOWED_SYSCTL =
	/^(?:kernel\.(?:shm|msg).*|kernel\.sem|fs\.mqueue\..*|net\.(?!.*tcp_syncookies).*|vm\.min_free_kbytes)$/;

const checkSysctls: PodRule = ({spec}, lint) => {
	for (const item of itemsOf(at(spec, 'securityContext', 'sysctls'))) {
		const name = at(item, 'name');
		// Kubernetes takes slashes between the parts as well.
		const sysctl = textOf(name)?.replaceAll('/', '.');
		if (sysctl !== undefined && !ALLOWED_SYSCTL.test(sysctl))
			lint.add('limit-sysctl', {...named(lint), sysctl}, name);
	}
};

const WINDOWS_IMAGE =
	/^mcr\.microsoft\.com\/(?:windows|dotnet\/framework)\b|nanoserver|windowsservercore|\bservercore\b/i;

const isWindows = (part: Part): boolean => textOf(part)?.toLowerCase() === 'windows';

/** What says that a pod is for Windows; the first is reported. */
const windowsSigns = ({spec, containers}: PodPart): readonly Part[] => [
	...[
		at(spec, 'os', 'name'),
		at(spec, 'nodeSelector', 'kubernetes.io/os'),
		at(spec, 'nodeSelector', 'beta.kubernetes.io/os'),
	].filter(isWindows),
	...[spec, ...containers.map(({part}) => part)]
		.map(part => at(part, 'securityContext', 'windowsOptions'))
		.filter(part => isGiven(part) && entriesOf(part).length > 0),
	...containers
		.map(({part}) => at(part, 'image'))
		.filter(image => WINDOWS_IMAGE.test(textOf(image) ?? '')),
];

const checkWindows: PodRule = (pod, lint) => {
	const [sign] = windowsSigns(pod);
	if (sign) lint.add('limit-windows', named(lint), sign);
};

const RULES: readonly PodRule[] = [
	checkHost,
	checkCounts,
	checkPrivileged,
	checkPorts,
	checkUlimits,
	checkSysctls,
	checkWindows,
];

/** What a pod wants that ECI doesn't do [facts §8]; its volumes have rules of their own. */
export const lintLimits: PodRule = (pod, lint) => {
	for (const rule of RULES) rule(pod, lint);
};
