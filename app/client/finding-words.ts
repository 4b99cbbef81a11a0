/** What the findings of the compiler mean, in words; they come when somebody asks for the first of them. */

/** What is wrong, and what usually causes it or what to do; empty: nobody has said more of it. */
export async function explanationOf(id: string): Promise<readonly string[]> {
  const { explainFinding } = await import('../../kernel-sim/c/finding-words');
  const found = explainFinding(id);
  return 'lines' in found ? found.lines : [];
}
