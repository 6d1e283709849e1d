import type {Preset} from '../../domain/input/starts.ts';
import type {WizardTexts} from '../../present/wizard-texts.ts';

/** What a preset is about: a shipped one in the language of the wizard, a saved one as it was written. */
export const presetText = ({origin, input}: Preset, {presets}: WizardTexts): string => {
	const {description} = input;
	if (origin === 'saved') return description ?? presets.saved;
	return description === undefined ? '' : presets.describe(description);
};
