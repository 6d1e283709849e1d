import type {ScreenLine} from './lines.ts';
import type {Page, WizardState} from './state/wizard-types.ts';
import type {View} from './view.ts';
import {whyLines} from './why-lines.ts';

/** What a page has to say, however long. */
export const pageLines = (state: WizardState, page: Page, view: View): readonly ScreenLine[] => {
	switch (page.kind) {
		case 'why':
			return whyLines(state, view);
	}
};

/** The last line that may stand at the top. */
export const pageLimit = (lines: readonly ScreenLine[], {height}: View): number =>
	lines.length <= height ? 0 : lines.length - (height - 1);
