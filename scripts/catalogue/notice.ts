import type {Counts} from './counts.ts';
import type {Dates} from './dates.ts';

/** `data/NOTICE`: whose figures these are, under which licences, and what was changed. */
export const notice = (counts: Counts, dates: Dates): string => {
	const rows = counts.kept + counts.otherFamily + counts.sizeUnknown + counts.noPrice;
	return `eci-plan price data

The prices in this folder are Alibaba Cloud's published list prices, in CNY per hour, for Linux in a
VPC, the instance alone. They are a snapshot: pay-as-you-go of ${dates.onDemand} (rows with a day of
their own: ${dates.older}), spot of ${dates.spot}. The buy page and the bill of Alibaba Cloud decide.

They were compiled from these works:

1. github.com/cloudpilot-ai/karpenter-provider-alibabacloud, commit 5d2e0774,
   pkg/providers/pricing/initial-on-demand-prices.json: pay-as-you-go prices.
   Licence: Apache License 2.0, https://www.apache.org/licenses/LICENSE-2.0

2. github.com/cloudpilot-ai/priceserver, commits 60cef47f and 93dab418,
   pkg/client/builtin-data/alibabacloud_price.json: spot prices, older pay-as-you-go prices, sizes.
   Licence: Apache License 2.0, https://www.apache.org/licenses/LICENSE-2.0

3. github.com/AlibabaCloudDocs/ecs: sizes of instance types that the others leave out.
   Licence: MIT, https://opensource.org/license/mit

What was changed: the files were merged and rewritten as one compact file a region. Of
${rows} rows (one instance type in one region) ${counts.kept} were kept. Left out were ${counts.otherFamily} of instance
families that ECI does not run, ${counts.sizeUnknown} whose vCPU or memory is not known, ${counts.noPrice} without any price; and
${counts.priceNotPositive} single prices of 0 or below. No price was altered. A missing price is absent or null, never 0.

Neither Alibaba Cloud nor the authors of these works endorse eci-plan.
`;
};
