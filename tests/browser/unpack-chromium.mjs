// Unpacks the Chromium of @sparticuz/chromium into the folder that TMPDIR names, and prints the path of the program.
// A process of its own, because the package fixes its folder and its libraries when it is imported.
import chromium from '@sparticuz/chromium';

process.stdout.write(await chromium.executablePath());
