import {expect, test} from 'vitest';
import {report} from '../../source/domain/rules/rules.ts';
import {adviceOf} from '../../source/present/diagnostic-text.ts';
import {LANGUAGES} from '../../source/present/language/language.ts';
import {keys} from '../helpers/terminal.ts';
import {startWizard} from '../helpers/wizard.ts';

const file = '/home/me/.config/eci-plan/settings.json';
const notices = (['not JSON', 'newer version'] as const).map(reason =>
	report('settings-set-aside', {file, movedTo: `${file}.20250109`, reason}),
);

test.each(LANGUAGES)(
	'settings that were set aside are told on the screen in %s',
	async language => {
		for (const notice of notices)
			for (const size of [
				{columns: 80, rows: 24},
				{columns: 140, rows: 45},
			]) {
				const wizard = await startWizard({...size, language, notices: [notice]});
				const shown = wizard.screen().replace(/[\s│]/g, '');
				expect(shown).toContain(adviceOf(notice, language).message.replace(/\s/g, ''));
				await wizard.press(keys.down);
				expect(wizard.screen()).not.toContain('settings.json');
				await wizard.press(keys.ctrlC);
			}
	},
);
