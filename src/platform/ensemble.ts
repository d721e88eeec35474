/**
 * Everybody who waits is answered by one question, and it was asked after they came: what has just been withdrawn is never
 * given, and however many ask, one question at a time goes out.
 */
export function ensemble<T>(demander: () => Promise<T>): () => Promise<T> {
  let enCours: Promise<unknown> = Promise.resolve()
  let suivante: Promise<T> | undefined
  return () => {
    if (suivante !== undefined) return suivante
    const question = enCours.then(() => {
      suivante = undefined
      return demander()
    })
    enCours = question.catch(() => {})
    suivante = question
    return question
  }
}
