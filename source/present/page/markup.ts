import {printable} from '../printable.ts';

const ENTITIES: ReadonlyMap<string, string> = new Map([
	['&', '&amp;'],
	['<', '&lt;'],
	['>', '&gt;'],
	['"', '&quot;'],
	["'", '&#39;'],
]);

/** Text for HTML and SVG, between tags or within quotes: nothing in it is markup, nothing a control code. */
export const markupText = (text: string): string =>
	printable(text).replace(/[&<>"']/g, character => ENTITIES.get(character) ?? character);

/** An element. Attributes are escaped, the content is markup already. */
export const element = (
	name: string,
	attributes: Readonly<Record<string, string | number>>,
	content = '',
): string => {
	const written = Object.entries(attributes).map(([key, value]) => {
		return ` ${key}="${markupText(String(value))}"`;
	});
	return `<${name}${written.join('')}>${content}</${name}>`;
};
