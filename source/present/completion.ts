export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type CompletionShell = (typeof SHELLS)[number];

export type CompletionFlag = {
	readonly name: string;
	readonly short?: string;
	readonly isBoolean: boolean;
	readonly choices?: readonly string[];
};

export type CompletionCommand = {
	/** `size`, `presets show`; empty for the program alone. */
	readonly name: string;
	/** What may stand behind a name of one word. */
	readonly words: readonly string[];
	readonly flags: readonly CompletionFlag[];
	/** The word behind it is the name of a file. */
	readonly takesFile?: boolean;
};

type Commands = readonly CompletionCommand[];

const firstWords = (commands: Commands): readonly string[] => [
	...new Set(commands.flatMap(({name}) => name.split(' ')[0] || [])),
];

const secondWords = (commands: Commands, first: string): readonly string[] =>
	commands.flatMap(({name, words}) => {
		if (name === first) return words;
		return name.startsWith(`${first} `) ? [name.slice(first.length + 1)] : [];
	});

/** Commands of two words, as a pattern. */
const nested = (commands: Commands): string =>
	commands.flatMap(({name}) => (name.includes(' ') ? [`"${name}"`] : [])).join('|');

const dashed = ({name, short}: CompletionFlag): readonly string[] => [
	`--${name}`,
	...(short === undefined ? [] : [`-${short}`]),
];

const reply = (words: readonly string[]): string =>
	`COMPREPLY=($(compgen -W "${words.join(' ')}" -- "$current"))`;

const choiceCases = (commands: Commands): readonly string[] => {
	const flags = new Map(commands.flatMap(command => command.flags.map(flag => [flag.name, flag])));
	return [...flags.values()].flatMap(flag =>
		flag.choices ? [`    ${dashed(flag).join('|')}) ${reply(flag.choices)}; return ;;`] : [],
	);
};

const secondWordCases = (commands: Commands): readonly string[] =>
	firstWords(commands).flatMap(first => {
		const words = secondWords(commands, first);
		return words.length === 0 ? [] : [`      ${first}) ${reply(words)}; return ;;`];
	});

const filePattern = (commands: Commands): string =>
	commands.flatMap(({name, takesFile}) => (takesFile ? [`"${name}"`] : [])).join('|');

/** Files for the words of commands that take one. */
const fileCase = (commands: Commands): readonly string[] =>
	filePattern(commands) === ''
		? []
		: [
				'  if [[ "$current" != -* ]]; then',
				'    case "$command" in',
				`      ${filePattern(commands)}) COMPREPLY=($(compgen -f -- "$current")); return ;;`,
				'    esac',
				'  fi',
			];

const flagCases = (commands: Commands): readonly string[] =>
	commands.map(({name, flags}) => {
		const pattern = name === '' ? '""|-*' : `"${name}"`;
		return `    ${pattern}) ${reply(flags.map(flag => `--${flag.name}`))} ;;`;
	});

/** Flags whose values are names of files. */
const FILE_FLAGS: readonly string[] = ['plan', 'filename'];

const bashScript = (commands: Commands): string => `_eci_plan() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}"
  local first="\${COMP_WORDS[1]}" command="\${COMP_WORDS[1]}"
  # bash takes the = of --flag=value for a word of its own.
  if [[ "$current" == "=" ]]; then current=""
  elif [[ "$previous" == "=" ]]; then previous="\${COMP_WORDS[COMP_CWORD-2]}"
  fi
  COMPREPLY=()
  case "$previous" in
${choiceCases(commands).join('\n')}
    ${FILE_FLAGS.map(name => `--${name}`).join('|')}|-f) COMPREPLY=($(compgen -f -- "$current")); return ;;
  esac
  case "$first \${COMP_WORDS[2]}" in
    ${nested(commands)}) command="$first \${COMP_WORDS[2]}" ;;
  esac
  if [[ $COMP_CWORD -eq 1 && "$current" != -* ]]; then
    ${reply(firstWords(commands))}; return
  fi
  if [[ $COMP_CWORD -eq 2 && "$current" != -* ]]; then
    case "$first" in
${secondWordCases(commands).join('\n')}
    esac
  fi
${[...fileCase(commands), '  case "$command" in'].join('\n')}
${flagCases(commands).join('\n')}
  esac
}
complete -F _eci_plan eci-plan
`;

/** zsh runs the bash script through its own compatibility layer. */
const zshScript = (commands: Commands): string =>
	`autoload -Uz compinit bashcompinit
(( $+functions[compdef] )) || compinit
bashcompinit
${bashScript(commands)}`;

const fishFlag = (condition: string, {name, short, isBoolean, choices}: CompletionFlag): string =>
	[
		`complete -c eci-plan -n '${condition}' -l ${name}`,
		...(short === undefined ? [] : [`-s ${short}`]),
		...(isBoolean ? [] : [FILE_FLAGS.includes(name) ? '-r -F' : '-x']),
		...(choices ? [`-a '${choices.join(' ')}'`] : []),
	].join(' ');

const fishCondition = (name: string): string => {
	const [first = '', second] = name.split(' ');
	if (first === '') return '__fish_use_subcommand';
	const seen = `__fish_seen_subcommand_from ${first}`;
	return second === undefined ? seen : `${seen}; and __fish_seen_subcommand_from ${second}`;
};

const fishScript = (commands: Commands): string => {
	const firsts = firstWords(commands);
	const nested = firsts.flatMap(first => {
		const words = secondWords(commands, first).join(' ');
		const condition = `__fish_seen_subcommand_from ${first}; and not __fish_seen_subcommand_from ${words}`;
		return words === '' ? [] : [`complete -c eci-plan -n '${condition}' -a '${words}'`];
	});
	return [
		'complete -c eci-plan -f',
		`complete -c eci-plan -n __fish_use_subcommand -a '${firsts.join(' ')}'`,
		...nested,
		...commands.flatMap(({name, takesFile}) =>
			takesFile ? [`complete -c eci-plan -n '${fishCondition(name)}' -F`] : [],
		),
		...commands.flatMap(({name, flags}) => flags.map(flag => fishFlag(fishCondition(name), flag))),
		'',
	].join('\n');
};

/** The script that a shell sources to complete commands, flags and their choices. */
export const completionScript = (shell: CompletionShell, commands: Commands): string => {
	switch (shell) {
		case 'bash':
			return bashScript(commands);
		case 'zsh':
			return zshScript(commands);
		case 'fish':
			return fishScript(commands);
	}
};
