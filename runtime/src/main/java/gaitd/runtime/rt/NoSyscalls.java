package gaitd.runtime.rt;

/** For systems other than Linux: every call fails with {@link Errno#ENOSYS}. */
final class NoSyscalls implements Syscalls {
    @Override
    public int fifo(final int thread, final int priority) {
        return Errno.ENOSYS;
    }

    @Override
    public int pin(final int cpu) {
        return Errno.ENOSYS;
    }

    @Override
    public int ordinary(final int thread) {
        return Errno.ENOSYS;
    }

    @Override
    public int avoid(final int thread, final int cpu) {
        return Errno.ENOSYS;
    }

    @Override
    public int lockMemory(final boolean populate) {
        return Errno.ENOSYS;
    }

    @Override
    public int timerSlack(final long ns) {
        return Errno.ENOSYS;
    }

    @Override
    public int nameThread(final String name) {
        return Errno.ENOSYS;
    }

    @Override
    public int notify(final String socket, final String message) {
        return Errno.ENOSYS;
    }

    @Override
    public long attributeBytes(final String path, final String name) {
        return -Errno.ENOSYS;
    }

    @Override
    public int sleepUntil(final long dueNs) {
        return Errno.ENOSYS;
    }

    @Override
    public long monotonicNs() {
        return -1;
    }
}
