import type pg from 'pg'

/** What the server says of a statement without running it. */
export interface Description {
  params: number[]
  columns: { name: string; tableID: number; columnID: number; dataTypeID: number }[]
}

interface Wire {
  parse(q: { text: string; name: string; types: number[] }): void
  describe(q: { type: 'S'; name: string }): void
  sync(): void
  once(event: string, listener: (msg: never) => void): void
  removeListener(event: string, listener: (msg: never) => void): void
}

/** Parse and Describe, and nothing else: a wrong table, column or parameter is refused here. */
export function decrire(client: pg.Client, text: string): Promise<Description> {
  return new Promise((resolve, reject) => {
    const d: Description = { params: [], columns: [] }
    const onParams = (msg: { dataTypeIDs: number[] }): void => void (d.params = msg.dataTypeIDs)
    client.query({
      submit(wire: Wire) {
        wire.once('parameterDescription', onParams as never)
        wire.parse({ text, name: '', types: [] })
        wire.describe({ type: 'S', name: '' })
        wire.sync()
      },
      handleRowDescription: (msg: { fields: Description['columns'] }) => void (d.columns = msg.fields),
      handleReadyForQuery: () => resolve(d),
      handleError: (error: Error) => reject(error),
      handleCommandComplete() {},
      handleDataRow() {},
      handleEmptyQuery() {},
      handlePortalSuspended() {},
    } as unknown as pg.Submittable)
  })
}
