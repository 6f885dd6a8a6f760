package gaitd.sim.identify;

/** Two windows over the same rows that take turns, so that no tick is at an end of both. Allocates nothing after construction. */
final class Windows {
    /** First row of {@link MotionRows}. */
    final int first;
    /** How many rows. */
    final int rows;
    /** The windows. */
    final Window[] both = new Window[2];

    private final int ticks;

    Windows(final int first, final int rows, final int ticks) {
        this.first = first;
        this.rows = rows;
        this.ticks = ticks;
        for (int i = 0; i < 2; i++) {
            both[i] = new Window(first, rows, ticks, i * ticks / 2);
        }
    }

    /** Begins again, after ticks that do not count. */
    void restart() {
        for (int i = 0; i < 2; i++) {
            both[i].restart(i * ticks / 2);
        }
    }

    long bytes() {
        return both[0].bytes() + both[1].bytes();
    }
}
