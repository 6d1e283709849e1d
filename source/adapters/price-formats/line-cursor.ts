const LINE_FEED = 0x0a;

/** Counts lines while bytes come in pieces: every byte is looked at once. */
export const lineCursor = () => {
	let piece: Buffer = Buffer.alloc(0);
	let pieceStart = 0;
	/** Up to here the lines are counted, from the start of the piece. */
	let position = 0;
	let line = 1;
	const moveTo = (end: number): void => {
		for (;;) {
			const next = piece.indexOf(LINE_FEED, position);
			if (next < 0 || next >= end) break;
			line += 1;
			position = next + 1;
		}
		position = Math.max(position, Math.min(end, piece.length));
	};
	return {
		add: (bytes: Buffer): void => {
			pieceStart += piece.length;
			piece = bytes;
			position = 0;
		},
		/** Bytes that came so far. */
		bytes: (): number => pieceStart + piece.length,
		/** The line of an offset; offsets before one that was asked for lie in its line. */
		lineOf: (offset: number): number => {
			moveTo(offset - pieceStart);
			return line;
		},
		/** Before the next piece. */
		settle: (): void => moveTo(piece.length),
	};
};
