import { describe, expect, test } from 'vitest';
import { previewKind, textOf } from '../../../../../renderer/features/case/files/preview-kind.ts';

const bytes = (...values: number[]) => new Uint8Array(values);
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('a document is shown as what its bytes are', () => {
  test.each([
    ['image', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0), 'photo.txt'],
    ['image', bytes(0xff, 0xd8, 0xff, 0xe0), 'photo.jpg'],
    ['pdf', utf8('%PDF-1.7 …'), 'offer.csv'],
    ['table', utf8('a;b\n1;2'), 'offer.CSV'],
    ['text', utf8('a;b\n1;2'), 'offer.txt'],
    ['text', utf8('<script>alert(1)</script>'), 'page.html'],
    ['mail', utf8('From: a@b.example\r\n\r\nHello'), 'report.eml'],
    ['text', utf8('From: a@b.example\r\n\r\nHello'), 'report.txt'],
    ['text', utf8('Just letters.'), 'notes.eml'],
    ['none', bytes(0x4d, 0x5a, 0, 0, 0), 'photo.png'],
    ['none', bytes(), 'empty.csv'],
  ])('%s', (kind, content, name) => {
    expect(previewKind(content, name).kind).toBe(kind);
  });

  test('tables of older programs are read in their letters', () => {
    const western = bytes(...[...'Kuivauslaite;'].map((sign) => sign.charCodeAt(0)), 0xe4, 0xf6, 0x3b, 0xc5);
    expect(textOf(western)).toBe('Kuivauslaite;äö;Å');
  });
});
