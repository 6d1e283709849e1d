import {moneyText} from '../../money-text.ts';
import {advice, type DiagnosticTexts} from '../language.ts';
import {quoted} from './words.ts';

export const enDiffRules = {
	'diff-currencies': ({old, next}) =>
		advice(
			`One side has prices in ${old}, the other in ${next}.`,
			'Plan both in one currency: --currency holds for manifests, a saved plan has to be made again.',
		),
	'diff-standard-input': () =>
		advice(
			'Both sides come from standard input, which can be read only once.',
			'Give the other side as a file or a folder.',
		),
	'plan-saved-invalid': ({field}) =>
		advice(
			field === ''
				? "This saved plan isn't one."
				: `${quoted(field)} of this saved plan isn't what a plan has there.`,
			'Save it again: eci-plan plan -f manifests/ -o json > plan.json.',
		),
	'plan-saved-fixed': ({flags}) =>
		advice(
			`A saved plan keeps the answers that it was made with, so ${flags.join(', ')} holds for the other side alone.`,
			'Save it again with the same flags, or compare the manifests themselves.',
		),
	'increase-invalid': ({value}) =>
		advice(
			`${quoted(value)} isn't a percentage.`,
			'Use a share of the old total such as 10% or 0%.',
		),
	'increase-exceeded': ({difference, percent, limit}) =>
		advice(
			percent === null
				? `The month costs ${moneyText(difference, 2)} where the old side costs nothing, which is more than any percentage.`
				: `The month costs ${moneyText(difference, 2)} more, ${percent} % of the old total, which is more than ${limit}.`,
			'Raise --max-increase, or see above what got dearer and why.',
		),
	'increase-unknown': ({limit}) =>
		advice(
			`Part of the difference has no price, so nobody can say that it stays within ${limit}.`,
			'See to what the other messages name, or leave out --max-increase.',
		),
} satisfies Partial<DiagnosticTexts>;
