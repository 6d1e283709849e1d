const HIDDEN = '***';
const SHORTEST = 4;

/** Takes secrets out of text that a service sent: it may repeat what it was sent. */
export type Secrets = {
	readonly add: (secret: string | undefined) => void;
	readonly hide: (text: string) => string;
};

export const secretKeeper = (): Secrets => {
	const known = new Set<string>();
	return {
		add: secret => {
			if (secret !== undefined && secret.length >= SHORTEST) known.add(secret);
		},
		hide: text => [...known].reduce((left, secret) => left.replaceAll(secret, HIDDEN), text),
	};
};
