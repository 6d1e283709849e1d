const indented = (lines: readonly string[], by: number): readonly string[] =>
	lines.map(line => (line === '' ? line : ' '.repeat(by) + line));

/** Metadata of a pod as people write it, line by line, at no indentation. */
const METADATA: Readonly<Record<string, readonly string[]>> = {
	'no metadata': [],
	'metadata with nothing': ['metadata:'],
	'metadata with nothing but a comment': ['metadata: # later'],
	'metadata of empty braces': ['metadata: {}'],
	'metadata of empty braces with a blank': ['metadata: { } # later'],
	'metadata null': ['metadata: null'],
	'metadata ~ with a comment': ['metadata: ~ # none'],
	'metadata Null': ['metadata: Null'],
	'labels alone': ['metadata:', '  labels:', '    app: web'],
	'labels and a comment behind': [
		'metadata:',
		'  labels:',
		'    app: web # the name',
		'  # the end',
	],
	'labels deeper in': ['metadata:', '    labels:', '          app: web'],
	'labels in braces': ['metadata:', '  labels: {app: web}'],
	'an empty line behind labels': ['metadata:', '  labels:', '    app: web', ''],
	'a list that is not indented': ['metadata:', '  finalizers:', '  - a', '  - b'],
	'a creation time of null': [
		'metadata:',
		'  creationTimestamp: null',
		'  labels:',
		'    app: web',
	],
	'a value of nothing at the end': ['metadata:', '  labels:', '    app: web', '  namespace:'],
	'braces with labels': ['metadata: {labels: {app: web}}'],
	'braces with blanks inside': ['metadata: { labels: { app: web } }'],
	'braces on several lines': ['metadata: {', '  labels: {', '    app: web', '    }', '  }'],
	'quoted keys': ['"metadata":', "  'labels':", '    "app": web'],
	'only quoted keys': ['"metadata":', '  "labels":', '    "app": "web"'],
	'an explicit key': ['? metadata', ': labels:', '    app: web'],
	'an anchor on metadata': ['metadata: &meta', '  labels:', '    app: web'],
	'an anchor on a line of its own': ['metadata:', '  &meta', '  labels:', '    app: web'],
	'a merge of labels': [
		'metadata:',
		'  labels: &labels',
		'    app: web',
		'  <<: {namespace: shop}',
	],

	'annotations of empty braces': ['metadata:', '  annotations: {}'],
	'annotations of empty braces, and labels': [
		'metadata:',
		'  annotations: {}',
		'  labels:',
		'    app: web',
	],
	'annotations of braces with a blank': ['metadata:', '  annotations: { }'],
	'annotations of braces on two lines': ['metadata:', '  annotations: {', '    }'],
	'annotations with nothing': ['metadata:', '  annotations:'],
	'annotations with nothing, and labels': [
		'metadata:',
		'  annotations:',
		'  labels:',
		'    app: web',
	],
	'annotations with a comment alone': ['metadata:', '  annotations: # later', '  labels: {}'],
	'annotations that are commented out': [
		'metadata:',
		'  annotations:',
		'    # k8s.aliyun.com/eci-use-specs: "2-4Gi"',
		'  labels:',
		'    app: web',
	],
	'annotations null': ['metadata:', '  annotations: null', '  labels: {}'],
	'annotations ~': ['metadata:', '  annotations: ~'],
	'annotations null with a comment': ['metadata:', '  annotations: null # none', '  labels: {}'],
	'annotations null on the next line': ['metadata:', '  annotations:', '    null', '  labels: {}'],
	'annotations with an anchor and nothing': ['metadata:', '  annotations: &a', '  labels: {}'],

	'one annotation': ['metadata:', '  annotations:', '    team: shop'],
	'one annotation, then labels': [
		'metadata:',
		'  annotations:',
		'    team: shop',
		'  labels:',
		'    app: web',
	],
	'comments everywhere': [
		'# about metadata',
		'metadata: # of the pod',
		'  # about annotations',
		'  annotations: # of the pod too',
		'    # who',
		'    team: shop # the shop',
		'',
		'    # what',
		'    tier: front # the front',
		'    # the end',
		'',
		'  # about labels',
		'  labels: {app: web}',
		'# about the spec',
	],
	'a comment less indented': [
		'metadata:',
		'  annotations:',
		'    team: shop',
		'# odd',
		'    tier: a',
	],
	'quoted annotations': [
		'metadata:',
		'  annotations:',
		'    "team": "shop"',
		"    'tier': 'it''s'",
	],
	'only double-quoted annotations': ['metadata:', '  annotations:', '    "team": "shop"'],
	'a literal block': ['metadata:', '  annotations:', '    text: |', '      one', '      --- two'],
	'a literal block and a comment': [
		'metadata:',
		'  annotations:',
		'    text: | # as it is',
		'      one',
		'',
		'      # two',
		'',
		'  # labels',
		'  labels: {}',
	],
	'a literal block that keeps its lines': [
		'metadata:',
		'  annotations:',
		'    text: |+',
		'      one',
		'',
		'',
		'  labels: {}',
	],
	'a literal block without its last line': [
		'metadata:',
		'  annotations:',
		'    text: |-',
		'      one',
		'',
		'  labels: {}',
	],
	'a folded block with a number': [
		'metadata:',
		'  annotations:',
		'    text: >2-',
		'        one',
		'      two',
		'  labels: {}',
	],
	'a literal block in front': [
		'metadata:',
		'  annotations:',
		'    text: |',
		'      k8s.aliyun.com/eci-use-specs: "none"',
		'    team: shop',
	],
	'plain text on several lines': [
		'metadata:',
		'  annotations:',
		'    text: one',
		'      two',
		'',
		'      three',
	],
	'quoted text on several lines': [
		'metadata:',
		'  annotations:',
		'    text: "one',
		'      two # three',
		'',
		'      four"',
	],
	'single quotes on several lines': [
		'metadata:',
		'  annotations:',
		"    text: 'one",
		"     two'  # three",
	],
	'an explicit annotation': ['metadata:', '  annotations:', '    ? team', '    : shop'],
	'an explicit annotation in front': [
		'metadata:',
		'  annotations:',
		'    ? "team"',
		'    : shop',
		'    tier: front',
	],
	'an empty value at the end': ['metadata:', '  annotations:', '    team:'],
	'an empty value with a tag': ['metadata:', '  annotations:', '    team: !!str', '  labels: {}'],
	'a tag': ['metadata:', '  annotations: !!map', '    team: !!str 5'],
	'an anchor on annotations': ['metadata:', '  annotations: &notes', '    team: shop'],
	'a value that others repeat': [
		'metadata:',
		'  annotations:',
		'    team: &team shop',
		'    owner: *team',
	],
	'a merge of its own': ['metadata:', '  annotations:', '    <<: {team: shop}', '    tier: front'],
	'JSON in a value': ['metadata:', '  annotations:', `    hosts: '[{"host":"db"}]'`],
	'a key with a colon and a hash': ['metadata:', '  annotations:', '    "a: b #c": "d"'],
	'one annotation in braces': ['metadata:', '  annotations: {team: shop}'],
	'two annotations in braces': ['metadata:', '  annotations: {team: shop, "tier": "front"} # here'],
	'JSON in YAML': ['metadata:', '  annotations: {"team":"shop","tier":"front"}'],
	'braces with blanks': ['metadata:', '  annotations: { team: shop }'],
	'braces with a last comma': ['metadata:', '  annotations: {team: shop, }'],
	'braces with a key alone': ['metadata:', '  annotations: {team: shop, tier: }'],
	'annotations in braces on several lines': [
		'metadata:',
		'  annotations: {',
		'    team: shop,',
		'    tier: front',
		'    }',
		'  labels: {}',
	],
	'annotations in braces with commas in front': [
		'metadata:',
		'  annotations: { team: shop',
		'    , tier: front',
		'    }',
	],
	'annotations in braces with comments': [
		'metadata:',
		'  annotations: {',
		'    team: shop, # the shop',
		'    tier: front # the front',
		'    }',
	],
	'metadata in braces with annotations': [
		'metadata: {labels: {app: web}, annotations: {team: shop}}',
	],
	'metadata in braces with empty annotations': ['metadata: {annotations: {}, labels: {app: web}}'],
	'metadata in braces with no annotations': ['metadata: {annotations: null, labels: {app: web}}'],
	'metadata in braces with ~ for annotations': ['metadata: {annotations: ~, labels: {app: web}}'],
	'metadata of empty annotations alone': ['metadata: {annotations: {}}'],
};

const SPEC = ['spec:', '  containers:', '  - name: app', '    image: nginx:1.29'];
const SPEC_WITH_COMMENT = ['# what runs', 'spec:', '    containers:', '    -   name: app'];

const DEPLOYMENT = ['apiVersion: apps/v1', 'kind: Deployment', 'metadata:', '  name: web', 'spec:'];

type Wrap = (pod: readonly string[]) => readonly string[];

/** Where a pod can stand in a document. */
const WRAPS: Readonly<Record<string, Wrap>> = {
	Pod: pod => ['apiVersion: v1', 'kind: Pod', ...pod],
	Deployment: pod => [...DEPLOYMENT, '  template:', ...indented(pod, 4), '  replicas: 2'],
	'Deployment with four blanks': pod => [
		...['apiVersion: apps/v1', 'kind: Deployment', 'spec:', '    template: # the pod'],
		...indented(pod, 8),
	],
	CronJob: pod => [
		...['---', 'kind: CronJob', 'apiVersion: batch/v1', 'spec:', '  jobTemplate:', '    spec:'],
		'      template:',
		...indented(pod, 8),
	],
	List: pod => [
		...['apiVersion: v1', 'kind: List', 'items:', '- kind: Service', '  apiVersion: v1'],
		...['- apiVersion: apps/v1', '  kind: Deployment', '  spec:', '    template:'],
		...indented(pod, 6),
		...['- apiVersion: v1', '  kind: ConfigMap'],
	],
	'List with dashes on lines of their own': pod => [
		...['kind: List', 'items:', '  -', '    kind: Pod'],
		...indented(pod, 4),
		...['  - kind: Node', '    metadata: {name: b}'],
	],
	'second of three': pod => [
		...['kind: ConfigMap', 'data:', '  text: |', '    a', '    b', '--- # next'],
		...[...DEPLOYMENT, '  template:', ...indented(pod, 4), '...', '---', 'kind: Service'],
	],
};

const podsOf = (metadata: readonly string[]): readonly (readonly string[])[] => [
	[...metadata, ...SPEC],
	[...SPEC, ...metadata],
	[...metadata, ...SPEC_WITH_COMMENT],
];

const ENDINGS: readonly ((lines: readonly string[]) => string)[] = [
	lines => `${lines.join('\n')}\n`,
	lines => `${lines.join('\r\n')}\r\n`,
	lines => lines.join('\n'),
	lines => `\ufeff${lines.join('\r\n')}`,
	lines => `${lines.join('\n')}\n\n\n`,
	lines => `${lines.join('\n')}\n# the end`,
];

/** So many of the ways in which a trap can be wrapped up are left out: each comes with some of the others. */
const THINNING = 5;

const everyWay = (metadata: readonly string[]): readonly string[] =>
	Object.values(WRAPS)
		.flatMap(wrap => podsOf(metadata).flatMap(pod => ENDINGS.map(ending => ending(wrap(pod)))))
		.filter((_, index) => (index + Math.floor(index / THINNING)) % THINNING === 0);

const JSON_METADATA: readonly unknown[] = [
	undefined,
	{},
	null,
	{labels: {app: 'web'}},
	{annotations: {}},
	{annotations: null},
	{annotations: {team: 'shop'}},
	{labels: {app: 'web'}, annotations: {}},
	{labels: {app: 'web'}, annotations: null},
	{annotations: {team: 'shop', tier: 'a "quoted" one'}, labels: {app: 'web'}},
];

const JSON_INDENTS: readonly (string | number)[] = [0, 2, 4, '\t'];

const spacedJson = (value: unknown): string =>
	JSON.stringify(value).replaceAll('":', '": ').replaceAll(',"', ', "');

const jsonTexts = (value: unknown): readonly string[] => [
	...JSON_INDENTS.map(indent => JSON.stringify(value, null, indent)),
	spacedJson(value),
	`${JSON.stringify(value, null, 2).replaceAll('\n', '\r\n')}\r\n`,
	`--- ${JSON.stringify(value)}\n--- {"kind":"Service"}\n`,
];

const inJson = (metadata: unknown): readonly string[] => {
	const pod = {metadata, spec: {containers: [{name: 'app'}]}};
	return [
		{apiVersion: 'v1', kind: 'Pod', ...pod},
		{kind: 'Deployment', spec: {template: pod, replicas: 2}},
		{kind: 'List', items: [{kind: 'Service'}, {kind: 'Pod', ...pod}]},
	].flatMap(jsonTexts);
};

/** Every trap with texts in which it stands. */
export const TRAPS: readonly {readonly name: string; readonly texts: readonly string[]}[] = [
	...Object.entries(METADATA).map(([name, lines]) => ({name, texts: everyWay(lines)})),
	...JSON_METADATA.map(metadata => ({
		name: `JSON with metadata ${JSON.stringify(metadata) ?? 'missing'}`,
		texts: inJson(metadata),
	})),
];

const withPod = (...pod: readonly string[]): string =>
	`${[...DEPLOYMENT, '  template:', ...indented([...pod, ...SPEC], 4)].join('\n')}\n`;

/** What can't be edited where it stands, and why. */
export const OBSTACLES: readonly {
	readonly name: string;
	readonly why: 'shared' | 'not-a-map' | 'unusual';
	readonly text: string;
}[] = [
	{
		name: 'metadata that is repeated',
		why: 'shared',
		text: [
			...['kind: Deployment', 'metadata: &meta', '  labels: {app: web}', 'spec:', '  template:'],
			...['    metadata: *meta', ...indented(SPEC, 4), ''],
		].join('\n'),
	},
	{
		name: 'metadata that others repeat',
		why: 'shared',
		text: [
			...['kind: Pod', 'metadata: &meta', '  labels: {app: web}', ...SPEC, 'again: *meta', ''],
		].join('\n'),
	},
	{
		name: 'metadata of a merge',
		why: 'shared',
		text: [
			...['kind: Deployment', 'base: &base', '  metadata: {labels: {app: web}}', 'spec:'],
			...['  template:', '    <<: *base', ...indented(SPEC, 4), ''],
		].join('\n'),
	},
	{
		name: 'annotations of a merge',
		why: 'shared',
		text: [
			...['kind: Deployment', 'metadata: &meta', '  annotations: {team: shop}', 'spec:'],
			...['  template:', '    metadata:', '      <<: *meta', ...indented(SPEC, 4), ''],
		].join('\n'),
	},
	{
		name: 'a template that is merged into another',
		why: 'shared',
		text: [
			...['kind: Deployment', 'spec:', '  template: &pod', ...indented(SPEC, 4)],
			...['other:', '  <<: *pod', ''],
		].join('\n'),
	},
	{
		name: 'annotations that are repeated',
		why: 'shared',
		text: [
			...['kind: Deployment', 'metadata: {annotations: &notes {team: shop}}', 'spec:'],
			...['  template:', '    metadata: {annotations: *notes}', ...indented(SPEC, 4), ''],
		].join('\n'),
	},
	{
		name: 'annotations that others repeat',
		why: 'shared',
		text: withPod('metadata:', '  annotations: &notes {team: shop}', '  labels: *notes'),
	},
	{name: 'annotations of text', why: 'not-a-map', text: withPod('metadata: {annotations: none}')},
	{
		name: 'annotations of a list',
		why: 'not-a-map',
		text: withPod('metadata:', '  annotations: [a]'),
	},
	{name: 'metadata of text', why: 'not-a-map', text: withPod('metadata: "null"')},
	{
		name: 'a null between braces that no braces can stand for',
		why: 'unusual',
		text: withPod('metadata: {annotations: NULL}'),
	},
];
