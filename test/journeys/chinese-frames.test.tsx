import {expect, test} from 'vitest';
import {keys} from '../helpers/terminal.ts';
import {startWizard} from '../helpers/wizard.ts';
import {presets} from '../helpers/wizard-request.ts';

const [, web = null] = presets;

/** The whole screen of a step, opened with the preset web. */
const frameOf = async (step: number): Promise<string> => {
	const wizard = await startWizard({
		columns: 80,
		rows: 24,
		language: 'zh-CN',
		preset: web,
		initial: web?.input ?? {},
	});
	await wizard.press(keys.enter, String(step));
	const frame = wizard.screen();
	await wizard.press(keys.ctrlC);
	return frame;
};

test('workload at 80×24 in Chinese', async () => {
	expect(await frameOf(1)).toMatchInlineSnapshot(`
		" eci-plan · web · cn-hangzhou · 2020            价格日期 2024-12-30，已过 10 天
		❯1 工作负载  2 容器  3 规格  4 备选链  5 计费  6 Pod  7 对比  8 导出
		────────────────────────────────────────────────────────────────────────────────
		 运行什么、在哪里运行、运行多少
		 ❯ 起点    web  ▾
		   名称    web
		   类型    deployment
		   副本数  3
		   时间表
		   地域    cn-hangzhou
		   规则集  2020
		   货币    CNY
		           [ 绘制一周 ]




		 Web front end, 3 small pods
		────────────────────────────────────────────────────────────────────────────────
		 ecs.c6.large  2 vCPU, 4 GiB                按量付费   ¥0.3900/小时  ¥284.70/月
		 3 个 Pod  按量付费 ¥854.10/月              抢占式    ~¥0.0975/小时  ~¥71.18/月
		 ecs.c6.large → ecs.c7.large → 2-4Gi → ecs.g6.large                  ▲ 1 个警告
		 模拟中 …
		 ↑↓ 移动  Space 选择  / 筛选  w 依据  Enter 下一步  Esc 返回  ? 按键"
	`);
});

test('containers at 80×24 in Chinese', async () => {
	expect(await frameOf(2)).toMatchInlineSnapshot(`
		" eci-plan · web · cn-hangzhou · 2020            价格日期 2024-12-30，已过 10 天
		 1 工作负载 ❯2 容器  3 规格  4 备选链  5 计费  6 Pod  7 对比  8 导出
		────────────────────────────────────────────────────────────────────────────────
		 一个 Pod 由哪些容器组成
		   名称   镜像        CPU  内存  GPU
		 ❯ app ▲  nginx:1.29    2   3Gi    0
		   + 添加容器

		 容器 app
		   名称  app
		   镜像  nginx:1.29
		       ▲ 只能通过公网拉取 nginx:1.29。VPC 已有 NAT 网关时请加 Pod › NAT 网关，或
		         用 Pod › 新建 EIP 为 Pod 绑定弹性公网 IP，或使用 ACR 的 VPC 内网地址
		         registry-vpc.cn-hangzhou.aliyuncs.com。
		   CPU   2
		  ↓ 2


		────────────────────────────────────────────────────────────────────────────────
		 ecs.c6.large  2 vCPU, 4 GiB                按量付费   ¥0.3900/小时  ¥284.70/月
		 3 个 Pod  按量付费 ¥854.10/月              抢占式    ~¥0.0975/小时  ~¥71.18/月
		 ecs.c6.large → ecs.c7.large → 2-4Gi → ecs.g6.large                  ▲ 1 个警告
		 模拟中 …
		 ↑↓ 移动  Tab 下一栏  a 添加  e 编辑  d 删除  Enter 下一步  Esc 返回  ? 按键"
	`);
});

test('size at 80×24 in Chinese', async () => {
	expect(await frameOf(3)).toMatchInlineSnapshot(`
		" eci-plan · web · cn-hangzhou · 2020            价格日期 2024-12-30，已过 10 天
		 1 工作负载  2 容器 ❯3 规格  4 备选链  5 计费  6 Pod  7 对比  8 导出
		────────────────────────────────────────────────────────────────────────────────
		 一个 Pod 的申请量与计费规格
		             规格   vCPU  GiB   ¥/小时    ¥/月
		   申请                2    3   0.4190  305.87
		   计费      2-4Gi     2    4   0.4411  321.98
		   自动规整            0   +1  +0.0221  +16.11
		   · 备选规格链以 ecs.c6.large 开头，见下一步。

		 可容纳该 Pod 的其他规格
		   规格          vCPU  GiB  ¥/小时    ¥/月  与计费规格相比
		 ❯ ecs.c6.large     2    4  0.3900  284.70          -37.28
		   ecs.c7.large     2    4  0.4077  297.62          -24.36
		   ecs.g6.large     2    8  0.5000  365.00          +43.02
		   2-8Gi            2    8  0.5293  386.42          +64.44


		────────────────────────────────────────────────────────────────────────────────
		 ecs.c6.large  2 vCPU, 4 GiB                按量付费   ¥0.3900/小时  ¥284.70/月
		 3 个 Pod  按量付费 ¥854.10/月              抢占式    ~¥0.0975/小时  ~¥71.18/月
		 ecs.c6.large → ecs.c7.large → 2-4Gi → ecs.g6.large                  ▲ 1 个警告
		 模拟中 …
		 ↑↓ 移动  t 采用  / 筛选  w 依据  Enter 下一步  Esc 返回  ? 按键"
	`);
});

test('chain at 80×24 in Chinese', async () => {
	expect(await frameOf(4)).toMatchInlineSnapshot(`
		" eci-plan · web · cn-hangzhou · 2020            价格日期 2024-12-30，已过 10 天
		 1 工作负载  2 容器  3 规格 ❯4 备选链  5 计费  6 Pod  7 对比  8 导出
		────────────────────────────────────────────────────────────────────────────────
		 2 vCPU, 3 GiB 的备选规格链，按此顺序尝试          自动选择 · 目标成功率 99.9 %
		   #  规格          ¥/小时  抢占 ¥/小时  比最低价  有库存  理由
		 ❯ 1  ecs.c6.large  0.3900      ~0.0975    +0.0 %    80 %  满足需求的最低价
		   2  ecs.c7.large  0.4077       0.0780    +4.5 %    80 %  其他代次
		   3  2-4Gi         0.4411      ~0.0763   +13.1 %    95 %  不限宿主机
		   4  ecs.g6.large  0.5000      ~0.1250   +28.2 %    80 %  其他规格族
		   + 从 31 个候选规格中添加（/ 筛选）
		   选择方式    balanced：成功率 99.9 %
		   目标成功率  99.9 %
		   固定
		  ↓ 2
		 创建成功  ███████████████████████████████████████░  99.926 %
		 预期价格  创建成功时 ¥0.3949/小时 · 最高 ¥0.5000/小时 · 落空 0.24 次
		 ecs.c6.large: 2 vCPU, 4 GiB · 按量付费价格日期 2024-12-30 · 抢占式：假定为按量
		 付费的 25 %
		────────────────────────────────────────────────────────────────────────────────
		 ecs.c6.large  2 vCPU, 4 GiB                按量付费   ¥0.3900/小时  ¥284.70/月
		 3 个 Pod  按量付费 ¥854.10/月              抢占式    ~¥0.0975/小时  ~¥71.18/月
		 ecs.c6.large → ecs.c7.large → 2-4Gi → ecs.g6.large                  ▲ 1 个警告
		 模拟中 …
		 ↑↓ 移动  a 添加  d 删除  p 固定  K J 调整顺序  Enter 下一步  Esc 返回  ? 按键"
	`);
});

test('billing at 80×24 in Chinese', async () => {
	expect(await frameOf(5)).toMatchInlineSnapshot(`
		" eci-plan · web · cn-hangzhou · 2020            价格日期 2024-12-30，已过 10 天
		 1 工作负载  2 容器  3 规格  4 备选链 ❯5 计费  6 Pod  7 对比  8 导出
		────────────────────────────────────────────────────────────────────────────────
		 如何付费
		 ❯ 竞价策略    none：按量付费  ‹ ›
		   价格上限
		   自动降级    未设置
		   预留实例券  3
		   每月小时数  500

		   全部 Pod    规格           ¥/小时     ¥/月  与首项相比  理由
		   按量付费    ecs.c6.large   1.1700   854.10           –  目录价
		   抢占式实例  ecs.c6.large  ~0.2925  ~213.52     -75.0 %  假定为按量付费的 25 %
		   预留实例券  ecs.c6.large   0.8014   585.00     -31.5 %  3 × 500 小时，其余按…


		 k8s.aliyun.com/eci-spot-strategy     每小时：抢占式 ~¥0.0975，按量付费 ¥0.3900
		 SpotAsPriceGo 跟随市场价，SpotWithPriceLimit 设置价格上限
		────────────────────────────────────────────────────────────────────────────────
		 ecs.c6.large  2 vCPU, 4 GiB                按量付费   ¥0.3900/小时  ¥284.70/月
		 3 个 Pod  按量付费 ¥854.10/月              抢占式    ~¥0.0975/小时  ~¥71.18/月
		 ecs.c6.large → ecs.c7.large → 2-4Gi → ecs.g6.large                  ▲ 1 个警告
		 模拟中 …
		 ↑↓ 移动  ←→ 更改  w 依据  Enter 下一步  Esc 返回  ? 按键"
	`);
});

test('pod at 80×24 in Chinese', async () => {
	expect(await frameOf(6)).toMatchInlineSnapshot(`
		" eci-plan · web · cn-hangzhou · 2020            价格日期 2024-12-30，已过 10 天
		 1 工作负载  2 容器  3 规格  4 备选链  5 计费 ❯6 Pod  7 对比  8 导出
		────────────────────────────────────────────────────────────────────────────────
		 容器之外：存储、日志、网络与注解
		 ❯ 调度方式     label：标签 alibabacloud.com/eci  ‹ ›

		 数据卷
		   + 添加数据卷

		 日志
		   + 添加日志采集

		 网络
		   交换机网段
		   vCPU 配额
		  ↓ 19

		 Pod 如何调度到 ECI
		────────────────────────────────────────────────────────────────────────────────
		 ecs.c6.large  2 vCPU, 4 GiB                按量付费   ¥0.3900/小时  ¥284.70/月
		 3 个 Pod  按量付费 ¥854.10/月              抢占式    ~¥0.0975/小时  ~¥71.18/月
		 ecs.c6.large → ecs.c7.large → 2-4Gi → ecs.g6.large                  ▲ 1 个警告
		 模拟中 …
		 ↑↓ 移动  Tab 下一部分  ←→ 更改  a 添加  / 筛选  Enter 下一步  Esc 返回  ? 按键"
	`);
});

test('review at 80×24 in Chinese', async () => {
	expect(await frameOf(7)).toMatchInlineSnapshot(`
		" eci-plan · web · cn-hangzhou · 2020            价格日期 2024-12-30，已过 10 天
		 1 工作负载  2 容器  3 规格  4 备选链  5 计费  6 Pod ❯7 对比  8 导出
		────────────────────────────────────────────────────────────────────────────────
		 各种付费方式的费用与 YAML
		 ┌────────────┬──────────────┬─────────┬──────────┬────────────┐
		 │ 付费方式   │ 规格         │  ¥/小时 │     ¥/月 │ 与首项相比 │
		 ├────────────┼──────────────┼─────────┼──────────┼────────────┤
		 │ 按量付费   │ ecs.c6.large │  1.1700 │   854.10 │          – │
		 ├────────────┼──────────────┼─────────┼──────────┼────────────┤
		 │ 抢占式实例 │ ecs.c6.large │ ~0.2925 │  ~213.52 │    -75.0 % │
		 ├────────────┼──────────────┼─────────┼──────────┼────────────┤
		 │ 按量付费   │ ecs.c7.large │  1.2231 │   892.86 │     +4.5 % │
		 ├────────────┼──────────────┼─────────┼──────────┼────────────┤
		 │ 抢占式实例 │ ecs.c7.large │  0.2340 │   170.82 │    -80.0 % │
		 ├────────────┼──────────────┼─────────┼──────────┼────────────┤
		 │ 按量付费   │ 2-4Gi        │  1.3232 │   965.95 │    +13.1 % │
		 第 1–12 行，共 66 行

		────────────────────────────────────────────────────────────────────────────────
		 ecs.c6.large  2 vCPU, 4 GiB                按量付费   ¥0.3900/小时  ¥284.70/月
		 3 个 Pod  按量付费 ¥854.10/月              抢占式    ~¥0.0975/小时  ~¥71.18/月
		 ecs.c6.large → ecs.c7.large → 2-4Gi → ecs.g6.large                  ▲ 1 个警告
		 模拟中 …
		 Tab 下一部分  ←→ 基准  ↑↓ 滚动  PgUp PgDn 翻页  Enter 下一步  Esc 返回  ? 按键"
	`);
});

test('export at 80×24 in Chinese', async () => {
	expect(await frameOf(8)).toMatchInlineSnapshot(`
		" eci-plan · web · cn-hangzhou · 2020            价格日期 2024-12-30，已过 10 天
		 1 工作负载  2 容器  3 规格  4 备选链  5 计费  6 Pod  7 对比 ❯8 导出
		────────────────────────────────────────────────────────────────────────────────
		 YAML 写到哪里
		 ❯ 写入        仅标准输出  ‹ ›
		   另存为预设

		   [ 完成 ]  离开向导并输出 YAML

		 等效命令
		   eci-plan export --preset web






		 完成时 YAML 总会输出到标准输出
		────────────────────────────────────────────────────────────────────────────────
		 ecs.c6.large  2 vCPU, 4 GiB                按量付费   ¥0.3900/小时  ¥284.70/月
		 3 个 Pod  按量付费 ¥854.10/月              抢占式    ~¥0.0975/小时  ~¥71.18/月
		 ecs.c6.large → ecs.c7.large → 2-4Gi → ecs.g6.large                  ▲ 1 个警告
		 模拟中 …
		 ↑↓ 移动  ←→ 更改  y YAML  k 导出类型  v 对比  Enter 下一步  Esc 返回  ? 按键"
	`);
});
