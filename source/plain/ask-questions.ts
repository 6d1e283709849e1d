import {defaultPlanInput} from '../domain/input/plan-input.ts';
import type {Plan} from '../domain/plan.ts';
import type {Dialogue, WizardRequest, WizardResult} from '../ports.ts';
import {chainReport} from '../present/chain-odds-report.ts';
import {diagnosticLines} from '../present/diagnostic-lines.ts';
import {wrapCells} from '../present/display-width.ts';
import {printable} from '../present/printable.ts';
import {quoteReport} from '../present/quote-report.ts';
import type {Report} from '../present/report.ts';
import {reportLines} from '../present/report-lines.ts';
import {sizingReport} from '../present/sizing-report.ts';
import {plainText} from '../present/tone.ts';
import {type WizardTexts, wizardTextsOf} from '../present/wizard-texts.ts';
import {carryOut} from '../ui/state/carry-out.ts';
import {fieldNaming} from '../ui/state/field-naming.ts';
import {marketOf, plannedOf, shownPlan} from '../ui/state/rows.ts';
import type {StepId, WizardState} from '../ui/state/wizard-types.ts';
import {openingState, reduceWizard} from '../ui/wizard-state.ts';
import {answered, decisionOf} from './answer.ts';
import {askedOf, promptOf} from './ask.ts';
import {ASKING} from './questions.ts';
import {movedTo, openingTalk, questionAbout, questionAt, type Reply, type Talk} from './talk.ts';

const COLUMNS = 80;

/** The table that a step starts with, as the command of that name prints it. */
const reportAt = (step: StepId, plan: Plan, {language}: WizardRequest): Report => {
	switch (step) {
		case 'size':
			return sizingReport(plan, language);
		case 'chain':
			return chainReport(plan, false, language, fieldNaming(language));
		case 'export':
			return quoteReport(plan, language);
		default:
			return [];
	}
};

/** Someone to talk to, and what the talk needs to know. */
type Room = {
	readonly request: WizardRequest;
	readonly dialogue: Dialogue;
	readonly texts: WizardTexts;
	readonly width: number;
};

const tell = ({dialogue}: Room, lines: readonly string[]): Promise<void> =>
	dialogue.say(lines.map(line => `${line}\n`).join(''));

const linesOf = (said: Reply['said'], {request, width}: Room): readonly string[] =>
	said.flatMap(one => {
		if (typeof one === 'string') return wrapCells(one, width);
		const {path: _path, ...finding} = one;
		const say = fieldNaming(request.language);
		return diagnosticLines([finding], request.language, width, say).map(plainText);
	});

const stepLines = (step: StepId, state: WizardState, room: Room): readonly string[] => {
	const {texts, request, width} = room;
	const heading = texts.plain.step(ASKING.indexOf(step) + 1, ASKING.length, texts.steps[step]);
	const plan = shownPlan(state);
	const report = plan ? reportAt(step, plan, request) : [];
	const lines = reportLines(report, width, true).map(plainText);
	const notes = step === 'export' ? linesOf(plannedOf(state).diagnostics, room) : [];
	return [
		'',
		heading,
		'',
		...[lines, notes].flatMap(part => (part.length > 0 ? [...part, ''] : [])),
	];
};

/** The prices of the region and the currency that were answered last. */
const priced = async (state: WizardState, {request}: Room): Promise<WizardState> => {
	const {region = defaultPlanInput.region, currency = defaultPlanInput.currency} = state.input;
	const isThere =
		state.knowledge !== null && marketOf(state.knowledge.book) === marketOf(state.input);
	if (isThere || !request.regions.includes(region)) return state;
	try {
		const book = await request.loadPrices(region, currency);
		return reduceWizard(state, {type: 'prices-loaded', book});
	} catch {
		return reduceWizard(state, {type: 'prices-failed', region});
	}
};

/** Asks whether something is replaced; null once nobody answers any more. */
const agreed = async (question: string, room: Room): Promise<boolean | null> => {
	const {plain} = room.texts;
	for (;;) {
		await room.dialogue.say(`${question} (${plain.yes}, ${plain.no}) [${plain.no}]: `);
		const line = await room.dialogue.hear();
		const isYes = line === null ? null : decisionOf(line.trim(), false, room.texts);
		if (line === null || isYes !== null) return isYes;
	}
};

const questionIn = ({overlay}: WizardState, {texts}: Room): string | null => {
	if (overlay?.kind === 'overwrite') return texts.export.overwrite(overlay.path);
	return overlay?.kind === 'overwrite-preset' ? texts.export.overwritePreset(overlay.name) : null;
};

type Ending = {
	readonly state: WizardState;
	/** The end; null where something is to be asked again. */
	readonly result: WizardResult | null;
	/** The field that is asked for again, among the notes. */
	readonly about: 'path' | 'presetName';
};

const LEFT: WizardResult = {kind: 'left'};

/** What failed: the file, or the preset. */
const failedAt = ({message}: WizardState): Ending['about'] =>
	message?.kind === 'failed' && message.diagnostics.some(({rule}) => rule.startsWith('file-'))
		? 'path'
		: 'presetName';

/** Writes what the answers ask for, with a question where something is there already. */
const carriedOut = async (state: WizardState, room: Room): Promise<Ending> => {
	const {texts, request} = room;
	const about = state.overlay?.kind === 'overwrite' ? 'path' : failedAt(state);
	const question = questionIn(state, room);
	if (question !== null) {
		const isYes = await agreed(question, room);
		if (isYes === null) return {state, result: LEFT, about};
		const next = reduceWizard(state, {type: isYes ? 'agree' : 'go-back'});
		return isYes ? carriedOut(next, room) : {state: next, result: null, about};
	}
	if (!state.request) return {state, result: null, about};
	let result: WizardResult | null = null;
	const action = await carryOut(state.request, state, {
		texts,
		savePreset: request.savePreset,
		managePresets: request.managePresets,
		writeFile: request.writeFile,
		dropDraft: request.dropDraft,
		keepRecent: request.keepRecent,
		readStart: request.readStart,
		readFile: request.readFile,
		checkYaml: request.checkYaml,
		screen: null,
		close: given => {
			result = given;
		},
	});
	return action ? carriedOut(reduceWizard(state, action), room) : {state, result, about};
};

/** The answers of the last wizard, if there are any and they are wanted; null once nobody answers. */
const restored = async (state: WizardState, room: Room): Promise<WizardState | null> => {
	const {overlay} = state;
	if (overlay?.kind !== 'restore') return state;
	const {input, preset} = overlay.draft;
	const name = input.name ?? preset ?? defaultPlanInput.name;
	const isYes = await agreed(printable(room.texts.leave.restore(name)), room);
	return isYes === null ? null : reduceWizard(state, {type: isYes ? 'agree' : 'go-back'});
};

const keepDraft = (before: WizardState, {input, preset}: WizardState, {request}: Room): void => {
	if (input !== before.input) request.saveDraft({input, preset: preset?.name ?? null});
};

const ask = async (talk: Talk, room: Room): Promise<string | null> => {
	const {texts, dialogue} = room;
	await dialogue.say(promptOf(askedOf(questionAt(talk), talk.state, texts), texts));
	return dialogue.hear();
};

const conversation = async (opening: Talk, room: Room): Promise<WizardResult> => {
	let talk = opening;
	let step: StepId | null = null;
	for (;;) {
		const question = questionAt(talk);
		if (question.step !== step) await tell(room, stepLines(question.step, talk.state, room));
		({step} = question);
		const line = await ask(talk, room);
		if (line === null) return LEFT;
		const reply = answered(talk, line, room.texts);
		await tell(room, linesOf(reply.said, room));
		keepDraft(talk.state, reply.talk.state, room);
		talk = {...reply.talk, state: await priced(reply.talk.state, room)};
		if (!talk.state.request && !talk.state.overlay) continue;
		const {state, result, about} = await carriedOut(talk.state, room);
		if (result) return result;
		if (state.message?.kind === 'failed')
			await tell(room, linesOf(state.message.diagnostics, room));
		talk = {...talk, state};
		talk = movedTo(talk, questionAbout(talk, about, 'export'));
	}
};

/**
 * The wizard as a conversation, one line each, for terminals that can't be drawn on and for people who
 * listen: the same questions, fields and findings, on a state that the same reducer changes.
 */
export const askQuestions = async (
	request: WizardRequest,
	dialogue: Dialogue,
): Promise<WizardResult> => {
	const texts = wizardTextsOf(request.language);
	const room: Room = {request, dialogue, texts, width: dialogue.columns ?? COLUMNS};
	const opening = openingState({...request, given: request.initial});
	await tell(room, wrapCells(texts.plain.intro, room.width));
	const started = await restored(opening, room);
	const result = started
		? await conversation(openingTalk(await priced(started, room)), room)
		: LEFT;
	if (result.kind === 'left') await dialogue.say('\n');
	return result;
};
