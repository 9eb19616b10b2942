/** The most memory that this process has had, threads included. */
import { readFileSync } from 'node:fs';

/**
 * In KiB. What `getrusage` tells begins with the memory of whoever started the process (Linux keeps it over `exec`), so that of a
 * small process started by a large one it is the large one's. https://man7.org/linux/man-pages/man5/proc_pid_status.5.html (VmHWM)
 */
export function mostMemory(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS;
  return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]);
}
