/**
 * The machine's own words as a sentence: they may begin small and end without a stop. Names (`app.exe`, `g_Count`) stay as they are. Pure.
 */
export function sentence(text: string): string {
  return text
    .replace(/^[a-z]+(?=[\s,]|[.!?]?$)/, (word) => word.charAt(0).toUpperCase() + word.slice(1))
    .replace(/[^.!?]$/, '$&.');
}
