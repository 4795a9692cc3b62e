/** How are answers kept that are asked for again and again? */

/** The same answers without working them out again. @param most so many are kept; null is none, and is asked for again */
export function keepLately<Question, Answer>(
  most: number,
  work: (question: Question) => Answer,
): (question: Question) => Answer {
  const kept = new Map<Question, Answer>()
  return (question) => {
    const known = kept.get(question)
    if (known !== undefined) return known
    if (kept.size >= most) kept.clear()
    const answer = work(question)
    if (answer !== null) kept.set(question, answer)
    return answer
  }
}
