package gaitd.runtime.rt;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import gaitd.hal.linux.CLibrary;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** The system calls of Linux through its C library. Only one thread at a time may sleep: there is one timespec. */
final class LinuxSyscalls implements Syscalls {
    private static final MethodHandle SET_SCHEDULER =
            CLibrary.function("sched_setscheduler", JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS);
    private static final MethodHandle SET_AFFINITY =
            CLibrary.function("sched_setaffinity", JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS);
    private static final MethodHandle GET_AFFINITY =
            CLibrary.function("sched_getaffinity", JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS);
    private static final MethodHandle LOCK_ALL = CLibrary.function("mlockall", JAVA_INT, JAVA_INT);
    private static final MethodHandle PRCTL =
            CLibrary.variadic("prctl", 1, JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);
    private static final MethodHandle GET_ATTRIBUTE =
            CLibrary.plain("lgetxattr", JAVA_LONG, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG);
    private static final MethodHandle NANOSLEEP =
            CLibrary.plain("clock_nanosleep", JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS);
    private static final MethodHandle GETTIME = CLibrary.plain("clock_gettime", JAVA_INT, JAVA_INT, ADDRESS);

    private static final int SCHED_OTHER = 0;
    private static final int SCHED_FIFO = 1;
    private static final int CPU_SET_BYTES = 128;
    private static final int MCL_CURRENT_AND_FUTURE = 1 | 2;
    private static final int MCL_ONFAULT = 4;
    private static final int PR_SET_NAME = 15;
    private static final int PR_SET_TIMERSLACK = 29;
    private static final int CLOCK_MONOTONIC = 1;
    private static final int TIMER_ABSTIME = 1;
    private static final long TIMESPEC_BYTES = 16;
    private static final long NS_PER_S = 1_000_000_000L;

    private final MemorySegment moment = Arena.global().allocate(TIMESPEC_BYTES, Long.BYTES);
    private final NotifySocket notifySocket = new NotifySocket();

    @Override
    public int fifo(final int thread, final int priority) {
        return schedule(thread, SCHED_FIFO, priority);
    }

    @Override
    public int ordinary(final int thread) {
        return schedule(thread, SCHED_OTHER, 0);
    }

    private static int schedule(final int thread, final int policy, final int priority) {
        try (Arena arena = Arena.ofConfined()) {
            final MemorySegment captured = arena.allocate(CLibrary.ERROR);
            final MemorySegment parameter = arena.allocateFrom(JAVA_INT, priority);
            return CLibrary.error((int) SET_SCHEDULER.invokeExact(captured, thread, policy, parameter), captured);
        } catch (final Throwable e) {
            throw CLibrary.impossible(e);
        }
    }

    @Override
    public int pin(final int cpu) {
        if (cpu < 0 || cpu >= CPU_SET_BYTES * Byte.SIZE) {
            return Errno.EINVAL;
        }
        try (Arena arena = Arena.ofConfined()) {
            final MemorySegment captured = arena.allocate(CLibrary.ERROR);
            final MemorySegment set = arena.allocate(CPU_SET_BYTES, Long.BYTES);
            set.setAtIndex(JAVA_LONG, cpu / Long.SIZE, 1L << cpu);
            return CLibrary.error((int) SET_AFFINITY.invokeExact(captured, 0, (long) CPU_SET_BYTES, set), captured);
        } catch (final Throwable e) {
            throw CLibrary.impossible(e);
        }
    }

    @Override
    public int avoid(final int thread, final int cpu) {
        if (cpu < 0 || cpu >= CPU_SET_BYTES * Byte.SIZE) {
            return Errno.EINVAL;
        }
        try (Arena arena = Arena.ofConfined()) {
            final MemorySegment captured = arena.allocate(CLibrary.ERROR);
            final MemorySegment set = arena.allocate(CPU_SET_BYTES, Long.BYTES);
            final int error = CLibrary.error(
                    (int) GET_AFFINITY.invokeExact(captured, thread, (long) CPU_SET_BYTES, set), captured);
            final long word = cpu / Long.SIZE;
            set.setAtIndex(JAVA_LONG, word, set.getAtIndex(JAVA_LONG, word) & ~(1L << cpu));
            if (error != 0 || isZero(set)) {
                return error;
            }
            return CLibrary.error(
                    (int) SET_AFFINITY.invokeExact(captured, thread, (long) CPU_SET_BYTES, set), captured);
        } catch (final Throwable e) {
            throw CLibrary.impossible(e);
        }
    }

    private static boolean isZero(final MemorySegment set) {
        long any = 0;
        for (long word = 0; word < CPU_SET_BYTES / Long.BYTES; word++) {
            any |= set.getAtIndex(JAVA_LONG, word);
        }
        return any == 0;
    }

    @Override
    public int lockMemory(final boolean populate) {
        try (Arena arena = Arena.ofConfined()) {
            final MemorySegment captured = arena.allocate(CLibrary.ERROR);
            final int flags = MCL_CURRENT_AND_FUTURE | (populate ? 0 : MCL_ONFAULT);
            return CLibrary.error((int) LOCK_ALL.invokeExact(captured, flags), captured);
        } catch (final Throwable e) {
            throw CLibrary.impossible(e);
        }
    }

    @Override
    public int timerSlack(final long ns) {
        return prctl(PR_SET_TIMERSLACK, ns);
    }

    @Override
    public int nameThread(final String name) {
        try (Arena arena = Arena.ofConfined()) {
            return prctl(PR_SET_NAME, arena.allocateFrom(name).address());
        }
    }

    private static int prctl(final int option, final long argument) {
        try (Arena arena = Arena.ofConfined()) {
            final MemorySegment captured = arena.allocate(CLibrary.ERROR);
            return CLibrary.error((int) PRCTL.invokeExact(captured, option, argument, 0L, 0L, 0L), captured);
        } catch (final Throwable e) {
            throw CLibrary.impossible(e);
        }
    }

    @Override
    public int notify(final String socket, final String message) {
        return notifySocket.send(socket, message);
    }

    @Override
    public long attributeBytes(final String path, final String name) {
        try (Arena arena = Arena.ofConfined()) {
            return (long) GET_ATTRIBUTE.invokeExact(
                    arena.allocateFrom(path), arena.allocateFrom(name), MemorySegment.NULL, 0L);
        } catch (final Throwable e) {
            throw CLibrary.impossible(e);
        }
    }

    @Override
    public int sleepUntil(final long dueNs) {
        moment.set(JAVA_LONG, 0, dueNs / NS_PER_S);
        moment.set(JAVA_LONG, Long.BYTES, dueNs % NS_PER_S);
        try {
            return (int) NANOSLEEP.invokeExact(CLOCK_MONOTONIC, TIMER_ABSTIME, moment, MemorySegment.NULL);
        } catch (final Throwable e) {
            throw CLibrary.impossible(e);
        }
    }

    @Override
    public long monotonicNs() {
        try (Arena arena = Arena.ofConfined()) {
            final MemorySegment now = arena.allocate(TIMESPEC_BYTES, Long.BYTES);
            final int result = (int) GETTIME.invokeExact(CLOCK_MONOTONIC, now);
            return result == 0 ? now.get(JAVA_LONG, 0) * NS_PER_S + now.get(JAVA_LONG, Long.BYTES) : -1;
        } catch (final Throwable e) {
            throw CLibrary.impossible(e);
        }
    }
}
