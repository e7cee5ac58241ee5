import type { Element } from 'domhandler';

/**
 * What the name of a box says about it. Names are hints: they raise or lower a score, and a box is only removed for
 * its name when most of the page's stands elsewhere.
 */
export type Role = 'content' | 'chrome' | 'plain';

/** Parts of class names and ids, whole words between `-`, `_`, case changes folded away. */
const CHROME_WORDS =
  'nav navbar navigation menu menus breadcrumb breadcrumbs crumb crumbs bread footer foot copyright header topbar toolbar sidebar aside left-side right-side comment comments commentlist reply replies discuss disqus respond share shares sharing sharebox sharedaddy addtoany jp-relatedposts bdsharebuttonbox social sns subscribe subscription newsletter signup related relate relates relation recommend recommended recommendations recommends recom tuijian xiangguan xgyd xgxw fenxiang pinglun daohang hots hotnews hotlist ranking ranks paihang paihangbang top10 trending appdownload apptitle morenews morearticle more-article readmore ad ads adv advert advertisement advertising advertorial sponsor sponsored promo promotion promoted guanggao banner popup modal dialog tooltip cookie cookies consent onetrust gdpr qrcode qr erweima ewm floating tags tagcloud taglist keywords keyword prevnext pager pagination page-nav pagenav paging printer fontsize font-size player videoplayer video-player mplayer playercontainer statement disclaimer declare shengming mianze tools widget widgets jubao tiearea gentie outbrain taboola byline author-bio authorbio bio author-info authorinfo aboutauthor author-box votes dianzan likes zebian editor-info search searchbar bshare jiathis post-tags post-meta entry-meta recirc recirculation teaser teasers digest zhaiyao daodu abstract noprint no-print gutter lineno linenos line-numbers linenumbers linenumber';

/** Words that only tell as the whole name: `float-md-left` and `tag-politics` stand on articles. */
const CHROME_NAMES =
  'follow login register rec hot rank popular latest consent weixin wechat wx float fixed tag prev next print tool feedback report tie vote voting survey mood emotion zan praise like editor skip hidden-print';

const CONTENT_WORDS =
  'article content articlecontent article-content article-body articlebody post-body post_body post-content post_content entry entry-content story story-body storybody trs_editor ueditor ucap-content zoom zoomcon fontzoom detail details textbody artibody artbody cont con contents neirong zhengwen rich_media_content js_content endtext maintext news_content newscontent view trs_web main-content pages_content custom_unionstyle';

const CHROME = new RegExp(
  `${wordPattern(CHROME_WORDS).source}|\\s(${CHROME_NAMES.replaceAll(' ', '|')})(?=\\s)`,
);
const CONTENT = wordPattern(CONTENT_WORDS);

/** A whole name that says it: what else the box is called tells where it stands, as in `article-body right-sidebar`. */
const NAMED_CONTENT =
  /\s(?:(?:the|entry|article|post|story|news|main|single)[-_]{0,2}(?:content|body|text)|trs_editor|ucapcontent|js_content|pages_content)(?=\s)/;

const CHROME_TAGS: ReadonlySet<string> = new Set([
  'nav',
  'footer',
  'aside',
  'form',
  'button',
  'fieldset',
  'dialog',
  'menu',
]);

/**
 * The role a box's own name and tag suggest.
 *
 * @param mark class names and id in lower case, between spaces
 */
export function roleOf(tag: string, mark: string): Role {
  if (CHROME_TAGS.has(tag)) return 'chrome';
  if (tag === 'article' || tag === 'main') return 'content';
  if (mark === '' || mark.length > 400) return 'plain';
  if (NAMED_CONTENT.test(mark) || (CONTENT.test(mark) && !CHROME.test(mark))) return 'content';
  return CHROME.test(mark) ? 'chrome' : 'plain';
}

/** The word of a box's name that makes it chrome, for the trail. */
export function chromeWord(tag: string, mark: string): string {
  return CHROME_TAGS.has(tag) ? `<${tag}>` : (CHROME.exec(mark)?.[0].trim() ?? '');
}

function wordPattern(words: string): RegExp {
  return new RegExp(`[\\s_-](${words.split(' ').join('|')})(?=[\\s_\\d-])`);
}

/** What a box is called, in lower case between spaces, and its role. */
export interface Naming {
  readonly mark: string;
  readonly role: Role;
}

/** How the boxes of one page are named: worked out once for each name and tag, as most share theirs. */
export function createNaming(): (element: Element) => Naming {
  const known = new Map<string, Map<string, Map<string, Naming>>>();
  return ({ name: tag, attribs: { class: names = '', id = '' } }) => {
    const named = among(known, names);
    const own = among(named, id);
    const found = own.get(tag);
    if (found !== undefined) return found;
    const mark = names === '' && id === '' ? '' : ` ${names} ${id} `.toLowerCase();
    const naming: Naming = { mark, role: roleOf(tag, mark) };
    own.set(tag, naming);
    return naming;
  };
}

function among<Inner>(maps: Map<string, Map<string, Inner>>, key: string): Map<string, Inner> {
  const found = maps.get(key) ?? new Map<string, Inner>();
  if (found.size === 0) maps.set(key, found);
  return found;
}
