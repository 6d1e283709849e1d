import {render} from 'ink-testing-library';
import type {ReactNode} from 'react';
import {describe, expect, test} from 'vitest';
import {displayWidth} from '../../source/present/display-width.ts';
import {
	CostTable,
	costTableHeight,
	costTableWidth,
} from '../../source/ui/components/cost-table.tsx';
import {FieldList} from '../../source/ui/components/field-list.tsx';
import {KeyFooter} from '../../source/ui/components/key-footer.tsx';
import {SelectList} from '../../source/ui/components/select-list.tsx';
import {StepBar} from '../../source/ui/components/step-bar.tsx';
import {TextField} from '../../source/ui/components/text-field.tsx';
import {TonedLine} from '../../source/ui/components/toned-lines.tsx';
import {oneLine} from '../../source/ui/lines.ts';
import {ThemeContext, themeOf} from '../../source/ui/theme.ts';

const ESCAPES = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');

/** The frame as text; the inverse parts stand in brackets when `showFocus` asks for them. */
const frameOf = (node: ReactNode, {showFocus = false, color = false} = {}): string => {
	const {lastFrame, unmount} = render(<ThemeContext value={themeOf(color)}>{node}</ThemeContext>);
	const frame = lastFrame() ?? '';
	unmount();
	const marked = showFocus
		? frame
				.replaceAll(`${String.fromCharCode(27)}[7m`, '[')
				.replaceAll(`${String.fromCharCode(27)}[27m`, ']')
		: frame;
	return marked.replace(ESCAPES, '').replace(/ +$/gm, '');
};

describe('text field', () => {
	const field = (text: string, caret: number, width = 20, placeholder = '') =>
		frameOf(
			<TextField text={text} caret={caret} isFocused width={width} placeholder={placeholder} />,
			{showFocus: true},
		);

	test('the caret stands behind the text, or on a character', () => {
		expect(field('nginx', 5)).toBe('nginx[ ]');
		expect(field('nginx', 1)).toBe('n[g]inx');
		expect(field('镜像', 1)).toBe('镜[像]');
	});

	test('an empty field shows the default behind the caret', () => {
		expect(field('', 0, 20, 'app')).toBe('[a]pp');
	});

	test('a long text scrolls with the caret and never grows wider', () => {
		const text = 'registry.cn-hangzhou.aliyuncs.com/team/image:tag';
		expect(field(text, text.length, 20)).toBe('…om/team/image:tag[ ]');
		expect(field(text, 0, 20)).toBe('[r]egistry.cn-hangzho…');
		for (let caret = 0; caret <= text.length; caret++)
			expect(displayWidth(field(text, caret, 20).replace(/[[\]]/g, ''))).toBeLessThanOrEqual(20);
	});

	test('without the focus there is no caret', () => {
		expect(
			frameOf(<TextField text="nginx" caret={2} isFocused={false} width={20} />, {showFocus: true}),
		).toBe('nginx');
	});
});

describe('select list', () => {
	const items = ['one', 'two', 'three', 'four', 'five', 'six'].map(text => ({line: oneLine(text)}));

	test('the focus is a mark and inverse, not colour alone', () => {
		expect(
			frameOf(<SelectList items={items.slice(0, 3)} focus={1} width={12} height={5} />, {
				showFocus: true,
			}),
		).toBe(['   one', ' ❯ [two     ]', '   three'].join('\n'));
	});

	test('a long list scrolls and says how much is out of sight', () => {
		expect(frameOf(<SelectList items={items} focus={3} width={12} height={4} />)).toBe(
			['  ↑ 2', '   three', ' ❯ four', '  ↓ 2'].join('\n'),
		);
		expect(frameOf(<SelectList items={items} focus={0} width={12} height={4} />)).toBe(
			[' ❯ one', '   two', '   three', '  ↓ 3'].join('\n'),
		);
		expect(frameOf(<SelectList items={items} focus={5} width={12} height={4} />)).toBe(
			['  ↑ 3', '   four', '   five', ' ❯ six'].join('\n'),
		);
	});
});

test('labels of a form line up, Chinese ones too', () => {
	const item = (label: string, value: string, isFocused = false) => ({
		label,
		isFocused,
		value: oneLine(value),
		notes: isFocused ? [oneLine('       ✗ wrong', 'danger')] : [],
	});
	expect(
		frameOf(
			<FieldList
				items={[item('名称', 'web'), item('CPU', 'x', true), item('副本数', '3')]}
				labelWidth={6}
				width={40}
				height={9}
			/>,
		),
	).toBe(['   名称    web', ' ❯ CPU     x', '       ✗ wrong', '   副本数  3'].join('\n'));
});

describe('cost table', () => {
	const table = {
		columns: [
			{heading: '付费方式', align: 'left', tone: 'plain'},
			{heading: '规格', align: 'left', tone: 'plain'},
			{heading: '¥/小时', align: 'right', tone: 'plain'},
		],
		rows: [
			['按量付费', 'ecs.c6.large', '0.3900'],
			['抢占式实例', '2-4Gi', '无价格'],
		],
	} as const;

	test('wide characters line up', () => {
		expect(frameOf(<CostTable {...table} />)).toBe(
			[
				'┌────────────┬──────────────┬────────┐',
				'│ 付费方式   │ 规格         │ ¥/小时 │',
				'├────────────┼──────────────┼────────┤',
				'│ 按量付费   │ ecs.c6.large │ 0.3900 │',
				'├────────────┼──────────────┼────────┤',
				'│ 抢占式实例 │ 2-4Gi        │ 无价格 │',
				'└────────────┴──────────────┴────────┘',
			].join('\n'),
		);
	});

	test('it is as large as it says', () => {
		const lines = frameOf(<CostTable {...table} />).split('\n');
		expect(lines).toHaveLength(costTableHeight(table.rows.length));
		expect(new Set(lines.map(displayWidth))).toEqual(new Set([costTableWidth(table)]));
	});

	test('it follows when its contents grow', () => {
		const {lastFrame, rerender} = render(<CostTable {...table} />);
		rerender(<CostTable {...table} rows={[['按量付费', 'ecs.u1-c1m2.large', '12.3456']]} />);
		const widths = (lastFrame() ?? '').replace(ESCAPES, '').split('\n').map(displayWidth);
		expect(new Set(widths).size).toBe(1);
	});
});

describe('key footer', () => {
	const keys = [
		{shown: '↑↓', label: 'move'},
		{shown: 'Enter', label: 'next'},
		{shown: 'Esc', label: 'back'},
		{shown: '?', label: 'keys'},
	];

	test('every key that fits', () => {
		expect(frameOf(<KeyFooter keys={keys} width={60} />)).toBe(
			' ↑↓ move  Enter next  Esc back  ? keys',
		);
	});

	test('the ways on and back and the help stay where the room is short', () => {
		expect(frameOf(<KeyFooter keys={keys} width={30} />)).toBe(' Enter next  Esc back  ? keys');
	});
});

describe('step bar', () => {
	const names = ['Workload', 'Containers', 'Size'];

	test('the step, the others, and what is wrong', () => {
		expect(frameOf(<StepBar names={names} current={1} troubled={[0]} width={60} />)).toBe(
			' 1 Workload✗ ❯2 Containers  3 Size',
		);
	});

	test('short of gaps, every step keeps its name, whether or not something is wrong', () => {
		expect(frameOf(<StepBar names={names} current={1} troubled={[]} width={33} />)).toBe(
			' 1 Workload❯2 Containers 3 Size',
		);
		expect(frameOf(<StepBar names={names} current={1} troubled={[0]} width={33} />)).toBe(
			' 1 Workload✗❯2 Containers 3 Size',
		);
	});

	test('short of room, only the step has its name', () => {
		expect(frameOf(<StepBar names={names} current={1} troubled={[]} width={24} />)).toBe(
			' 1 ❯2 Containers  3',
		);
	});
});

test('what a terminal would obey is shown, not sent', () => {
	expect(frameOf(<TonedLine line={oneLine('\u001b[2Jweb\u0007')} />)).toBe('\\u001b[2Jweb\\u0007');
});

test('without colour there is none, with it there is', () => {
	const colorOf = (color: boolean) => {
		const {lastFrame} = render(
			<ThemeContext value={themeOf(color)}>
				<TonedLine line={oneLine('careful', 'warning')} />
			</ThemeContext>,
		);
		return lastFrame();
	};
	expect(colorOf(false)).toBe('careful');
	expect(colorOf(true)).not.toBe('careful');
});
