import {timeZones} from '../../source/adapters/time-zones.ts';
import {askQuestions} from '../../source/plain/ask-questions.ts';
import type {WizardRequest, WizardResult} from '../../source/ports.ts';
import {smallPriceBook} from './price-book.ts';
import {commanded, memoryOutside, presets, regions} from './wizard.ts';

/** What is typed at the questions of this label, one after the other; null hangs up. */
export type Answers = Readonly<Record<string, readonly (string | null)[]>>;

type Given = Partial<WizardRequest> & {
	readonly answers?: Answers;
	readonly files?: readonly string[];
};

/** More than any conversation of a test: a question that never ends is a fault. */
const MOST_QUESTIONS = 400;

const labelOf = (prompt: string): string =>
	/^(.*?)(?:（.*）| \(.*\))? \[.*\]: $/.exec(prompt)?.[1] ?? prompt;

/** The whole conversation; Enter wherever the test has nothing to say. */
export const converse = async ({answers = {}, files = [], ...given}: Given = {}) => {
	const outside = memoryOutside(files);
	const left = new Map(Object.entries(answers).map(([label, lines]) => [label, [...lines]]));
	const prompts: string[] = [];
	let said = '';
	let last = '';
	const request: WizardRequest = {
		language: 'en',
		color: false,
		initial: {},
		preset: null,
		commanded,
		presets,
		regions,
		timeZones,
		today: '2025-01-09',
		draft: null,
		saveDraft: outside.saveDraft,
		dropDraft: outside.dropDraft,
		loadPrices: async (region, currency) => smallPriceBook(region, currency),
		savePreset: outside.savePreset,
		writeFile: outside.writeFile,
		...given,
	};
	const result: WizardResult = await askQuestions(request, {
		columns: 80,
		say: async text => {
			said += text;
			last = text;
		},
		hear: async () => {
			if (prompts.push(last) > MOST_QUESTIONS) throw new Error(`asked without end: ${last}`);
			const typed = left.get(labelOf(last))?.shift();
			const line = typed === undefined ? '' : typed;
			said += `${line ?? '^D'}\n`;
			return line;
		},
	});
	const yaml = result.kind === 'finished' ? result.yaml : '';
	return {
		result,
		said,
		prompts,
		yaml,
		files: outside.files,
		saved: outside.saved,
		drafts: outside.drafts,
	};
};
