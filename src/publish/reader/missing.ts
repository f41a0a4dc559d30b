// On the page for addresses that are not. A withdrawn article stands at its number alone: the rest of its address was the
// headline. A server leads there by itself, a plain folder of files does not.

// What this script uses of a browser: the project is typed for Node alone.
type Place = { pathname: string; replace(path: string): void }

const { location: place } = globalThis as unknown as { location?: Place }
const numbered = place && /^(.*\/a\/[a-z\d]+)\/[^/]+\/?(?:index\.html)?$/u.exec(place.pathname)
if (place && numbered) place.replace(`${numbered[1]}/`)
