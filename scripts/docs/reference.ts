import {COMMANDS, COMMON_FLAGS} from '../../source/cli/commands.ts';
import {ANNOTATIONS, keyOf} from '../../source/domain/catalogue/annotations.ts';
import {formatSpec} from '../../source/domain/catalogue/spec.ts';
import {sizesIn} from '../../source/domain/catalogue/spec-tables.ts';
import {PLAN_FLAGS} from '../../source/domain/input/flag-table.ts';
import {planInputShape} from '../../source/domain/input/plan-input.ts';
import {RULES} from '../../source/domain/rules/rules.ts';
import type {Shape} from '../../source/domain/schema/shape.ts';

/** Something of the product: `rule size-rounded`, `flag --cpu`, `field volumes[].type`, `size 2-4Gi`. */
export type Reference =
	`${'rule' | 'flag' | 'field' | 'command' | 'annotation' | 'size'} ${string}`;

const fieldsOf = (shape: Shape, path: string): readonly string[] => {
	switch (shape.type) {
		case 'list':
			return [path, ...fieldsOf(shape.item, `${path}[]`)];
		case 'object':
			return [
				...(path === '' ? [] : [path]),
				...Object.entries(shape.fields).flatMap(([name, field]) =>
					fieldsOf(field, path === '' ? name : `${path}.${name}`),
				),
			];
		default:
			return [path];
	}
};

const KNOWN: ReadonlySet<string> = new Set([
	...Object.keys(RULES).map(id => `rule ${id}`),
	...[...PLAN_FLAGS, ...COMMON_FLAGS, ...COMMANDS.flatMap(({flags}) => flags)].map(
		({name}) => `flag --${name}`,
	),
	...fieldsOf(planInputShape, '').map(path => `field ${path}`),
	...COMMANDS.map(({name}) => `command ${name}`),
	...ANNOTATIONS.map(row => `annotation ${keyOf(row)}`),
	...sizesIn('2020', 'cn-hangzhou').map(
		({vcpu, memoryGiB}) => `size ${formatSpec({kind: 'cpu-mem', vcpu, memoryGiB})}`,
	),
]);

export const isKnown = (reference: Reference): boolean => KNOWN.has(reference);
