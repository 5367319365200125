// Lays a compressed copy beside each text file of the built application, once, so that no request has to wait for it.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const built = fileURLToPath(new URL('../dist/web/browser', import.meta.url));
const texts = /\.(js|css|svg)$/;
const smallest = 1024;

for (const name of readdirSync(built, { recursive: true }).filter((file) => texts.test(String(file)))) {
  const file = join(built, String(name));
  const plain = readFileSync(file);
  if (plain.length < smallest) continue;
  writeFileSync(`${file}.gz`, gzipSync(plain, { level: 9 }));
  writeFileSync(
    `${file}.br`,
    brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }),
  );
}
