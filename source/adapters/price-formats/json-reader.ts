import {Tokenizer, TokenType} from '@streamparser/json';
import type {ImportFileReason} from '../../domain/rules/command-facts.ts';
import {JsonError, type JsonNode, JsonStructure, type JsonWatcher} from './json-structure.ts';
import {lineCursor} from './line-cursor.ts';

/** A text of more bytes is none of ours. */
const MAX_TEXT_BYTES = 2 ** 20;

/** Where the library stumbled, by its message. */
const positionIn = (error: unknown): number | null => {
	const position = /absolute position "(\d+)"/.exec(error instanceof Error ? error.message : '');
	return position ? Number(position[1]) : null;
};

const tokenizerFor = (structure: JsonStructure, moved: (offset: number) => void): Tokenizer => {
	const tokenizer = new Tokenizer();
	tokenizer.onToken = ({token, value, offset}) => {
		moved(offset);
		switch (token) {
			case TokenType.LEFT_BRACE:
				return structure.open(false, offset);
			case TokenType.LEFT_BRACKET:
				return structure.open(true, offset);
			case TokenType.RIGHT_BRACE:
				return structure.close(false, offset);
			case TokenType.RIGHT_BRACKET:
				return structure.close(true, offset);
			case TokenType.COLON:
				return structure.colon(offset);
			case TokenType.COMMA:
				return structure.comma(offset);
			case TokenType.STRING:
				return structure.text(String(value), offset);
			default:
				return structure.scalar(value, offset);
		}
	};
	return tokenizer;
};

/** Reads JSON documents in pieces as they come, without a byte order mark. */
export const jsonReader = (page: JsonNode, watcher: JsonWatcher) => {
	const lines = lineCursor();
	const structure = new JsonStructure(page, watcher, lines);
	let at = 0;
	const tokenizer = tokenizerFor(structure, offset => {
		at = offset;
	});
	const guarded = (step: () => void, reason: ImportFileReason): void => {
		try {
			step();
		} catch (error) {
			if (error instanceof JsonError) throw error;
			structure.fail(reason, positionIn(error) ?? at);
		}
	};
	return {
		write: (bytes: Buffer): void => {
			lines.add(bytes);
			guarded(() => tokenizer.write(bytes), 'not-json');
			structure.checkRow(lines.bytes());
			if (lines.bytes() - at > MAX_TEXT_BYTES) structure.fail('too-long', at);
			lines.settle();
		},
		end: (): void => {
			guarded(() => tokenizer.end(), 'cut-off');
			structure.end(lines.bytes());
		},
	};
};
