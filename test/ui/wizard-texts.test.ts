import {expect, test} from 'vitest';
import {ANNOTATIONS} from '../../source/domain/catalogue/annotations.ts';
import {displayWidth} from '../../source/present/display-width.ts';
import {LANGUAGES} from '../../source/present/language/language.ts';
import {wizardTextsOf} from '../../source/present/wizard-texts.ts';
import {POD_FIELDS, SPOT_FIELDS} from '../../source/ui/state/fields.ts';
import {STEPS} from '../../source/ui/state/wizard-types.ts';

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

test.each(LANGUAGES)('the steps fit into 80 cells in %s', language => {
	const {steps} = wizardTextsOf(language);
	const bar = STEPS.map((step, index) => ` ${index + 1} ${steps[step]}✗ `).join('');
	expect(displayWidth(bar)).toBeLessThanOrEqual(80);
});
