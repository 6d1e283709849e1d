import {spawnSync} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {inflateSync} from 'node:zlib';
import {describe, expect, test} from 'vitest';
import {GROUND} from '../../source/present/page/palette.ts';
import {inFolder, runProgram} from '../helpers/run-program.ts';

const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome'];

const browser = BROWSERS.find(name => spawnSync(name, ['--version']).status === 0);

const browse = (folder: string, page: string, ...flags: readonly string[]) => {
	const args = [
		'--headless',
		'--no-sandbox',
		'--disable-gpu',
		'--hide-scrollbars',
		`--user-data-dir=${join(folder, 'profile')}`,
		'--enable-logging=stderr',
		'--window-size=900,1200',
		...flags,
		pathToFileURL(page).href,
	];
	return spawnSync(browser ?? '', args, {encoding: 'utf8', timeout: 60_000});
};

/** The colour of the first pixel: whatever the filter of the first row, its first pixel is written as it is. */
const cornerOf = (png: Buffer): string => {
	const parts: Buffer[] = [];
	for (let at = 8; at < png.length; ) {
		const length = png.readUInt32BE(at);
		if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
			parts.push(png.subarray(at + 8, at + 8 + length));
		at += 12 + length;
	}
	return `#${inflateSync(Buffer.concat(parts)).toString('hex', 1, 4)}`;
};

const LINE = ['report', '--preset=web', '--paths=50', '--quiet'];

describe.skipIf(!browser)(
	`in a browser${browser ? '' : ' (skipped: there is no Chromium)'}`,
	() => {
		test(
			'a report is drawn in the light and in the dark, printed, and has no error',
			() =>
				inFolder(async folder => {
					const {out, code} = await runProgram(LINE, {timeout: 60_000});
					expect(code).toBe(0);
					const page = join(folder, 'report.html');
					writeFileSync(page, out);
					const {stdout, stderr} = browse(folder, page, '--dump-dom');
					expect(stderr).not.toMatch(/CONSOLE|Refused to/);
					const count = (text: string, tag: string) => text.split(tag).length - 1;
					for (const tag of ['<section', '<tr', '<td', '<path', '<text'])
						expect(count(stdout, tag)).toBe(count(out, tag));
					for (const [shade, scheme] of [
						['light', 1],
						['dark', 0],
					] as const) {
						const shot = join(folder, `${shade}.png`);
						browse(
							folder,
							page,
							`--screenshot=${shot}`,
							`--blink-settings=preferredColorScheme=${scheme}`,
						);
						expect(cornerOf(readFileSync(shot))).toBe(GROUND[shade]);
					}
					const paper = join(folder, 'report.pdf');
					browse(folder, page, `--print-to-pdf=${paper}`);
					expect(readFileSync(paper).subarray(0, 5).toString()).toBe('%PDF-');
				}),
			120_000,
		);
	},
);
