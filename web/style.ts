/** Where the style sheet is served. */
export const STYLE_PATH = '/style.css';

/** The one style sheet: light and dark by the reader's system, one column on a phone, plain on paper. */
export const style = `
:root{color-scheme:light dark;
--paper:#fff;--ground:#f4f6f8;--ink:#14202c;--dim:#52606d;--line:#d9e2ec;--link:#0b5cad;--accent:#0b5cad;--on-accent:#fff;
--up:#0b5cad;--down:#9a4b00;--other:#5b3a8e;--good:#1b6e3c;--bad:#a61b1b;
--ins:#d5f0dc;--ins-ink:#0a4a22;--del:#fbdcdc;--del-ink:#7a1414;
--target:#fff3bf;--achievement:#dcefe0;--context:#eceff3;--hit:#ffd43b}
@media (prefers-color-scheme:dark){:root{
--paper:#1b242e;--ground:#12181f;--ink:#e6edf3;--dim:#a9b8c6;--line:#33414f;--link:#79b8ff;--accent:#2f7fd1;--on-accent:#fff;
--up:#79b8ff;--down:#ffb066;--other:#c8a8ff;--good:#7ee2a0;--bad:#ff9d9d;
--ins:#12402a;--ins-ink:#b5f0c8;--del:#4d1f22;--del-ink:#ffc9c9;
--target:#4b4112;--achievement:#1d4029;--context:#2b3743;--hit:#8a6d00}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.65 system-ui,-apple-system,"Segoe UI","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
a{color:var(--link);text-underline-offset:.18em}
a:focus-visible,button:focus-visible,select:focus-visible,summary:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
main:focus{outline:none}
.skip{position:absolute;left:-999px}.skip:focus{left:1rem;top:.5rem;background:var(--paper);padding:.4rem .8rem;z-index:1}
body>header,main,body>footer{max-width:1080px;margin:0 auto;padding:0 1.25rem}
body>header{display:flex;flex-wrap:wrap;align-items:baseline;gap:.25rem 1.5rem;padding-top:1rem;padding-bottom:1rem;border-bottom:1px solid var(--line)}
.brand{font-weight:700;font-size:1.15rem;color:var(--ink);text-decoration:none}
body>header nav{display:flex;flex-wrap:wrap;gap:1.1rem}
body>header nav a{color:var(--dim);text-decoration:none;padding:.2rem 0}
body>header nav a[aria-current]{color:var(--ink);font-weight:600;border-bottom:2px solid var(--accent)}
.language{margin-left:auto}
main{padding-top:1.25rem;padding-bottom:2rem}
body>footer{border-top:1px solid var(--line);color:var(--dim);font-size:.85rem}
h1{font-size:1.6rem;line-height:1.35;margin:.2rem 0 .8rem}
h1 a,h2 a{color:inherit;text-decoration:none}h2 a{text-decoration:underline;text-decoration-color:var(--line)}
h2{font-size:1.2rem;line-height:1.4;margin:1.8rem 0 .6rem}
h3{font-size:1.05rem;margin:1.2rem 0 .4rem}
time,.whole{white-space:nowrap}
small{font-size:.82rem;color:var(--dim)}
.meta{margin:.2rem 0;color:var(--dim);font-size:.88rem}
.label{display:inline-block;color:var(--accent);font-weight:700;margin-right:.5rem}
@media (prefers-color-scheme:dark){.label{color:var(--link)}}
.summary{margin:.2rem 0 .6rem;font-weight:600}
.empty{color:var(--dim)}
.health{font-size:.92rem;margin:0 0 1.2rem}
.health a{text-decoration:none;color:var(--dim)}
.health a::before{content:"●";margin-right:.5rem}
.health.well a::before{color:var(--good)}.health.ill a::before{color:var(--bad)}
.card{background:var(--paper);border:1px solid var(--line);border-radius:10px;padding:1rem 1.25rem 1.1rem;margin:0 0 1.1rem}
.card h2{margin:.1rem 0 .4rem}
.card h2 a{color:inherit;text-decoration:none}.card h2 a:hover{text-decoration:underline}
.card p:last-child{margin-bottom:0}
.card .meta:not(:first-of-type){margin-top:1rem;padding-top:.8rem;border-top:1px dashed var(--line)}
.button,button{display:inline-block;border:0;border-radius:6px;background:var(--accent);color:var(--on-accent);font:inherit;font-weight:600;padding:.4rem 1rem;text-decoration:none;cursor:pointer}
.facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:.4rem 1.5rem;margin:.5rem 0 1rem;font-size:.92rem}
.facts div{min-width:0}.facts dt{color:var(--dim);font-size:.82rem}.facts dd{margin:0;overflow-wrap:anywhere}
.chips{display:flex;flex-wrap:wrap;align-items:center;gap:.5rem;margin:.5rem 0 .9rem;font-size:.92rem}
.chip{border:1px solid var(--line);border-radius:999px;padding:.15rem .8rem;background:var(--paper);text-decoration:none;color:var(--ink)}
.chip[aria-current]{background:var(--accent);border-color:var(--accent);color:var(--on-accent)}
.filter{display:flex;flex-wrap:wrap;gap:.6rem 1.2rem;align-items:center;margin:0 0 1rem}
select{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--line);border-radius:6px;padding:.3rem .5rem;max-width:16rem}
table{border-collapse:collapse;width:100%;background:var(--paper);margin:.5rem 0 1rem}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td{text-align:left;vertical-align:top;padding:.6rem .7rem;border-bottom:1px solid var(--line)}
thead th{font-size:.85rem;color:var(--dim);border-bottom:2px solid var(--line);white-space:nowrap}
tbody th{font-weight:600}
tbody th small{display:block;font-weight:400}
.changes th[scope=row]{width:20%}.changes td{width:31%}.changes td:last-child{width:18%}
.changes tr.same{color:var(--dim)}
.changes td strong{display:inline-block;margin-right:.4rem}
.quote{display:block;font-size:.88rem;line-height:1.5;color:var(--dim);text-decoration-color:var(--line)}
.quote:hover{color:var(--link);text-decoration-color:currentcolor}
.absent{color:var(--dim)}
.mark{font-weight:700;color:var(--other);white-space:nowrap}
.mark.raised{color:var(--up)}.mark.lowered{color:var(--down)}.mark.same{color:var(--dim);font-weight:400}
.mark.met{color:var(--good)}.mark.missed{color:var(--bad)}.mark.firmer,.mark.above{color:var(--up)}.mark.weaker,.mark.below{color:var(--down)}
.mark.not_reported,.mark.not_due,.mark.equal,.mark.incomparable{color:var(--dim);font-weight:400}
.step{display:block}
.also{margin-top:.5rem;padding-top:.4rem;border-top:1px dashed var(--line)}
.tasks{padding-left:1.1rem}.tasks li{margin:.5rem 0}.tasks p{margin:.1rem 0;overflow-wrap:anywhere}.tasks small{display:block}
details{margin:.5rem 0}summary h3{display:inline}
.depth-1{padding-left:1.6rem}.depth-2{padding-left:3rem}.depth-3{padding-left:4.4rem}
.legend{font-size:.9rem;color:var(--dim)}.legend dl{margin:.5rem 0}.legend div{display:grid;grid-template-columns:8rem 1fr;gap:.8rem;margin:.2rem 0}.legend dt{font-weight:600;color:var(--ink)}.legend dd{margin:0}
summary{cursor:pointer}summary h2{display:inline}
.outline,.claims{list-style:none;padding:0}.outline .level-2{margin-left:1.5rem}.outline .level-3{margin-left:3rem}.outline .level-4{margin-left:4.5rem}.outline .level-1{font-weight:600;margin-top:.4rem}
.pager{display:flex;gap:1.5rem;margin:1rem 0}
.problems{margin:0;padding-left:1.1rem;overflow-wrap:anywhere}.problems code{font-size:.85rem;color:var(--bad)}
tr.ill th{border-left:3px solid var(--bad)}
.article-head{margin-bottom:.5rem}.kicker,.subtitle{margin:0;color:var(--dim)}
.text{background:var(--paper);border:1px solid var(--line);border-radius:10px;padding:1.2rem clamp(1rem,4vw,2.6rem);line-height:1.9;overflow-wrap:anywhere}
.text h2{font-size:1.15rem}.text p{margin:.55rem 0}.text .item{margin-left:1.2rem}
.text blockquote{margin:.8rem 0;padding-left:1rem;border-left:3px solid var(--line)}
.text .caption{color:var(--dim);font-size:.9rem;text-align:center}
.scroll{overflow-x:auto}.inset td{border:1px solid var(--line);padding:.3rem .6rem}
mark{color:inherit;background:var(--context);border-radius:3px;padding:.05em 0}
mark.target{background:var(--target)}mark.achievement{background:var(--achievement)}
mark:target,span:target+mark{background:var(--hit);outline:2px solid var(--down);outline-offset:1px}
.diff{background:var(--paper);border:1px solid var(--line);border-radius:10px;padding:.6rem 1.2rem;overflow-wrap:anywhere}
.diff p{margin:.6rem 0;padding-left:.8rem;border-left:3px solid transparent}
.diff .same{color:var(--dim)}.diff .edited{border-color:var(--other)}.diff .added{border-color:var(--good)}.diff .removed{border-color:var(--bad)}.diff .moved{border-color:var(--down)}
.diff .gap{color:var(--dim);font-size:.85rem;text-align:center}
ins{background:var(--ins);color:var(--ins-ink);text-decoration:underline;text-decoration-thickness:1px}
del{background:var(--del);color:var(--del-ink)}
@media (max-width:700px){
body{font-size:15px}.facts{grid-template-columns:repeat(auto-fill,minmax(9rem,1fr))}.list .quote{display:inline}h1{font-size:1.35rem}
.card,.text,.diff{padding-left:.9rem;padding-right:.9rem}
.changes thead,.list thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.changes tr,.list tr{display:block;padding:.6rem 0;border-bottom:1px solid var(--line)}
.changes th,.changes td,.list th,.list td{display:block;width:auto!important;border:0;padding:.15rem .7rem}
.changes td::before,.list td[data-label]::before{content:attr(data-label) " ";color:var(--dim);font-size:.82rem}
.list td:empty{display:none}
.legend div{grid-template-columns:6.5rem 1fr}}
@media print{
:root{color-scheme:light;--paper:#fff;--ground:#fff;--ink:#000;--dim:#444;--line:#bbb;--link:#000}
body>header nav,.language,.chips,.filter,.pager,.skip,form,.legend,.button{display:none}
body{font-size:11pt}.card,.text,.diff{border:0;padding:0}tr,.card{break-inside:avoid}
a.out::after{content:" (" attr(href) ")";font-size:.8em}}
`;
