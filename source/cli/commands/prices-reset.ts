import {report} from '../../domain/rules/rules.ts';
import type {World} from '../../ports.ts';
import type {Invocation} from '../command.ts';
import {EXIT, orFail} from '../failure.ts';
import {sayDiagnostics} from '../print.ts';

/** Forgets every import, so that the shipped prices apply again. */
export const run = async (invocation: Invocation, world: World): Promise<number> => {
	const {sources, diagnostics} = orFail(await world.overlays.reset());
	const said = sources.length > 0 ? report('import-reset', {sources}) : report('import-none', {});
	await sayDiagnostics([...diagnostics, said], invocation, world);
	return EXIT.done;
};
