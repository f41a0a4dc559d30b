import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

/** What a command used: CPU seconds of it and its children, seconds on the clock, and the largest memory seen. */
export type Used = { cpu: number; seconds: number; mb: number; stdout: string }

/**
 * Run a command to its end and measure it. CPU comes from the shell's `times`, memory from `/proc`, fifty times a
 * second, of the whole tree of processes.
 *
 * @throws {Error} when the command fails, with what it wrote to stderr
 */
export async function measureCommand(command: string[], { cwd }: { cwd?: string } = {}): Promise<Used> {
  const start = performance.now()
  // `exec` would give the shell away and its account of children with it.
  const child = spawn('bash', ['-c', '"$@"; code=$?; times >&2; exit $code', 'bash', ...command], { cwd })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  let mb = 0
  const look = setInterval(() => (mb = Math.max(mb, memoryOf(child.pid ?? 0))), 20)
  const code = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve))
  clearInterval(look)
  const seconds = (performance.now() - start) / 1000
  if (code !== 0)
    throw new Error(`Cannot measure "${command.join(' ')}": it ended with ${code}: ${stderr.slice(-2000)}`)
  const [user = 0, system = 0] = (stderr.trim().split('\n').at(-1) ?? '').split(' ').map(inSeconds)
  return { cpu: user + system, seconds, mb, stdout }
}

/** Node as `bin/waikan` starts it. */
export const nodeOfWaikan = [process.execPath, '--disable-warning=ExperimentalWarning', '--max-semi-space-size=8']

/** `0m1.234s` of the shell. */
function inSeconds(text: string): number {
  const [, minutes = 0, rest = 0] = /^(\d+)m([\d.]+)s$/u.exec(text) ?? []
  return Number(minutes) * 60 + Number(rest)
}

/** Memory of a process and its children, in MB. */
function memoryOf(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    const own = Number(/VmRSS:\s+(\d+)/u.exec(status)?.[1] ?? 0) / 1024
    const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    )
    return own + children.reduce((sum, one) => sum + memoryOf(one), 0)
  } catch {
    // It ended between two looks, or this system has no /proc.
    return 0
  }
}
