import {INKS} from './palette.ts';

const TONES = Object.keys(INKS)
	.map(tone => `.${tone}{color:var(--${tone})}`)
	.join('\n');

/** Everything a page looks like: nothing is loaded from elsewhere. */
export const PAGE_STYLE = `:root{color-scheme:light dark}
body{margin:0 auto;padding:2rem 1.5rem;max-width:60rem;font:15px/1.5 system-ui,sans-serif;background:var(--ground);color:var(--plain)}
h1{margin:0;font-size:1.6rem}
h2{margin:2.2rem 0 .6rem;font-size:1.1rem}
header p,footer{margin:.2rem 0;color:var(--muted)}
footer{margin-top:2.5rem;padding-top:.8rem;border-top:1px solid var(--rule);font-size:.9rem}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
th,td{padding:.25rem .7rem .25rem 0;border-bottom:1px solid var(--rule);text-align:left;vertical-align:top}
th{font-weight:600;color:var(--muted)}
.right{text-align:right;white-space:nowrap}
dl{display:grid;grid-template-columns:minmax(8rem,max-content) 1fr;gap:.2rem 1rem;margin:0}
dt{color:var(--muted)}
dd{margin:0;overflow-wrap:anywhere}
pre{padding:.8rem;border:1px solid var(--rule);overflow-x:auto;font:13px/1.45 ui-monospace,monospace}
figure{margin:0}
svg{width:100%;height:auto}
ul{margin:0;padding-left:1.2rem}
li{overflow-wrap:anywhere}
${TONES}
.accent,.heading{font-weight:600}
@media print{body{max-width:none;padding:0;font-size:11px}.scroll{overflow:visible}pre{white-space:pre-wrap}section,tr,figure{break-inside:avoid}}`;
