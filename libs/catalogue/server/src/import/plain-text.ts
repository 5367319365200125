import { Parser } from 'htmlparser2';

const skipped = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'iframe',
  'object',
  'svg',
  'math',
  'head',
  'title',
  'textarea',
  'select',
]);
const blocks = new Set(
  'address,article,aside,blockquote,center,dd,details,dialog,div,dl,dt,fieldset,figcaption,figure,footer,form,h1,h2,h3,h4,h5,h6,header,hr,li,main,menu,nav,ol,p,pre,section,summary,table,tbody,tfoot,thead,tr,ul'.split(
    ',',
  ),
);
const inline = new Set(
  'a,abbr,acronym,area,audio,b,base,bdi,bdo,big,body,br,button,canvas,caption,cite,code,col,colgroup,data,datalist,del,dfn,em,embed,font,html,i,img,input,ins,kbd,label,legend,link,map,mark,meta,meter,optgroup,option,output,param,picture,progress,q,rp,rt,ruby,s,samp,small,source,span,strike,strong,sub,sup,td,th,time,track,tt,u,var,video,wbr'.split(
    ',',
  ),
);

const isKnown = (name: string): boolean => blocks.has(name) || inline.has(name) || skipped.has(name);

/** Whether a tag of HTML stands within what was read as the name of another: `<a<b >`. */
const holdsKnown = (written: string): boolean =>
  [...written.slice(1).matchAll(/<\/?([a-z][a-z0-9]*)(?=[\s/>])/gi)].some(([, name = '']) =>
    isKnown(name.toLowerCase()),
  );

const isMarkup = (name: string, written: string): boolean =>
  isKnown(name) || /[:-]/.test(name) || written.includes('=') || holdsKnown(written);

const mostRounds = 3;

/** Whether mark-up may still be there: text that was escaped twice gives tags when it is decoded once. */
const mayHoldMarkup = (text: string): boolean =>
  (/<\/?[a-z!]/i.test(text) && text.includes('>')) || /&(lt|#0{0,6}60|#x0{0,6}3c);/i.test(text);

/** The parser's time grows with the square of the depth: what holds more tags than any description is only stripped. */
const mostTags = 5000;

function tagsIn(text: string): number {
  let tags = 0;
  for (let at = text.indexOf('<'); at >= 0 && tags <= mostTags; at = text.indexOf('<', at + 1)) tags += 1;
  return tags;
}

/** Takes everything between angle brackets out, in one pass; blocks become paragraphs. */
function stripped(markup: string): string {
  const out: string[] = [];
  let from = 0;
  for (let at = markup.indexOf('<'); at >= 0; at = markup.indexOf('<', from)) {
    const end = markup.indexOf('>', at);
    if (end < 0) break;
    const name = /^<\/?([a-z0-9]{1,20})/i.exec(markup.slice(at, at + 24))?.[1]?.toLowerCase() ?? '';
    out.push(markup.slice(from, at), blocks.has(name) ? '\n\n' : name === 'br' ? '\n' : '');
    from = end + 1;
  }
  const rest = markup.slice(from);
  const cutAt = rest.indexOf('<');
  return [...out, cutAt < 0 ? rest : rest.slice(0, cutAt)].join('');
}

/**
 * Mark-up as plain text: paragraphs and line breaks kept, list items marked, the address of a link beside its words,
 * entities decoded, scripts and styles left out. Angle brackets that are no HTML ("x<y") stay.
 */
export function plainTextOf(markup: string): string {
  let text = markup;
  for (let round = 0; round < mostRounds; round += 1) {
    const next = tagsIn(text) > mostTags ? stripped(text) : readOnce(text);
    if (next === text) return next;
    text = next;
    if (!mayHoldMarkup(text)) return text;
  }
  return text;
}

function readOnce(markup: string): string {
  const out: string[] = [];
  const links: { at: number; href: string }[] = [];
  let hidden = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const written = markup.slice(parser.startIndex, parser.endIndex + 1);
        if (!isMarkup(name, written)) {
          if (hidden === 0) out.push(written);
          return;
        }
        if (skipped.has(name)) hidden += 1;
        if (hidden > 0) return;
        if (name === 'br') out.push('\n');
        else if (name === 'li') out.push('\n- ');
        else if (name === 'td' || name === 'th') out.push(' ');
        else if (name === 'a') links.push({ at: out.length, href: attributes['href'] ?? '' });
        else if (blocks.has(name)) out.push('\n\n');
      },
      ontext(text) {
        // Single line breaks mean nothing in HTML; an empty line is kept, as people who mix both mean a paragraph.
        if (hidden === 0) out.push(text.replace(/\r\n?/g, '\n').replace(/(?<!\n)\n(?!\s*\n)/g, ' '));
      },
      onclosetag(name, implied) {
        if (skipped.has(name)) hidden = Math.max(0, hidden - 1);
        if (hidden > 0) return;
        if (name === 'a') closeLink(links.pop(), out);
        else if (blocks.has(name) && name !== 'li' && name !== 'tr') out.push('\n\n');
        else if (name === 'li' || name === 'tr') out.push('\n');
        else if (!implied && !inline.has(name) && !skipped.has(name) && !blocks.has(name)) closeUnknown(name, out);
      },
    },
    { decodeEntities: true, lowerCaseTags: true, recognizeSelfClosing: true },
  );
  parser.write(markup);
  parser.end();
  return out.join('');
}

/** `</List>` of a text that is no HTML is written back, as its opening was. */
function closeUnknown(name: string, out: string[]): void {
  if (!/[:-]/.test(name) && out.some((part) => part.toLowerCase() === `<${name}>`)) out.push(`</${name}>`);
}

function closeLink(link: { at: number; href: string } | undefined, out: string[]): void {
  if (!link || !/^https?:\/\//i.test(link.href)) return;
  const words = out.slice(link.at).join('').trim();
  const bare = (address: string): string => address.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '');
  if (words === '' || !bare(link.href).startsWith(bare(words))) out.push(words === '' ? link.href : ` (${link.href})`);
}
