import {planInputShape} from '../../domain/input/plan-input.ts';
import type {Tree} from '../../domain/manifest/tree.ts';
import {inShapeOrder} from '../../domain/schema/order.ts';
import type {World} from '../../ports.ts';
import {jsonText} from '../../present/json.ts';
import {yamlLines} from '../../present/yaml.ts';
import type {Invocation} from '../command.ts';
import {EXIT} from '../failure.ts';
import {findPreset} from '../presets.ts';
import {printLines} from '../print.ts';
import {wordOf} from '../words.ts';

/** A preset as YAML: a shipped one with its comments. */
export const run = async (invocation: Invocation, world: World): Promise<number> => {
	const name = wordOf(invocation, 0, 'NAME');
	const {document: found, text} = await findPreset(name, invocation, world);
	const document = inShapeOrder(planInputShape, found);
	if (invocation.output === 'json') await world.stdout.write(`${jsonText(document, 2)}\n`);
	else if (text !== null) await world.stdout.write(text);
	else await printLines(yamlLines(document as Tree), invocation, world);
	return EXIT.done;
};
