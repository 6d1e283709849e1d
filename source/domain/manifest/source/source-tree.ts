/** A piece of the text of a file: UTF-16 offsets, the end exclusive. */
export type Span = {readonly start: number; readonly end: number};

export type SourceScalar = {
	readonly kind: 'scalar';
	/** Quotes and block header included; empty, just behind the colon or dash, where nothing is written. */
	readonly span: Span;
	readonly style: 'plain' | 'single' | 'double' | 'literal' | 'folded';
	/** The decoded text, whatever type it resolves to. */
	readonly text: string;
};

export type SourceEntry = {readonly key: SourceNode; readonly value: SourceNode};

export type SourceMap = {
	readonly kind: 'map';
	/** From the first key or bracket to the end of the last value, or just behind the closing bracket. */
	readonly span: Span;
	readonly style: 'block' | 'flow';
	readonly entries: readonly SourceEntry[];
};

export type SourceList = {
	readonly kind: 'list';
	readonly span: Span;
	readonly style: 'block' | 'flow';
	readonly items: readonly SourceNode[];
};

/** `*name`: it stands where it stands, and means what stands elsewhere. */
export type SourceAlias = {
	readonly kind: 'alias';
	readonly span: Span;
	readonly target: SourceNode;
};

/** A node of a document as it is written; anchors and tags stand before its span. */
export type SourceNode = (SourceScalar | SourceMap | SourceList | SourceAlias) & {
	readonly hasAnchor: boolean;
	readonly hasTag: boolean;
};

/** One document of a file. */
export type SourceDocument = {
	/** The how manyth of its file, from 1; broken ones count, empty ones don't. */
	readonly index: number;
	/** Its part of the text of the file, markers included. */
	readonly span: Span;
	/** What Kubernetes would read, aliases and merge keys resolved. */
	readonly value: unknown;
	/** The nodes as they are written; worked out when somebody asks. */
	readonly tree: () => SourceNode;
};

/** A file of manifests, read as far as it goes. */
export type SourceFile = {
	/** As the user named it; `-` for standard input. */
	readonly name: string;
	readonly text: string;
	readonly documents: readonly SourceDocument[];
};
