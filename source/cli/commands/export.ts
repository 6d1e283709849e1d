import {hasErrors} from '../../domain/diagnostics.ts';
import {WORKLOAD_KINDS} from '../../domain/input/plan-input.ts';
import {manifestOf} from '../../domain/manifest/manifest.ts';
import type {World} from '../../ports.ts';
import {jsonText} from '../../present/json.ts';
import {yamlLines} from '../../present/yaml.ts';
import {askedFor} from '../asked-for.ts';
import type {Invocation} from '../command.ts';
import {EXIT, Failure} from '../failure.ts';
import {makePlan} from '../make-plan.ts';
import {printLines, sayDiagnostics} from '../print.ts';

const targetKind = ({flags}: Invocation, {env}: World) => {
	const asked = askedFor('as', flags, env);
	return WORKLOAD_KINDS.find(kind => kind === asked);
};

/** The manifest with every annotation, ready for `kubectl apply`. */
export const run = async (invocation: Invocation, world: World): Promise<number> => {
	const {plan, withPlaces} = await makePlan(invocation, world);
	const kind = targetKind(invocation, world) ?? plan.request.workload.kind;
	const {manifest, diagnostics} = manifestOf(plan.request, plan.chain.useSpecs, kind);
	const said = withPlaces([...plan.diagnostics, ...diagnostics]);
	if (hasErrors(said)) throw new Failure(2, said);
	if (invocation.output === 'json') await world.stdout.write(`${jsonText(manifest, 2)}\n`);
	else await printLines(yamlLines(manifest), invocation, world);
	await sayDiagnostics(said, invocation, world);
	return EXIT.done;
};
