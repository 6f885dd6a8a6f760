package gaitd.sim.identify;

import gaitd.hal.A1;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;

/**
 * How many ticks pass from a command to the torque that the drives report: the lag at which the drives' law explains it best.
 * Allocates nothing after construction.
 */
final class CommandLag {
    private static final int LAGS = 22;
    private static final long FRAMES_MIN = 500;
    /** A torque farther from the law than 1 N m was limited, and tells nothing. */
    private static final double LIMITED = 1;

    private static final TickField[] FIELDS = {
        TickField.Q_COMMAND, TickField.DQ_COMMAND, TickField.TAU_COMMAND, TickField.KP_COMMAND, TickField.KD_COMMAND
    };

    private final double[][] ring = new double[LAGS][FIELDS.length * A1.JOINTS];
    private final double[] square = new double[LAGS];
    private long count;
    private int filled;

    /** Forgets commands, not what was learned from them. */
    void begin() {
        filled = 0;
    }

    /** Takes the next frame: its torques are those of earlier commands. */
    void add(final TickFrame frame) {
        if (filled >= LAGS) {
            for (int back = 1; back <= LAGS; back++) {
                square[back - 1] += error(frame, ring[(filled - back) % LAGS]);
            }
            count++;
        }
        final double[] to = ring[filled % LAGS];
        for (int kind = 0; kind < FIELDS.length; kind++) {
            for (int j = 0; j < A1.JOINTS; j++) {
                to[kind * A1.JOINTS + j] = frame.real(FIELDS[kind], j);
            }
        }
        filled++;
        if (filled == 2 * LAGS) {
            filled = LAGS;
        }
    }

    private static double error(final TickFrame frame, final double[] command) {
        double sum = 0;
        for (int j = 0; j < A1.JOINTS; j++) {
            final double expected = command[2 * A1.JOINTS + j]
                    + command[3 * A1.JOINTS + j] * (command[j] - frame.real(TickField.Q, j))
                    + command[4 * A1.JOINTS + j] * (command[A1.JOINTS + j] - frame.real(TickField.DQ, j));
            final double error =
                    Math.clamp(expected, -A1.TORQUE_MAX_NM, A1.TORQUE_MAX_NM) - frame.real(TickField.TAU, j);
            sum += Math.min(LIMITED, error * error);
        }
        return sum;
    }

    /** Ticks from a command to its torque, between ticks by a parabola; NaN before a second of frames. */
    double ticks() {
        if (count < FRAMES_MIN) {
            return Double.NaN;
        }
        int best = 0;
        for (int i = 1; i < LAGS; i++) {
            best = square[i] < square[best] ? i : best;
        }
        if (best == 0 || best == LAGS - 1) {
            return best;
        }
        final double bend = square[best - 1] - 2 * square[best] + square[best + 1];
        return best + (square[best - 1] - square[best + 1]) / (2 * bend);
    }

    static long bytes() {
        return 8L * LAGS * (FIELDS.length * A1.JOINTS + 1);
    }
}
