import type {Tree} from '../../domain/manifest/tree.ts';
import {nearest} from '../../domain/rules/nearest.ts';
import type {JsonObject} from '../../domain/schema/json-schema.ts';
import type {World} from '../../ports.ts';
import {documentOf} from '../../present/documents.ts';
import {jsonText} from '../../present/json.ts';
import {SCHEMAS} from '../../present/schemas.ts';
import {line} from '../../present/tone.ts';
import {yamlLines} from '../../present/yaml.ts';
import type {Invocation} from '../command.ts';
import {EXIT, usageFailure} from '../failure.ts';
import {printLines} from '../print.ts';

const schemaOf = (kind: string, known: readonly string[]): JsonObject => {
	const schema = SCHEMAS.get(kind)?.();
	if (schema) return schema;
	throw usageFailure('schema-unknown', {name: kind, known, suggestion: nearest(kind, known)});
};

/** The JSON Schema of a kind of document, or the list of kinds. */
export const run = async (invocation: Invocation, world: World): Promise<number> => {
	const [kind] = invocation.words;
	const known = [...SCHEMAS.keys()];
	if (kind === undefined && invocation.output === null) {
		await printLines(
			known.map(name => line(name)),
			invocation,
			world,
		);
		return EXIT.done;
	}
	const document =
		kind === undefined
			? documentOf('SchemaList', {kinds: known, diagnostics: []})
			: schemaOf(kind, known);
	if (invocation.output === 'yaml')
		await printLines(yamlLines(document as Tree), invocation, world);
	else await world.stdout.write(`${jsonText(document, 2)}\n`);
	return EXIT.done;
};
