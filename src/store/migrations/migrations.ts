import { createPress } from './0001_create_press.ts'
import { addPublishing } from './0002_add_publishing.ts'
import { addLedger } from './0005_add_ledger.ts'
import { addFollow } from './0006_add_follow.ts'
import { addMonitor } from './0007_add_monitor.ts'
import { showWaiting } from './0010_show_waiting.ts'
import { readAgainLater } from './0011_read_again_later.ts'
import { holdHosts } from './0012_hold_hosts.ts'
import { rememberGone } from './0013_remember_gone.ts'
import { keepEmbargo } from './0014_keep_embargo.ts'
import { addSearch } from './0015_add_search.ts'
import { knowSources } from './0020_know_sources.ts'
import { addParallel } from './0030_add_parallel.ts'
import { noteOptOut } from './0031_note_opt_out.ts'
import { nameItems } from './0021_name_items.ts'
import { knowBodies } from './0022_know_bodies.ts'
import { nameAddresses } from './0023_name_addresses.ts'
import { countEntries } from './0045_count_entries.ts'
import { countTopics } from './0240_count_topics.ts'
import { orderBySource } from './0310_order_by_source.ts'
import { keepRobots } from './0345_keep_robots.ts'

/** Append only: a released migration is never edited. */
export const migrations: { name: string; sql: string }[] = [
  createPress,
  addPublishing,
  addLedger,
  addFollow,
  addMonitor,
  showWaiting,
  readAgainLater,
  holdHosts,
  rememberGone,
  keepEmbargo,
  addSearch,
  knowSources,
  addParallel,
  nameItems,
  knowBodies,
  noteOptOut,
  nameAddresses,
  countEntries,
  countTopics,
  orderBySource,
  keepRobots,
]
