import type {OtherCharge} from '../../domain/pricing/other-charges.ts';
import type {AssumptionFacts} from '../../domain/simulation/assumption-facts.ts';

/** What is assumed, and the flag or the field of the market file that changes it. */
export type AssumptionText = {
	readonly label: string;
	readonly text: string;
	readonly change: string;
};

export type AssumptionTexts = {
	readonly [A in keyof AssumptionFacts]: (facts: AssumptionFacts[A]) => AssumptionText;
};

export const assumed = (label: string, text: string, change: string): AssumptionText => ({
	label,
	text,
	change,
});

/** Flags that charges of other products come from. */
export const CHARGED_BY: Readonly<Record<OtherCharge, string>> = {
	eip: '--with-eip',
	nat: '--nat',
	'load-balancer': '--service',
	disk: '--volume',
	logs: '--log',
};
