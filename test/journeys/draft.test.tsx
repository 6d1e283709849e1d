import {expect, test} from 'vitest';
import {LANGUAGES} from '../../source/present/language/language.ts';
import {wizardTextsOf} from '../../source/present/wizard-texts.ts';
import {converse} from '../helpers/dialogue.ts';
import {keys} from '../helpers/terminal.ts';
import {startWizard} from '../helpers/wizard.ts';

const {enter, down, ctrlU, ctrlC} = keys;
const given = {initial: {name: 'web', cpu: '2', memory: '3Gi'}};
const draft = {input: {name: 'shop', cpu: '4', memory: '8Gi'}, preset: null};

test('every change is kept, and dropped where it is given up', async () => {
	const wizard = await startWizard(given);
	await wizard.press(enter);
	expect(wizard.drafts).toEqual([]);
	await wizard.press('1', down, ctrlU);
	await wizard.type('shop');
	expect(wizard.drafts.at(-1)).toMatchObject({input: {name: 'shop'}, preset: null});
	await wizard.press(keys.escape);
	expect(wizard.screen()).toContain('Your changes are lost');
	await wizard.press('y');
	expect(await wizard.result).toEqual({kind: 'left'});
	expect(wizard.drafts.at(-1)).toBeNull();
});

test('leaving without a change asks without a warning', async () => {
	const wizard = await startWizard(given);
	await wizard.press(keys.escape);
	expect(wizard.screen()).not.toContain('Your changes are lost');
	await wizard.press('n', ctrlC);
});

test('Ctrl-C keeps the draft', async () => {
	const wizard = await startWizard(given);
	await wizard.press(down, ctrlU);
	await wizard.type('shop');
	await wizard.press(ctrlC);
	expect(await wizard.result).toEqual({kind: 'left'});
	expect(wizard.drafts.at(-1)).toMatchObject({input: {name: 'shop'}});
});

test.each(LANGUAGES)('what the last wizard left is offered in %s', async language => {
	const texts = wizardTextsOf(language);
	for (const size of [
		{columns: 80, rows: 24},
		{columns: 140, rows: 45},
	]) {
		const wizard = await startWizard({...given, ...size, language, draft});
		expect(wizard.screen().replace(/\s/g, '')).toContain(
			texts.leave.restore('shop').replace(/\s/g, ''),
		);
		await wizard.press('y');
		expect(wizard.line(texts.fields.name.label)).toContain('shop');
		await wizard.press('2', '1', 'u');
		expect(wizard.line(texts.fields.name.label)).toContain('web');
		await wizard.press(ctrlC);
	}
});

test('no starts as if there were none', async () => {
	const refused = await startWizard({draft});
	await refused.press('n');
	expect(refused.screen()).toContain('Start from a preset, a plan, a manifest, or from scratch');
	await refused.press(ctrlC);
});

test('questions keep and offer it as well', async () => {
	const question = 'The last wizard didn’t come to its end. Go on with its answers for shop?';
	const gone = await converse({
		...given,
		draft,
		answers: {[question]: ['yes'], Name: ['store', null]},
	});
	expect(gone.said).toContain('Name [shop]: store\n');
	expect(gone.drafts.at(-1)).toMatchObject({input: {name: 'store'}});
	const refused = await converse({...given, draft, answers: {Name: [null]}});
	expect(refused.said).toContain('Name [web]: ');
	expect((await converse({...given, draft, answers: {[question]: [null]}})).result.kind).toBe(
		'left',
	);
});
