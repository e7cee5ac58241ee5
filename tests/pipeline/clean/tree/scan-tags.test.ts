import { describe, expect, it } from 'vitest';
import { scanTags } from '../../../../pipeline/clean/tree/scan-tags.ts';

/** What a page is divided into, one piece after the other: `<a href=x>`, `"text"`, `</a>`. */
function pieces(html: string): string {
  const told: string[] = [];
  scanTags(html, {
    onText: (start, end) => told.push(`"${html.slice(start, end)}"`),
    onOpenName: (start, end) => {
      told.push(`<${html.slice(start, end)}`);
      return html.slice(start, end).toLowerCase();
    },
    onAttribute: (name, nameEnd, value, valueEnd) =>
      told.push(`${html.slice(name, nameEnd)}=${html.slice(value, valueEnd)}`),
    onOpenEnd: (slash) => told.push(slash ? '/>' : '>'),
    onClose: (start, end) => told.push(`</${html.slice(start, end)}>`),
  });
  return told.join(' ');
}

describe('scanTags', () => {
  it('reads attributes in quotes, bare, and without a value', () => {
    expect(pieces(`<a href = "x>y" b='z' c=d e checked/>`)).toBe('<a href=x>y b=z c=d e= checked= />');
    expect(pieces('<a href=/b/>c')).toBe('<a href=/b/ > "c"');
    expect(pieces('<a href=>c')).toBe('<a href= > "c"');
    expect(pieces('<a =b "c>d')).toBe('<a =b= "c= > "d"');
  });

  it('takes signs that begin no tag for text', () => {
    expect(pieces('1 < 2 <3 <<b>4</b> <')).toBe('"1 < 2 <3 <" <b > "4" </b> " <"');
  });

  it('leaves out comments, declarations and end tags without a name', () => {
    expect(pieces('<!DOCTYPE html>1<!-- <p> -->2<!-->3<!--->4<!>5<?php ?>6</>7<![CDATA[<p>]]>8</ >9')).toBe(
      '"1" "2" "3" "4" "5" "6" "7" "8" "9"',
    );
  });

  it('ends the name of an end tag where a browser does', () => {
    expect(pieces('a</div/>b</div class="x">c</ div>d')).toBe('"a" </div> "b" </div> "c" </div> "d"');
  });

  it('sees no tags in scripts, styles and titles, whatever the case of their end tags', () => {
    expect(pieces('<script>if (a<b) "<p>"</scripts></SCRIPT >c')).toBe(
      '<script > "if (a<b) "<p>"</scripts>" </SCRIPT> "c"',
    );
    expect(pieces('<Title><b></title/>c')).toBe('<Title > "<b>" </title> "c"');
    expect(pieces('<scripts><b>')).toBe('<scripts > <b >');
  });

  it('keeps the text of a script that is never closed, and leaves out a tag or comment that is not', () => {
    expect(pieces('a<style>b</styl')).toBe('"a" <style > "b</styl"');
    expect(pieces('a<p class="b>c')).toBe('"a" <p');
    expect(pieces('a</p')).toBe('"a"');
    expect(pieces('a<!--b>c')).toBe('"a"');
    expect(pieces('a<!DOCTYPE b')).toBe('"a"');
  });
});
