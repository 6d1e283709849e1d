import {expect, test} from 'vitest';
import {keys} from '../helpers/terminal.ts';
import {startWizard} from '../helpers/wizard.ts';
import {presets} from '../helpers/wizard-request.ts';

const [, web = null] = presets;

/** The whole screen of a step, opened with the preset web. */
const frameOf = async (step: number): Promise<string> => {
	const wizard = await startWizard({
		columns: 120,
		rows: 40,
		language: 'en',
		preset: web,
		initial: web?.input ?? {},
	});
	await wizard.press(keys.enter, String(step));
	const frame = wizard.screen();
	await wizard.press(keys.ctrlC);
	return frame;
};

test('workload at 120×40 in English', async () => {
	expect(await frameOf(1)).toMatchInlineSnapshot(`
		" eci-plan · web · cn-hangzhou · 2020                                                     prices 2024-12-30, 10 days old
		❯1 Workload  2 Containers  3 Size  4 Chain  5 Billing  6 Pod  7 Compare  8 Export
		────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
		 What runs, where and how often                                           │ One pod
		 ❯ Start from  web  ▾                                                     │ ecs.c6.large                  2 vCPU, 4 GiB
		   Name        web                                                        │ on demand   ¥0.3900/h  ¥284.70/month
		   Kind        deployment                                                 │ spot       ~¥0.0975/h  ~¥71.18/month
		   Replicas    3                                                          │
		   Schedule                                                               │ All pods
		   Region      cn-hangzhou                                                │ 3 pods  ¥854.10/month on demand
		   Ruleset     2020                                                       │ simulating …
		   Currency    CNY                                                        │
		               [ Draw the week ]                                          │ Chain
		                                                                          │ 1 ecs.c6.large                    ¥0.3900/h
		                                                                          │ 2 ecs.c7.large                    ¥0.4077/h
		                                                                          │ 3 2-4Gi                           ¥0.4411/h
		                                                                          │ 4 ecs.g6.large                    ¥0.5000/h
		                                                                          │
		                                                                          │ ▲ 1 warning
		                                                                          │ ▲ Pods reach nginx:1.29 over the internet
		                                                                          │   only. Use Pod › NAT gateway if the VPC
		                                                                          │   has a NAT gateway, give the pod an
		                                                                          │   address by Pod › New EIP, or pull from
		                                                                          │   ACR inside the VPC, at
		                                                                          │   registry-vpc.cn-hangzhou.aliyuncs.com.
		                                                                          │
		                                                                          │
		                                                                          │
		                                                                          │
		                                                                          │
		                                                                          │
		                                                                          │
		                                                                          │
		                                                                          │
		                                                                          │
		                                                                          │
		                                                                          │
		 Web front end, 3 small pods                                              │
		────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
		 ↑↓ move  Space choose  / filter  w why  Enter next  Esc back  ? keys"
	`);
});

test('containers at 120×40 in English', async () => {
	expect(await frameOf(2)).toMatchInlineSnapshot(`
		" eci-plan · web · cn-hangzhou · 2020                                                     prices 2024-12-30, 10 days old
		 1 Workload ❯2 Containers  3 Size  4 Chain  5 Billing  6 Pod  7 Compare  8 Export
		────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
		 What one pod is made of                                                  │ One pod
		   Name   Image       CPU  Memory  GPU                                    │ ecs.c6.large                  2 vCPU, 4 GiB
		 ❯ app ▲  nginx:1.29    2     3Gi    0                                    │ on demand   ¥0.3900/h  ¥284.70/month
		   + add a container                                                      │ spot       ~¥0.0975/h  ~¥71.18/month
		                                                                          │
		 Container app                                                            │ All pods
		   Name    app                                                            │ 3 pods  ¥854.10/month on demand
		   Image   nginx:1.29                                                     │ simulating …
		         ▲ Pods reach nginx:1.29 over the internet only. Use Pod › NAT    │
		           gateway if the VPC has a NAT gateway, give the pod an address  │ Chain
		           by Pod › New EIP, or pull from ACR inside the VPC, at          │ 1 ecs.c6.large                    ¥0.3900/h
		           registry-vpc.cn-hangzhou.aliyuncs.com.                         │ 2 ecs.c7.large                    ¥0.4077/h
		   CPU     2                                                              │ 3 2-4Gi                           ¥0.4411/h
		   Memory  3Gi                                                            │ 4 ecs.g6.large                    ¥0.5000/h
		   GPU     0                                                              │
		                                                                          │ ▲ 1 warning
		                                                                          │ ▲ Pods reach nginx:1.29 over the internet
		                                                                          │   only. Use Pod › NAT gateway if the VPC
		                                                                          │   has a NAT gateway, give the pod an
		                                                                          │   address by Pod › New EIP, or pull from
		                                                                          │   ACR inside the VPC, at
		                                                                          │   registry-vpc.cn-hangzhou.aliyuncs.com.
		                                                                          │
		                                                                          │
		                                                                          │
		                                                                          │
		                                                                          │
		                                                                          │
		                                                                          │
		                                                                          │
		                                                                          │
		                                                                          │
		                                                                          │
		                                                                          │
		                                                                          │
		────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
		 ↑↓ move  Tab next pane  a add  e edit  d drop  / filter  w why  Enter next  Esc back  ? keys"
	`);
});

test('size at 120×40 in English', async () => {
	expect(await frameOf(3)).toMatchInlineSnapshot(`
		" eci-plan · web · cn-hangzhou · 2020                                                     prices 2024-12-30, 10 days old
		 1 Workload  2 Containers ❯3 Size  4 Chain  5 Billing  6 Pod  7 Compare  8 Export
		────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
		 What one pod asks for, and what ECI bills                                │ One pod
		             Spec   vCPU  GiB      ¥/h  ¥/month                           │ ecs.c6.large                  2 vCPU, 4 GiB
		   Asked               2    3   0.4190   305.87                           │ on demand   ¥0.3900/h  ¥284.70/month
		   Billed    2-4Gi     2    4   0.4411   321.98                           │ spot       ~¥0.0975/h  ~¥71.18/month
		   Rounding            0   +1  +0.0221   +16.11                           │
		   · The chain starts with ecs.c6.large: see the next step.               │ All pods
		                                                                          │ 3 pods  ¥854.10/month on demand
		 Other specs that hold this pod                                           │ simulating …
		   Spec          vCPU  GiB     ¥/h  ¥/month  vs billed                    │
		 ❯ ecs.c6.large     2    4  0.3900   284.70     -37.28                    │ Chain
		   ecs.c7.large     2    4  0.4077   297.62     -24.36                    │ 1 ecs.c6.large                    ¥0.3900/h
		   ecs.g6.large     2    8  0.5000   365.00     +43.02                    │ 2 ecs.c7.large                    ¥0.4077/h
		   2-8Gi            2    8  0.5293   386.42     +64.44                    │ 3 2-4Gi                           ¥0.4411/h
		                                                                          │ 4 ecs.g6.large                    ¥0.5000/h
		                                                                          │
		                                                                          │ ▲ 1 warning
		                                                                          │ ▲ Pods reach nginx:1.29 over the internet
		                                                                          │   only. Use Pod › NAT gateway if the VPC
		                                                                          │   has a NAT gateway, give the pod an
		                                                                          │   address by Pod › New EIP, or pull from
		                                                                          │   ACR inside the VPC, at
		                                                                          │   registry-vpc.cn-hangzhou.aliyuncs.com.
		                                                                          │
		                                                                          │
		                                                                          │
		                                                                          │
		                                                                          │
		                                                                          │
		                                                                          │
		                                                                          │
		                                                                          │
		                                                                          │
		                                                                          │
		                                                                          │
		                                                                          │
		────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
		 ↑↓ move  t take it  / filter  w why  Enter next  Esc back  ? keys"
	`);
});

test('chain at 120×40 in English', async () => {
	expect(await frameOf(4)).toMatchInlineSnapshot(`
		" eci-plan · web · cn-hangzhou · 2020                                                     prices 2024-12-30, 10 days old
		 1 Workload  2 Containers  3 Size ❯4 Chain  5 Billing  6 Pod  7 Compare  8 Export
		────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
		 Chain for 2 vCPU, 3 GiB, in this order     picked · target placed 99.9 % │ One pod
		   #  Spec             ¥/h  spot ¥/h  vs best  in stock  Why              │ ecs.c6.large                  2 vCPU, 4 GiB
		 ❯ 1  ecs.c6.large  0.3900   ~0.0975   +0.0 %      80 %  cheapest that fi…│ on demand   ¥0.3900/h  ¥284.70/month
		   2  ecs.c7.large  0.4077    0.0780   +4.5 %      80 %  another generati…│ spot       ~¥0.0975/h  ~¥71.18/month
		   3  2-4Gi         0.4411   ~0.0763  +13.1 %      95 %  any host may ser…│
		   4  ecs.g6.large  0.5000   ~0.1250  +28.2 %      80 %  another family   │ All pods
		   + add from 31 candidates ( / to filter )                               │ 3 pods  ¥854.10/month on demand
		                                                                          │ simulating …
		   Pick           balanced: placed with 99.9 %                            │
		   Target placed  99.9 %                                                  │ Chain
		   Pinned                                                                 │ 1 ecs.c6.large                    ¥0.3900/h
		   Avoided                                                                │ 2 ecs.c7.large                    ¥0.4077/h
		   In stock                                                               │ 3 2-4Gi                           ¥0.4411/h
		                                                                          │ 4 ecs.g6.large                    ¥0.5000/h
		 Placed    ███████████████████████████████████████░  99.926 %             │
		 Expected  ¥0.3949/h when placed · worst case ¥0.5000/h · 0.24 tries in v…│ ▲ 1 warning
		                                                                          │ ▲ Pods reach nginx:1.29 over the internet
		                                                                          │   only. Use Pod › NAT gateway if the VPC
		                                                                          │   has a NAT gateway, give the pod an
		                                                                          │   address by Pod › New EIP, or pull from
		                                                                          │   ACR inside the VPC, at
		                                                                          │   registry-vpc.cn-hangzhou.aliyuncs.com.
		                                                                          │
		                                                                          │
		                                                                          │
		                                                                          │
		                                                                          │
		                                                                          │
		                                                                          │
		                                                                          │
		                                                                          │
		                                                                          │
		                                                                          │
		 ecs.c6.large: 2 vCPU, 4 GiB · on demand of 2024-12-30 · spot: assumed 25 │
		 % of on demand                                                           │
		────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
		 ↑↓ move  a add  d drop  p pin  K J reorder  x avoid  r picked chain  / filter  w why  Enter next  Esc back  ? keys"
	`);
});

test('billing at 120×40 in English', async () => {
	expect(await frameOf(5)).toMatchInlineSnapshot(`
		" eci-plan · web · cn-hangzhou · 2020                                                     prices 2024-12-30, 10 days old
		 1 Workload  2 Containers  3 Size  4 Chain ❯5 Billing  6 Pod  7 Compare  8 Export
		────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
		 How the pods are paid for                                                │ One pod
		 ❯ Spot strategy  none: pay-as-you-go  ‹ ›                                │ ecs.c6.large                  2 vCPU, 4 GiB
		   Price limit                                                            │ on demand   ¥0.3900/h  ¥284.70/month
		   Fall back      not set                                                 │ spot       ~¥0.0975/h  ~¥71.18/month
		   Reserved       3                                                       │
		   Hours a month  500                                                     │ All pods
		                                                                          │ 3 pods  ¥854.10/month on demand
		   All pods   Spec              ¥/h  ¥/month  vs first  Why               │ simulating …
		   on demand  ecs.c6.large   1.1700   854.10         –  list price        │
		   spot       ecs.c6.large  ~0.2925  ~213.52   -75.0 %  assumed 25 % of o…│ Chain
		   reserved   ecs.c6.large   0.8014   585.00   -31.5 %  3 × 500 h, rest o…│ 1 ecs.c6.large                    ¥0.3900/h
		                                                                          │ 2 ecs.c7.large                    ¥0.4077/h
		                                                                          │ 3 2-4Gi                           ¥0.4411/h
		                                                                          │ 4 ecs.g6.large                    ¥0.5000/h
		                                                                          │
		                                                                          │ ▲ 1 warning
		                                                                          │ ▲ Pods reach nginx:1.29 over the internet
		                                                                          │   only. Use Pod › NAT gateway if the VPC
		                                                                          │   has a NAT gateway, give the pod an
		                                                                          │   address by Pod › New EIP, or pull from
		                                                                          │   ACR inside the VPC, at
		                                                                          │   registry-vpc.cn-hangzhou.aliyuncs.com.
		                                                                          │
		                                                                          │
		                                                                          │
		                                                                          │
		                                                                          │
		                                                                          │
		                                                                          │
		                                                                          │
		                                                                          │
		                                                                          │
		                                                                          │
		 k8s.aliyun.com/eci-spot-strat… an hour: spot ~¥0.0975, on demand ¥0.3900 │
		 SpotAsPriceGo follows the market, SpotWithPriceLimit stops at your limit │
		────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
		 ↑↓ move  ←→ change  w why  Enter next  Esc back  ? keys"
	`);
});

test('pod at 120×40 in English', async () => {
	expect(await frameOf(6)).toMatchInlineSnapshot(`
		" eci-plan · web · cn-hangzhou · 2020                                                     prices 2024-12-30, 10 days old
		 1 Workload  2 Containers  3 Size  4 Chain  5 Billing ❯6 Pod  7 Compare  8 Export
		────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
		 What surrounds the containers: storage, logs, network, annotations       │ One pod
		 ❯ Placement       label: alibabacloud.com/eci  ‹ ›                       │ ecs.c6.large                  2 vCPU, 4 GiB
		                                                                          │ on demand   ¥0.3900/h  ¥284.70/month
		 Volumes                                                                  │ spot       ~¥0.0975/h  ~¥71.18/month
		   + add a volume                                                         │
		                                                                          │ All pods
		 Logs                                                                     │ 3 pods  ¥854.10/month on demand
		   + add a log collection                                                 │ simulating …
		                                                                          │
		 Network                                                                  │ Chain
		   vSwitch range                                                          │ 1 ecs.c6.large                    ¥0.3900/h
		   vCPU quota                                                             │ 2 ecs.c7.large                    ¥0.4077/h
		   NAT gateway     no                                                     │ 3 2-4Gi                           ¥0.4411/h
		   Service         none                                                   │ 4 ecs.g6.large                    ¥0.5000/h
		   vSwitch                                                                │
		   Security group                                                         │ ▲ 1 warning
		   New EIP         not set                                                │ ▲ Pods reach nginx:1.29 over the internet
		   EIP bandwidth                                                          │   only. Use Pod › NAT gateway if the VPC
		   Existing EIP                                                           │   has a NAT gateway, give the pod an
		                                                                          │   address by Pod › New EIP, or pull from
		 Pod                                                                      │   ACR inside the VPC, at
		   Resource group                                                         │   registry-vpc.cn-hangzhou.aliyuncs.com.
		   RAM role                                                               │
		   Image cache ID                                                         │
		   Image cache     not set                                                │
		   NTP servers                                                            │
		   Disk volume                                                            │
		   Extra storage                                                          │
		                                                                          │
		 Further annotations                                                      │
		   + add an annotation                                                    │
		                                                                          │
		                                                                          │
		                                                                          │
		 How the pods get onto ECI                                                │
		────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
		 ↑↓ move  Tab next section  ←→ change  a add  / filter  w why  Enter next  Esc back  ? keys"
	`);
});

test('review at 120×40 in English', async () => {
	expect(await frameOf(7)).toMatchInlineSnapshot(`
		" eci-plan · web · cn-hangzhou · 2020                                                     prices 2024-12-30, 10 days old
		 1 Workload  2 Containers  3 Size  4 Chain  5 Billing  6 Pod ❯7 Compare  8 Export
		────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
		 What each way to pay costs, and the YAML                                 │ One pod
		 ┌───────────┬──────────────┬─────────┬──────────┬──────────┐             │ ecs.c6.large                  2 vCPU, 4 GiB
		 │ Way       │ Spec         │     ¥/h │  ¥/month │ vs first │             │ on demand   ¥0.3900/h  ¥284.70/month
		 ├───────────┼──────────────┼─────────┼──────────┼──────────┤             │ spot       ~¥0.0975/h  ~¥71.18/month
		 │ on demand │ ecs.c6.large │  1.1700 │   854.10 │        – │             │
		 ├───────────┼──────────────┼─────────┼──────────┼──────────┤             │ All pods
		 │ spot      │ ecs.c6.large │ ~0.2925 │  ~213.52 │  -75.0 % │             │ 3 pods  ¥854.10/month on demand
		 ├───────────┼──────────────┼─────────┼──────────┼──────────┤             │ simulating …
		 │ on demand │ ecs.c7.large │  1.2231 │   892.86 │   +4.5 % │             │
		 ├───────────┼──────────────┼─────────┼──────────┼──────────┤             │ Chain
		 │ spot      │ ecs.c7.large │  0.2340 │   170.82 │  -80.0 % │             │ 1 ecs.c6.large                    ¥0.3900/h
		 ├───────────┼──────────────┼─────────┼──────────┼──────────┤             │ 2 ecs.c7.large                    ¥0.4077/h
		 │ on demand │ 2-4Gi        │  1.3232 │   965.95 │  +13.1 % │             │ 3 2-4Gi                           ¥0.4411/h
		 ├───────────┼──────────────┼─────────┼──────────┼──────────┤             │ 4 ecs.g6.large                    ¥0.5000/h
		 │ spot      │ 2-4Gi        │ ~0.2289 │  ~167.11 │  -80.4 % │             │
		 ├───────────┼──────────────┼─────────┼──────────┼──────────┤             │ ▲ 1 warning
		 │ on demand │ ecs.g6.large │  1.5000 │ 1,095.00 │  +28.2 % │             │ ▲ Pods reach nginx:1.29 over the internet
		 ├───────────┼──────────────┼─────────┼──────────┼──────────┤             │   only. Use Pod › NAT gateway if the VPC
		 │ spot      │ ecs.g6.large │ ~0.3750 │  ~273.75 │  -67.9 % │             │   has a NAT gateway, give the pod an
		 ├───────────┼──────────────┼─────────┼──────────┼──────────┤             │   address by Pod › New EIP, or pull from
		 │ reserved  │ ecs.c6.large │  0.8014 │   585.00 │  -31.5 % │             │   ACR inside the VPC, at
		 └───────────┴──────────────┴─────────┴──────────┴──────────┘             │   registry-vpc.cn-hangzhou.aliyuncs.com.
		 Total on demand                                                          │
		   Pods      3 pods                                                       │
		   An hour   ¥1.1700/h on average                                         │
		   A month   ¥854.10/month (730 h)                                        │
		   Over 30d  ¥842.40                                                      │
		                                                                          │
		 Notes                                                                    │
		   ▲ Pods reach nginx:1.29 over the internet only. Use Pod › NAT gateway  │
		     if the VPC has a NAT gateway, give the pod an address by Pod › New   │
		     EIP, or pull from ACR inside the VPC, at                             │
		     registry-vpc.cn-hangzhou.aliyuncs.com.                               │
		 lines 1–32 of 70                                                         │
		                                                                          │
		────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
		 Tab next section  ←→ baseline  ↑↓ scroll  PgUp PgDn page  w why  Enter next  Esc back  ? keys"
	`);
});

test('export at 120×40 in English', async () => {
	expect(await frameOf(8)).toMatchInlineSnapshot(`
		" eci-plan · web · cn-hangzhou · 2020                                                     prices 2024-12-30, 10 days old
		 1 Workload  2 Containers  3 Size  4 Chain  5 Billing  6 Pod  7 Compare ❯8 Export
		────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
		 Where the YAML goes                                                      │ One pod
		 ❯ Write to        standard output only  ‹ ›                              │ ecs.c6.large                  2 vCPU, 4 GiB
		   Save as preset                                                         │ on demand   ¥0.3900/h  ¥284.70/month
		                                                                          │ spot       ~¥0.0975/h  ~¥71.18/month
		   [ Finish ]  Leaves the wizard and prints the YAML                      │
		                                                                          │ All pods
		 The same without the wizard                                              │ 3 pods  ¥854.10/month on demand
		   eci-plan export --preset web                                           │ simulating …
		                                                                          │
		                                                                          │ Chain
		                                                                          │ 1 ecs.c6.large                    ¥0.3900/h
		                                                                          │ 2 ecs.c7.large                    ¥0.4077/h
		                                                                          │ 3 2-4Gi                           ¥0.4411/h
		                                                                          │ 4 ecs.g6.large                    ¥0.5000/h
		                                                                          │
		                                                                          │ ▲ 1 warning
		                                                                          │ ▲ Pods reach nginx:1.29 over the internet
		                                                                          │   only. Use Pod › NAT gateway if the VPC
		                                                                          │   has a NAT gateway, give the pod an
		                                                                          │   address by Pod › New EIP, or pull from
		                                                                          │   ACR inside the VPC, at
		                                                                          │   registry-vpc.cn-hangzhou.aliyuncs.com.
		                                                                          │
		                                                                          │
		                                                                          │
		                                                                          │
		                                                                          │
		                                                                          │
		                                                                          │
		                                                                          │
		                                                                          │
		                                                                          │
		                                                                          │
		                                                                          │
		 Standard output always gets the YAML when you finish                     │
		────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
		 ↑↓ move  ←→ change  y YAML  k kind  v diff  c copy  e editor  w why  Enter next  Esc back  ? keys"
	`);
});
