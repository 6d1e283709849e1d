/** Endpoints of ACR: those of an account, and those of an Enterprise Edition instance by its name. */
const PUBLIC_ENDPOINT =
	/^((?:[a-z0-9-]+-)?registry(?:-intl)?)\.([a-z0-9-]+)\.((?:cr\.)?aliyuncs\.com\/.+)$/;
const VPC_ENDPOINT =
	/^(?:[a-z0-9-]+-)?registry(?:-intl)?-vpc\.([a-z0-9-]+)\.(?:cr\.)?aliyuncs\.com\//;

const isVpcImage = (image: string): boolean => VPC_ENDPOINT.test(image);

/** Whether the image is at ACR's VPC endpoint of another region, which isn't reached from this one. */
export const isOtherVpcImage = (image: string, region: string): boolean =>
	(VPC_ENDPOINT.exec(image)?.[1] ?? region) !== region;

/** Addresses that the internet doesn't route (RFC 1918, RFC 6598, loopback, link-local). */
const PRIVATE_ADDRESS =
	/^(?:10|127)\.|^192\.168\.|^169\.254\.|^172\.(?:1[6-9]|2\d|3[01])\.|^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./;
const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;
const PRIVATE_NAME =
	/(?:^|\.)(?:localhost|local|internal|intranet|lan|corp|private|svc|home\.arpa)$/;

/** The registry in an image's name; none where it is Docker Hub's. A first part is one if it looks like a host. */
const registryOf = (image: string): string | null => {
	const [first = '', ...rest] = image.split('/');
	return rest.length > 0 && /[.:]|^localhost$/.test(first) ? first.replace(/:\d+$/, '') : null;
};

/** Whether the image has to be pulled over the internet; ACR's public endpoint is there like any other. */
export const isInternetImage = (image: string): boolean => {
	if (isVpcImage(image)) return false;
	const host = registryOf(image);
	if (host === null) return true;
	if (IPV4.test(host)) return !PRIVATE_ADDRESS.test(host);
	return host.includes('.') && !PRIVATE_NAME.test(host);
};

/** ACR's endpoint inside the VPCs of a region [facts §7]. */
export const vpcEndpoint = (region: string): string => `registry-vpc.${region}.aliyuncs.com`;

/**
 * The same image at ACR's endpoint inside the VPC [S, facts §7]:
 * `registry.cn-hangzhou.aliyuncs.com/a/b:1` is `registry-vpc.cn-hangzhou.aliyuncs.com/a/b:1`. Null for
 * other registries, and for another region, whose VPC endpoint isn't reached.
 */
export const vpcImage = (image: string, region: string): string | null => {
	const [, registry = '', place = '', rest = ''] = PUBLIC_ENDPOINT.exec(image) ?? [];
	return place === region && !isVpcImage(image) ? `${registry}-vpc.${place}.${rest}` : null;
};
