import {type PlanInput, planInputShape} from '../../domain/input/plan-input.ts';
import type {FlagValue} from '../../domain/input/write-flags.ts';
import {report} from '../../domain/rules/rules.ts';
import {check} from '../../domain/schema/check.ts';
import type {Commanded, Preset, WizardResult, World} from '../../ports.ts';
import {wrapCells} from '../../present/display-width.ts';
import {planDocument} from '../../present/documents.ts';
import {labelsOf} from '../../present/labels.ts';
import {planReport} from '../../present/plan-report.ts';
import {printable} from '../../present/printable.ts';
import {comparisonTable} from '../../present/quote-report.ts';
import {askedFor} from '../asked-for.ts';
import type {Invocation} from '../command.ts';
import {EXIT} from '../failure.ts';
import {gatherInput} from '../gather-input.ts';
import {makePlan, sayPlanDiagnostics} from '../make-plan.ts';
import {openMarket} from '../market.ts';
import {findPreset, presetNames} from '../presets.ts';
import {messageWidthOf, printResult, sayDiagnostics} from '../print.ts';
import {storePreset} from '../store-preset.ts';

/** The plan that stands in for the wizard where there is no terminal. */
const FALLBACK_PRESET = 'web';

const inputOf = (document: unknown): PlanInput => check(planInputShape, document).value;

const loadPresets = async (invocation: Invocation, world: World): Promise<readonly Preset[]> => {
	const names = await presetNames(invocation, world);
	return Promise.all(
		names.map(async ({name, origin}) => {
			const {document} = await findPreset(name, invocation, world);
			return {name, origin, input: inputOf(document)};
		}),
	);
};

const FILES = ['preset', 'plan'];

/** What the equivalent command takes over from the one that opened the wizard. */
const commandedBy = (documents: PlanInput, {flags}: Invocation, {env}: World): Commanded => {
	const given = (names: readonly string[]): readonly FlagValue[] =>
		names.flatMap(flag => {
			const value = askedFor(flag, flags, env);
			return value === undefined ? [] : [{flag, values: [value]}];
		});
	const hasPlan = askedFor('plan', flags, env) !== undefined;
	return {
		plan: hasPlan ? {flags: given(FILES), input: documents} : null,
		always: given(['prices']),
	};
};

const openWizard = async (invocation: Invocation, world: World): Promise<WizardResult> => {
	const {input, documents} = await gatherInput(invocation, world);
	const presets = await loadPresets(invocation, world);
	const market = await openMarket(invocation, world);
	const named = askedFor('preset', invocation.flags, world.env);
	return world.openWizard({
		language: invocation.language,
		color: invocation.hasColor,
		initial: input,
		preset: presets.find(({name}) => name === named) ?? null,
		commanded: commandedBy(documents, invocation, world),
		presets,
		regions: market.regions,
		timeZones: world.timeZones,
		today: world.today,
		loadPrices: market.bookOf,
		savePreset: (name, saved) => storePreset(name, saved, world),
		writeFile: (path, text, overwrite) => world.files.write(path, text, {overwrite}),
	});
};

const handOver = async (
	result: WizardResult,
	invocation: Invocation,
	world: World,
): Promise<number> => {
	const {stdout, stderr} = world;
	if (result.kind === 'left') return EXIT.interrupted;
	await stdout.write(result.yaml);
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

/** A format that was asked for is for a result; one that is only preferred doesn't stand in the way. */
const canOpenWizard = ({flags}: Invocation, {stdinIsTerminal, stdout, env}: World): boolean =>
	stdinIsTerminal &&
	stdout.isTerminal &&
	askedFor('output', flags, env) === undefined &&
	env['TERM'] !== 'dumb';

/** Without a command: the wizard in a terminal, else the plan of a preset. */
export const run = async (invocation: Invocation, world: World): Promise<number> =>
	canOpenWizard(invocation, world)
		? handOver(await openWizard(invocation, world), invocation, world)
		: printPlan(invocation, world);
