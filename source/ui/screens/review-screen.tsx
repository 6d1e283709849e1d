import {Box} from 'ink';
import type {ReactNode} from 'react';
import {CostTable} from '../components/cost-table.tsx';
import {TonedLines} from '../components/toned-lines.tsx';
import {oneLine} from '../lines.ts';
import {reviewOf, scrollLimit} from '../review.ts';
import type {ScreenProps} from '../view.ts';

/** What each way to pay comes to, costs, notes and YAML on one page that scrolls. */
export const ReviewScreen = ({state, view}: ScreenProps): ReactNode => {
	const review = reviewOf(state, view);
	const isLong = review.height > view.height;
	const height = isLong ? view.height - 1 : view.height;
	const scroll = Math.min(state.scroll, scrollLimit(review, height));
	const last = Math.min(review.height, scroll + height);
	return (
		<Box flexDirection="column">
			<Box height={height} overflow="hidden" contentOffsetY={scroll} flexDirection="column">
				<Box flexDirection="column" flexShrink={0}>
					<TonedLines lines={review.simulated} />
					{review.table && (
						<Box marginLeft={1} flexShrink={0}>
							<CostTable {...review.table} />
						</Box>
					)}
					<TonedLines lines={review.lines} />
				</Box>
			</Box>
			{isLong && (
				<TonedLines
					lines={[oneLine(` ${view.texts.review.lines(scroll + 1, last, review.height)}`, 'muted')]}
				/>
			)}
		</Box>
	);
};
