import {openWizard} from '../../source/ui/open-wizard.tsx';
import {realSimulator} from './simulator.ts';
import {openTerminal} from './terminal.ts';
import {type GivenRequest, memoryRequest} from './wizard-request.ts';

type Given = GivenRequest & {
	readonly editor?: (text: string) => Promise<string | null>;
	readonly columns?: number;
	readonly rows?: number;
	/** Simulates beside the wizard, as the program does. */
	readonly isLive?: boolean;
};

/** The whole wizard in an emulated terminal, 80×24 unless told. */
export const startWizard = async ({
	columns = 80,
	rows = 24,
	isLive = false,
	...given
}: Given = {}) => {
	const live = realSimulator();
	const terminal = openTerminal({columns, rows}, live.isBusy);
	const {request, outside} = memoryRequest({
		...(isLive && {simulator: live.simulator}),
		...given,
	});
	const result = openWizard({
		stdin: terminal.stdin,
		stdout: terminal.stdout,
		stderr: terminal.stderr,
		editor: async () => null,
		suspension: {listen: () => () => undefined, stop: () => undefined},
		...request,
	});
	await terminal.settled();
	return {...terminal, ...outside, result};
};
