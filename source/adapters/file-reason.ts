import type {FileReason} from '../domain/rules/command-facts.ts';

const REASONS: Readonly<Record<string, FileReason>> = {
	ENOENT: 'missing',
	ENOTDIR: 'missing',
	EACCES: 'forbidden',
	EPERM: 'forbidden',
	EISDIR: 'is-folder',
	ENOSPC: 'no-space',
	EDQUOT: 'no-space',
	EROFS: 'read-only',
};

/** The code of a system error, `ENOENT`; empty for anything else. */
export const errorCode = (error: unknown): string =>
	error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** Why a file can't be opened, for the message. */
export const fileReason = (error: unknown): FileReason => {
	const code = errorCode(error);
	return Object.hasOwn(REASONS, code) ? (REASONS[code] ?? 'other') : 'other';
};
