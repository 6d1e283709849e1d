import process from 'node:process';

/** Runs the program with the arguments after this file, and says on stderr how much memory it took, in KiB. */
process.on('exit', () => process.stderr.write(`\n${process.resourceUsage().maxRSS}`));
const program = new URL('../../bin/eci-plan.js', import.meta.url);
await import(program.href);
