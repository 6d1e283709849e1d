import {describe, expect, it} from 'vitest';
import {
	isImage,
	isLabelName,
	isLabelValue,
	isQualifiedName,
	isTimeZoneName,
} from '../../../source/domain/input/names.ts';

const a = (count: number) => 'a'.repeat(count);

type Check = (text: string) => boolean;

const accepts = (check: Check, texts: readonly string[]) => {
	for (const text of texts) expect([text, check(text)]).toEqual([text, true]);
};
const refuses = (check: Check, texts: readonly string[]) => {
	for (const text of texts) expect([text, check(text)]).toEqual([text, false]);
};

describe('names as Kubernetes takes them', () => {
	it('are DNS labels for containers and workloads', () => {
		accepts(isLabelName, ['a', '0', '9', 'a9', '9a', 'web-1', 'a--b', a(63)]);
		refuses(isLabelName, ['', '-a', 'a-', 'Web', 'a_b', 'a.b', 'a b', 'é', 'a\n', a(64)]);
		expect([isLabelName(a(52), 52), isLabelName(a(53), 52)]).toEqual([true, false]);
	});

	it('may have a prefix for annotations and labels', () => {
		accepts(isQualifiedName, [
			'a',
			'9',
			'a9',
			'z9.a/9z9',
			'A.b_c-1',
			'team.example/Name',
			a(63),
			`${a(253)}/${a(63)}`,
		]);
		refuses(isQualifiedName, ['', '/', 'a/', '/a', 'a/b/c', 'T/a', '-a', 'a-', 'a b', 'a\n']);
		refuses(isQualifiedName, [a(64), `${a(254)}/a`, `a/${a(64)}`, 'é']);
	});

	it('are short for values of labels, and may be empty', () => {
		accepts(isLabelValue, ['', 'a', '9', 'a9', 'Zz9', 'V1.0_b-c', a(63)]);
		refuses(isLabelValue, [' ', 'a b', '-a', 'a-', 'a/b', a(64), 'a\n']);
	});
});

describe('an image', () => {
	it('is a reference without blanks', () => {
		accepts(isImage, [
			'a',
			'9',
			'nginx',
			'nginx:1.29',
			'registry-vpc.cn-hangzhou.aliyuncs.com/team/app:v1',
			`app@sha256:${a(64)}`,
			'localhost:5000/a_b',
			a(512),
		]);
		refuses(isImage, [
			'nginx:',
			'http://x/y',
			'a//b',
			'a/',
			'a:b:c',
			'a@',
			'',
			' ',
			'nginx latest',
			':tag',
			'-a',
			'a\n',
			'a;b',
			'a$b',
			'é',
			a(513),
		]);
	});
});

describe('a time zone', () => {
	it('has the shape of its IANA name', () => {
		accepts(isTimeZoneName, ['UTC', 'Asia/Shanghai', 'America/Argentina/Ushuaia', 'Etc/GMT+8']);
		accepts(isTimeZoneName, ['America/Port-au-Prince', 'America/New_York', 'Etc/GMT-14']);
		refuses(isTimeZoneName, ['', 'Asia/', '/Asia', '+08:00', 'Asia Shanghai', 'Asia//S', '../etc']);
		refuses(isTimeZoneName, [a(65), 'UTC\n']);
	});
});
