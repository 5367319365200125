/** What `bin/wayleave.mjs help` prints. */
export const help = `Wayleave: where a city gives permission to use data.

  npm start                 install, build, start everything, keep it running; Ctrl-C stops it
  npm test                  every test          npm run check   the fast ones
  npm run bench             measure and write docs/benchmarks.md
  npm run chaos             kill API, workers and PostgreSQL while requests run, and look what is left

  node bin/wayleave.mjs <command>

  setup                     prepare for real use: address, data, database, first operator
  doctor                    name each thing that is missing or wrong, and its remedy
  import <file or address> --organisation <slug>
                            read a catalogue (DCAT-AP JSON-LD or DCAT-US data.json)
  verify                    replay the ledger and compare it with the state
  person, organisation, membership
                            accounts, organisations, and who may do what there
  questions                 what an organisation asks of those who want its data: check, publish
  holiday                   bank holidays by nation: list them, add one newly proclaimed
  help                      this page

Further commands are the application's own. Settings stand in .env or in the environment; .env.example explains each.
`;
