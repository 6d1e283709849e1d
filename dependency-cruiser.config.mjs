/**
 * The walls of the house. Each rule's comment says why it stands.
 */
const only = (name, from, to, comment) => ({
	name,
	severity: 'error',
	comment,
	from: {path: from},
	to: {pathNot: to},
});

const NODE_BUILT_INS = ['^(node:)?[a-z_]+$', '^(node:)?[a-z_]+/promises$'];

export default {
	forbidden: [
		only(
			'domain-knows-only-domain',
			'^source/domain/',
			['^source/domain/'],
			'The domain never looks outside: no built-in of Node, no package, no face.',
		),
		only(
			'present-knows-only-domain',
			'^source/present/',
			['^source/(domain|present)/'],
			'Text is plain data, so that the command line and the wizard draw the same lines.',
		),
		only(
			'ports-are-types',
			'^source/ports[.]ts$',
			['^source/domain/', '^source/present/language/language[.]ts$'],
			'Ports speak in domain types; the name of a language is one.',
		),
		only(
			'adapters-implement-ports',
			'^source/adapters/',
			[
				'^source/(domain|adapters)/',
				'^source/ports[.]ts$',
				'^node_modules/(conf|env-paths|yaml|js-yaml|csv-parse|@alicloud|@streamparser)/',
				...NODE_BUILT_INS,
			],
			'An adapter stands for one outside thing and knows no face.',
		),
		only(
			'cli-is-a-face',
			'^source/cli/',
			['^source/(domain|present|cli)/', '^source/ports[.]ts$', '^node_modules/(@types/)?yargs/'],
			'The command line reads flags, plans and prints. It touches no file and loads no React.',
		),
		only(
			'ui-is-a-face',
			'^source/ui/',
			[
				'^source/(domain|present|ui)/',
				'^source/ports[.]ts$',
				'^node_modules/(ink|ink-table|react|@types/react)/',
			],
			'The wizard draws and dispatches. It touches no file and no price list.',
		),
		only(
			'plain-is-a-face',
			'^source/plain/',
			[
				'^source/(domain|present|plain|ui/state)/',
				'^source/ui/wizard-state[.]ts$',
				'^source/ports[.]ts$',
			],
			'Questions and answers share the state of the wizard, and nothing that draws it.',
		),
		only(
			'state-knows-no-screen',
			'^source/ui/(state/|wizard-state[.]ts$)',
			[
				'^source/(domain|present|ui/state)/',
				'^source/ui/wizard-state[.]ts$',
				'^source/ports[.]ts$',
			],
			'What the answers are doesn’t depend on how they are asked for: no React, no keys, no looks.',
		),
		{
			name: 'screens-do-not-import-screens',
			severity: 'error',
			comment: 'Moving between screens belongs to the reducer.',
			from: {path: '^source/ui/screens/([^/]+)'},
			to: {path: '^source/ui/screens/', pathNot: '^source/ui/screens/$1'},
		},
		{
			name: 'components-are-leaves',
			severity: 'error',
			comment: 'A component knows neither screens nor the state of the wizard.',
			from: {path: '^source/ui/components/'},
			to: {path: '^source/ui/(screens|state|hooks|wizard)'},
		},
		{
			name: 'ui-is-loaded-lazily',
			severity: 'error',
			comment: 'Only who opens the wizard pays for React.',
			from: {path: '^source/', pathNot: '^source/(ui|plain)/'},
			to: {path: '^source/ui/', dynamic: false, dependencyTypesNot: ['type-only', 'type-import']},
		},
		{
			name: 'plain-is-loaded-lazily',
			severity: 'error',
			comment: 'Only who is asked questions pays for them.',
			from: {path: '^source/', pathNot: '^source/plain/'},
			to: {path: '^source/plain/', dynamic: false},
		},
		{
			name: 'react-lives-in-ui',
			severity: 'error',
			comment: 'Only who opens the wizard pays for React.',
			from: {path: '^source/', pathNot: '^source/ui/'},
			to: {path: '^node_modules/(ink|react)'},
		},
		{
			name: 'cloud-is-loaded-lazily',
			severity: 'error',
			comment: 'Only who refreshes prices pays for the SDK of the cloud.',
			from: {path: '^source/', pathNot: '^source/adapters/alibaba-cloud/'},
			to: {path: '^(source/adapters/alibaba-cloud/|node_modules/@alicloud/)', dynamic: false},
		},
		{
			name: 'nobody-imports-main',
			severity: 'error',
			comment: 'The composition root is the top.',
			from: {},
			to: {path: '^source/main[.]ts$'},
		},
		{
			name: 'no-cycles',
			severity: 'error',
			comment: 'A cycle is one module in disguise.',
			from: {},
			to: {circular: true},
		},
		{
			name: 'no-orphans',
			severity: 'error',
			comment: 'A module that nobody uses is dead.',
			from: {orphan: true, path: '^source/', pathNot: '^source/main[.]ts$'},
			to: {},
		},
		{
			name: 'everything-resolves',
			severity: 'error',
			comment: 'An import that cannot be found cannot be checked.',
			from: {},
			to: {couldNotResolve: true},
		},
	],
	options: {
		tsPreCompilationDeps: true,
		tsConfig: {fileName: 'tsconfig.json'},
		doNotFollow: {path: 'node_modules'},
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['import', 'types', 'node', 'default'],
		},
	},
};
