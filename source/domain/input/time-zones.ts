/** The time zones that the world knows. */
export type TimeZones = {
	/** True for links and aliases as well. */
	readonly has: (name: string) => boolean;
	/** Names to suggest. */
	readonly names: () => readonly string[];
};
