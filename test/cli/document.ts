import {Ajv2020} from 'ajv/dist/2020.js';
import {expect} from 'vitest';
import {ok, run, type Scene} from '../helpers/memory-world.ts';

type Document = Readonly<Record<string, unknown>>;

const isDocument = (value: unknown): value is Document =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

export const parseDocument = (text: string): Document => {
	const value: unknown = JSON.parse(text);
	if (!isDocument(value)) throw new TypeError('not a document');
	return value;
};

/** What is wrong with a document by the schema that `eci-plan schema KIND` prints. */
export const problemsOf = async (document: Document): Promise<unknown> => {
	const schema = parseDocument(await ok(['schema', String(document['kind'])]));
	const ajv = new Ajv2020({allErrors: true, strict: false});
	const validate = ajv.compile(schema);
	return validate(document) ? [] : validate.errors;
};

/** The JSON of a line, once its schema has taken it. */
export const documentOf = async (
	line: readonly string[],
	kind: string,
	scene: Scene = {},
): Promise<Document> => {
	const ended = await run([...line, '-o', 'json'], scene);
	expect(ended).toMatchObject({code: 0, err: ''});
	const document = parseDocument(ended.out);
	expect({
		apiVersion: document['apiVersion'],
		kind: document['kind'],
		problems: await problemsOf(document),
	}).toEqual({apiVersion: 'eci-plan/v1', kind, problems: []});
	return document;
};
