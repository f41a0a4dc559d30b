/** What to do where the configuration does not say how its editor is reached. */
export function contactRemedy(configFile: string | null): string {
  return `write "contact: editor@press.example.org" (or a page) below "site:" in ${configFile ?? 'waikan.yaml'}`
}
