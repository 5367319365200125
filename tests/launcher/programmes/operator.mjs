import { note } from './diary.mjs';

const said = process.argv.slice(2).join(' ');
note('operator', said);
if (said === 'demonstration --accounts') {
  console.log(JSON.stringify({ email: 'owner@demo.example', password: 'a public password', role: 'data owner' }));
}
if (said === 'demonstration --present') console.log(process.env.DATABASE_HOLDS_DEMONSTRATION ?? 'no');
if (said.startsWith('person sign-in-link')) console.log(`${process.env.WAYLEAVE_PUBLIC_URL}/sign-in/link?token=once`);
if (said === process.env.OPERATOR_FAILS) {
  console.error('the table is locked');
  process.exit(3);
}
