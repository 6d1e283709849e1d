import type {World} from '../ports.ts';
import {progressBar} from '../present/progress-bar.ts';
import type {Invocation} from './command.ts';
import {widthOf} from './print.ts';

export type Progress = {
	/** Whether anybody sees it. */
	readonly isShown: boolean;
	/** `share` is what is done, 0 to 1; null where nobody knows. */
	readonly show: (share: number | null, detail: string) => void;
	/** Takes the bar away; nothing is shown any more. */
	readonly end: () => Promise<void>;
};

const TENTHS = 10;

/** A bar that is drawn over itself, when its text has changed. */
const redrawn = (label: string, {stderr}: World): Progress => {
	let last = '';
	let written: Promise<void> = Promise.resolve();
	const put = (text: string) => {
		written = written.then(() => stderr.write(text));
	};
	return {
		isShown: true,
		show: (share, detail) => {
			const text = progressBar(label, share, detail, widthOf(stderr) - 1);
			if (text !== last) put(`\r\u001b[K${text}`);
			last = text;
		},
		end: async () => {
			if (last !== '') put('\r\u001b[K');
			await written;
		},
	};
};

/** A line for every tenth, where a terminal can't draw over a line. */
const printed = (label: string, {stderr}: World): Progress => {
	let shown = 0;
	let written: Promise<void> = Promise.resolve();
	return {
		isShown: true,
		show: (share, detail) => {
			const tenth = Math.floor((share ?? 0) * TENTHS);
			if (tenth <= shown) return;
			shown = tenth;
			const text = `${progressBar(label, share, detail, 0)}\n`;
			written = written.then(() => stderr.write(text));
		},
		end: () => written,
	};
};

const SILENT: Progress = {
	isShown: false,
	show: () => undefined,
	end: () => Promise.resolve(),
};

/** How far something is, on stderr: in a terminal alone, and not with `--quiet`. */
export const progressOf = (
	label: string,
	{isQuiet}: Pick<Invocation, 'isQuiet'>,
	world: World,
): Progress => {
	if (isQuiet || !world.stderr.isTerminal) return SILENT;
	return world.env['TERM'] === 'dumb' ? printed(label, world) : redrawn(label, world);
};
