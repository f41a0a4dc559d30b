/** Does a path fit, where `*` stands for anything and `$` for the end, as in robots.txt? Without backtracking. */
export function locationPattern(location: string): (path: string) => boolean {
  const ended = location.endsWith('$')
  const parts = location.replace(/\$$/u, '').slice(0, 2000).split('*')
  return (path) => {
    let at = 0
    for (const [number, part] of parts.entries()) {
      const last = number === parts.length - 1 && ended
      const found = last ? path.length - part.length : path.indexOf(part, at)
      if (found < at || (number === 0 && found !== 0) || !path.startsWith(part, found)) return false
      at = found + part.length
    }
    return true
  }
}
