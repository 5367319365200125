import type { MailContent } from './mail.ts';

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** As plain text, an address on a line of its own. */
export function asText({ heading, paragraphs, action, items = [], footer }: MailContent, publicUrl: string): string {
  return [
    heading,
    ...paragraphs,
    ...items.map(({ text, path }) => `- ${text}\n  ${publicUrl}${path}`),
    ...(action ? [`${action.label}:\n${publicUrl}${action.path}`] : []),
    `--\n${footer}\n${publicUrl}`,
  ].join('\n\n');
}

const colours = { ink: '#1B2430', quiet: '#55606E', paper: '#FBFAF6', way: '#0B6B4F', rule: '#D9D5CA' };
const paragraph = (text: string, style = ''): string => `<p style="margin:0 0 16px;${style}">${escaped(text)}</p>`;

/** As HTML that mail programs show: one table, styles where they are used, nothing that is fetched. */
export function asHtml(content: MailContent, publicUrl: string): string {
  const { subject, heading, paragraphs, action, items = [], footer } = content;
  const link = (path: string): string => escaped(publicUrl + path);
  const button = action
    ? `<p style="margin:0 0 24px"><a href="${link(action.path)}" style="display:inline-block;padding:12px 20px;background:${colours.way};color:#ffffff;text-decoration:none;border-radius:4px;font-weight:bold">${escaped(action.label)}</a></p>`
    : '';
  const list = items
    .map(
      ({ text, path }) =>
        `<li style="margin:0 0 12px"><a href="${link(path)}" style="color:${colours.way}">${escaped(text)}</a></li>`,
    )
    .join('');
  return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>
<body style="margin:0;background:${colours.paper};color:${colours.ink};font:17px/1.5 Arial,Helvetica,sans-serif">
<table role="presentation" width="100%" cellspacing="0" cellpadding="0"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellspacing="0" cellpadding="0" style="max-width:600px;background:#ffffff;border:1px solid ${colours.rule};border-radius:4px"><tr><td style="padding:24px">
<p style="margin:0 0 16px;color:${colours.way};font-weight:bold">Wayleave</p>
<h1 style="margin:0 0 16px;font-size:22px;line-height:1.3">${escaped(heading)}</h1>
${paragraphs.map((text) => paragraph(text)).join('\n')}
${list === '' ? '' : `<ul style="margin:0 0 24px;padding-left:20px">${list}</ul>`}
${button}
${paragraph(footer, `margin:0;padding-top:16px;border-top:1px solid ${colours.rule};color:${colours.quiet};font-size:14px`)}
</td></tr></table>
</td></tr></table>
</body></html>
`;
}
