import {report} from '../../domain/rules/rules.ts';
import type {WizardResult, World} from '../../ports.ts';
import {wrapCells} from '../../present/display-width.ts';
import {planDocument} from '../../present/documents.ts';
import {labelsOf} from '../../present/labels.ts';
import {planReport} from '../../present/plan-report.ts';
import {printable} from '../../present/printable.ts';
import {comparisonTable} from '../../present/quote-report.ts';
import {askedFor} from '../asked-for.ts';
import type {Invocation} from '../command.ts';
import {EXIT} from '../failure.ts';
import {makePlan, sayPlanDiagnostics} from '../make-plan.ts';
import {isOn} from '../manners.ts';
import {messageWidthOf, printResult, sayDiagnostics} from '../print.ts';
import {wizardRequest} from '../wizard-request.ts';

/** The plan that stands in for the wizard where there is no terminal. */
const FALLBACK_PRESET = 'web';

const handOver = async (
	result: WizardResult,
	invocation: Invocation,
	world: World,
): Promise<number> => {
	const {stdout, stderr} = world;
	if (result.kind === 'left') return EXIT.interrupted;
	await stdout.write(result.yaml);
	await world.drafts.drop();
	if (result.path !== null) await stderr.write(`${printable(result.path)}\n`);
	if (result.saved) await sayDiagnostics([report('preset-saved', result.saved)], invocation, world);
	await stderr.write(`${result.command}\n`);
	if (result.caveat !== null) await stderr.write(`${printable(result.caveat)}\n`);
	return EXIT.done;
};

const printPlan = async (invocation: Invocation, world: World): Promise<number> => {
	const planned = await makePlan(invocation, world, FALLBACK_PRESET);
	const {plan} = planned;
	const {language, isQuiet} = invocation;
	await printResult(
		{
			document: () => planDocument(plan, language),
			report: () => planReport(plan, language),
			table: () => comparisonTable(plan, language),
		},
		invocation,
		world,
	);
	await sayPlanDiagnostics(planned, plan.prices.quote, invocation, world);
	if (!isQuiet) {
		const hint = wrapCells(labelsOf(language).wizardHint, messageWidthOf(world.stderr));
		await world.stderr.write(`\n${hint.join('\n')}\n`);
	}
	return EXIT.done;
};

/** How the wizard is shown: on a screen, as questions line by line, or not at all. */
type Face = 'screen' | 'questions' | 'plan';

const READERS_OFF = ['', '0', 'false'];

/** A screen reader reads lines; a dumb terminal has nothing else. */
const wantsLines = ({flags}: Invocation, {env}: World): boolean =>
	isOn(askedFor('plain', flags, env)) ||
	env['TERM'] === 'dumb' ||
	!READERS_OFF.includes(env['INK_SCREEN_READER'] ?? '');

/**
 * A format that was asked for is for a result; one that is only preferred doesn't stand in the way.
 * Without a terminal nobody is asked anything, unless this very line says `--plain`.
 */
const faceOf = (invocation: Invocation, world: World): Face => {
	const {flags} = invocation;
	const {stdinIsTerminal, stdout, env} = world;
	if (askedFor('output', flags, env) !== undefined) return 'plan';
	if (isOn(flags.get('plain')?.at(-1))) return 'questions';
	if (!stdinIsTerminal || !stdout.isTerminal) return 'plan';
	return wantsLines(invocation, world) ? 'questions' : 'screen';
};

/** Without a command: the wizard in a terminal, else the plan of a preset. */
export const run = async (invocation: Invocation, world: World): Promise<number> => {
	const face = faceOf(invocation, world);
	if (face === 'plan') return printPlan(invocation, world);
	const open = face === 'screen' ? world.openWizard : world.askQuestions;
	return handOver(await open(await wizardRequest(invocation, world)), invocation, world);
};
