import { createServer } from 'node:http'
import { repondreAuBanc } from './enfant.ts'

const corps = Buffer.alloc(Number(process.env.OCTETS), 'a')
const entetes = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Length': String(corps.length) }
createServer((_, reponse) => reponse.writeHead(200, entetes).end(corps)).listen(
  Number(process.env.PORT),
  '127.0.0.1',
  repondreAuBanc,
)
