import fc from 'fast-check';

/** How a piece of a document is written: numbers that choose among the ways there are. */
type Whims = {readonly next: (choices: number) => number};

/** A value, to be written in any style. */
export type Plain = string | null | PlainMap | readonly Plain[];
export type PlainMap = {readonly [key: string]: Plain};

const isList = (value: Plain): value is readonly Plain[] => Array.isArray(value);
const isMap = (value: Plain): value is PlainMap =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const isWord = (text: string): boolean =>
	/^[A-Za-z][A-Za-z0-9-]*$/.test(text) && !/^(?:y|n|yes|no|on|off|true|false|null)$/i.test(text);

const quoted = (text: string, {next}: Whims): string => {
	const isSimple = /^[ -~]*$/.test(text);
	return isSimple && next(2) === 0 ? `'${text.replaceAll("'", "''")}'` : JSON.stringify(text);
};

const scalar = (text: string, whims: Whims): string =>
	isWord(text) && whims.next(2) === 0 ? text : quoted(text, whims);

const nothing = ({next}: Whims): string => ['null', '~', 'null'][next(3)] ?? 'null';

const flow = (value: Plain, whims: Whims): string => {
	const {next} = whims;
	const pad = ['', ' ', '  '][next(3)] ?? '';
	const comma = [', ', ',', ' , '][next(3)] ?? ', ';
	if (value === null) return nothing(whims);
	if (typeof value === 'string') return scalar(value, whims);
	if (isList(value)) return `[${pad}${value.map(item => flow(item, whims)).join(comma)}${pad}]`;
	const entries = Object.entries(value).map(
		([key, item]) => `${scalar(key, whims)}: ${flow(item, whims)}`,
	);
	const last = entries.length > 0 && next(5) === 0 ? ',' : '';
	return `{${pad}${entries.join(comma)}${last}${pad}}`;
};

const comment = ({next}: Whims): string => (next(4) === 0 ? ' # a: {b' : '');

/** Lines that mean nothing. */
const between = (margin: string, {next}: Whims): readonly string[] =>
	[['', `${margin}# ---`], [''], [`${margin}# k: v`]][next(12)] ?? [];

const BLOCK_HEADERS = ['|', '|-', '|+', '>', '>-'] as const;

const isBlockText = (text: string): boolean => /^[!-~][ -~]*(?:\n[!-~][ -~]*)*$/.test(text);

/** A text as the lines of a block scalar that means it: without a last break, so `|-`. */
const blockScalar = (text: string, margin: string): readonly string[] => [
	BLOCK_HEADERS[1],
	...text.split('\n').map(line => `${margin}${line}`),
];

const below = (value: Plain, margin: string, whims: Whims): readonly string[] => {
	const {next} = whims;
	const step = ' '.repeat(1 + next(4));
	if (isList(value) && value.length > 0 && next(4) > 0) {
		const inner = next(2) === 0 ? margin : margin + step;
		return ['', ...blockList(value, inner, whims)];
	}
	if (isMap(value) && Object.keys(value).length > 0 && next(4) > 0)
		return ['', ...blockMap(value, margin + step, whims)];
	if (value === null && next(2) === 0) return [''];
	if (typeof value === 'string' && isBlockText(value) && next(3) === 0) {
		const [header = '', ...lines] = blockScalar(value, margin + step);
		return [` ${header}`, ...lines];
	}
	return [` ${flow(value, whims)}`];
};

const blockMap = (map: PlainMap, margin: string, whims: Whims): readonly string[] =>
	Object.entries(map).flatMap(([key, value]) => {
		const isExplicit = whims.next(10) === 0;
		const [first = '', ...rest] = below(value, margin, whims);
		const isOpen = !/[|>][-+]?$/.test(first);
		const head = isExplicit
			? [`${margin}? ${scalar(key, whims)}`, `${margin}:${first}`]
			: [`${margin}${scalar(key, whims)}:${first}`];
		const last = head.length - 1;
		return [
			...between(margin, whims),
			...head.map((line, index) => (index === last && isOpen ? line + comment(whims) : line)),
			...rest,
		];
	});

const blockList = (list: readonly Plain[], margin: string, whims: Whims): readonly string[] =>
	list.flatMap(item => {
		if (!isMap(item) || Object.keys(item).length === 0 || whims.next(4) === 0)
			return [`${margin}- ${flow(item, whims)}${comment(whims)}`];
		const pad = ' '.repeat(1 + whims.next(3));
		const inner = margin + ' '.repeat(1 + pad.length);
		const lines = blockMap(item, inner, {next: choices => whims.next(choices)});
		const start = lines.findIndex(line => line.trim() !== '' && !line.trim().startsWith('#'));
		const first = lines[start] ?? '';
		return [`${margin}-${pad}${first.slice(inner.length)}`, ...lines.slice(start + 1)];
	});

const ENDS = ['\n', '', '\n\n', '\n# the end\n', '\n...\n'] as const;

/** A document written by whims. */
const written = (value: PlainMap, numbers: readonly number[]): string => {
	let at = 0;
	const whims: Whims = {next: choices => (numbers[at++ % numbers.length] ?? 0) % choices};
	const eol = whims.next(3) === 0 ? '\r\n' : '\n';
	const start = ['', '---\n', '--- # web\n', '\ufeff'][whims.next(4)] ?? '';
	const end = ENDS[whims.next(ENDS.length)] ?? '\n';
	return (start + blockMap(value, '', whims).join('\n') + end).replaceAll('\n', eol);
};

const text = fc.oneof(
	fc.constantFrom(
		'web',
		'a: b',
		'# no',
		"it's",
		'"',
		'',
		'true',
		'10',
		'0x1f',
		'---',
		'{{ a }}',
		'名',
	),
	fc.constantFrom(
		'one\ntwo',
		'[{"host":"db"}]',
		' padded ',
		'a\\b',
		'one\n---\nthree',
		'*a',
		'&a',
		'!b',
	),
	fc.string({maxLength: 12, unit: fc.constantFrom(...' abc:#-{}[],\'"\\')}),
);

const key = fc.oneof(
	fc.constantFrom('app', 'team', 'k8s.aliyun.com/eci-vswitch', 'a b', 'name', 'true', '1'),
	fc.string({minLength: 1, maxLength: 6, unit: fc.constantFrom(...'abcdef/.-')}),
);

const texts = fc.dictionary(key, text, {maxKeys: 4});

const annotations = fc.oneof(
	{weight: 3, arbitrary: texts},
	{weight: 1, arbitrary: fc.constantFrom(null, {})},
);

/** Entries in any order, some of them missing. */
const someOf = (fields: Readonly<Record<string, fc.Arbitrary<Plain>>>): fc.Arbitrary<PlainMap> =>
	fc
		.record(fields, {requiredKeys: []})
		.chain(record =>
			fc
				.shuffledSubarray(Object.entries(record), {minLength: Object.keys(record).length})
				.map((entries): PlainMap => Object.fromEntries(entries as [string, Plain][])),
		);

const metadata = fc.oneof(
	{
		weight: 5,
		arbitrary: someOf({
			annotations,
			labels: texts,
			finalizers: fc.array(text, {maxLength: 3}),
			name: text,
		}),
	},
	{weight: 1, arbitrary: fc.constantFrom(null, {})},
);

const spec = fc
	.array(someOf({name: text, image: text, args: fc.array(text, {maxLength: 3})}), {
		minLength: 1,
		maxLength: 3,
	})
	.map((containers): PlainMap => ({containers}));

const pod = fc
	.tuple(fc.option(metadata, {nil: undefined}), spec, fc.boolean())
	.map(
		([given, made, isFirst]): PlainMap =>
			given === undefined
				? {spec: made}
				: isFirst
					? {metadata: given, spec: made}
					: {spec: made, metadata: given},
	);

const workload: fc.Arbitrary<PlainMap> = pod.chain(template =>
	fc.constantFrom<PlainMap>(
		{apiVersion: 'v1', kind: 'Pod', ...template},
		{kind: 'Deployment', metadata: {name: 'web'}, spec: {template, replicas: '2'}},
		{kind: 'CronJob', spec: {jobTemplate: {spec: {template}}}},
	),
);

const document: fc.Arbitrary<PlainMap> = fc.oneof(
	{weight: 4, arbitrary: workload},
	{
		weight: 1,
		arbitrary: fc
			.array(workload, {minLength: 1, maxLength: 3})
			.map((items): PlainMap => ({apiVersion: 'v1', kind: 'List', items})),
	},
);

/** A workload in any shape and style of YAML. */
export const anyManifest: fc.Arbitrary<string> = fc
	.tuple(document, fc.array(fc.nat(59), {minLength: 40, maxLength: 120}))
	.map(([value, numbers]) => written(value, numbers));
