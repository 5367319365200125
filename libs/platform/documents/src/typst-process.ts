import { text } from 'node:stream/consumers';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/*
 * A process of its own: it reads `{ template, data }` as JSON, writes a PDF and ends, so that nothing that serves people holds
 * the compiler. Nothing is read from the disk: the template is given whole, and what it is filled with is data, never markup.
 */
const { template, data } = JSON.parse(await text(process.stdin)) as { template: string; data: object };
const compiler = NodeCompiler.create({ workspace: '/nowhere' });
// ISO 14289-1 (PDF/UA): tagged, with a title and a language; a template that cannot be tagged does not compile.
const inputs = { data: JSON.stringify(data) };
process.stdout.write(compiler.pdf({ mainFileContent: template, inputs }, { pdfStandard: 'ua-1' }));
