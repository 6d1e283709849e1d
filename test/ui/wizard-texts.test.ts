import {expect, test} from 'vitest';
import {ANNOTATIONS} from '../../source/domain/catalogue/annotations.ts';
import {VOLUME_TYPES} from '../../source/domain/catalogue/volumes.ts';
import {PICKS} from '../../source/domain/input/chain-shape.ts';
import {PLACEMENTS, SERVICE_TYPES} from '../../source/domain/input/plan-input.ts';
import {displayWidth} from '../../source/present/display-width.ts';
import {LANGUAGES} from '../../source/present/language/language.ts';
import {wizardTextsOf} from '../../source/present/wizard-texts.ts';
import {POD_FIELDS, SPOT_FIELDS} from '../../source/ui/state/fields.ts';
import {STEPS, type StepId} from '../../source/ui/state/wizard-types.ts';

test.each(LANGUAGES)('every field of an annotation has words in %s', language => {
	const {fields} = wizardTextsOf(language);
	for (const {id} of [...SPOT_FIELDS, ...POD_FIELDS]) {
		expect(fields[id].label).not.toBe('');
		expect(displayWidth(fields[id].help)).toBeLessThan(78);
	}
});

test('every annotation with a field of its own is asked for', () => {
	const asked = [...SPOT_FIELDS, ...POD_FIELDS].map(({path}) => path);
	const own = ANNOTATIONS.flatMap(({field}) =>
		field === null || field === 'chain.useSpecs' ? [] : field,
	);
	expect([...asked].sort()).toEqual([...own].sort());
});

/** Steps with answers that can be wrong. */
const ANSWERED: readonly StepId[] = ['workload', 'containers', 'chain', 'billing', 'pod'];

test.each(LANGUAGES)('the steps fit into 80 cells in %s, whatever is wrong', language => {
	const {steps} = wizardTextsOf(language);
	const bar = STEPS.map(
		(step, index) => ` ${index + 1} ${steps[step]}${ANSWERED.includes(step) ? '✗' : ''}`,
	).join('');
	expect(displayWidth(bar)).toBeLessThanOrEqual(80);
});

test.each(LANGUAGES)('every field says in one line of 80 cells what it wants, in %s', language => {
	for (const {help} of Object.values(wizardTextsOf(language).fields))
		expect(displayWidth(help)).toBeLessThan(79);
});

test.each(LANGUAGES)('choices with words belong to a field and a value, in %s', language => {
	const {choices} = wizardTextsOf(language);
	const named = Object.keys(choices).filter(key => key.includes('.'));
	const asked = [
		...VOLUME_TYPES.map(type => `volumeType.${type}`),
		...SERVICE_TYPES.map(type => `service.${type}`),
		...PLACEMENTS.map(placement => `placement.${placement}`),
		...PICKS.map(pick => `pick.${pick}`),
		'spotStrategy.none',
	];
	expect(named.toSorted()).toEqual(asked.toSorted());
});
