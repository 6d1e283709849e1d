/** Exponential spells in stock and out of it, in hours [facts/simulation §4-C]. */
export type OnOff = {readonly meanUp: number; readonly meanDown: number};

export const availability = ({meanUp, meanDown}: OnOff): number => meanUp / (meanUp + meanDown);

const relaxation = ({meanUp, meanDown}: OnOff): number => 1 / meanUp + 1 / meanDown;

/** The chance to be up after `hours`, from up. */
export const upAfter = (stock: OnOff, hours: number): number => {
	const share = availability(stock);
	return share + (1 - share) * Math.exp(-relaxation(stock) * hours);
};

/** Mean time up within `hours`, from up. */
export const upTime = (stock: OnOff, hours: number): number => {
	const share = availability(stock);
	const rate = relaxation(stock);
	return share * hours + ((1 - share) * -Math.expm1(-rate * hours)) / rate;
};

/** Mean time that `useful` hours take when they wait for stock, from up. */
export const waitingTime = ({meanUp, meanDown}: OnOff, useful: number): number =>
	useful * (1 + meanDown / meanUp);

/** Mean price when one moves between spot and on demand for nothing. */
export const switchingPrice = (stock: OnOff, spot: number, onDemand: number): number =>
	spot * availability(stock) + onDemand * (1 - availability(stock));
