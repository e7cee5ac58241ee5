/**
 * Styles of the HTML mail. All that carries meaning is inline, since Outlook and QQ mail drop or rewrite style
 * blocks; the block below only adapts to dark mode and narrow screens, where a client knows them.
 */
export const inline = {
  body: 'margin:0;padding:0;background:#eef1f4;',
  outer: 'background:#eef1f4;padding:16px 8px;',
  frame: 'width:100%;max-width:720px;margin:0 auto;',
  font: 'font-family:-apple-system,Segoe UI,PingFang SC,Microsoft YaHei,Noto Sans CJK SC,sans-serif;',
  head: 'padding:4px 8px 14px;font-size:13px;line-height:20px;color:#52606d;',
  brand: 'font-size:16px;font-weight:bold;color:#102a43;',
  card: 'background:#ffffff;border:1px solid #d9e2ec;border-radius:8px;padding:18px 20px;',
  gap: 'height:14px;line-height:14px;font-size:1px;',
  label: 'font-size:12px;line-height:18px;font-weight:bold;color:#0b5cad;letter-spacing:.04em;',
  title: 'margin:2px 0 4px;font-size:19px;line-height:27px;font-weight:bold;color:#102a43;',
  titleLink: 'color:#102a43;text-decoration:none;',
  summary: 'margin:0 0 6px;font-size:15px;line-height:23px;font-weight:bold;color:#243b53;',
  fact: 'margin:0;font-size:13px;line-height:20px;color:#52606d;',
  table: 'width:100%;margin:14px 0 0;font-size:14px;line-height:21px;color:#102a43;',
  th: 'padding:6px 8px 6px 0;border-bottom:2px solid #bcccdc;font-size:12px;line-height:18px;color:#52606d;',
  td: 'padding:10px 8px 2px 0;',
  quotes: 'padding:0 0 10px;border-bottom:1px solid #e4e9ef;font-size:13px;line-height:20px;color:#52606d;',
  quote: 'color:#3d5a75;',
  small: 'font-size:12px;color:#52606d;font-weight:normal;',
  raised: 'color:#0b5cad;font-weight:bold;',
  lowered: 'color:#9a4b00;font-weight:bold;',
  other: 'color:#5b3a8e;font-weight:bold;',
  hunk: 'margin:10px 0 0;padding:8px 12px;background:#f5f7fa;border-left:3px solid #bcccdc;font-size:14px;line-height:23px;color:#102a43;',
  ins: 'background:#d5f0dc;color:#0a4a22;text-decoration:underline;',
  del: 'background:#fbdcdc;color:#7a1414;text-decoration:line-through;',
  part: 'margin:14px 0 2px;font-size:14px;line-height:21px;font-weight:bold;color:#102a43;',
  note: 'margin:12px 0 0;font-size:13px;line-height:20px;color:#52606d;',
  button:
    'display:inline-block;margin:14px 0 2px;padding:8px 16px;background:#0b5cad;border-radius:5px;font-size:14px;line-height:20px;font-weight:bold;color:#ffffff;text-decoration:none;',
  links: 'margin:8px 0 0;font-size:13px;line-height:22px;color:#52606d;',
  link: 'color:#0b5cad;text-decoration:underline;',
  foot: 'padding:16px 8px 4px;font-size:12px;line-height:19px;color:#52606d;',
} as const;

/** Classes repeat the inline colours for dark screens; `!important` is what lets a block win over inline styles. */
export const styleBlock = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.m-bg{background:#12181f!important}
.m-card{background:#1b242e!important;border-color:#33414f!important}
.m-ink{color:#e6edf3!important}
.m-dim{color:#a9b8c6!important}
.m-line{border-color:#33414f!important}
.m-link,.m-raised{color:#79b8ff!important}
.m-lowered{color:#ffb066!important}
.m-other{color:#c8a8ff!important}
.m-hunk{background:#222d38!important;border-color:#4a5a6a!important}
.m-ins{background:#12402a!important;color:#b5f0c8!important}
.m-del{background:#4d1f22!important;color:#ffc9c9!important}
.m-button{background:#2f7fd1!important;color:#ffffff!important}
}
@media (max-width:520px){
.m-card{padding:14px 12px!important}
.m-title{font-size:17px!important;line-height:25px!important}
.m-td{font-size:13px!important;padding-right:5px!important}
}`;
