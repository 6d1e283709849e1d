import type {WorkloadKind} from './plan-input.ts';

/** A DNS label, as Kubernetes wants names of containers and workloads: at most 63 of a-z, 0-9 and -. */
export const isLabelName = (text: string, maximum = 63): boolean =>
	text.length <= maximum && /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/.test(text);

/** The narrower label that Kubernetes wants for a Service: it begins with a letter (RFC 1035). */
export const isServiceName = (text: string): boolean => isLabelName(text) && /^[a-z]/.test(text);

/** DNS labels with dots between them, as names of claims may be: at most 253 characters. */
export const isSubdomain = (text: string): boolean =>
	text.length <= 253 &&
	/^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/.test(text);

/** A CronJob adds eleven characters to the name of each Job it starts. */
export const nameLimit = (kind: WorkloadKind): number => (kind === 'cronjob' ? 52 : 63);

const REGISTRY = '[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::\\d{1,5})?';
const REPOSITORY_PART = '[a-z0-9]+(?:[._-]+[a-z0-9]+)*';
const IMAGE = new RegExp(
	`^(?:${REGISTRY}/)?${REPOSITORY_PART}(?:/${REPOSITORY_PART})*` +
		'(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(?:@[A-Za-z0-9+._-]+:[A-Fa-f0-9]+)?$',
);

/** `registry/repository:tag@digest`, as container runtimes read it: only the repository must be there. */
export const isImage = (text: string): boolean => text.length <= 512 && IMAGE.test(text);

const QUALIFIED =
	/^(?:[a-z0-9](?:[-a-z0-9.]{0,251}[a-z0-9])?\/)?[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;

/** A key of an annotation or a label, with or without a prefix. */
export const isQualifiedName = (text: string): boolean => QUALIFIED.test(text);

export const isLabelValue = (text: string): boolean =>
	text === '' || /^[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/.test(text);

/** The shape of an IANA name: `Asia/Shanghai`, `UTC`, `America/Argentina/Ushuaia`. */
export const isTimeZoneName = (text: string): boolean =>
	text.length <= 64 && /^[A-Za-z]+(?:[/_+-][A-Za-z0-9]+)*$/.test(text);
