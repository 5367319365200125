import { accessSync, constants } from 'node:fs';
import { totalmem } from 'node:os';

const megabytes = (bytes) => Math.round(bytes / 1024 / 1024);

/** Parallel queries need shared memory of the system; small containers have none to write to. */
function sharedMemory() {
  try {
    accessSync('/dev/shm', constants.W_OK);
    return 'posix';
  } catch {
    return 'mmap';
  }
}

/**
 * Settings for a small server that it shares with the application. Nothing here trades safety for speed.
 * @param {number} port
 * @param {number} [memory] bytes of the machine
 */
export function serverSettings(port, memory = totalmem()) {
  const total = megabytes(memory);
  return {
    port,
    listen_addresses: '127.0.0.1',
    // A socket's path may not be longer than 107 bytes, a data folder's may: loopback alone, with a password.
    unix_socket_directories: '',
    password_encryption: 'scram-sha-256',
    max_connections: 80,
    shared_buffers: `${Math.min(512, Math.max(64, Math.round(total / 16)))}MB`,
    effective_cache_size: `${Math.max(256, Math.round(total / 4))}MB`,
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    max_wal_size: '1GB',
    wal_compression: 'on',
    random_page_cost: '1.1',
    // Compiling costs more than it saves on queries of milliseconds.
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    log_min_messages: 'warning',
    // Messages go to the launcher, which bounds their size.
    logging_collector: 'off',
    log_line_prefix: '%m [%p] ',
    dynamic_shared_memory_type: sharedMemory(),
  };
}
