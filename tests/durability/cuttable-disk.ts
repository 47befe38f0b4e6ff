import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const diskBytes = 256 * 1024 * 1024

/** A disk in a file, with a file system that is mounted. */
export type Disk = Disposable & {
  /** Where it is mounted. */
  readonly path: string
  /** The disk as it would be found after a power cut just now: what was not written to it is not there. */
  cut(): Disk
}

/** Why there can be no such disk here; undefined where there can. */
export function reasonForNoDisk(): string | undefined {
  if (process.platform !== 'linux') return 'it needs Linux'
  if (process.geteuid?.() !== 0) return 'it needs root'
  try {
    execFileSync('losetup', ['--find'], { stdio: 'ignore' })
    execFileSync('mkfs.ext4', ['-V'], { stdio: 'ignore' })
    return undefined
  } catch {
    return 'it needs a free loop device and mkfs.ext4'
  }
}

/** A new disk, whose files are in the folder. */
export function newDisk(folder: string): Disk {
  const image = join(folder, 'disk-0')
  writeFileSync(image, '')
  truncateSync(image, diskBytes)
  execFileSync('mkfs.ext4', ['-q', image])
  return mount(folder, 0)
}

function mount(folder: string, number: number): Disk {
  const image = join(folder, `disk-${number}`)
  const path = join(folder, `mounted-${number}`)
  mkdirSync(path)
  // Seldom by itself, so that nothing is on the disk but what somebody has asked to be there.
  execFileSync('mount', ['-o', 'loop,commit=600', image, path])
  return {
    path,
    cut: () => {
      copyFileSync(image, join(folder, `disk-${number + 1}`))
      return mount(folder, number + 1)
    },
    [Symbol.dispose]: () => void execFileSync('umount', ['--lazy', path]),
  }
}
