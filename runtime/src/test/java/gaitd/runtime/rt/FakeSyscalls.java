package gaitd.runtime.rt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A system that answers as told and remembers what it was asked. Its clock moves only by sleeping. */
final class FakeSyscalls implements Syscalls {
    final List<String> asked = new ArrayList<>();
    final List<String> messages = new ArrayList<>();
    final Map<String, Integer> errors = new HashMap<>();
    long nowNs = 1_000_000_000L;
    long lookNs;
    int signals;

    private int answer(final String call, final String what) {
        asked.add(call + " " + what);
        return errors.getOrDefault(call, 0);
    }

    @Override
    public int fifo(final int thread, final int priority) {
        return answer(thread == 0 ? "fifo" : "fifo-of", (thread == 0 ? "" : thread + " ") + priority);
    }

    @Override
    public int pin(final int cpu) {
        return answer("pin", Integer.toString(cpu));
    }

    @Override
    public int ordinary(final int thread) {
        return answer("ordinary", Integer.toString(thread));
    }

    @Override
    public int avoid(final int thread, final int cpu) {
        return answer("avoid", thread + " " + cpu);
    }

    @Override
    public int lockMemory(final boolean populate) {
        return answer("lock", Boolean.toString(populate));
    }

    @Override
    public int timerSlack(final long ns) {
        return answer("slack", Long.toString(ns));
    }

    @Override
    public int nameThread(final String name) {
        return answer("name", name);
    }

    @Override
    public int notify(final String socket, final String message) {
        messages.add(message);
        return answer("notify", socket);
    }

    @Override
    public long attributeBytes(final String path, final String name) {
        return -1;
    }

    @Override
    public int sleepUntil(final long dueNs) {
        final int error = answer("sleep", Long.toString(dueNs));
        if (signals > 0) {
            signals--;
            return Errno.EINTR;
        }
        nowNs = error == 0 ? Math.max(nowNs, dueNs) : nowNs;
        return error;
    }

    @Override
    public long monotonicNs() {
        return errors.containsKey("clock") ? -1 : nowNs;
    }

    /** The loop's clock; each look costs {@link #lookNs}. */
    long look() {
        nowNs += lookNs;
        return nowNs;
    }
}
