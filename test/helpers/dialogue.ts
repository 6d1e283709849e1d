import {askQuestions} from '../../source/plain/ask-questions.ts';
import type {WizardResult} from '../../source/ports.ts';
import {type GivenRequest, memoryRequest} from './wizard-request.ts';

/** What is typed at the questions of this label, one after the other; null hangs up. */
export type Answers = Readonly<Record<string, readonly (string | null)[]>>;

type Given = GivenRequest & {readonly answers?: Answers};

/** More than any conversation of a test: a question that never ends is a fault. */
const MOST_QUESTIONS = 400;

const labelOf = (prompt: string): string =>
	/^(.*?)(?:（.*）| \(.*\))? \[.*\]: $/.exec(prompt)?.[1] ?? prompt;

/** The whole conversation; Enter wherever the test has nothing to say. */
export const converse = async ({answers = {}, ...given}: Given = {}) => {
	const {request, outside} = memoryRequest({color: false, ...given});
	const left = new Map(Object.entries(answers).map(([label, lines]) => [label, [...lines]]));
	const prompts: string[] = [];
	let said = '';
	let last = '';
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
	return {...outside, result, said, prompts, yaml};
};
