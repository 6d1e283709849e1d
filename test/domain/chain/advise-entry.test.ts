import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {adviseEntry} from '../../../source/domain/chain/advise-entry.ts';
import {heldReason} from '../../../source/domain/chain/reasons.ts';
import type {PlanInput} from '../../../source/domain/input/plan-input.ts';
import {compare, toNumber} from '../../../source/domain/units/fraction.ts';
import {amountOf, BOOK, planOf} from '../../helpers/domain-fixtures.ts';

const containers = [{cpu: '2', memory: '4Gi'}];

const advised = (useSpecs: readonly string[], chain: PlanInput['chain'] = {}) => {
	const plan = planOf({containers, chain: {...chain, useSpecs: [...useSpecs]}});
	return {plan, addition: adviseEntry(plan.chain, plan.sizing.asked, plan.request, BOOK)};
};

describe('the entry that a chain lacks', () => {
	it('is the cheapest that reaches the target, at its place by price', () => {
		const {addition} = advised(['2-4Gi'], {targetPlaced: '99%'});
		// 1 − 0.05 × 0.2; (0.8 × 0.39 + 0.19 × 0.441072) ÷ 0.99 − 0.441072
		expect(addition).toMatchObject({token: 'ecs.c6.large', place: 0});
		expect(addition && toNumber(addition.placed)).toBe(0.99);
		expect(amountOf(addition?.more)).toMatch(/^-0\.041270/);
	});

	it('is the one that comes nearest where none reaches it', () => {
		// A type of the same family runs out with c6.large more often than the size does.
		expect(advised(['ecs.c6.large'], {targetPlaced: '99.99%'}).addition?.token).toBe('2-4Gi');
	});

	it('keeps to what is avoided, and stands behind what costs no more', () => {
		const avoid = ['ecs.c6.large', 'ecs.c7.large'];
		const {addition} = advised(['2-4Gi'], {targetPlaced: '99%', avoid});
		expect(addition).toMatchObject({token: 'ecs.g6.large', place: 1});
	});

	it('has no price beside an entry that has none', () => {
		const {addition} = advised(['ecs.c7.nothing'], {targetPlaced: '95%'});
		expect(addition).toMatchObject({token: 'ecs.c6.large', more: null});
	});

	it('is none where the target is reached, or the chain is full', () => {
		expect(advised(['2-4Gi'], {targetPlaced: '95%'}).addition).toBeNull();
		const full = ['2-4Gi', '2-8Gi', '2-16Gi', '4-8Gi', '4-16Gi'];
		expect(advised(full, {targetPlaced: '99%'}).addition).toBeNull();
	});

	it('always makes the chain surer, by as much as it says', () => {
		const names = ['2-4Gi', 'ecs.c6.large', 'ecs.c7.large', 'ecs.g6.large', 'ecs.c7.nothing'];
		fc.assert(
			fc.property(fc.shuffledSubarray(names, {minLength: 1, maxLength: 4}), tokens => {
				const {plan, addition} = advised(tokens, {targetPlaced: '99.99%'});
				if (!addition) return;
				const {token, place, placed} = addition;
				const longer = [...tokens.slice(0, place), token, ...tokens.slice(place)];
				const {odds} = advised(longer).plan.chain;
				expect(compare(placed, plan.chain.odds.placed)).toBe(1);
				expect(compare(placed, odds.placed)).toBe(0);
			}),
		);
	});
});

describe('the reason of an entry in a chain that was picked and then edited', () => {
	const reasonsOf = (useSpecs: readonly string[] | undefined, pin: readonly string[] = []) => {
		const chain = {pin: [...pin], ...(useSpecs && {useSpecs: [...useSpecs]})};
		const {chain: own, picked, request} = planOf({containers, chain});
		return own.entries.map(
			entry => `${entry.token} ${heldReason(entry, own, picked, request.chain.pinned)}`,
		);
	};

	it('is that of the pick as long as it holds', () => {
		const picked = reasonsOf(undefined);
		const tokens = picked.map(text => text.split(' ')[0] ?? '');
		expect(picked.slice(0, 2)).toEqual(['ecs.c6.large cheapest', 'ecs.c7.large other-generation']);
		expect(reasonsOf(tokens)).toEqual(picked);
		expect(reasonsOf(tokens.slice(0, 2))).toEqual(picked.slice(0, 2));
	});

	it('is the move where it no longer holds', () => {
		expect(reasonsOf(['ecs.c7.large', '2-4Gi', 'ecs.c6.large'])).toEqual([
			'ecs.c7.large moved',
			'2-4Gi any-host',
			'ecs.c6.large cheapest',
		]);
	});

	it('is that it was kept where those before it are gone', () => {
		expect(reasonsOf(['ecs.c7.large', '2-4Gi'])).toEqual(['ecs.c7.large kept', '2-4Gi any-host']);
	});

	it('is the user for what the pick does without, and for pins', () => {
		expect(reasonsOf(['ecs.c6.large', '64-512Gi'])).toEqual([
			'ecs.c6.large cheapest',
			'64-512Gi given',
		]);
		expect(reasonsOf(['ecs.c7.large', '2-4Gi'], ['ecs.c7.large'])).toEqual([
			'ecs.c7.large pinned',
			'2-4Gi any-host',
		]);
	});
});
