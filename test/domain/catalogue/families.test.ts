import {describe, expect, it} from 'vitest';
import {FAMILIES, type Family, familyOf} from '../../../source/domain/catalogue/families.ts';

const namesOf = (fits: (family: Family) => boolean): string =>
	[...FAMILIES.values()]
		.filter(fits)
		.map(({name}) => name)
		.sort()
		.join(' ');

describe('FAMILIES', () => {
	// The current list of facts §6, class by class.
	it.each([
		['general', 'g5 g5ne g6 g6a g6e g7 g7a g8a g8i sn2 sn2ne'],
		['compute', 'c5 c6 c6a c6e c7 c7a c8a c8i sn1 sn1ne'],
		['memory', 'r5 r6 r6a r6e r7 r7a r8a r8i se1 se1ne'],
		['intensive', 'ic5'],
		['universal', 'u1'],
		['high-clock', 'hfc5 hfc6 hfc7 hfc8i hfg5 hfg6 hfg7 hfg8i hfr7 hfr8i'],
		['big-data', 'd1 d1ne'],
		['local-nvme', 'i2 i2g'],
		['gpu', 'gn5 gn5i gn6e gn6i gn6v gn7 gn7e gn7i gn7s gn8ia gn8is'],
		['virtual-gpu', 'sgn7i-vws vgn6i-vws vgn7i-vws'],
		['arm', 'c8y g8y r8y'],
		['shared', 'e e4 mn4 n4 s6 t5 t6 xn4'],
	])('has the families of class %s', (familyClass, names) => {
		expect(namesOf(family => family.class === familyClass)).toBe(names);
	});

	it('retires what only the list of 2021 has', () => {
		expect(namesOf(({retired}) => retired)).toBe('e4 mn4 n4 s6 t5 t6 xn4');
	});

	it('runs Arm on the three families with a y', () => {
		expect(namesOf(({arch}) => arch === 'arm64')).toBe('c8y g8y r8y');
	});

	// D-GEN names four families of generation 4; `sn1` and `sn2` are none of them.
	it('counts generations as the annotation does', () => {
		expect(namesOf(({generation}) => generation === 4)).toBe('se1 se1ne sn1ne sn2ne');
		expect(namesOf(({generation}) => generation === 5)).toBe('c5 g5 g5ne hfc5 hfg5 ic5 r5 u1');
		expect(namesOf(({generation}) => generation === 8)).toBe(
			'c8a c8i c8y g8a g8i g8y hfc8i hfg8i hfr8i r8a r8i r8y',
		);
	});
});

describe('familyOf', () => {
	it.each([
		['ecs.c6.large', 'c6'],
		['ecs.c6e.large', 'c6e'],
		['ecs.g5ne.xlarge', 'g5ne'],
		['ecs.u1-c1m2.large', 'u1'],
		['ecs.e-c1m1.large', 'e'],
		['ecs.t5-lc1m1.small', 't5'],
		['ecs.c7a-nps1.16xlarge', 'c7a'],
		['ecs.d1-c14d3.14xlarge', 'd1'],
		['ecs.d1ne-c8d3.8xlarge', 'd1ne'],
		['ecs.gn5-c8g1.2xlarge', 'gn5'],
		['ecs.gn5i-c2g1.large', 'gn5i'],
		['ecs.gn7i-2x.8xlarge', 'gn7i'],
		['ecs.vgn6i-m4-vws.xlarge', 'vgn6i-vws'],
		['ecs.vgn7i-vws-m12.3xlarge', 'vgn7i-vws'],
		['ecs.sgn7i-vws-m2.xlarge', 'sgn7i-vws'],
		['ecs.sgn7i-vws-m8s.4xlarge', 'sgn7i-vws'],
	])('%s belongs to %s', (type, name) => {
		expect(familyOf(type)).toBe(FAMILIES.get(name));
		expect(familyOf(type)?.name).toBe(name);
	});

	// Families that ECS has and ECI doesn't, many of them a letter away from one that it does.
	it.each([
		'ecs.c6r.large',
		'ecs.c7se.large',
		'ecs.g7ne.large',
		'ecs.hfr6.large',
		'ecs.i2ne.xlarge',
		'ecs.i2gne.2xlarge',
		'ecs.i1-c10d1.8xlarge',
		'ecs.d2s.5xlarge',
		'ecs.re6p-redis.large',
		'ecs.ebmc6.26xlarge',
		'ecs.sgn6i-vws-m2.xlarge',
		'ecs.u0.c1m1.xlarge',
	])('%s is of no ECI family', type => {
		expect(familyOf(type)).toBeUndefined();
	});

	it.each([
		'',
		'ecs',
		'ecs.',
		'ecs.c6',
		'ecs.c6.',
		'c6.large',
		'ecs..large',
		'ecs.c6-.large',
		'ecs.-c6.large',
		'ecs.c6.large.more',
		'ecs.c6-vws.large',
		'ecs.vgn6i-m4.xlarge',
		'ECS.C6.LARGE',
		' ecs.c6.large',
		'ecs.c6.large\n',
		'ecs.constructor.large',
		'2-4Gi',
		'ecigpu-P100-4',
	])('%j is no type', text => {
		expect(familyOf(text)).toBeUndefined();
	});
});
