export type None = Readonly<Record<never, never>>;
export type Suggested = {readonly suggestion: string | null};

/** Why a file could not be opened, in the words of the system. */
export type FileReason = 'missing' | 'forbidden' | 'is-folder' | 'no-space' | 'read-only' | 'other';

/** Why nobody could be reached. */
export type UnreachableReason =
	| 'not-found'
	| 'refused'
	| 'no-answer'
	| 'cut-off'
	| 'certificate'
	| 'other';

/** What is wrong with the answer of an API. */
export type MalformedReason = 'unreadable' | 'field' | 'currency' | 'paging' | 'sums';
/** Why a price file can't be used at all. */
export type ImportFileReason = 'empty' | 'not-json' | 'cut-off' | 'too-deep' | 'too-long';

/** Kinds of documents that people write. */
export type DocumentKind = 'PlanInput' | 'Plan' | 'Market' | 'SimulationShard';

/** Facts of the rules about the command line and what it opens. */
export type CommandFacts = {
	'flag-unknown': {readonly flag: string; readonly command: string} & Suggested;
	'flag-value-missing': {readonly flag: string};
	'flag-format': {readonly flag: string; readonly value: string; readonly expected: string};
	'flag-twice': {readonly key: string};
	'flag-unused': {readonly flag: string; readonly command: string};
	'command-unknown': {readonly command: string} & Suggested;
	'argument-missing': {readonly argument: string; readonly choices: readonly string[]};
	'argument-unexpected': {readonly argument: string};
	'argument-choice': {
		readonly argument: string;
		readonly value: string;
		readonly choices: readonly string[];
	} & Suggested;
	'preset-unknown': {readonly name: string; readonly known: readonly string[]} & Suggested;
	'preset-name-invalid': {readonly name: string};
	'preset-shipped': {readonly name: string};
	'preset-exists': {readonly name: string};
	'preset-saved': {readonly name: string; readonly replaces: boolean};
	'preset-deleted': {readonly name: string};
	'setting-unknown': {readonly key: string; readonly known: readonly string[]} & Suggested;
	'setting-saved': {readonly key: string; readonly value: string};
	'setting-unset': {readonly key: string};
	'settings-set-aside': {readonly file: string; readonly movedTo: string; readonly reason: string};
	'settings-stuck': {
		readonly file: string;
		readonly reason: string;
		readonly cause: FileReason;
	};
	'settings-unreadable': {readonly file: string; readonly reason: string};
	'moment-invalid': {readonly value: string};
	'schema-unknown': {readonly name: string; readonly known: readonly string[]} & Suggested;
	'rule-unknown': {readonly name: string} & Suggested;
	'file-unreadable': {readonly file: string; readonly reason: FileReason};
	'file-unwritable': {readonly file: string; readonly reason: FileReason};
	'file-exists': {readonly file: string};
	'file-too-large': {readonly file: string; readonly limitMiB: number};
	'file-empty': {readonly file: string; readonly expected: DocumentKind};
	'file-malformed': {
		readonly file: string;
		readonly line: number | null;
		readonly column: number | null;
		readonly detail: string;
	};
	'range-invalid': {readonly value: string};
	'import-file-unknown': {readonly file: string};
	'import-file-broken': {
		readonly file: string;
		readonly line: number | null;
		readonly reason: ImportFileReason;
	};
	'import-trace-name': {readonly file: string};
	'import-currency-assumed': {readonly file: string; readonly currency: string};
	'import-date-assumed': {readonly file: string; readonly day: string};
	'import-end-open': {readonly file: string; readonly line: number};
	'import-nothing': {readonly file: string};
	'import-set-aside': {readonly file: string; readonly movedTo: string; readonly reason: string};
	'import-unreadable': {readonly file: string; readonly reason: string};
	'import-reset': {readonly sources: readonly string[]};
	'import-none': None;
	'prices-file-broken': {readonly file: string; readonly line: number; readonly count: number};
	'document-kind': {
		readonly file: string;
		readonly found: string;
		readonly expected: DocumentKind;
	};
	'refresh-types-none': {readonly region: string; readonly families: readonly string[]};
	'refresh-type-unknown': {readonly type: string} & Suggested;
	'refresh-history-long': {readonly value: string; readonly days: number};
	'refresh-endpoint-invalid': {
		readonly value: string;
		readonly reason: 'url' | 'insecure' | 'path';
	};
	'refresh-credentials-missing': None;
	'refresh-credentials-refused': {readonly code: string};
	'refresh-forbidden': {readonly permission: string; readonly code: string};
	'refresh-unreachable': {
		readonly host: string;
		readonly reason: UnreachableReason;
		readonly tries: number;
	};
	'refresh-throttled': {readonly operation: string; readonly tries: number};
	'refresh-failed': {
		readonly operation: string;
		readonly code: string;
		readonly tries: number;
		/** What support of the cloud finds the call by. */
		readonly requestId: string | null;
	};
	'refresh-malformed': {
		readonly operation: string;
		readonly reason: MalformedReason;
		/** The field or the currency; empty where there is none. */
		readonly subject: string;
	};
	'refresh-too-slow': {
		readonly minutes: number;
		readonly done: number;
		readonly total: number;
	};
	'refresh-nothing': {readonly region: string};
	'refresh-interrupted': None;
	'paths-interrupted': {readonly paths: number; readonly asked: number};
	'paths-too-few': {readonly paths: number; readonly minimum: number};
	'output-unsupported': {
		readonly format: string;
		readonly command: string;
		readonly formats: readonly string[];
	};
};
