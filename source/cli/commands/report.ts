import {hasErrors} from '../../domain/diagnostics.ts';
import {exportPlan} from '../../domain/manifest/export-plan.ts';
import {report} from '../../domain/rules/rules.ts';
import {finishSimulation} from '../../domain/simulation/finish.ts';
import type {World} from '../../ports.ts';
import {markdownText} from '../../present/markdown.ts';
import {htmlPage} from '../../present/page/html-page.ts';
import {
	courseOf,
	planPage,
	type ReportSubject,
	subjectReport,
} from '../../present/page/plan-page.ts';
import {chartFile} from '../../present/page/svg-chart.ts';
import {yamlStream} from '../../present/yaml.ts';
import type {Invocation} from '../command.ts';
import {drawPaths, workersOf} from '../draw-paths.ts';
import {EXIT, Failure} from '../failure.ts';
import {makePlan} from '../make-plan.ts';
import {sayDiagnostics} from '../print.ts';
import {simulationNotices} from '../print-simulation.ts';
import {saidOfSimulation} from '../said-of-simulation.ts';
import {simulatePlan} from '../simulate-plan.ts';

const fileText = (subject: ReportSubject, {language, output}: Invocation): string => {
	const blocks = subjectReport(subject, language);
	const course = courseOf(blocks);
	if (output === 'markdown') {
		const {title, summary} = planPage(subject, language);
		return `# ${title}\n\n${summary}\n\n${markdownText(blocks)}\n`;
	}
	return output === 'svg' && course ? chartFile(course) : htmlPage(planPage(subject, language));
};

/** The plan, its cost over time and all behind it, as one file to read, print or send on. */
export const run = async (invocation: Invocation, world: World): Promise<number> => {
	const workers = workersOf(invocation, world);
	const planned = await makePlan(invocation, world);
	const {plan, withPlaces} = planned;
	const prepared = await simulatePlan(planned, world);
	const {setup} = prepared;
	const said = saidOfSimulation(planned, prepared);
	const {documents, diagnostics, findings} = exportPlan(plan);
	const ofManifest = [...withPlaces(diagnostics), ...findings];
	if (hasErrors(ofManifest)) throw new Failure(2, ofManifest);
	const {paths} = setup;
	const drawing = {setup, range: {from: 0, count: paths}, name: plan.request.name, workers};
	const {blocks, isInterrupted} = await drawPaths(drawing, invocation, world);
	if (isInterrupted) {
		const notice = report('paths-interrupted', {paths: 0, asked: paths});
		await sayDiagnostics([notice], invocation, world);
		return EXIT.interrupted;
	}
	const simulation = finishSimulation(setup, blocks);
	const all = [...said, ...ofManifest, ...simulationNotices(simulation)];
	const {version, today} = world;
	const manifest = yamlStream(documents);
	const subject = {plan, simulation, said: all, manifest, version, today};
	await world.stdout.write(fileText(subject, invocation));
	await sayDiagnostics(all, invocation, world);
	return EXIT.done;
};
