import {expect, test} from 'vitest';
import {shippedPresets} from '../../source/adapters/package-files.ts';
import {yamlDocuments} from '../../source/adapters/yaml-documents.ts';
import {planInputShape} from '../../source/domain/input/plan-input.ts';
import type {Preset} from '../../source/domain/input/starts.ts';
import {check} from '../../source/domain/schema/check.ts';
import {wizardTextsOf} from '../../source/present/wizard-texts.ts';
import {presetText} from '../../source/ui/state/preset-text.ts';
import {ROOT} from '../helpers/memory-world.ts';

const [en, zh] = [wizardTextsOf('en'), wizardTextsOf('zh-CN')];

const shipped = shippedPresets(ROOT);

test.each(await shipped.names())(
	'the preset %s says in both languages what it is about',
	async name => {
		const read = await yamlDocuments.parse(await shipped.text(name), name);
		const input = check(planInputShape, read.ok ? read.value : null).value;
		const preset: Preset = {name, origin: 'shipped', input};
		expect(presetText(preset, en)).toBe(input.description);
		expect(presetText(preset, zh)).toMatch(/[\u4e00-\u9fff]/);
		expect(presetText({...preset, origin: 'saved'}, zh)).toBe(input.description);
	},
);
