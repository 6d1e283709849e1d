import {hasErrors} from '../../domain/diagnostics.ts';
import {EXPORT_TARGETS} from '../../domain/input/export-targets.ts';
import {exportPlan, saidFor} from '../../domain/manifest/export-plan.ts';
import {asOneDocument} from '../../domain/manifest/manifest.ts';
import type {World} from '../../ports.ts';
import {jsonText} from '../../present/json.ts';
import {withTextMaps, yamlStream} from '../../present/yaml.ts';
import {askedFor} from '../asked-for.ts';
import type {Invocation} from '../command.ts';
import {JOB_FLAGS, SIMULATION_JOB} from '../commands.ts';
import {type ExportedJob, exportJob} from '../export-job.ts';
import {EXIT, Failure, usageFailure} from '../failure.ts';
import {makePlan} from '../make-plan.ts';
import {pricesBehind} from '../prices-behind.ts';
import {printLines, sayDiagnostics} from '../print.ts';

const targetKind = ({flags}: Invocation, {env}: World) => {
	const asked = askedFor('as', flags, env);
	return EXPORT_TARGETS.find(kind => kind === asked);
};

const checkFlags = ({flags}: Invocation): void => {
	const stray = JOB_FLAGS.find(({name}) => flags.has(name));
	if (stray)
		throw usageFailure('flag-unused', {
			flag: `--${stray.name}`,
			command: `export without --as ${SIMULATION_JOB}`,
		});
};

const exportWorkload = async (invocation: Invocation, world: World): Promise<ExportedJob> => {
	checkFlags(invocation);
	const {plan, withPlaces} = await makePlan(invocation, world);
	const target = targetKind(invocation, world);
	const {documents, diagnostics, findings} = exportPlan(plan, target);
	const planned = [...saidFor(target, plan.diagnostics), ...diagnostics, ...pricesBehind(plan)];
	const said = [...withPlaces(planned), ...findings];
	if (hasErrors(said)) throw new Failure(2, said);
	return {documents, comments: [], said};
};

/** The manifest with every annotation, ready for `kubectl apply`. */
export const run = async (invocation: Invocation, world: World): Promise<number> => {
	const isJob = askedFor('as', invocation.flags, world.env) === SIMULATION_JOB;
	const {documents, comments, said} = isJob
		? await exportJob(invocation, world)
		: await exportWorkload(invocation, world);
	if (invocation.output === 'json')
		await world.stdout.write(`${jsonText(withTextMaps(asOneDocument(documents)), 2)}\n`);
	else await printLines([...comments, ...yamlStream(documents)], invocation, world);
	await sayDiagnostics(said, invocation, world);
	return EXIT.done;
};
