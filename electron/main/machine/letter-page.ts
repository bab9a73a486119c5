import type { Letter } from '../../../shared/contract/letter.ts';

/** A letter as one page of HTML: every text is escaped, and nothing in it asks for anything outside. */
export function letterPage(letter: Letter): string {
  const { language, title, sender, receiver, facts, paragraphs, table, closing, signature } = letter;
  return `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<header><p class="sender">${escaped(sender)}</p>${receiver.length > 0 ? `<address>${lines(receiver)}</address>` : ''}</header>
<h1>${escaped(title)}</h1>
<dl>${facts.map(({ name, value }) => `<div><dt>${escaped(name)}</dt><dd>${escaped(value)}</dd></div>`).join('')}</dl>
${paragraphs.map((text) => `<p class="typed">${escaped(text)}</p>`).join('\n')}
${table ? tableOf(table) : ''}
${closing.map((text) => `<p class="typed">${escaped(text)}</p>`).join('\n')}
${signature.length > 0 ? `<footer><p class="signed">${lines(signature)}</p></footer>` : ''}
</body>
</html>
`;
}

function tableOf({ columns, rows }: NonNullable<Letter['table']>): string {
  const head = columns.map((column) => `<th scope="col">${escaped(column)}</th>`).join('');
  const body = rows.map(
    ([first = '', ...rest]) =>
      `<tr><th scope="row">${escaped(first)}</th>${rest.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`,
  );
  return `<table><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

function lines(texts: readonly string[]): string {
  return texts.map(escaped).join('<br>');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

const style = `
body { margin: 0; color: #000; background: #fff; font: 11pt/1.45 'Liberation Sans', Arial, Helvetica, sans-serif; }
.sender { margin: 0 0 12mm; font-size: 13pt; font-weight: 600; }
address { margin: 0 0 14mm; font-style: normal; }
h1 { margin: 0 0 4mm; font-size: 15pt; }
dl { margin: 0 0 6mm; }
dl div { display: flex; gap: 4mm; }
dt { flex: 0 0 42mm; color: #444; }
dd { margin: 0; }
p { margin: 0 0 4mm; }
.typed, td { white-space: pre-wrap; overflow-wrap: anywhere; }
table { width: 100%; margin: 0 0 6mm; border-collapse: collapse; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { padding: 1.5mm 3mm 1.5mm 0; border-bottom: 0.3mm solid #999; text-align: start; vertical-align: top; }
footer { margin-top: 18mm; break-inside: avoid; }
.signed { display: inline-block; min-width: 70mm; padding-top: 1.5mm; border-top: 0.3mm solid #000; }
`;
