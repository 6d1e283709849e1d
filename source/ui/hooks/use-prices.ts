import {type Dispatch, useEffect} from 'react';
import {defaultPlanInput} from '../../domain/input/plan-input.ts';
import type {PriceBook} from '../../domain/pricing/price-book.ts';
import type {Currency} from '../../domain/units/money.ts';
import type {WizardAction, WizardState} from '../state/wizard-types.ts';

export type LoadPrices = (region: string, currency: Currency) => Promise<PriceBook>;

/** Keeps the prices those of the chosen region and currency; the old ones stay until the new ones are there. */
export const usePrices = (
	state: WizardState,
	dispatch: Dispatch<WizardAction>,
	loadPrices: LoadPrices,
): void => {
	const {region = defaultPlanInput.region, currency = defaultPlanInput.currency} = state.input;
	const isKnown = state.opening.regions.includes(region);
	useEffect(() => {
		if (!isKnown) return;
		let isWanted = true;
		loadPrices(region, currency).then(
			book => {
				if (isWanted) dispatch({type: 'prices-loaded', book});
			},
			() => {
				if (isWanted) dispatch({type: 'prices-failed', region});
			},
		);
		return () => {
			isWanted = false;
		};
	}, [region, currency, isKnown, loadPrices, dispatch]);
};
