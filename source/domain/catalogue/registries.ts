/** Endpoints of ACR: those of an account, and those of an Enterprise Edition instance by its name. */
const PUBLIC_ENDPOINT =
	/^((?:[a-z0-9-]+-)?registry(?:-intl)?)\.([a-z0-9-]+)\.((?:cr\.)?aliyuncs\.com\/.+)$/;
const VPC_ENDPOINT =
	/^(?:[a-z0-9-]+-)?registry(?:-intl)?-vpc\.[a-z0-9-]+\.(?:cr\.)?aliyuncs\.com\//;

/** Whether the image comes from inside the VPC; ACR's public endpoint needs the internet like any other. */
export const isVpcImage = (image: string): boolean => VPC_ENDPOINT.test(image);

/**
 * The same image at ACR's endpoint inside the VPC [S, facts §7]:
 * `registry.cn-hangzhou.aliyuncs.com/a/b:1` is `registry-vpc.cn-hangzhou.aliyuncs.com/a/b:1`. Null for
 * other registries, and for another region, whose VPC endpoint isn't reached.
 */
export const vpcImage = (image: string, region: string): string | null => {
	const [, registry = '', place = '', rest = ''] = PUBLIC_ENDPOINT.exec(image) ?? [];
	return place === region && !isVpcImage(image) ? `${registry}-vpc.${place}.${rest}` : null;
};
