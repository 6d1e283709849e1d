import {type Diagnostic, hasErrors} from '../../domain/diagnostics.ts';
import {EXPORT_TARGETS} from '../../domain/input/plan-input.ts';
import {exportPlan} from '../../domain/manifest/export-plan.ts';
import {asOneDocument} from '../../domain/manifest/manifest.ts';
import type {Plan} from '../../domain/plan.ts';
import type {World} from '../../ports.ts';
import {jsonText} from '../../present/json.ts';
import {yamlStream} from '../../present/yaml.ts';
import {askedFor} from '../asked-for.ts';
import type {Invocation} from '../command.ts';
import {EXIT, Failure} from '../failure.ts';
import {makePlan} from '../make-plan.ts';
import {printLines, sayDiagnostics} from '../print.ts';

const targetKind = ({flags}: Invocation, {env}: World) => {
	const asked = askedFor('as', flags, env);
	return EXPORT_TARGETS.find(kind => kind === asked);
};

/** Of no use to a pod that is paid on demand. */
const ABOUT_SPOT: readonly Diagnostic['rule'][] = ['spot-ratio-assumed', 'spot-price-estimated'];

/** A manifest shows no price, but prices choose its chain, unless the user wrote it. */
const pricesBehind = ({chain, prices, request}: Plan): readonly Diagnostic[] => {
	if (chain.given) return [];
	const isSpot = request.spot.strategy !== 'none';
	return prices.chain.diagnostics.filter(({rule}) => isSpot || !ABOUT_SPOT.includes(rule));
};

/** The manifest with every annotation, ready for `kubectl apply`. */
export const run = async (invocation: Invocation, world: World): Promise<number> => {
	const {plan, withPlaces} = await makePlan(invocation, world);
	const {documents, diagnostics, findings} = exportPlan(plan, targetKind(invocation, world));
	const planned = [...plan.diagnostics, ...diagnostics, ...pricesBehind(plan)];
	const said = [...withPlaces(planned), ...findings];
	if (hasErrors(said)) throw new Failure(2, said);
	if (invocation.output === 'json')
		await world.stdout.write(`${jsonText(asOneDocument(documents), 2)}\n`);
	else await printLines(yamlStream(documents), invocation, world);
	await sayDiagnostics(said, invocation, world);
	return EXIT.done;
};
