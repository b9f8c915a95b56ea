// Counts the attacks of a test run by family: node .ci/attacks.mjs tests/attacks.txt <folder of .trx files>.
// Prints a table; exits non-zero if a family has too few attacks or one of them did not hold.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [list, folder] = process.argv.slice(2);

const families = [];
for (const line of readFileSync(list, 'utf8').split('\n')) {
  if (/^\s*(#|$)/.test(line)) continue;
  const [, least, name] = /^(\d+) (.+)$/.exec(line) ?? [];
  if (name) families.push({ name, least: Number(least), tried: 0, held: 0, broken: [] });
  else families.at(-1).classes = [...(families.at(-1).classes ?? []), line.trim()];
}

const familyOf = new Map(families.flatMap((family) => (family.classes ?? []).map((name) => [name, family])));

// The file is written by the test runner, which puts one element of a kind after another and escapes what stands in attributes.
const attribute = (element, name) => new RegExp(` ${name}="([^"]*)"`).exec(element)?.[1];

for (const file of readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.trx'))) {
  const text = readFileSync(join(folder, file), 'utf8');
  const classOf = new Map();
  for (const [, head, body] of text.matchAll(/<UnitTest (.*?)>(.*?)<\/UnitTest>/gs)) {
    classOf.set(attribute(` ${head}`, 'id'), attribute(/<TestMethod .*?>/s.exec(body)?.[0] ?? '', 'className'));
  }

  for (const [result] of text.matchAll(/<UnitTestResult .*?>/gs)) {
    const family = familyOf.get(classOf.get(attribute(result, 'testId')));
    const outcome = attribute(result, 'outcome');
    if (!family || outcome === 'NotExecuted') continue;
    family.tried += 1;
    if (outcome === 'Passed') family.held += 1;
    else family.broken.push(attribute(result, 'testName'));
  }
}

const sum = (member) => families.reduce((total, family) => total + family[member], 0);
const row = (name, least, tried, held) => console.log(`${name.padEnd(56)}${[least, tried, held].map((n) => String(n).padStart(9)).join('')}`);

row('attacks', 'at least', 'tried', 'held');
for (const { name, least, tried, held } of families) row(name, least, tried, held);
row('sum', sum('least'), sum('tried'), sum('held'));

for (const { name, least, tried } of families.filter((family) => family.tried < family.least)) {
  console.log(`TOO FEW: ${name}: ${tried} of ${least}`);
  process.exitCode = 1;
}

for (const { name, broken } of families) {
  for (const test of broken) console.log(`BROKE: ${name}: ${test}`);
  if (broken.length > 0) process.exitCode = 1;
}

if (families.length === 0) throw new Error(`${list} names no family.`);
