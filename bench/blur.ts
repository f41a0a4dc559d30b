/**
 * How much of black on white is left between the stems of letters that a page blurs, in Chromium: from when on is a text
 * no longer read? Letters of 1 are printed as sharp.
 *
 *     node bench/blur.ts
 */
import { openBrowser } from '../test/browser.ts'

// What of a browser's canvas is used here: the types of Node know none.
type Pen = {
  fillStyle: string
  filter: string
  font: string
  fillRect: (...box: number[]) => void
  fillText: (text: string, x: number, y: number) => void
  getImageData: (...box: number[]) => { data: Uint8ClampedArray }
}
declare const OffscreenCanvas: new (width: number, height: number) => { getContext: (kind: '2d') => Pen | null }

const sizes = [14, 16, 18, 20, 24, 32]
const blurs = [0, 1, 2, 2.5, 3, 4]

const browser = await openBrowser()
const page = await browser.newPage()
console.log(`${'letters'.padEnd(16)}${blurs.map((blur) => `${blur} px`.padStart(8)).join('')}`)
for (const font of ['serif', 'sans-serif'])
  for (const size of sizes) {
    const left = await page.evaluate(measure, { font, size, blurs })
    console.log(`${`${size} px ${font}`.padEnd(16)}${left.map((one) => one.toFixed(2).padStart(8)).join('')}`)
  }
await browser.close()

/** Runs in the browser: the lightest less the darkest point on a line through the stems of "nunu". */
function measure({ font, size, blurs }: { font: string; size: number; blurs: number[] }): number[] {
  return blurs.map((blur) => {
    const canvas = new OffscreenCanvas(600, 100)
    const pen = canvas.getContext('2d')
    if (!pen) return Number.NaN
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, 600, 100)
    pen.filter = blur > 0 ? `blur(${blur}px)` : 'none'
    pen.fillStyle = '#000'
    pen.font = `${size}px ${font}`
    pen.fillText('nu'.repeat(40), 20, 60)
    const { data } = pen.getImageData(40, Math.round(60 - size * 0.22), 200, 1)
    const reds = data.filter((_, at) => at % 4 === 0)
    return (Math.max(...reds) - Math.min(...reds)) / 255
  })
}
