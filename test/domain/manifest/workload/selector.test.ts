import {expect, test} from 'vitest';
import {isSelected, parseSelector} from '../../../../source/domain/manifest/workload/selector.ts';

const object = (labels: Readonly<Record<string, unknown>>) => ({
	document: 1,
	kind: 'Pod',
	name: 'a',
	namespace: '',
	root: {value: {metadata: {labels}}, place: []},
});

test.each([
	['app=web', true],
	['app==web', true],
	['app = web', true],
	['app!=web', false],
	['app!=other', true],
	['missing!=x', true],
	['app', true],
	['!app', false],
	['missing', false],
	['!missing', true],
	['app=web,tier=front', false],
	['app=web, n=1', true],
	['k8s.io/part=x', true],
	['empty=', true],
])('%s', (text, expected) => {
	const selector = parseSelector(text);
	const labels = {app: 'web', n: 1, 'k8s.io/part': 'x', empty: ''};
	expect(selector && isSelected(object(labels), selector)).toBe(expected);
});

test.each(['', 'a=b=c', '!a=b', 'a,', 'a b', 'in (x)', '=x'])('%j is no selector', text => {
	expect(parseSelector(text)).toBeNull();
});
