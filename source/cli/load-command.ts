import type {CommandModule, CommandName} from './command.ts';

/** The module of each command, loaded when the command runs. */
export const loadCommand: {readonly [N in CommandName]: () => Promise<CommandModule>} = {
	'': () => import('./commands/plan.ts'),
	size: () => import('./commands/size.ts'),
	chain: () => import('./commands/chain.ts'),
	cost: () => import('./commands/cost.ts'),
	simulate: () => import('./commands/simulate.ts'),
	'simulate merge': () => import('./commands/simulate-merge.ts'),
	plan: () => import('./commands/plan-manifests.ts'),
	export: () => import('./commands/export.ts'),
	report: () => import('./commands/report.ts'),
	lint: () => import('./commands/lint.ts'),
	'prices show': () => import('./commands/prices-show.ts'),
	'prices list': () => import('./commands/prices-list.ts'),
	'prices refresh': () => import('./commands/prices-refresh.ts'),
	'prices import': () => import('./commands/prices-import.ts'),
	'prices reset': () => import('./commands/prices-reset.ts'),
	'presets list': () => import('./commands/presets-list.ts'),
	'presets show': () => import('./commands/presets-show.ts'),
	'presets save': () => import('./commands/presets-save.ts'),
	'presets delete': () => import('./commands/presets-delete.ts'),
	'settings get': () => import('./commands/settings-get.ts'),
	'settings set': () => import('./commands/settings-set.ts'),
	'settings unset': () => import('./commands/settings-unset.ts'),
	schema: () => import('./commands/schema.ts'),
	completion: () => import('./commands/completion.ts'),
};
