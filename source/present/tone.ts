/** What a piece of text means; a theme gives it a colour. Never the only sign of anything. */
export type Tone =
	| 'plain'
	| 'heading'
	| 'muted'
	| 'accent'
	| 'good'
	| 'warning'
	| 'danger'
	| 'spot'
	| 'on-demand'
	| 'ecs'
	| 'key'
	| 'string'
	| 'number';

export type Span = {readonly text: string; readonly tone: Tone};
/** One line of text as both faces draw it. */
export type Line = readonly Span[];

export const span = (text: string, tone: Tone = 'plain'): Span => ({text, tone});
export const line = (text: string, tone: Tone = 'plain'): Line => [span(text, tone)];
export const blank: Line = [];
export const plainText = (content: Line): string => content.map(({text}) => text).join('');
