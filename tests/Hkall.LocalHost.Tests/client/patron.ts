// A patron's program as one writes it against the description: it places a request, reads it and cancels it.
// Each line after "@ts-expect-error" must not pass the compiler.
import createClient from 'openapi-fetch';
import type { paths } from './schema.js';

declare const process: { argv: string[] };

const [, , bench, token] = process.argv;
const service = createClient<paths>({ baseUrl: bench!, headers: { authorization: `Bearer ${token}` } });

const placed = await service.POST('/api/requests', {
  params: { header: { 'Idempotency-Key': 'order-of-a-program' } },
  body: { service: 'loan', item: { title: 'The Structure of Scientific Revolutions', isbn: '9780226458120' } },
});
if (placed.data === undefined) {
  throw new Error(`It was refused: ${placed.error.code}`);
}

const id: string = placed.data.id;
const read = await service.GET('/api/requests/{id}', { params: { path: { id } } });
const seen = read.response.headers.get('etag');
const title: string | undefined = read.data?.item.title;

// The same order again: it is known by its key, and nothing is placed twice.
const again = await service.POST('/api/requests', {
  params: { header: { 'Idempotency-Key': 'order-of-a-program' } },
  body: { service: 'loan', item: { title: 'The Structure of Scientific Revolutions', isbn: '9780226458120' } },
});

const cancelled = await service.POST('/api/requests/{id}/cancel', {
  params: { path: { id }, header: { 'If-Match': seen ?? '' } },
});
const late = await service.POST('/api/requests/{id}/cancel', {
  params: { path: { id }, header: { 'If-Match': seen ?? '' } },
});

const found = await service.GET('/api/openurl', { params: { query: { title: 'Thinking, Fast and Slow' } } });

console.log(JSON.stringify({
  id, title, again: again.data?.id, status: cancelled.data?.status ?? cancelled.error?.code, late: late.response.status, lateCode: late.error?.code,
  found: found.response.status,
}));

// @ts-expect-error A title is text.
void (() => service.POST('/api/requests', { body: { service: 'loan', item: { title: 5 } } }));
// @ts-expect-error There is no such service.
void (() => service.POST('/api/requests', { body: { service: 'gift', item: { title: 'x' } } }));
// @ts-expect-error There is no such call.
void (() => service.GET('/api/nothing'));
