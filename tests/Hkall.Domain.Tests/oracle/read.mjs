// Reads references with citation-js: takes [{name, text}] and gives for each what it says, and how three styles write it.
import Cite from 'citation-js';

let input = '';
for await (const part of process.stdin) {
  input += part;
}

const out = JSON.parse(input).map(({ name, text }) => {
  try {
    const cite = new Cite(text);
    const work = cite.data[0];
    const people = (work.author ?? []).map((one) => one.family ?? one.literal ?? one.given ?? '');
    return {
      name,
      title: work.title,
      container: work['container-title'],
      authors: people.join('; '),
      year: work.issued?.['date-parts']?.[0]?.[0]?.toString(),
      volume: work.volume?.toString(),
      issue: work.issue?.toString(),
      pages: work.page?.toString(),
      doi: work.DOI,
      isbn: work.ISBN,
      styles: Object.fromEntries(['apa', 'vancouver', 'harvard1'].map((style) => [style, cite.format('bibliography', { template: style }).trim()])),
    };
  } catch (fault) {
    return { name, fault: String(fault?.message ?? fault) };
  }
});

console.log(JSON.stringify(out));
