/** Words of a report that is a file of its own. */
export const enPageWords = {
	title: (name: string) => `${name} on Alibaba Cloud ECI`,
	summary: (region: string, ruleset: string, horizon: string) =>
		`Region ${region}, ruleset ${ruleset}, over ${horizon}`,
	notes: 'What to know',
	manifest: 'Manifest',
	severity: {error: 'Error', warning: 'Warning', info: 'Note'},
	made: (version: string, day: string) => `Made by eci-plan ${version} on ${day}.`,
	estimate:
		'Amounts over time are estimates from simulated paths: the bands hold eight of ten paths. They are no offer.',
};

export type PageWords = typeof enPageWords;
