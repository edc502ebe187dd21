// `node verdicts.mjs NAME` reads [schema, groups] and prints the verdicts of that validator.
import { readFileSync } from "node:fs";

const [schema, groups] = JSON.parse(readFileSync(0, "utf8"));
const { default: judge } = await import(`./${process.argv[2]}.mjs`);
process.stdout.write(JSON.stringify(await judge(schema, groups)));
