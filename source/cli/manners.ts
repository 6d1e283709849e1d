import type {World} from '../ports.ts';
import {LANGUAGES, type LanguageId} from '../present/language/language.ts';
import {askedFor} from './asked-for.ts';
import type {FlagValues, Invocation} from './command.ts';

/** How to talk to the user, whatever is said. */
export type Manners = Pick<Invocation, 'language' | 'isQuiet' | 'hasColor'>;

const isLanguage = (text: string | undefined): text is LanguageId =>
	LANGUAGES.some(language => language === text);

/** Of a switch, as `ECI_PLAN_QUIET=1`; what is neither on nor off is refused elsewhere. */
export const isOn = (text: string | undefined): boolean => text === 'true' || text === '1';

const localeLanguage = (env: World['env']): LanguageId => {
	const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find(Boolean) ?? '';
	return /^zh/i.test(locale) ? 'zh-CN' : 'en';
};

/** The flags that decide the manners, wherever they stand: for words about a line that can't be read. */
export const mannersFlags = (args: readonly string[]): FlagValues => {
	const at = args.lastIndexOf('--lang');
	const inline = args.findLast(arg => arg.startsWith('--lang='))?.slice('--lang='.length);
	const language = inline ?? (at < 0 ? undefined : args[at + 1]);
	const isGiven = (flag: string) => args.includes(flag) || args.includes(`${flag}=true`);
	return new Map([
		...(language === undefined ? [] : [['lang', [language]] as const]),
		...(isGiven('--no-color') ? [['no-color', ['true']] as const] : []),
		...(isGiven('--quiet') ? [['quiet', ['true']] as const] : []),
	]);
};

/** Flags and their twins first, then the settings, then what the terminal says about itself. */
export const mannersOf = (
	flags: FlagValues,
	settings: Readonly<Record<string, string>>,
	{env}: Pick<World, 'env'>,
): Manners => {
	const asked = (name: string) => askedFor(name, flags, env);
	return {
		language: [asked('lang'), settings['lang']].find(isLanguage) ?? localeLanguage(env),
		isQuiet: isOn(asked('quiet')),
		hasColor: !isOn(asked('no-color')) && !env['NO_COLOR'] && env['TERM'] !== 'dumb',
	};
};
