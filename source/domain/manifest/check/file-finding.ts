import type {Diagnostic} from '../../diagnostics.ts';
import type {Mark} from '../source/mark.ts';

/** An object of a file, by what people call it. */
export type NamedObject = {
	readonly document: number;
	readonly kind: string;
	readonly name: string;
	/** Empty where the manifest doesn't say. */
	readonly namespace: string;
};

/** What was found in a file, with the text that it is about. */
export type FileFinding = {
	readonly file: string;
	/** Null for a comment, and for a document that can't be read. */
	readonly object: NamedObject | null;
	readonly diagnostic: Diagnostic;
	/** Null where there is no text to show. */
	readonly mark: Mark | null;
};
