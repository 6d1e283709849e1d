import type {TraceProblem} from '../../../domain/rules/simulation-facts.ts';
import {formatDuration, seconds} from '../../../domain/units/duration.ts';
import {advice, type DiagnosticTexts} from '../language.ts';
import {choiceHint, listed, quoted} from './words.ts';

const TRACE_HINTS: Readonly<Record<TraceProblem, string>> = {
	shape: 'Use a list of steps, or a file with the lists metadata and data, as spot-traces has.',
	empty: 'Use a file with at least one step.',
	'too-long': 'Cut it into shorter files.',
	value: 'Use 1 and 0; where 1 is available, the number of instances will do.',
	step: 'Use whole seconds, from 1 to 604800.',
};

const traceProblem = (
	problem: TraceProblem,
	step: number | null,
	found: string | null,
	maximum: number,
): string => {
	switch (problem) {
		case 'shape':
			return 'holds no trace of stock';
		case 'empty':
			return 'holds a trace without steps';
		case 'too-long':
			return `holds more than ${maximum} steps`;
		case 'value':
			return `says neither yes nor no at step ${step}: ${quoted(found ?? '')}`;
		case 'step':
			return `has steps of ${quoted(found ?? '')} seconds`;
	}
};

const spanText = (count: number): string => formatDuration(seconds(count));

export const enSimulationRules = {
	'field-number': ({value, minimum, maximum, open}) =>
		advice(
			`${value} is outside the range from ${minimum} to ${maximum}${open === null ? '' : `, which leaves out ${open === 'minimum' ? minimum : maximum}`}.`,
			`Use a number ${open === 'minimum' ? 'above' : 'from'} ${minimum} ${open === 'maximum' ? 'and below' : 'to'} ${maximum}.`,
		),
	'duration-zero': ({value}) =>
		advice(`${quoted(value)} is no time at all.`, 'Use a time above 0, such as 30m.'),
	'work-option-orphan': ({field, needs}) =>
		advice(`${field} means nothing without ${needs}.`, `Add ${needs}, or remove ${field}.`),
	'deadline-too-short': ({deadline, work}) =>
		advice(
			`No run can finish within ${deadline}: its work alone takes ${work}.`,
			`Use a deadline of more than ${work}.`,
		),
	'deadline-unreachable': ({deadline, needed}, say) =>
		advice(
			`No run is done within ${spanText(deadline)}: with its start and checkpoints it takes ${spanText(needed)} without an interruption.`,
			`Use ${say('workload.deadline', spanText(needed))} or more, or a shorter ${say('workload.pull')}.`,
		),
	'strategy-duplicate': ({strategy}) =>
		advice(`The strategy ${strategy} is listed twice.`, 'Remove one of the two.'),
	'strategy-deadline': ({strategy}, say) =>
		advice(
			`The strategy ${strategy} needs a deadline to work towards.`,
			`Add the work and the deadline of a run, such as ${say('workload.work', '10h')} and ${say('workload.deadline', '12h')}, or leave ${strategy} out.`,
		),
	'strategy-without-type': ({strategy}, say) =>
		advice(
			`The strategy ${strategy} needs an ECS type, and none that fits has a price here.`,
			`It is left out; name a type with ${say('chain.useSpecs')}, or change ${say('region')} or ${say('chain.families')}.`,
		),
	'simulation-unpriced': ({spec}, say) =>
		advice(
			`${spec} has no price, so it is left out of the simulation.`,
			`Give its price with ${say('pricing.prices')}, or take it out of the chain.`,
		),
	'simulation-nothing-priced': ({region, currency}, say) =>
		advice(
			`No spec of the chain has a price in ${currency} for ${region}, so there is nothing to simulate.`,
			`Give a price with ${say('pricing.prices')}, import prices with eci-plan prices import, or change ${say('chain.useSpecs')}.`,
		),
	'interruption-conflict': (_facts, say) =>
		advice(
			'Both a rate and a mean time say how often spot pods are interrupted.',
			`Remove ${say('simulation.interruptionRate')} or ${say('simulation.mtbf')}.`,
		),
	'interruption-rate-whole': ({value}) =>
		advice(
			`At a rate of ${value}, no spot pod would live at all.`,
			'Use a share below 100 %, such as 3%.',
		),
	'market-unknown': ({name, known, suggestion}) =>
		advice(
			`There's no market and no file named ${quoted(name)}.`,
			choiceHint(suggestion, known, 'Check the path of the market file.'),
		),
	'market-field-missing': ({field, law}) =>
		advice(`The law ${law} needs the field ${field}.`, `Add ${field}, or choose another law.`),
	'market-field-unused': ({field, law, suits}) =>
		advice(
			`The law ${law} has no field ${field}.`,
			`Remove ${field}, or write law: ${listed(suits)}.`,
		),
	'market-bounds': ({floor, cap}) =>
		advice(
			`The floor ${floor} of spot prices lies above their cap ${cap}.`,
			`Lower the floor to ${cap}, or raise the cap to ${floor}.`,
		),
	'market-ratio': ({ratio, floor, cap}) =>
		advice(
			`The mean ratio ${ratio} lies outside of the floor ${floor} and the cap ${cap}.`,
			'Use a ratio between the two.',
		),
	'market-probabilities': ({sum}) =>
		advice(`The probabilities of the phases sum to ${sum}.`, 'They have to sum to 1.'),
	'market-retry': () =>
		advice(
			'Stock that is drawn at each try never changes by itself, so there would be no next try.',
			'Use retryMinutes above 0, such as 5, or another law of stock.',
		),
	'market-file-path': ({path}) =>
		advice(
			`A market file can't name ${quoted(path)}: only files in its own folder or below it.`,
			'Copy the file beside the market file, and write its name.',
		),
	'market-history-empty': ({file, region, others, types}, say) =>
		advice(
			`${file ?? 'The settings folder'} has no spot prices over time in ${region}${types.length === 0 ? '' : ` for ${listed(types, 'and')}`}.`,
			others.length > 0
				? `It has those of ${listed(others, 'and')}; use ${say('region')} for one of them.`
				: 'Use a file that has them, as DescribeSpotPriceHistory gives, or fetch them with eci-plan prices refresh.',
		),
	'market-history-used': ({type, zone, from, to, sources}) =>
		advice(
			`Spot prices are drawn from those of ${type} in ${zone}, recorded from ${from} to ${to}${sources.length === 0 ? '' : ` (${sources.join('; ')})`}.`,
			'Keep in mind that the market may have changed since.',
		),
	'market-history-long': ({file, maximum}) =>
		advice(
			`${file} has more than ${maximum} spot prices of these types.`,
			'Use a file of fewer types, zones or days.',
		),
	'trace-polarity-unknown': ({file}) =>
		advice(
			`Nothing in ${file} tells whether 1 means available or unavailable; published traces do it both ways.`,
			'Write polarity: available or polarity: unavailable beside file.',
		),
	'trace-polarity-doubtful': ({file, given, recognised}) =>
		advice(
			`The market says that 1 in ${file} means ${given}, but files of its layout mean ${recognised}.`,
			`Check it; without polarity, 1 is read as ${recognised}.`,
		),
	'trace-step-missing': ({file}) =>
		advice(
			`${file} doesn't say how many seconds a step takes.`,
			'Write stepSeconds beside file, such as stepSeconds: 600.',
		),
	'trace-invalid': ({file, problem, step, found, maximum}) =>
		advice(`${file} ${traceProblem(problem, step, found, maximum)}.`, TRACE_HINTS[problem]),
} satisfies Partial<DiagnosticTexts>;
