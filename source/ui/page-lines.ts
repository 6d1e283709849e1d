import {lineSplices} from '../present/line-splices.ts';
import {unifiedDiff} from '../present/unified-diff.ts';
import {yamlStream} from '../present/yaml.ts';
import {broken, oneLine, piece, type ScreenLine} from './lines.ts';
import {exportedYaml, isEdited} from './state/exporting.ts';
import {documentsOf} from './state/rows.ts';
import type {Page, WizardState} from './state/wizard-types.ts';
import type {View} from './view.ts';
import {whyLines} from './why-lines.ts';

const shown = (line: ScreenLine, {width}: View): readonly ScreenLine[] =>
	broken([piece(' '), ...line], width - 1, 4);

/** In colours where it is as the answers say; as it is written where an editor has changed it. */
const yamlLinesOf = (state: WizardState, view: View): readonly ScreenLine[] => {
	const documents = documentsOf(state);
	if (!documents) return [oneLine(` ${view.texts.live.noPlan}`, 'muted')];
	const lines = isEdited(state)
		? exportedYaml(state)
				.split('\n')
				.map(text => oneLine(text))
		: yamlStream(documents);
	return lines.flatMap(line => shown(line, view));
};

/** What a page has to say, however long. */
export const pageLines = (state: WizardState, page: Page, view: View): readonly ScreenLine[] => {
	switch (page.kind) {
		case 'why':
			return whyLines(state, view);
		case 'yaml':
			return yamlLinesOf(state, view);
		case 'diff': {
			const splices = lineSplices(page.before, exportedYaml(state));
			return unifiedDiff(page.path, page.before, splices).flatMap(line => shown(line, view));
		}
	}
};

/** The last line that may stand at the top. */
export const pageLimit = (lines: readonly ScreenLine[], {height}: View): number =>
	lines.length <= height ? 0 : lines.length - (height - 1);
