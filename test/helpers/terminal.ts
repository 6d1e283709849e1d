import {EventEmitter} from 'node:events';
import xterm from '@xterm/headless';

/** Keys as the terminal sends them. */
export const keys = {
	up: '\u001B[A',
	down: '\u001B[B',
	right: '\u001B[C',
	left: '\u001B[D',
	shiftUp: '\u001B[1;2A',
	shiftDown: '\u001B[1;2B',
	shiftRight: '\u001B[1;2C',
	shiftLeft: '\u001B[1;2D',
	home: '\u001B[H',
	end: '\u001B[F',
	pageUp: '\u001B[5~',
	pageDown: '\u001B[6~',
	enter: '\r',
	escape: '\u001B',
	tab: '\t',
	shiftTab: '\u001B[Z',
	backspace: '\u007F',
	delete: '\u001B[3~',
	ctrlC: '\u0003',
	ctrlR: '\u0012',
	ctrlU: '\u0015',
	ctrlZ: '\u001A',
} as const;

class FakeStdin extends EventEmitter {
	readonly isTTY = true;
	isRaw = false;
	readonly #pending: string[] = [];

	send(data: string) {
		this.#pending.push(data);
		this.emit('readable');
	}

	read() {
		return this.#pending.shift() ?? null;
	}

	setEncoding() {}
	setRawMode(isRaw: boolean) {
		this.isRaw = isRaw;
	}
	ref() {}
	unref() {}
}

/** Turns of the event loop without any change after which nothing is under way any more. */
const QUIET_TURNS = 5;
/** A lone ESC is the Escape key once nothing has followed it for so long (Ink waits 20 ms). */
const ESCAPE_PAUSE = 30;

const turn = () =>
	new Promise<void>(resolve => {
		setImmediate(() => setTimeout(resolve, 0));
	});

const pause = (milliseconds: number) =>
	new Promise<void>(resolve => {
		setTimeout(resolve, milliseconds);
	});

type Size = {readonly columns: number; readonly rows: number};

/** What the emulator does with the modes that a program sets and resets. */
const watchModes = (emulator: xterm.Terminal) => {
	const modes = {isCursorShown: true, isPasteBracketed: false, isWrapping: true};
	for (const [final, isSet] of [
		['h', true],
		['l', false],
	] as const)
		emulator.parser.registerCsiHandler({prefix: '?', final}, parameters => {
			if (parameters.includes(25)) modes.isCursorShown = isSet;
			if (parameters.includes(2004)) modes.isPasteBracketed = isSet;
			if (parameters.includes(7)) modes.isWrapping = isSet;
			return false;
		});
	return modes;
};

/** Streams that end in an emulated terminal, and what a person sees and does there. */
export const openTerminal = (size: Size, isBusy: () => boolean = () => false) => {
	const {columns, rows} = size;
	const emulator = new xterm.Terminal({
		cols: columns,
		rows,
		allowProposedApi: true,
		convertEol: true,
	});
	const modes = watchModes(emulator);
	let inFlight = 0;
	const stdin = new FakeStdin();
	const stdout = Object.assign(new EventEmitter(), {
		isTTY: true,
		columns,
		rows,
		write(data: string, ...rest: readonly unknown[]) {
			inFlight++;
			emulator.write(data, () => {
				inFlight--;
				const done = rest.at(-1);
				if (typeof done === 'function') done();
			});
			return true;
		},
	});

	const lineAt = (row: number) => {
		const {active} = emulator.buffer;
		return active.getLine(active.viewportY + row);
	};

	/** What the eye sees, after all cursor movement and erasing. */
	const screen = () =>
		Array.from({length: emulator.rows}, (_, row) =>
			(lineAt(row)?.translateToString(true, 0, emulator.cols) ?? '').trimEnd(),
		)
			.join('\n')
			.trimEnd();

	/** Waits until nothing is written or under way, and the screen has stopped changing. */
	const settled = async () => {
		for (let quiet = 0; quiet < QUIET_TURNS; quiet++) {
			const before = screen();
			await turn();
			if (inFlight > 0 || isBusy() || screen() !== before) quiet = -1;
		}
	};

	const press = async (...sequence: readonly string[]) => {
		for (const key of sequence) {
			stdin.send(key);
			if (key === keys.escape) await pause(ESCAPE_PAUSE);
			await settled();
		}
	};

	return {
		stdin: stdin as unknown as NodeJS.ReadStream,
		stdout: stdout as unknown as NodeJS.WriteStream,
		stderr: stdout as unknown as NodeJS.WriteStream,
		screen,
		settled,
		press,
		/** Each character by itself, as a keyboard sends them. */
		type: (text: string) => press(...text),
		/** A bracketed paste: one piece, whatever is in it. */
		paste: (text: string) => press(`\u001B[200~${text}\u001B[201~`),
		resize: async (to: Size) => {
			emulator.resize(to.columns, to.rows);
			Object.assign(stdout, to);
			stdout.emit('resize');
			await settled();
		},
		/** The line with this text, without blanks at its end. */
		line: (text: string) =>
			screen()
				.split('\n')
				.find(line => line.includes(text)) ?? '',
		isAlternateScreen: () => emulator.buffer.active.type === 'alternate',
		isCursorShown: () => modes.isCursorShown,
		/** What stands before the cursor on its line. */
		cursor: () => {
			const {active} = emulator.buffer;
			const text = lineAt(active.cursorY)?.translateToString(false, 0, active.cursorX) ?? '';
			return text.trimStart();
		},
		isPasteBracketed: () => modes.isPasteBracketed,
		/** Whether a line that is too long goes on in the next one. */
		isWrapping: () => modes.isWrapping,
		isRaw: () => stdin.isRaw,
		/** Whether any cell of the screen has a colour. */
		isColored: () =>
			Array.from({length: emulator.rows}, (_, row) => lineAt(row)).some(line =>
				Array.from({length: emulator.cols}, (_, column) => line?.getCell(column)).some(
					cell => cell !== undefined && !(cell.isFgDefault() && cell.isBgDefault()),
				),
			),
		/** How the first cell of a text looks. */
		cellOf: (text: string) => {
			const row = screen()
				.split('\n')
				.findIndex(line => line.includes(text));
			const column = screen().split('\n')[row]?.indexOf(text) ?? 0;
			const cell = lineAt(row)?.getCell(column);
			return {
				isInverse: Boolean(cell?.isInverse()),
				isBold: Boolean(cell?.isBold()),
				color: cell?.isFgPalette() ? cell.getFgColor() : null,
			};
		},
	};
};
