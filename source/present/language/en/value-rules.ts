import {LARGEST_MEMORY_GIB, LARGEST_VCPU} from '../../../domain/catalogue/spec-tables.ts';
import type {CronField, CronProblem} from '../../../domain/units/cron.ts';
import type {DurationProblem} from '../../../domain/units/duration.ts';
import type {QuantityProblem} from '../../../domain/units/quantity.ts';
import {SCHEDULE_LIMITS, type ScheduleProblem} from '../../../domain/units/schedule.ts';
import {splitRange} from '../fact-text.ts';
import {type Advice, advice, type DiagnosticTexts, type Naming} from '../language.ts';
import {choiceHint, quoted} from './words.ts';

type ByReason<R extends string> = Readonly<Record<R, (text: string) => Advice>>;

const QUANTITY_FORM = {
	cpu: 'Use a number of vCPU, such as 2, 0.5 or 500m.',
	memory: 'Use a number with its unit, such as 3Gi or 512Mi.',
} as const;

const QUANTITY: Readonly<
	Record<QuantityProblem['reason'], (value: string, form: string) => Advice>
> = {
	empty: (_, form) => advice('The value is empty.', form),
	malformed: (value, form) => advice(`${quoted(value)} isn't a quantity.`, form),
	negative: (value, form) => advice(`${quoted(value)} is negative.`, form),
	zero: (value, form) => advice(`${quoted(value)} asks for nothing.`, form),
	'unit-missing': (value, form) => advice(`${quoted(value)} has no unit.`, form),
	'unit-unknown': (value, form) =>
		advice(`${quoted(value)} has a unit that Kubernetes doesn't know here.`, form),
	'fraction-unit': (value, form) => advice(`${quoted(value)} counts in fractions of a byte.`, form),
	'too-large': value =>
		advice(
			`${quoted(value)} is too large.`,
			`Use less: an ECI pod has at most ${LARGEST_VCPU} vCPU and ${LARGEST_MEMORY_GIB} GiB.`,
		),
};

const DURATION_FORM = 'Use a number with s, m, h, d or w, such as 90s, 1h30m or 30d.';

const DURATION: ByReason<DurationProblem['reason']> = {
	empty: () => advice('The value is empty.', DURATION_FORM),
	malformed: value => advice(`${quoted(value)} isn't a duration.`, DURATION_FORM),
	negative: value => advice(`${quoted(value)} is negative.`, DURATION_FORM),
	'unit-missing': value =>
		advice(
			`${quoted(value)} has no unit.`,
			`Add s, m, h, d or w, such as ${value.trim()}h for hours.`,
		),
	'unit-unknown': value =>
		advice(`${quoted(value)} has a unit that isn't s, m, h, d or w.`, DURATION_FORM),
	'too-large': value =>
		advice(`${quoted(value)} is longer than ten years.`, 'Use a shorter time, such as 365d.'),
};

const WINDOW_FORM = 'Write days, times and replicas, such as Mon-Fri 09:00-18:00=10; *=2.';
const TIME_FORM = 'Write times such as 09:00-18:00, from 00:00 to 24:00.';

const SCHEDULE: ByReason<ScheduleProblem['reason']> = {
	empty: () => advice('The schedule is empty.', WINDOW_FORM),
	'too-long': text =>
		advice(
			`The schedule ${quoted(text)} is longer than ${SCHEDULE_LIMITS.characters} characters.`,
			'Merge days that are alike, such as Mon-Fri.',
		),
	'too-many-windows': text =>
		advice(
			`The schedule has more than ${SCHEDULE_LIMITS.windows} windows, from ${quoted(text)} on.`,
			'Merge days that are alike, such as Mon-Fri.',
		),
	'window-malformed': text => advice(`${quoted(text)} isn't a window of time.`, WINDOW_FORM),
	'replicas-missing': text =>
		advice(
			`${quoted(text)} doesn't say how many replicas run.`,
			'Add their number after =, such as Mon-Fri 09:00-18:00=10.',
		),
	'replicas-malformed': text =>
		advice(
			`${quoted(text)} isn't a number of replicas.`,
			'Use a whole number after =, such as *=2.',
		),
	'replicas-too-large': text =>
		advice(
			`${quoted(text)} is more replicas than can be planned.`,
			`Use at most ${SCHEDULE_LIMITS.replicas}.`,
		),
	'day-unknown': text =>
		advice(
			`${quoted(text)} isn't a day.`,
			'Use Mon, Tue, Wed, Thu, Fri, Sat or Sun, a range such as Mon-Fri, or *.',
		),
	'time-malformed': text => advice(`${quoted(text)} isn't a time.`, TIME_FORM),
	'time-empty': text =>
		advice(
			`${quoted(text)} ends when it starts.`,
			'Use a later end, or 00:00-24:00 for the whole day.',
		),
};

const FIELDS: Readonly<Record<CronField, readonly [name: string, range: string]>> = {
	minute: ['minute', '0 to 59'],
	hour: ['hour', '0 to 23'],
	'day-of-month': ['day of the month', '1 to 31'],
	month: ['month', '1 to 12, or jan to dec'],
	'day-of-week': ['day of the week', '0 (Sunday) to 6, or sun to sat'],
};

const CRON_FORM =
	'Write minute, hour, day of the month, month and day of the week, such as 0 2 * * *.';

const fieldHint = (field: CronField | undefined): string => {
	if (field === undefined) return CRON_FORM;
	const [name, range] = FIELDS[field];
	return `Use ${range} for the ${name}, or * for any.`;
};

const fieldName = (field: CronField | undefined): string =>
	field === undefined ? 'part of a cron text' : FIELDS[field][0];

const CRON: Readonly<Record<CronProblem['reason'], (problem: CronProblem, say: Naming) => Advice>> =
	{
		empty: () => advice('The cron text is empty.', CRON_FORM),
		'too-long': ({text}) => advice(`The cron text ${quoted(text)} is too long.`, CRON_FORM),
		'time-zone': ({text}, say) =>
			advice(
				`${quoted(text)} sets a time zone, which a CronJob refuses inside its schedule.`,
				`Remove it and use ${say('workload.timeZone', text.replace(/^.*?=/, '') || 'Asia/Shanghai')}.`,
			),
		'macro-unknown': ({text}) =>
			advice(
				`Kubernetes doesn't know ${quoted(text)}.`,
				'Use @hourly, @daily, @weekly, @monthly or @yearly, or five fields such as 0 2 * * *.',
			),
		'field-count': ({text}) => advice(`${quoted(text)} doesn't have five fields.`, CRON_FORM),
		malformed: ({text, field}) =>
			advice(`${quoted(text)} isn't a ${fieldName(field)}.`, fieldHint(field)),
		'out-of-range': ({text, field}) =>
			advice(`${quoted(text)} is out of range for the ${fieldName(field)}.`, fieldHint(field)),
		'range-backwards': ({text, field}) =>
			advice(`${quoted(text)} ends before it starts.`, `Use ${splitRange(text, field)} instead.`),
		'step-zero': ({text}) =>
			advice(`A step of ${quoted(text)} never moves on.`, 'Use a step of 1 or more, such as */15.'),
	};

const withSuggestion = ({message, hint}: Advice, suggestion: string | undefined): Advice =>
	advice(message, suggestion === undefined ? hint : `Use ${suggestion}.`);

export const enValueRules = {
	'quantity-invalid': ({resource, value, problem}) =>
		withSuggestion(QUANTITY[problem.reason](value, QUANTITY_FORM[resource]), problem.suggestion),
	'quantity-decimal-unit': ({value, binary}) =>
		advice(
			`${value} is less than ${binary}: its unit counts in thousands, not in 1,024s.`,
			`Use ${binary} if that's what you mean; Kubernetes takes both.`,
		),
	'duration-invalid': ({value, problem}) =>
		withSuggestion(DURATION[problem.reason](value), problem.suggestion),
	'schedule-invalid': ({problem}) => SCHEDULE[problem.reason](problem.text),
	'cron-invalid': ({problem}, say) => CRON[problem.reason](problem, say),
	'time-zone-invalid': ({value, suggestion}) =>
		advice(
			`${quoted(value)} isn't the name of a time zone.`,
			choiceHint(suggestion, [], 'Use a name such as Asia/Shanghai or UTC.'),
		),
	'number-invalid': ({value}) =>
		advice(
			`${quoted(value)} isn't a number above 0 in plain digits.`,
			'Use a number such as 4 or 0.5.',
		),
	'reserved-hours-invalid': ({value, maximum}) =>
		advice(
			`${quoted(value)} isn't a number of hours above 0 and at most ${maximum}.`,
			'Divide the monthly price of the reserved instance by the price per hour: 500 is usual.',
		),
} satisfies Partial<DiagnosticTexts>;
