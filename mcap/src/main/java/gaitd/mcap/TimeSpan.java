package gaitd.mcap;

/** From the smallest to the largest of some times, ns, unsigned; 0 to 0 for none. */
final class TimeSpan {
    private boolean any;
    private long start;
    private long end;

    /** Whether a time is between two others or one of them. */
    static boolean holds(final long start, final long end, final long time) {
        return Long.compareUnsigned(time, start) >= 0 && Long.compareUnsigned(time, end) <= 0;
    }

    void add(final long time) {
        start = any && Long.compareUnsigned(start, time) <= 0 ? start : time;
        end = any && Long.compareUnsigned(end, time) >= 0 ? end : time;
        any = true;
    }

    void add(final TimeSpan other) {
        if (other.any) {
            add(other.start);
            add(other.end);
        }
    }

    long start() {
        return start;
    }

    long end() {
        return end;
    }

    void clear() {
        any = false;
        start = 0;
        end = 0;
    }
}
