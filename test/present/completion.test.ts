import {describe, expect, test} from 'vitest';
import {type CompletionCommand, completionScript} from '../../source/present/completion.ts';

const COMMANDS: readonly CompletionCommand[] = [
	{name: '', words: [], flags: [{name: 'preset', isBoolean: false}]},
	{
		name: 'size',
		words: [],
		flags: [
			{name: 'output', short: 'o', isBoolean: false, choices: ['table', 'json']},
			{name: 'plan', isBoolean: false},
			{name: 'quiet', isBoolean: true},
		],
	},
	{name: 'presets list', words: [], flags: []},
	{name: 'presets show', words: [], flags: [{name: 'quiet', isBoolean: true}]},
	{name: 'schema', words: ['Plan', 'Sizing'], flags: []},
	{name: 'prices import', words: [], flags: [], takesFile: true},
];

describe('a completion script', () => {
	test('for bash', () => {
		expect(completionScript('bash', COMMANDS)).toMatchInlineSnapshot(`
			"_eci_plan() {
			  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}"
			  local first="\${COMP_WORDS[1]}" command="\${COMP_WORDS[1]}"
			  # bash takes the = of --flag=value for a word of its own.
			  if [[ "$current" == "=" ]]; then current=""
			  elif [[ "$previous" == "=" ]]; then previous="\${COMP_WORDS[COMP_CWORD-2]}"
			  fi
			  COMPREPLY=()
			  case "$previous" in
			    --output|-o) COMPREPLY=($(compgen -W "table json" -- "$current")); return ;;
			    --plan|--filename|-f) COMPREPLY=($(compgen -f -- "$current")); return ;;
			  esac
			  case "$first \${COMP_WORDS[2]}" in
			    "presets list"|"presets show"|"prices import") command="$first \${COMP_WORDS[2]}" ;;
			  esac
			  if [[ $COMP_CWORD -eq 1 && "$current" != -* ]]; then
			    COMPREPLY=($(compgen -W "size presets schema prices" -- "$current")); return
			  fi
			  if [[ $COMP_CWORD -eq 2 && "$current" != -* ]]; then
			    case "$first" in
			      presets) COMPREPLY=($(compgen -W "list show" -- "$current")); return ;;
			      schema) COMPREPLY=($(compgen -W "Plan Sizing" -- "$current")); return ;;
			      prices) COMPREPLY=($(compgen -W "import" -- "$current")); return ;;
			    esac
			  fi
			  if [[ "$current" != -* ]]; then
			    case "$command" in
			      "prices import") COMPREPLY=($(compgen -f -- "$current")); return ;;
			    esac
			  fi
			  case "$command" in
			    ""|-*) COMPREPLY=($(compgen -W "--preset" -- "$current")) ;;
			    "size") COMPREPLY=($(compgen -W "--output --plan --quiet" -- "$current")) ;;
			    "presets list") COMPREPLY=($(compgen -W "" -- "$current")) ;;
			    "presets show") COMPREPLY=($(compgen -W "--quiet" -- "$current")) ;;
			    "schema") COMPREPLY=($(compgen -W "" -- "$current")) ;;
			    "prices import") COMPREPLY=($(compgen -W "" -- "$current")) ;;
			  esac
			}
			complete -F _eci_plan eci-plan
			"
		`);
	});

	test('for zsh', () => {
		expect(completionScript('zsh', COMMANDS).split('\n').slice(0, 4)).toEqual([
			'autoload -Uz compinit bashcompinit',
			'(( $+functions[compdef] )) || compinit',
			'bashcompinit',
			'_eci_plan() {',
		]);
	});

	test('for fish', () => {
		expect(completionScript('fish', COMMANDS)).toMatchInlineSnapshot(`
			"complete -c eci-plan -f
			complete -c eci-plan -n __fish_use_subcommand -a 'size presets schema prices'
			complete -c eci-plan -n '__fish_seen_subcommand_from presets; and not __fish_seen_subcommand_from list show' -a 'list show'
			complete -c eci-plan -n '__fish_seen_subcommand_from schema; and not __fish_seen_subcommand_from Plan Sizing' -a 'Plan Sizing'
			complete -c eci-plan -n '__fish_seen_subcommand_from prices; and not __fish_seen_subcommand_from import' -a 'import'
			complete -c eci-plan -n '__fish_seen_subcommand_from prices; and __fish_seen_subcommand_from import' -F
			complete -c eci-plan -n '__fish_use_subcommand' -l preset -x
			complete -c eci-plan -n '__fish_seen_subcommand_from size' -l output -s o -x -a 'table json'
			complete -c eci-plan -n '__fish_seen_subcommand_from size' -l plan -r -F
			complete -c eci-plan -n '__fish_seen_subcommand_from size' -l quiet
			complete -c eci-plan -n '__fish_seen_subcommand_from presets; and __fish_seen_subcommand_from show' -l quiet
			"
		`);
	});
});
