/** Words of the wizard as questions, one line each. */
export const enPlain = {
	intro:
		'Enter takes the answer in brackets, - clears it, ? explains the question, < goes back to the one before. Ctrl-C leaves, and nothing is written.',
	step: (number: number, count: number, name: string) => `Step ${number} of ${count}: ${name}`,
	oneOf: (choices: string) => ` (${choices})`,
	comma: ', ',
	yes: 'yes',
	no: 'no',
	none: 'none',
	picked: 'picked for you',
	keep: (name: string) => `Keep ${name}?`,
	addContainer: 'Add a container?',
	addVolume: 'Add a volume?',
	more: (section: string) => `Answer the questions about ${section}?`,
	moreHelp: 'No leaves them as they are.',
	spec: 'Spec to put first in the chain',
	specHelp: 'One of the specs above; Enter keeps the one that is billed.',
	chain: 'Chain',
	chainHelp:
		'Specs in the order in which ECI tries them, separated by commas; - picks them for you.',
	finish: 'Finish and print the YAML?',
	finishHelp: 'No asks everything again, with your answers in brackets.',
	first: 'This is the first question.',
};

export type PlainWords = typeof enPlain;
