package gaitd.sim.identify;

import java.util.Arrays;

/**
 * Rows summed over a window that begins and ends at nothing: the weak form of the equations, in which differences of noisy speeds
 * cancel but for the window's slope. Allocates nothing after construction.
 */
final class Window {
    /** The sums, rows one after the other. */
    final double[] row;

    private final int first;
    private final double[] shape;
    private int at;

    /**
     * A window of ticks.
     *
     * @param first row of {@link MotionRows} that it begins with
     * @param rows how many
     * @param ticks length
     * @param head ticks of the first window that are left out, so that windows take turns
     */
    Window(final int first, final int rows, final int ticks, final int head) {
        this.first = first;
        row = new double[rows * MotionRows.WIDTH];
        shape = new double[ticks];
        double sum = 0;
        for (int i = 0; i < ticks; i++) {
            final double sine = StrictMath.sin(StrictMath.PI * (i + 0.5) / ticks);
            shape[i] = sine * sine;
            sum += shape[i];
        }
        for (int i = 0; i < ticks; i++) {
            shape[i] /= sum;
        }
        at = -head;
    }

    /** Adds a tick; true when the window is full: its sums are to be taken before the next tick. */
    boolean add(final MotionRows rows) {
        if (at < 0) {
            at++;
            return false;
        }
        if (at == 0) {
            Arrays.fill(row, 0);
        }
        final int from = first * MotionRows.WIDTH;
        for (int i = 0; i < row.length; i++) {
            row[i] += shape[at] * rows.row[from + i];
        }
        at = at + 1 == shape.length ? 0 : at + 1;
        return at == 0;
    }

    /** Begins again, after ticks that do not count. */
    void restart(final int head) {
        at = -head;
    }

    long bytes() {
        return 8L * (row.length + shape.length);
    }
}
